"""Audits the samples and an inventory of hostile texts in every format, and runs check_FORMAT.py over each.

A check module has `check(case)`, a generator of the sentences that were found true; it raises AssertionError for one
that is not, and Missing where a tool is not there. `case` has the paths of all formats and the JSON report itself.
"""

import importlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import traceback

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
WORK = pathlib.Path(os.environ["WORK"])
FILES = {
    "json": "report.json", "ndjson": "report.ndjson", "text": "report.txt", "csv": "report.csv", "xlsx": "report.xlsx",
    "sarif": "report.sarif", "junit": "report.xml", "github": "report.github", "gitlab": "report.gitlab.json",
    "markdown": "markdown",
}
HOSTILE = [
    r"a\0b\e[31m\x9b\u202e\uFFFE\u2028", r"\"\u0301 onmouseover=alert(1)", "<script>alert(1)</script>]]>", "{{x}} {0}",
    "[a](http://b.c)", "=cmd|' /C calc'!A0", r"::error::x\n::add-mask::y", "%0A::error::x", "@SUM(1)", r"\t=1\r\n=2",
    "_x000D_", "柳" * 20000,
]


class Missing(Exception):
    """A tool that a check needs and that is not there."""


class Case:
    """One audit in every format."""

    def __init__(self, name, arguments, root):
        self.name = name
        self.root = root
        self.directory = WORK / name
        shutil.rmtree(self.directory, ignore_errors=True)
        self.directory.mkdir(parents=True)
        command = [os.environ["SIGNAUDIT"], "audit", *arguments, "--as-of", "2026-05-20", "--quiet"]
        for format, file in FILES.items():
            command += ["--format", f"{format}={self.directory / file}"]
        code = subprocess.run(command, cwd=root).returncode
        assert code in (1, 2), f"{name}: audit exited {code}"
        self.report = json.loads(self.path("json").read_text("utf-8"))
        # The plan of the same inventories, as a spreadsheet too.
        command = [os.environ["SIGNAUDIT"], "plan", *arguments, "--as-of", "2026-05-20", "--due", "2026-06-30", "--quiet"]
        for format in ("json", "csv", "xlsx"):
            command += ["--format", f"{format}={self.plan_path(format)}"]
        code = subprocess.run(command, cwd=root, stderr=subprocess.DEVNULL).returncode
        assert code in (0, 2), f"{name}: plan exited {code}"
        self.plan = json.loads(self.plan_path("json").read_text("utf-8"))

    def plan_path(self, format):
        return self.directory / f"plan.{format}"

    def planned(self, key):
        """The items, checks or materials of the plan, in its order."""
        if key == "materials":
            return [m for s in self.plan["streets"] for m in s[key]]
        return [i for s in self.plan["streets"] for c in s["communities"] for i in c[key]]

    def path(self, format):
        return self.directory / FILES[format]

    def communities(self):
        """The communities in the order of the report."""
        return [c for s in self.report["streets"] for c in s["communities"]] + self.report["unreadable"]

    def findings(self, *outcomes):
        """The findings with these outcomes (all, if none is named), in the order of the report."""
        return [f for c in self.communities() for f in c["findings"] if not outcomes or f["outcome"] in outcomes]

    def errors(self):
        """What the tool says of inventories that it could not read."""
        return [d for c in self.communities() for d in c["diagnostics"] if d["severity"] == "error"]


def write_hostile(directory):
    """A file for each hostile text, with the text in every field, under a name that means something elsewhere."""
    shutil.rmtree(directory, ignore_errors=True)
    inventories = directory / "台账 1"
    inventories.mkdir(parents=True)
    for number, text in enumerate(HOSTILE):
        t = f'"{text}"'
        yaml = f"""\
community: {{district: 临江区, street: {t}, name: {t}, code: {t}}}
survey: {{by: {t}}}
facility: {{name: {t}, rooms: [{{number: {t}, floor: {t}, functions: [{t}], demanded_by: {t}}}]}}
signs:
  - {{id: {t}, text: {t}, place: facade, kind: other, demanded_by: {t}}}
  - {{id: "2", text: {t}, place: hall-wall, kind: display-panel, demanded_by: [{t}]}}
  - {{id: "3", kind: index-board, place: hall, entries: [{{function: {t}, room: {t}}}]}}
"""
        name = f"{number}\n\x1b\"':,% 柳=<b>".encode() + (b"\xc4\xe3" if number % 2 else b"") + b".yaml"
        with open(os.path.join(os.fsencode(inventories), name), "wb") as file:
            file.write(yaml.encode())
    with open(inventories / "broken::error::.yaml", "w") as file:
        file.write("community: {name: \"::error::\n")


def main(names):
    known = sorted(p.stem.removeprefix("check_") for p in HERE.glob("check_*.py"))
    if unknown := [name for name in names if name not in known]:
        print(f"no check for {', '.join(unknown)}; there are {', '.join(known)}")
        return 64
    names = names or known
    write_hostile(WORK / "hostile-inputs")
    cases = [
        Case("samples", ["Samples", "--roster", "Samples/roster.yaml", "--waivers", "Samples/waivers.yaml"], ROOT),
        Case("hostile", ["台账 1"], WORK / "hostile-inputs"),
    ]
    failed, unseen = [], []
    for name in names:
        for case in cases:
            try:
                module = importlib.import_module(f"check_{name}")
                for sentence in module.check(case):
                    print(f"ok       {name}, {case.name}: {sentence}")
            except (Missing, ModuleNotFoundError) as problem:
                unseen.append(f"{name}, {case.name}: {problem}")
            except Exception:
                failed.append(f"{name}, {case.name}")
                print(f"WRONG    {name}, {case.name}")
                traceback.print_exc()
    for sentence in dict.fromkeys(unseen):
        print(f"UNSEEN   {sentence}")
    print(f"conformance: {len(failed)} wrong, {len(unseen)} not looked at")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.modules["run"] = sys.modules["__main__"]
    sys.path.insert(0, str(HERE))
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1:]))
