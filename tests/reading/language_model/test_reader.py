"""Reading by a model: what it invents, mangles or refuses to say never becomes a fact."""

import json
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.facts import Agreement, Fact
from hansa.reading.document import Document
from hansa.reading.language_model import EndpointError, ModelReader
from hansa.reading.language_model.answers import AnswerError, take
from hansa.reading.language_model.passages import Passage, passages
from hansa.reading.structure import restore
from tests.reading.language_model.server import Answer, gives, model, says, status

_TEXT = (
    "花東市政府新聞稿\n\n本市與長崎市於2004年5月1日締結姊妹市，由市長林大同代表簽署，雙方就觀光與教\n育往來。\n\n"
    "去年國際訪賓計1,240人次。\n"
)
_DOCUMENT = Document(_TEXT)
_TIE: dict[str, Any] = {
    "type": "agreement",
    "kind": "sister_city",
    "parties": ["花東市", "長崎市"],
    "signed": "2004-05-01",
    "quote": "本市與長崎市於2004年5月1日締結姊妹市",
}
_GUESTS: dict[str, Any] = {
    "type": "figure", "measure": "國際訪賓", "value": 1240, "unit": "人次", "quote": "國際訪賓計1,240人次",
}  # fmt: skip


def _read(*answers: Answer, document: Document = _DOCUMENT) -> tuple[list[Fact], list[str]]:
    told: list[str] = []
    with model(*answers) as served:
        return ModelReader(served.endpoint(), told.append)(document, "花東市"), told


def test_reader_takes_facts_with_their_place() -> None:
    facts, told = _read(gives(_TIE, _GUESTS))
    assert [type(fact).__name__ for fact in facts] == ["Agreement", "Figure"]
    tie = facts[0]
    assert isinstance(tie, Agreement)
    assert _TEXT[tie.start : tie.end] == tie.quote == _TIE["quote"]
    assert (tie.page, tie.rule, tie.score) == (1, "language_model", 0.5)
    assert told == []


def test_reader_finds_a_quote_over_a_line_break() -> None:
    facts, _ = _read(gives({**_TIE, "quote": "雙方就觀光與教育往來"}))
    assert facts[0].quote == "雙方就觀光與教育往來"


def test_reader_takes_an_answer_in_a_fence() -> None:
    facts, _ = _read(says(f"Here you are:\n```json\n{json.dumps({'facts': [_TIE]})}\n```"))
    assert len(facts) == 1


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"quote": "本市與長崎市締結友好城市"}, "quote"),
        ({"quote": ""}, "quote"),
        ({"parties": ["花東市", "巴黎市"]}, "巴黎市"),
        ({"signatories": [{"name": "王小明"}]}, "王小明"),
        ({"signed": "2004/5/1"}, "EDTF"),
        ({"kind": "twin"}, "kind"),
        ({"type": "treaty"}, "treaty"),
        ({"weather": "fine"}, "weather"),
        ({"parties": "花東市"}, "parties"),
        ({"parties": []}, "parties"),
    ],
)
def test_reader_refuses_what_does_not_hold(changed: dict[str, Any], reason: str) -> None:
    facts, told = _read(gives({**_TIE, **changed}, _GUESTS))
    assert [type(fact).__name__ for fact in facts] == ["Figure"]
    assert "1 of the model's facts were refused" in told[0]
    assert reason in told[0]


def test_reader_refuses_a_number_that_the_quote_does_not_tell() -> None:
    facts, told = _read(gives({**_GUESTS, "value": 12400}))
    assert facts == []
    assert "12400 is not in the quote" in told[0]


def test_reader_does_not_let_the_model_set_place_rule_or_score() -> None:
    facts, _ = _read(gives({**_TIE, "score": 1.0, "rule": "agreement_is_signed", "start": 0, "end": 5, "page": 9}))
    assert (facts[0].score, facts[0].rule, facts[0].page) == (0.5, "language_model", 1)
    assert facts[0].start == _TEXT.index("本市與")


def test_reader_asks_again_where_the_answer_is_no_list() -> None:
    facts, told = _read(says("I would rather not."), gives(_TIE))
    assert len(facts) == 1
    assert told == []


@pytest.mark.parametrize("answer", ["no", "{", '{"facts": 3}', '{"facts": [' + "[" * 5000, "[" * 5000, ""])
def test_reader_says_that_the_model_gave_nothing(answer: str) -> None:
    with pytest.raises(EndpointError, match="no list of facts"):
        _read(says(answer))


def test_reader_tells_which_page_was_not_read() -> None:
    long = Document("\n\n".join(f"本市與第{number}個夥伴往來密切。" + "文" * 2000 for number in range(3)))

    def answer(handler: BaseHTTPRequestHandler, question: str) -> None:
        (says("no") if "第1個" in question else gives())(handler, question)

    facts, told = _read(answer, document=long)
    assert facts == []
    assert told == ["page 1: 1 of its passages got no usable answer from the model; read it yourself"]


def test_reader_stops_where_the_server_fails() -> None:
    with pytest.raises(EndpointError, match="status 500"):
        _read(status(500))


def test_reader_tells_the_model_whose_document_it_is_and_under_which_heading() -> None:
    text = "壹、姊妹市\n\n長崎市：2004年締結。\n\n貳、統計\n\n訪賓1,240人次。\n"
    with model(gives()) as served:
        ModelReader(served.endpoint(), print)(Document(text), "花東市")
    question = served.asked[0]["messages"][-1]["content"]
    assert "花東市" in question
    assert "長崎市" in question


def test_take_gives_at_most_so_many_facts() -> None:
    passage = Passage(_TEXT, (), 0, len(_TEXT))
    taken = take(json.dumps({"facts": [_TIE] * 300}), passage, _DOCUMENT, "花東市")
    assert len(taken.facts) == 200
    assert taken.refused


@given(answer=st.text() | st.recursive(st.none() | st.floats() | st.text(), st.lists).map(json.dumps))
def test_take_gives_facts_or_says_that_there_are_none(answer: str) -> None:
    with suppress(AnswerError):
        assert take(answer, Passage(_TEXT, (), 0, len(_TEXT)), _DOCUMENT, None).facts == []


@given(st.lists(st.text(alphabet="文字 a。\n壹、", max_size=4000), max_size=5).map("\n\n".join))
def test_passages_hold_every_character_of_every_block(text: str) -> None:
    blocks = restore(Document(text))
    held = "".join(passage.text for passage in passages(blocks))
    assert len(held.replace("\n", "").replace(" ", "")) >= len(
        "".join(block.text for block in blocks).replace("\n", "").replace(" ", "").replace("\t", "")
    )
    assert all(len(passage.text) < 5000 for passage in passages(blocks))
