"""The reader on our own gold set: it may not get worse."""

import json
from pathlib import Path

from hansa.facts import encode_fact
from hansa.reading.files import read_file
from tests.gold.scoring import Score, score, total

_HERE = Path(__file__).parent
_HOMES = json.loads((_HERE / "homes.json").read_text(encoding="utf-8"))
_FLOOR = json.loads((_HERE / "floor.json").read_text(encoding="utf-8"))


def _scores() -> list[Score]:
    found: list[Score] = []
    for path in sorted((_HERE / "documents").glob("*.txt")):
        answers = (_HERE / "answers" / f"{path.stem}.jsonl").read_text(encoding="utf-8")
        _, facts = read_file(path, _HOMES.get(path.stem))
        read = [json.loads(encode_fact(fact)) for fact in facts]
        found += score([json.loads(line) for line in answers.splitlines()], read).values()
    return found


def test_reader_keeps_its_level() -> None:
    reached = total(_scores())
    assert reached.f1 >= _FLOOR["f1"], f"F1 fell to {reached.f1:.3f} ({reached})"


def test_score_of_equal_facts() -> None:
    facts: list[dict[str, object]] = [
        {"type": "agreement", "kind": "sister_city", "parties": ["甲市", "乙市"], "signed": "2001"},
        {"type": "figure", "measure": "申訴", "value": 3, "quote": "申訴3件"},
        {"type": "membership", "member": "甲市", "organization": "河川城市聯盟"},
    ]
    assert {kind: found.f1 for kind, found in score(facts, facts).items()} == {
        "agreement": 1.0, "figure": 1.0, "membership": 1.0,
    }  # fmt: skip


def test_score_counts_each_fact_once() -> None:
    fact = {"type": "organization", "name": "河川城市聯盟"}
    assert score([{"type": "organization", "name": ["河川城市聯盟", "RUC"]}], [fact, fact]) == {
        "organization": Score(gold=1, read=2, both=1)
    }
