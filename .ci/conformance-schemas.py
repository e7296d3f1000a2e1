"""Validates samples, standards and broken documents against the schemas, and compares with the program.

Two directions are held: a schema accepts whatever the program reads, and what it refuses the program refuses too. Both
are asked of documents that are written out here, and of thousands that are made from the samples and the standards by
putting every kind of value under every key. SIGNAUDIT_CONFORMANCE=full asks of all values, which takes minutes.
"""

import concurrent.futures
import copy
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import jsonschema
import ruamel.yaml

signaudit, work = sys.argv[1], pathlib.Path(sys.argv[2])
drafts = ("2020-12", "7")
isFull = os.environ.get("SIGNAUDIT_CONFORMANCE") == "full"
failures = []


def fail(text):
    failures.append(text)
    print("FAIL", text)


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def check(*arguments):
    """check-jsonschema, as its users call it."""
    return run(sys.executable, "-m", "check_jsonschema", *arguments)


def schema(kind, draft="2020-12", rules=None):
    name = f"{kind}-{draft}-{pathlib.Path(rules).name if rules else 'inside'}.json"
    path = work / name
    if not path.exists():
        made = run(signaudit, "schema", kind, "--draft", draft, "--output", path, *(["--rules", rules] if rules else []))
        if made.returncode:
            sys.exit(f"signaudit schema {kind} --rules {rules}: {made.stderr}")
    return path


def validator(path):
    value = json.loads(path.read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(value)(value)


def read(text):
    """YAML as check-jsonschema reads it: dates stay texts."""
    yaml = ruamel.yaml.YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda constructor, node: constructor.construct_scalar(node)
    )
    return yaml.load(text)


def decoded(path):
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def isUnreadable(path):
    return run(signaudit, "audit", path, "--fail-on", "never", "--quiet").returncode == 2


# MARK: The schemas themselves

kinds = ("inventory", "roster", "waivers", "rules")
standards = sorted(path.parent for path in pathlib.Path("Rules").glob("*/standard.yaml"))
every = [schema(kind, draft, rules) for kind in kinds for draft in drafts for rules in [None, *standards]]
valid = check("--check-metaschema", *every)
if valid.returncode:
    fail("a schema is invalid: " + valid.stdout)
for kind in ("inventory", "roster", "waivers"):
    if schema(kind, "7").read_bytes() != pathlib.Path(f".schemas/{kind}.json").read_bytes():
        fail(f".schemas/{kind}.json is old: signaudit schema {kind} --draft 7 --output .schemas/{kind}.json")

# MARK: Samples and standards

readable, unreadable = [], []
for sample in sorted(pathlib.Path("Samples/inventories").rglob("*.y*ml")):
    for index, document in enumerate(re.split(r"(?m)^---\s*$", decoded(sample))):
        if not re.sub(r"(?m)^\s*#.*$", "", document).strip():
            continue
        path = work / f"sample-{len(readable) + len(unreadable)}-{index + 1}-{sample.name.replace('.', '_')}.yaml"
        path.write_text(document, encoding="utf-8")
        (unreadable if isUnreadable(path) else readable).append(path)
samples = len(readable) + len(unreadable)
for draft in drafts:
    for kind, files in (
        ("inventory", readable), ("roster", ["Samples/roster.yaml"]), ("waivers", ["Samples/waivers.yaml"]),
    ):
        result = check("--schemafile", schema(kind, draft), *files)
        if result.returncode:
            fail(f"the schema of {kind} ({draft}) refuses what the program reads: {result.stdout}")
    for directory in standards:
        proofs = [*directory.glob("compliant.yaml"), *directory.glob("cases/**/*.yaml")]
        files = [path for path in directory.rglob("*.yaml") if path not in proofs]
        result = check("--schemafile", schema("rules", draft, directory), *files)
        if result.returncode:
            fail(f"{directory}: refused by the schema of its standard ({draft}): {result.stdout}")
        accepts = validator(schema("inventory", draft, directory)).is_valid
        for path in proofs:
            for document in re.split(r"(?m)^---\s*$", decoded(path)):
                value = read(document)
                isInventory = isinstance(value, dict) and ("signs" in value or "标识牌" in value)
                if isInventory and not accepts(value):
                    fail(f"{path}: refused by the schema of its standard's inventories ({draft})")

