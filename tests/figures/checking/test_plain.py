"""A finding as JSON."""

import json

from hansa.figures.checking.finding import Finding
from hansa.figures.checking.plain import plain_finding
from hansa.figures.words import Words


def test_finding_is_plain_under_the_names_that_users_know() -> None:
    finding = Finding(
        2, 5, "34案", "接待34案。", "differs", "number", "34", "33", "inbound_sessions", ("figure-1",),
        Words("登錄資料為：國際訪賓 33 案", "The register holds: 國際訪賓 33 案"), "numbers_are_held",
    )  # fmt: skip

    assert json.loads(json.dumps(plain_finding(finding))) == {
        "quote": "34案",
        "start": 2,
        "end": 5,
        "verdict": "differs",
        "matter": "number",
        "found": "34",
        "expected": "33",
        "measure": "inbound_sessions",
        "records": ["figure-1"],
        "sentence": "接待34案。",
        "reason": {"zh-hant": "登錄資料為：國際訪賓 33 案", "en": "The register holds: 國際訪賓 33 案"},
        "checker": "numbers_are_held",
    }
