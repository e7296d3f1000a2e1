"""Workflow commands, read as the runner reads them: a line that begins with `::`, properties up to the next `::`."""

import re


def check(case):
    lines = case.path("github").read_text("utf-8").split("\n")
    assert lines.pop() == ""
    counts = {"error": 0, "warning": 0, "notice": 0, "debug": 0}
    for line in lines[:-1]:
        match = re.fullmatch(r"::(\w+)(?: ([^:]*))?::(.*)", line)
        assert match, line
        name, properties, _ = match.groups()
        counts[name] += 1
        for property in (properties or "").split(",") if properties else []:
            key, _, value = property.partition("=")
            assert key in ("file", "line", "endLine", "col", "endColumn", "title") and value, line
    assert not lines[-1].startswith(":")
    findings = case.findings("fail")
    assert counts["error"] == sum(f["severity"] == "error" for f in findings) + len(case.errors())
    assert counts["debug"] == len(case.findings("pass", "waived"))
    assert counts["notice"] >= len(case.findings("undetermined"))
    yield f"{counts}"
