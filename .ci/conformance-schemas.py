"""Validates samples, standards and broken documents against the schemas, and compares with the program."""

import json
import pathlib
import re
import subprocess
import sys

from schema_documents import child, examples, fine, inventory, roster, sees, small, waivers
from schema_variants import Program, changed, disagreements, few, read

program = Program(sys.argv[1], pathlib.Path(sys.argv[2]))
drafts = ("2020-12", "7")
failures = []


def fail(text):
    failures.append(text)
    print("FAIL", text)


def check(*arguments):
    """check-jsonschema, as its users call it."""
    command = [sys.executable, "-m", "check_jsonschema", *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        fail(result.stdout + result.stderr)


def documents(path):
    """The texts of the documents of a file, but for empty ones."""
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("gb18030")
    return [part for part in re.split(r"(?m)^---\s*$", text) if re.sub(r"(?m)^\s*#.*$", "", part).strip()]


# MARK: The schemas themselves

kinds = ("inventory", "roster", "waivers", "rules")
check("--check-metaschema", *(program.schema(kind, draft)[0] for kind in kinds for draft in drafts))
for kind in kinds[:3]:
    if program.schema(kind, "7")[0].read_bytes() != pathlib.Path(f".schemas/{kind}.json").read_bytes():
        fail(f".schemas/{kind}.json is old: signaudit schema {kind} --draft 7 --output .schemas/{kind}.json")
check("--schemafile", program.schema("roster")[0], "Samples/roster.yaml")
check("--schemafile", program.schema("waivers")[0], "Samples/waivers.yaml")
check("--schemafile", ".schemas/settings.json", "Samples/.signaudit.yaml")

# MARK: Samples, and standards by the schemas that their own vocabularies make

samples = [text for path in sorted(pathlib.Path("Samples/inventories").rglob("*.y*ml")) for text in documents(path)]
readable = [text for text in samples if not program.isUnreadable(text)]
standards = sorted(path.parent for path in pathlib.Path("Rules").glob("*/standard.yaml"))
for draft in drafts:
    accepts = program.schema("inventory", draft)[1]
    for text in readable:
        if not accepts(read(text)):
            fail(f"the schema ({draft}) refuses what the program reads: {text}")
for directory in standards:
    # What the head names as compliant is an inventory; cases are inventories, or rosters.
    compliant = directory / read(*documents(directory / "standard.yaml")).get("compliant", "cases")
    for path in sorted(directory.rglob("*.yaml")):
        isProof = path == compliant or "cases" in path.relative_to(directory).parts
        for value in map(read, documents(path)):
            kind = "roster" if "roster" in value else "inventory" if isProof else "rules"
            for draft in drafts:
                if not program.schema(kind, draft, directory)[1](value):
                    fail(f"{path}: refused by the schema of its standard ({draft})")

# MARK: Inventories written out

for draft in drafts:
    accepts = program.schema("inventory", draft)[1]
    for name, text, expected in examples:
        if draft == drafts[0] and program.isUnreadable(text) == (expected == fine):
            fail(f"{name}: the program does not take it as it should")
        if accepts(read(text)) == (expected == sees):
            fail(f"{name}: the schema ({draft}) should {'refuse' if expected == sees else 'accept'} it")

# MARK: Every kind of value under every key

counts = {}


def compare(name, variants, schema, refusals, overlooked=()):
    """Fails where the program and a schema do not agree; `overlooked` are patterns of what only the program sees."""
    variants = list(variants)
    counts[name] = len(variants)
    for text in list(disagreements(variants, schema[1], refusals, overlooked))[:20]:
        fail(f"{name}, {text}")


tried = set()


def isNew(what):
    """Whether a change is tried: once, wherever a condition or a text in a language stands, and in whichever standard it
    comes first. Inventories and rosters of examples are read when examples are run, and are compared by themselves."""
    once = re.sub(r"/(all|any)/\[\](?=/)|/(not|else_unknown)(?=/)|^.*(?=/(zh|en): )", "", what)
    if once in tried or re.search(r"/(inventory|inventories|roster)(/|: (?!left out))|^(rules|zz|rules/\[\]/id): ", what):
        return False
    tried.add(once)
    return True


compare("inventory", changed(inventory), program.schema("inventory"), program.refusedInventories)
compare("roster", changed(roster), program.schema("roster"), program.refusedLists("roster"))
compare("waivers", changed(waivers), program.schema("waivers"), program.refusedLists("waivers"))

program.saysOfStandard("small", small)
schema = program.schema("rules", rules=program.work / "small")
for name, overlooked in {
    "standard.yaml": [r"^(files|extends|compliant): "],
    "clauses.yaml": [r"^clauses: ", r"/id: "],
    "vocabulary.yaml": [r"^vocabulary: ", r"^vocabulary/(\w+|functions/listed): (\[\]|left out)", r"/word: "],
    "elevation.yaml": [r"/wording: "],
}.items():
    compare(name, changed(read(small[name]), few, isNew), schema, program.refusedFiles(name, small), overlooked)
compare(
    "changes.yaml", changed(read(child["changes.yaml"]), few, isNew), schema,
    program.refusedFiles("changes.yaml", child),
    # Without an upper bound the lower one, which is 0 there, asks for nothing.
    [r"/rule: ", r"/examples: \[\]", r"/expect: \[\]", r"/message/too_many: left out", r"/set/at_most: left out"])


def variantsOfRules(directory):
    for path in sorted(directory.glob("rules/*.yaml")):
        for rule in read(*documents(path))["rules"]:
            examples = {json.dumps(example["expect"])[:20]: example for example in rule["examples"]}
            rule |= {"id": rule["id"] + "§", "examples": [*examples.values()]}
            rule |= {key: [] for key in ("yields_to", "aliases") if key in rule}
            yield from changed({"rules": [rule]}, wanted=isNew)


for directory in (path for path in standards if (path / "vocabulary.yaml").exists()):
    head = read(*documents(directory / "standard.yaml")) | {"files": ["clauses.yaml", "vocabulary.yaml", "rules.yaml"]}
    texts = {name: (directory / name).read_text(encoding="utf-8") for name in head["files"][:2]}
    texts["standard.yaml"] = json.dumps({key: head[key] for key in head if key not in ("extends", "compliant")})
    compare(
        f"rules of {directory.name}", variantsOfRules(directory), program.schema("rules", rules=directory),
        program.refusedRules(texts), [
            r"/yields_to: ", r"/(message|remedy): {}", r"/examples: \[\]", r"/examples/\[\]/expect: ", r"/from_door: \[",
            r"/at_(least|most): ",
        ])

print(
    f"conformance-schemas: {len(samples)} sample documents, {len(standards)} standards, {len(examples)} documents written "
    f"out, {', '.join(f'{count} variants of {name}' for name, count in counts.items())}, {len(failures)} failures"
)
sys.exit(1 if failures else 0)
