"""Code Quality JSON: what GitLab's documentation demands of an entry."""

import json


def check(case):
    entries = json.loads(case.path("gitlab").read_text("utf-8"))
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert all(isinstance(entry[key], str) and entry[key] for key in set(entry) - {"location"})
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert isinstance(entry["location"]["lines"]["begin"], int) and entry["location"]["lines"]["begin"] > 0
        assert not entry["location"]["path"].startswith(("/", "./"))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    rules = [entry for entry in entries if entry["check_name"] != "signaudit.diagnostic"]
    assert len(rules) == len(case.findings("fail", "undetermined"))
    assert sum(entry["severity"] == "blocker" for entry in entries) == len(case.errors())
    yield f"{len(entries)} entries with fingerprints of their own"