# MARK: Documents written out: name, document, whether the schema sees what is wrong

head = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\n"
sees, overlooks, fine = "refuses", "accepts", "reads"
written = [
    ("unknown key", head + "signs: []\ncolour: red\n", sees),
    ("unknown key of a sign", head + "signs: [{id: W1, 颜色: 红}]\n", sees),
    ("unknown kind", head + "signs: [{id: W1, kind: residents-comittee}]\n", sees),
    ("unknown place", head + "signs: [{id: W1, 位置: 屋顶}]\n", sees),
    ("unknown colour", head + "signs: [{id: W1, background: pink}]\n", sees),
    ("a key in two spellings", head + "signs: [{id: W1, kind: other, 类别: 其他}]\n", sees),
    ("a required key in two spellings", head + "signs: []\n标识牌: []\n", sees),
    ("no signs", head, sees),
    ("signs is a mapping", head + "signs: {id: W1}\n", sees),
    ("signs is nothing", head + "signs:\n", sees),
    ("no id", head + "signs: [{kind: other}]\n", sees),
    ("an empty id", head + 'signs: [{id: ""}]\n', sees),
    ("no community", "signs: []\n", sees),
    ("no street", "community: {district: 临江区, name: 柳荫社区}\nsigns: []\n", sees),
    ("a street without a name", "community: {district: 临江区, street:, name: 柳荫社区}\nsigns: []\n", sees),
    ("community is a text", "community: 柳荫社区\nsigns: []\n", sees),
    ("a date in another form", head + 'survey: {date: "2026/5/1"}\nsigns: []\n', sees),
    ("a date in Chinese", head + "survey: {date: 二〇二六年}\nsigns: []\n", sees),
    ("a thirteenth month", head + "survey: {date: 2026-13-01}\nsigns: []\n", sees),
    ("a date that does not exist", head + "survey: {date: 2026-02-30}\nsigns: []\n", overlooks),
    ("prominent is a word", head + "signs: [{id: W1, prominent: 有点}]\n", sees),
    ("order is a word", head + "signs: [{id: W1, order: 第一}]\n", sees),
    ("order is no whole number", head + "signs: [{id: W1, order: 1.5}]\n", sees),
    ("a negative size", head + "signs: [{id: W1, size_mm: {width: -5}}]\n", sees),
    ("a size with its unit", head + "signs: [{id: W1, size_mm: {width: 36cm}}]\n", sees),
    ("entries is a text", head + "signs: [{id: W1, entries: 便民服务站}]\n", sees),
    ("covers is empty", head + "survey: {covers: []}\nsigns: []\n", sees),
    ("covers an unknown zone", head + "survey: {covers: [roof]}\nsigns: []\n", sees),
    ("a room without number", head + "facility: {rooms: [{floor: '1'}]}\nsigns: []\n", sees),
    ("rooms is a text", head + "facility: {rooms: 没有}\nsigns: []\n", sees),
    ("an unknown version", "inventory: 2\n" + head + "signs: []\n", sees),
    ("a list", "- " + head, sees),
    ("text is a list", head + "signs: [{id: W1, text: [甲, 乙]}]\n", sees),
    ("two signs with one id", head + "signs: [{id: W1}, {id: W1}]\n", overlooks),
    ("a key of a room in Chinese and English", head + "场所: {功能室: [{房号: '1', number: '1'}]}\nsigns: []\n", sees),
    # What YAML takes for something else is text; what is empty is absent.
    ("numbers as texts", head + "signs: [{id: 0101, text: 8:30, room: 0o17, note: 1e3, floor: 1}]\n", fine),
    ("truth values as texts", head + "signs: [{id: no, text: on, material: yes, note: True}]\n", fine),
    ("dates as texts", head + "signs: [{id: W1, text: 2024-01-01, photo: 2024-01-01}]\n", fine),
    ("nothing as texts", head + "signs: [{id: W1, text: ~, material: null, note: , basis: ''}]\n", fine),
    ("empty words", head + "signs: [{id: W1, kind: '', place: , state: ~, prominent: '', order: '', since: ''}]\n", fine),
    ("an empty version", 'inventory: ""\n' + head + "signs: []\n", fine),
    ("quoted numbers", head + "signs: [{id: W1, order: '1', size_mm: {width: '36.5', height: 220}}]\n", fine),
    ("empty items", head + "facility: {floors: [1, ], rooms: }\nsigns: [{id: W1, entries: [~], approval: }]\n", fine),
    ("truth values in every spelling", head + "signs: [{id: W1, prominent: yes}, {id: W2, 醒目: 是}, {id: W3, 显著: no}]\n", fine),
    ("nobody and departments", head + "signs: [{id: W1, demanded_by: 无}, {id: W2, demanded_by: [某局, 某办]}]\n", fine),
]
for draft in drafts:
    accepts = validator(schema("inventory", draft)).is_valid
    for name, document, expected in written:
        path = work / "written.yaml"
        path.write_text(document, encoding="utf-8")
        if draft == drafts[0] and (expected == fine) == isUnreadable(path):
            fail(f"{name}: the program does not take it as it should")
        if accepts(read(document)) == (expected == sees):
            fail(f"{name}: the schema ({draft}) should {'refuse' if expected == sees else 'accept'} it")

