"""Documents made from others by one change each, and what the program and a schema say of them.

The two must agree: a schema accepts whatever the program reads, and what the program refuses a schema refuses, save
where the program sees more than a schema can.
"""

import concurrent.futures
import copy
import functools
import json
import pathlib
import re
import shutil
import subprocess

import jsonschema
import ruamel.yaml

# What is put under every key; of a file that has to be read by itself, in a process of its own, only the few.
probes = [None, "", "甲", "7", -1, True, [], {"zz": 1}]
few = ["甲", []]


def read(text):
    """YAML as check-jsonschema reads it: dates stay texts."""
    yaml = ruamel.yaml.YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda constructor, node: constructor.construct_scalar(node)
    )
    return yaml.load(text)


def written(value):
    """JSON in one line, which is YAML too."""
    return json.dumps(value, ensure_ascii=False)


def mappings(value, path=()):
    """The mappings of a value, with their places: the items of a list are one place."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from mappings(inner, path + (key,))
    elif isinstance(value, list):
        for inner in value:
            yield from mappings(inner, path + ("[]",))


def changed(base, probes=probes, wanted=lambda what: True):
    """(place and value, the base with that one change): each probe under each key, an unknown key, a key left out; and
    the base itself first. `wanted` may pass over a change."""
    yield "unchanged", copy.deepcopy(base)
    seen = set()
    for path, mapping in mappings(base):
        for key in [*mapping, "zz"]:
            where = "/".join(path + (key,))
            if where in seen:
                continue
            seen.add(where)
            before = dict(mapping)
            changes = {f"{where}: {written(probe)}": {**before, key: probe} for probe in probes}
            if key in before:
                changes[f"{where}: left out"] = {other: before[other] for other in before if other != key}
            for what, changed in changes.items() if key in before else [*changes.items()][:1]:
                if wanted(what):
                    mapping.clear()
                    mapping.update(changed)
                    yield what, copy.deepcopy(base)
            mapping.clear()
            mapping.update(before)


def numbered(value, index):
    """The value with a number for each §, so that what has to be unique is."""
    return json.loads(written(value).replace("§", str(index)))


class Program:
    """What the program says of documents. `work` is a directory for them."""

    def __init__(self, path, work):
        self.path = path
        self.work = work

    def run(self, *arguments):
        return subprocess.run([self.path, *map(str, arguments)], capture_output=True, text=True)

    @functools.cache
    def schema(self, kind, draft="2020-12", rules=None):
        """A schema: where it stands, and what says whether a value is right by it."""
        path = self.work / f"{kind}-{draft}-{pathlib.Path(rules).name if rules else 'inside'}.json"
        options = ["--rules", rules] if rules else []
        made = self.run("schema", kind, "--draft", draft, "--output", path, *options)
        if made.returncode:
            raise SystemExit(f"signaudit schema {kind} {options}: {made.stderr}")
        schema = json.loads(path.read_text(encoding="utf-8"))
        return path, jsonschema.validators.validator_for(schema)(schema).is_valid

    def isUnreadable(self, text):
        """Whether one inventory is refused."""
        path = self.work / "inventory.yaml"
        path.write_text(text, encoding="utf-8")
        return self.run("audit", path, "--fail-on", "never", "--quiet").returncode == 2

    def refusedInventories(self, values):
        """Which inventories are refused: they are the documents of one file."""
        path = self.work / "inventories.yaml"
        path.write_text("".join(f"---\n{written(value)}\n" for value in values), encoding="utf-8")
        said = self.run("audit", path, "--fail-on", "never", "--quiet", "--format", "ndjson").stdout.splitlines()
        refused = [json.loads(line)["status"] == "unreadable" for line in said[:-1]]
        assert len(refused) == len(values), f"{len(values)} documents, {len(refused)} lines"
        return refused

    def refusedLists(self, option):
        """Which rosters or waivers are refused: each stands in a line of one file."""
        base = self.work / "base.yaml"
        base.write_text("community: {district: 甲, street: 乙, name: 丙}\nsigns: []\n", encoding="utf-8")

        def refusals(values):
            # The program says a hundred things of a file at most.
            for some in (values[start:start + 40] for start in range(0, len(values), 40)):
                path = self.work / f"{option}.yaml"
                texts = [written(numbered(value, index)) for index, value in enumerate(some)]
                path.write_text("".join(f"--- {text}\n" for text in texts), encoding="utf-8")
                said = self.run("audit", base, f"--{option}", path, "--fail-on", "never", "--language", "en").stderr
                lines = wrongLines(said, path)
                yield from (index + 1 in lines for index in range(len(some)))

        return lambda values: list(refusals(values))

    def saysOfStandard(self, name, files):
        """What is said of a standard of these files (name: text), which stands in `name`."""
        directory = self.work / name
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir()
        for name, text in files.items():
            (directory / name).write_text(text, encoding="utf-8")
        return self.run("schema", "waivers", "--rules", directory, "--output", "/dev/null", "--language", "en")

    def refusedRules(self, files):
        """Which rules are refused in a standard that has these files besides: each stands in a line of one file."""

        def refusals(values):
            for some in (values[start:start + 400] for start in range(0, len(values), 400)):
                texts = [written(numbered(value["rules"][0], index)) for index, value in enumerate(some)]
                text = "rules:\n" + "".join(f"- {text}\n" for text in texts)
                said = self.saysOfStandard("rules", {**files, "rules.yaml": text}).stderr
                lines = wrongLines(said, self.work / "rules" / "rules.yaml")
                yield from (index + 2 in lines for index in range(len(some)))

        return lambda values: list(refusals(values))

    def refusedFiles(self, name, files):
        """Which texts of the file `name` are refused in a standard that has these files besides."""

        def isRefused(pair):
            index, value = pair
            return self.saysOfStandard(f"standard-{index}", {**files, name: written(value)}).returncode == 2

        def refusals(values):
            with concurrent.futures.ThreadPoolExecutor() as pool:
                return list(pool.map(isRefused, enumerate(values)))

        return refusals


def wrongLines(said, path):
    """The lines of a file at which errors were reported."""
    found = re.finditer(r"(?m)^error: (?!the roster lists).*\n\s*--> (.*):(\d+):\d+$", said)
    return {int(match[2]) for match in found if match[1] == str(path)}


def disagreements(variants, accepts, refusals, overlooked):
    """Where the program and a schema do not agree. `overlooked` are patterns of what only the program sees."""
    for (what, value), isRefused in zip(variants, refusals([value for _, value in variants])):
        isAccepted = accepts(value)
        if not isAccepted and not isRefused:
            yield f"{what}: the schema refuses what the program reads"
        elif isAccepted and isRefused and not any(re.search(pattern, what) for pattern in overlooked):
            yield f"{what}: the program refuses what the schema overlooks"
