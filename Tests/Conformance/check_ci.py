"""The action, the template and the hook: their schemas, and the action's script run as the runner would."""

import os
import pathlib
import subprocess

import tools
import yaml
from run import ROOT

ACTION = ROOT / ".github/actions/audit/action.yml"


def check(case):
    if case.name != "samples":
        return
    tools.run("check-jsonschema", "--builtin-schema", "vendor.github-actions", ACTION)
    yield "the action is valid by SchemaStore's schema"
    template = ROOT / ".gitlab/audit.gitlab-ci.yml"
    tools.run(
        "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", template)
    yield "the template is valid by GitLab's schema"
    tools.run("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    yield "the hook is valid by pre-commit"

    action = yaml.safe_load(ACTION.read_text("utf-8"))
    script = next(step["run"] for step in action["runs"]["steps"] if step.get("id") == "audit")
    directory = case.directory / "action"
    directory.mkdir()
    inputs = {
        "BINARY": os.environ["SIGNAUDIT"], "PATHS": "Samples/inventories/jiangpan\nSamples/inventories/liulin\n",
        "RULES": "", "ROSTER": "", "WAIVERS": "Samples/waivers.yaml", "AS_OF": "2026-05-20", "LANGUAGE_": "zh",
        "FAIL_ON": "error", "STRICT": "false", "SARIF": str(directory / "a b.sarif"),
        "GITHUB_OUTPUT": str(directory / "output"), "GITHUB_STEP_SUMMARY": str(directory / "summary.md"),
    }
    for changes, expected, written in [
        ({}, "exit-code=1\nwritten=true\n", True), ({"FAIL_ON": "never"}, "exit-code=0\nwritten=true\n", True),
        ({"PATHS": "nowhere"}, "exit-code=2\n", False), ({"PATHS": "--fail-on"}, "exit-code=2\n", False),
        ({"FAIL_ON": "$(id)"}, "exit-code=64\n", False),
    ]:
        pathlib.Path(inputs["GITHUB_OUTPUT"]).unlink(missing_ok=True)
        environment = os.environ | inputs | changes
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        subprocess.run(shell, cwd=ROOT, env=environment, check=True, capture_output=True)
        output = pathlib.Path(inputs["GITHUB_OUTPUT"]).read_text()
        assert output == expected, (changes, output)
        assert pathlib.Path(inputs["SARIF"]).exists() == written
    assert pathlib.Path(inputs["GITHUB_STEP_SUMMARY"]).read_text("utf-8").startswith("# ")
    yield "the action's script passes on exit codes, and takes no input for code"
