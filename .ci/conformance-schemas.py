"""Validates samples, standards and broken documents against the schemas, and compares with the program."""

import pathlib
import re
import subprocess
import sys

signaudit, work = sys.argv[1], pathlib.Path(sys.argv[2])
failures = []


def fail(text):
    failures.append(text)
    print("FAIL", text)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True)


def refuses(schema, path):
    return run("check-jsonschema", "--schemafile", str(schema), str(path)).returncode != 0


schemas = {}
for draft in ("2020-12", "7"):
    for kind in ("inventory", "roster", "waivers", "rules"):
        path = work / f"{kind}-{draft}.json"
        path.write_bytes(subprocess.run([signaudit, "schema", kind, "--draft", draft], capture_output=True, check=True).stdout)
        schemas[kind, draft] = path
valid = run("check-jsonschema", "--check-metaschema", *map(str, schemas.values()))
if valid.returncode:
    fail("a schema is invalid: " + valid.stdout)
for kind in ("inventory", "roster", "waivers"):
    if schemas[kind, "7"].read_bytes() != pathlib.Path(f".schemas/{kind}.json").read_bytes():
        fail(f".schemas/{kind}.json is old: signaudit schema {kind} --draft 7 --output .schemas/{kind}.json")


def text(path):
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


# Every sample, document by document; the one that is unreadable on purpose is refused by both.
documents = 0
for sample in sorted(pathlib.Path("Samples/inventories").rglob("*.y*ml")):
    for index, document in enumerate(re.split(r"(?m)^---\s*$", text(sample))):
        if not re.sub(r"(?m)^\s*#.*$", "", document).strip():
            continue
        path = work / f"sample-{documents}.yaml"
        path.write_text(document, encoding="utf-8")
        documents += 1
        isUnreadable = run(signaudit, "audit", str(path), "--fail-on", "never", "--quiet").returncode == 2
        for draft in ("2020-12", "7"):
            if refuses(schemas["inventory", draft], path) and not isUnreadable:
                fail(f"{sample} document {index + 1}: the schema ({draft}) refuses what the program reads")
for kind, path in (("roster", "Samples/roster.yaml"), ("waivers", "Samples/waivers.yaml")):
    if refuses(schemas[kind, "2020-12"], path):
        fail(f"{path}: refused by its schema")

# Every standard of the repository by the schema that its own vocabulary makes.
for directory in sorted(path.parent for path in pathlib.Path("Rules").glob("*/standard.yaml")):
    schema = work / f"rules-{directory.name}.json"
    made = subprocess.run([signaudit, "schema", "rules", "--rules", str(directory)], capture_output=True)
    if made.returncode:
        fail(f"{directory}: {made.stderr.decode()}")
        continue
    schema.write_bytes(made.stdout)
    # What the head names as compliant is an inventory, and is held to the schema of inventories.
    inventories = work / f"inventory-{directory.name}.json"
    inventories.write_bytes(
        subprocess.run([signaudit, "schema", "inventory", "--rules", str(directory)], capture_output=True, check=True).stdout)
    compliant = re.search(r"(?m)^compliant:\s*(\S+)", (directory / "standard.yaml").read_text(encoding="utf-8"))
    for file in sorted(directory.rglob("*.yaml")):
        isInventory = compliant and file == directory / compliant.group(1)
        if "cases" not in file.parts and refuses(inventories if isInventory else schema, file):
            fail(f"{file}: refused by the schema of its standard")

# Broken documents: what the schema refuses the program refuses too.
head = "community: {district: 临江区, street: 江畔街道, name: 柳荫社区}\n"
broken = {
    "unknown key": head + "signs: []\ncolour: red\n",
    "unknown key of a sign": head + "signs: [{id: W1, 颜色: 红}]\n",
    "unknown kind": head + "signs: [{id: W1, kind: residents-comittee}]\n",
    "unknown place": head + "signs: [{id: W1, 位置: 屋顶}]\n",
    "unknown colour": head + "signs: [{id: W1, background: pink}]\n",
    "no signs": head,
    "signs is a mapping": head + "signs: {id: W1}\n",
    "signs is nothing": head + "signs:\n",
    "no id": head + "signs: [{kind: other}]\n",
    "no community": "signs: []\n",
    "no street": "community: {district: 临江区, name: 柳荫社区}\nsigns: []\n",
    "community is a text": "community: 柳荫社区\nsigns: []\n",
    "a date in another form": head + 'survey: {date: "2026/5/1"}\nsigns: []\n',
    "a date in Chinese": head + "survey: {date: 二〇二六年}\nsigns: []\n",
    "prominent is a word": head + "signs: [{id: W1, prominent: 有点}]\n",
    "order is a word": head + "signs: [{id: W1, order: 第一}]\n",
    "order is no whole number": head + "signs: [{id: W1, order: 1.5}]\n",
    "a negative size": head + "signs: [{id: W1, size_mm: {width: -5}}]\n",
    "entries is a text": head + "signs: [{id: W1, entries: 便民服务站}]\n",
    "covers is empty": head + "survey: {covers: []}\nsigns: []\n",
    "covers an unknown zone": head + "survey: {covers: [roof]}\nsigns: []\n",
    "a room without number": head + "facility: {rooms: [{floor: '1'}]}\nsigns: []\n",
    "rooms is a text": head + "facility: {rooms: 没有}\nsigns: []\n",
    "an unknown version": "inventory: 2\n" + head + "signs: []\n",
    "a list": "- " + head,
    "text is a list": head + "signs: [{id: W1, text: [甲, 乙]}]\n",
}
for name, document in broken.items():
    path = work / "broken.yaml"
    path.write_text(document, encoding="utf-8")
    if not refuses(schemas["inventory", "2020-12"], path):
        fail(f"{name}: the schema does not refuse it")
    if run(signaudit, "audit", str(path), "--fail-on", "never").returncode != 2:
        fail(f"{name}: the program does not refuse it")

print(f"conformance-schemas: {documents} sample documents, {len(broken)} broken ones, {len(failures)} failures")
sys.exit(1 if failures else 0)