# MARK: Every kind of value under every key

probes = [
    None, "", "甲", "是", "0", "7", "36.5", "2026-05-20", "2026-02-30", "2026-5-1", True, 0, 7, -1, 1.5, 1234567890123,
    [], {}, [None], ["甲"], [""], [[]], [{}], {"zz": 1}, "无", "其他", "other", "hung", "外部", ["外部"],
]


some = probes if isFull else [None, "", "甲", "7", "2026-05-20", True, 7, -1, [], {}, ["甲"], {"zz": 1}]
few = some if isFull else [None, "甲", 7, [], {"zz": 1}]


def mappings(value, path=()):
    """The mappings of a value, one for each place: all items of a list are one place."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from mappings(inner, path + (key,))
    elif isinstance(value, list):
        for inner in value:
            yield from mappings(inner, path + ("[]",))


def changed(base, probes=probes):
    """The base with one change each: each probe under each key, each key left out, an unknown key added."""
    seen = set()
    for path, mapping in mappings(base):
        for key in [*mapping, "zz", "名称"]:
            if (path, key) in seen:
                continue
            seen.add((path, key))
            had, old = key in mapping, mapping.get(key)
            for probe in probes:
                mapping[key] = probe
                yield "/".join(path + (key,)), probe, copy.deepcopy(base)
            if had:
                del mapping[key]
                yield "/".join(path + (key,)), "left out", copy.deepcopy(base)
                mapping[key] = old
            else:
                del mapping[key]


def compare(kind, variants, refusals, rules=None, overlooked=()):
    """Says where a schema refuses what the program reads, and where it overlooks what it should see.

    `overlooked` are the places where the program sees more, and may."""
    isValid = validator(schema(kind, drafts[0], rules)).is_valid
    variants = list(variants)
    said = 0
    for (place, probe, value), isRefused in zip(variants, refusals([value for _, _, value in variants])):
        where = f"{kind}, {place}: {probe!r}"
        accepts = isValid(value)
        if not accepts and not isRefused:
            fail(f"{where}: the schema refuses what the program reads")
        elif accepts and isRefused and not any(re.search(hint, where) for hint in overlooked):
            fail(f"{where}: the program refuses what the schema overlooks")
        else:
            continue
        said += 1
        if said > 20:
            fail(f"{kind}: and so on")
            break
    return len(variants)


def batches(values, size):
    for start in range(0, len(values), size):
        yield values[start:start + size]


def inventoryRefusals(values):
    """Which inventories are unreadable, in batches of documents."""
    refused = []
    for batch in batches(values, 100):
        path = work / "batch.yaml"
        path.write_text("".join(f"---\n{json.dumps(value, ensure_ascii=False)}\n" for value in batch), encoding="utf-8")
        lines = run(signaudit, "audit", path, "--fail-on", "never", "--quiet", "--format", "ndjson").stdout.splitlines()
        states = [json.loads(line) for line in lines][:-1]
        if len(states) != len(batch):
            sys.exit(f"{len(batch)} documents, {len(states)} lines")
        refused += [state["status"] == "unreadable" for state in states]
    return refused


def errorLines(path, text, ignored=None):
    """The lines of a file at which the program reports errors, from what it says to people."""
    lines = set()
    for match in re.finditer(r"(?m)^error: (.*)\n\s*--> (.*):(\d+):\d+$", text):
        if match[2] == str(path) and not (ignored and ignored in match[1]):
            lines.add(int(match[3]))
    return lines


def listRefusals(option):
    """Which rosters or waivers are refused, a line each; § is a number, so that no two list the same community."""
    base = work / "base.yaml"
    base.write_text(head + "signs: []\n", encoding="utf-8")

    def refusals(values):
        refused = []
        for batch in batches(values, 40):
            path = work / f"{option}.yaml"
            texts = [json.dumps(value, ensure_ascii=False).replace("§", str(index)) for index, value in enumerate(batch)]
            path.write_text("".join(f"--- {text}\n" for text in texts), encoding="utf-8")
            said = run(signaudit, "audit", base, f"--{option}", path, "--fail-on", "never", "--language", "en").stderr
            lines = errorLines(path, said, "the roster lists")
            refused += [index + 1 in lines for index in range(len(batch))]
        return refused

    return refusals


full = read(
    "inventory: 1\n" + head.replace("}", ", code: '1', type: community, party_organization: committee}")
    + """
