"""The reader as a whole: valid facts, each once, each with words that are in the document."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.facts import decode_fact, encode_fact
from hansa.reading.document import Document, Page
from hansa.reading.formats import read_document
from hansa.reading.reader import RULES, read_facts

SHARED = Path(__file__).parents[3] / "shared" / "facts"
TEXT = (
    "臺中市政府新聞稿\n發布日期：112年5月3日\n\n臺中與札幌簽署合作備忘錄\n\n"
    "市長王大明今（3）日與來訪的日本札幌市長秋元克廣簽署合作備忘錄。\n\n"
    "本市與札幌市於112年5月3日簽署合作備忘錄，範圍包括觀光及教育。\n"
)
FLOOR = 0.75


def document(text: str) -> Document:
    return Document(text, (Page(1, 0, len(text)),))


def test_agreement_said_three_times_is_one_fact() -> None:
    agreements = [fact for fact in read_facts(document(TEXT), "臺中市") if "agreement" in (fact.rule or "")]
    assert [(fact.parties, fact.kind, fact.signed) for fact in agreements] == [  # type: ignore[union-attr]
        (["臺中市", "札幌市"], "mou", "2023-05-03")
    ]


def test_each_fact_is_valid_and_its_quote_in_the_document() -> None:
    facts = read_facts(document(TEXT), "臺中市")
    assert facts
    for fact in facts:
        assert decode_fact(encode_fact(fact)) == fact
        assert fact.quote in " ".join(TEXT.split())
        assert " ".join(TEXT[fact.start : fact.end].split()).startswith(fact.quote)  # type: ignore[misc]


def test_every_rule_says_what_it_claims() -> None:
    assert all(rule.__doc__ for rule in RULES)
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


def test_document_without_a_home_is_read() -> None:
    facts = read_facts(document("札幌市與釜山市於2010年締結姊妹市。\n"))
    assert [fact.parties for fact in facts] == [["札幌市", "釜山市"]]  # type: ignore[union-attr]


def test_empty_document_gives_nothing() -> None:
    assert read_facts(document("")) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*TEXT.split("\n"), "１．", "\t", "（", "×", "姊妹市", "112年", "Mayor of"]), max_size=8)
)
def test_no_text_stops_the_reader(lines: list[str]) -> None:
    for fact in read_facts(document("\n".join(lines)), "臺中市"):
        assert fact.quote


@pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="not run: the shared gold is not beside the checkout")
@pytest.mark.parametrize("name", ["agreement", "exchange"])
def test_reading_does_not_get_worse(name: str, tmp_path: Path) -> None:
    homes = json.loads((SHARED / "homes.json").read_text(encoding="utf-8"))
    pairs: list[str] = []
    for path in sorted((SHARED / "documents").glob("*.txt")):
        read = tmp_path / f"{path.stem}.jsonl"
        facts = read_facts(read_document(path), homes[path.stem])
        read.write_text("".join(encode_fact(fact) + "\n" for fact in facts), encoding="utf-8")
        pairs += [str(SHARED / "gold" / f"{path.stem}.jsonl"), str(read)]
    done = subprocess.run(
        [sys.executable, str(SHARED / "score.py"), *pairs, "--json"], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)[name]["f1"] >= FLOOR
