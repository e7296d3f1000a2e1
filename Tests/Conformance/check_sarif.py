"""SARIF: the OASIS schema, sarif-tools, and what the schema does not see."""

import json
import re
import urllib.parse

import tools
from run import WORK, Missing


def check(case):
    path = case.path("sarif")
    run = json.loads(path.read_text("utf-8"))["runs"][0]
    results = run["results"]

    findings = case.findings()
    assert len(results) == len(findings)
    kinds = {"fail": "fail", "waived": "fail", "undetermined": "open", "pass": "pass"}
    levels = {"error": "error", "warning": "warning", "advice": "note"}
    for result, finding in zip(results, findings):
        assert result["ruleId"] == finding["rule"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
        assert result["kind"] == kinds[finding["outcome"]]
        assert result["level"] == (levels[finding["severity"]] if result["kind"] == "fail" else "none")
        assert len(result["suppressions"]) == (finding["outcome"] == "waived")
        assert result["partialFingerprints"]["signaudit/v1"] == finding["fingerprint"]
    yield f"{len(results)} results are the report's findings, {len(case.findings('waived'))} of them suppressed"

    said = run["invocations"][0]["toolExecutionNotifications"]
    assert sum(n["level"] == "error" for n in said) == len(case.errors())
    assert run["invocations"][0]["executionSuccessful"] == (not case.errors())
    yield f"{len(case.errors())} errors of reading are notifications"

    uris = set(re.findall(r'"uri": "([^"]*)"', path.read_text("utf-8")))
    for uri in uris:
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri), uri
        name = urllib.parse.unquote_to_bytes(uri)
        assert (case.root / "x").parent.joinpath(name.decode("utf-8", "surrogateescape")).exists(), uri
    yield f"{len(uris)} URIs are percent-encoded and lead to files"

    schema = WORK / "sarif-schema-errata01.json"
    if not schema.exists() or schema.stat().st_size == 0:
        raise Missing("the SARIF schema is not there")
    # A pattern of the schema is none in ECMAScript.
    tools.run("check-jsonschema", "--regex-variant", "python", "--schemafile", schema, path)
    yield "valid by the OASIS schema"

    summary = tools.run("sarif", "summary", path)
    count = sum(int(n) for n in re.findall(r"^(?:error|warning|note|none): (\d+)", summary, re.M))
    assert count == len(results), summary
    yield f"sarif-tools counts {count} results"