survey: {date: 2026-05-12, by: 甲, viewpoint: facing-entrance, covers: [exterior, interior]}
facility: {name: 甲, floors: ["1"], rooms: [{number: "101", floor: "1", functions: [便民服务站], demanded_by: 某局}]}
signs:
  - id: W1
    kind: index-board
    text: 甲
    place: hall
    orientation: horizontal
    mounting: hung
    background: white
    lettering: red
    prominent: true
    state: in-place
    since: 2026-03-01
    order: 1
    floor: "1"
    room: "101"
    size_mm: {width: 2400, height: 600}
    material: 木
    entries: [{function: 甲, room: "101", area: 东, special: true, approval: {document: 甲, date: 2026-03-01}}]
    demanded_by: [某局]
    basis: 甲
    approval: {document: 甲, authority: 甲, level: 甲, date: 2026-03-01}
    photo: [w1.jpg]
    note: 甲
"""
)
def numbered(value, keys):
    """The value with § in every name and code, for `listRefusals`."""
    if isinstance(value, list):
        return [numbered(item, keys) for item in value]
    if isinstance(value, dict):
        return {
            key: inner + "§" if key in keys and isinstance(inner, str) else numbered(inner, keys)
            for key, inner in value.items()
        }
    return value


counts = {}
counts["inventory"] = compare("inventory", changed(full), inventoryRefusals, overlooked=["2026-02-30"])
roster = {
    "roster": 1, "district": "甲",
    "streets": [{
        "name": "乙", "communities": [
            {"name": "丙", "code": "1", "type": "community", "party_organization": "committee"}]}],
}
counts["roster"] = compare(
    "roster", changed(numbered(roster, ("district", "name", "code"))), listRefusals("roster"))
waivers = {
    "waivers": 1,
    "entries": [{
        "rule": "service-center.count", "district": "甲", "street": "乙", "community": "丙", "sign": "W1",
        "subject": "room:1", "reason": "丁", "approved_by": "戊", "document": "己", "expires": "2026-12-31"}],
}
counts["waivers"] = compare("waivers", changed(waivers), listRefusals("waivers"), overlooked=["2026-02-30"])

# MARK: The rule language


def replaced(directory, files, index):
    """A copy of a standard whose `files` (name: text) are all that it has besides its clauses and its vocabulary."""
    copied = work / f"standard-{index % 64}"
    shutil.rmtree(copied, ignore_errors=True)
    copied.mkdir()
    for name in ("clauses.yaml", "vocabulary.yaml"):
        shutil.copy(directory / name, copied)
    names = ["clauses.yaml", "vocabulary.yaml", *(name for name in files if name != "standard.yaml")]
    first = read(decoded(directory / "standard.yaml"))
    for key in ("extends", "compliant"):
        first.pop(key, None)
    first["files"] = list(dict.fromkeys(names))
    for name, text in {"standard.yaml": json.dumps(first, ensure_ascii=False), **files}.items():
        (copied / name).write_text(text, encoding="utf-8")
    return copied


def refusal(directory, files, index=0):
    copied = replaced(directory, files, index)
    return copied, run(signaudit, "schema", "rules", "--rules", copied, "--output", "/dev/null", "--language", "en")


def ruleRefusals(directory):
    """Which rules are refused, a line each."""

    def refusals(values):
        refused = []
        for batch in batches(values, 400):
            texts = [
                json.dumps(value["rules"][0], ensure_ascii=False).replace("§", str(index)) for index, value in enumerate(batch)
            ]
            # The last rule is whole, so that there is one.
            text = "rules:\n" + "".join(f"- {text}\n" for text in texts)
            copied, result = refusal(directory, {"batch.yaml": text})
            lines = errorLines(copied / "batch.yaml", result.stderr)
            refused += [index + 2 in lines for index in range(len(batch))]
        return refused

    return refusals


oneRule = json.dumps({"rules": [{
    "id": "rooms", "clauses": [], "modality": "record", "title": {"zh": "甲", "en": "a"},
    "check": {"count": {"of": "rooms", "at_most": 99}}, "message": {"zh": "甲", "en": "a"},
    "remedy": {"zh": "甲", "en": "a"}, "rationale": {"zh": "甲", "en": "a"},
    "examples": [{"name": name, "expect": name, "inventory": {"signs": []}} for name in ("pass", "fail")],
}]}, ensure_ascii=False)


def partRefusals(directory, name):
    """Whether a standard is refused of which one file is replaced."""

    def refuses(pair):
        index, value = pair
        text = json.dumps(value, ensure_ascii=False)
        return refusal(directory, {"rules.yaml": oneRule, name: text}, index)[1].returncode == 2

    def refusals(values):
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(refuses, enumerate(values)))

    return refusals


def rulesOf(directory):
    for path in sorted((directory / "rules").glob("*.yaml")):
        for rule in read(decoded(path))["rules"]:
            examples = rule["examples"]
            wanted = {"pass": None, "fail": None, "undetermined": None}
            for example in examples:
                expect = example["expect"]
                outcome = expect if isinstance(expect, str) else expect[0]["outcome"] if expect else "pass"
                if outcome in wanted and (wanted[outcome] is None or isinstance(expect, list)):
                    wanted[outcome] = example
            rule["examples"] = [example for example in wanted.values() if example]
            rule["id"] += "§"
            for key in ("yields_to", "aliases"):
                if key in rule:
                    rule[key] = []
            yield {"rules": [rule]}


# Inventories and rosters of examples are read when examples are run, and were compared above; an id must not be repeated.
elsewhere = re.compile(r"/(inventory|inventories|roster)\b|^rules/\[\]/id$|^[^/]*$")
combining = re.compile(r"/(all|any)/\[\](?=/)|/(not|else_unknown)(?=/)")
seen = set()


def variantsOf(directory):
    """Each place of the language once, whatever conditions it stands in and whichever standard has it first."""
    for base in rulesOf(directory):
        for place, probe, value in changed(base, some):
            once = (combining.sub("", place), json.dumps(probe))
            if once not in seen and not elsewhere.search(place):
                seen.add(once)
                yield place, probe, value


# What the reader sees besides: that bounds do not cross, that what is named is there, that a rule has its proofs.
more = [
    r"/yields_to: ", r"/(message|remedy): {}", r"/examples: \[\]", r"/examples/\[\]/expect: ", r"/at_(least|most): ",
    r"/from_door: \[",
]
for directory in standards:
    if (directory / "vocabulary.yaml").exists():
        counts[f"rules of {directory.name}"] = compare(
            "rules", variantsOf(directory), ruleRefusals(directory), directory, more)

# The other files of a standard. The reader sees besides: what is named twice, and what is named and is not there.
directory = pathlib.Path("Rules/huangshigang")
vocabulary = read(decoded(directory / "vocabulary.yaml"))
words = vocabulary["vocabulary"]
words["functions"]["further"] = ["甲"]
for name in ("district", "street"):
    words["short_names"].setdefault(name, words["short_names"]["community"][:1])
first = read(decoded(directory / "standard.yaml"))
first["files"] = ["clauses.yaml", "vocabulary.yaml", "rules.yaml"]
first.pop("compliant", None)
for name, value, overlooked in (
    ("standard.yaml", first, [r"rules, files: ", r"rules, extends: ", r"rules, compliant: "]),
    ("clauses.yaml", read(decoded(directory / "clauses.yaml")), [r"/id: "]),
    (
        "vocabulary.yaml", vocabulary,
        [r"vocabulary: ", r"vocabulary/\w+: ", r"/(word|zh|also|groups|spot|side|zone): ", r"functions/listed: ", r"/ends: ", r"/wall: True"],
    ),
    (
        "elevation.yaml", {"elevation": {
            "signs": [{
                "kind": "floor-map", "place": "facade", "orientation": "vertical", "background": "white",
                "lettering": "red", "shape": "plate"}],
            "placeholders": {"district": "甲", "street": "甲", "community": "甲", "party_organization": "甲"}}},
        [r"/wording: "],
    ),
):
    variants = [
        (place, probe, variant) for place, probe, variant in changed(value, few)
        if place not in ("zz", "名称") or name == "standard.yaml"
    ]
    counts[name] = compare("rules", variants, partRefusals(directory, name), directory, overlooked)



def changeRefusals(values):
    """Which files of changes are refused by a standard that extends the one inside."""
    text = {"zh": "甲", "en": "a"}
    child = {
        "standard": "child", "title": text, "issuer": text, "source": text, "extends": "huangshigang",
        "files": ["changes.yaml"],
    }

    def refuses(pair):
        index, value = pair
        folder = work / f"child-{index % 64}"
        folder.mkdir(exist_ok=True)
        for name, part in (("standard.yaml", child), ("changes.yaml", value)):
            (folder / name).write_text(json.dumps(part, ensure_ascii=False), encoding="utf-8")
        return run(signaudit, "schema", "rules", "--rules", folder, "--output", "/dev/null").returncode == 2

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(refuses, enumerate(values)))


text = {"zh": "甲", "en": "a"}
changes = {"changes": [{
    "rule": "index-board.count", "reason": text, "modality": "in-principle", "title": text, "message": {"fail": text},
    "remedy": text, "locked": True,
}, {"rule": "floor-map.count", "reason": text, "set": {"at_least": 1}, "off": False}]}
counts["changes.yaml"] = compare(
    "rules", ((place, probe, value) for place, probe, value in changed(changes, few) if "/" in place), changeRefusals,
    overlooked=[r"/rule: ", r"/set", r"/(message|remedy): {}", r"/locked: ", r"/off: ", r": 'left out'"])

print(
    f"conformance-schemas: {samples} sample documents, {len(standards)} standards, {len(written)} documents written out, "
    + ", ".join(f"{count} variants of {name}" for name, count in counts.items()) + f"; {len(failures)} failures"
)
sys.exit(1 if failures else 0)
