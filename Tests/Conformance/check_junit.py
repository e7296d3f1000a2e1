"""JUnit XML: the schema that Jenkins has for it, and the counts."""

import pathlib

from lxml import etree


def check(case):
    document = etree.parse(str(case.path("junit")), etree.XMLParser(resolve_entities=False, huge_tree=True))
    schema = etree.XMLSchema(etree.parse(str(pathlib.Path(__file__).parent / "junit.xsd")))
    schema.assertValid(document)
    yield "valid by the schema"

    root = document.getroot()
    counted = {name: len(root.findall(f".//{name}")) for name in ("testcase", "failure", "error", "skipped")}
    assert counted["testcase"] == int(root.get("tests"))
    assert counted["failure"] == int(root.get("failures")) == len(case.findings("fail"))
    assert counted["error"] == int(root.get("errors")) == len(case.errors())
    assert counted["skipped"] == len(case.findings("undetermined", "waived"))
    for suite in root:
        assert len(suite.findall("testcase")) == int(suite.get("tests")) > 0
    yield f"{counted} are the report's"
