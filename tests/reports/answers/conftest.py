"""The register of the lists, and questions that a council asks of it in April 2026."""

import datetime as dt
from collections.abc import Callable

import pytest

from hansa.register.models import Office, Question
from hansa.register.search import rebuild_index
from hansa.reports.answers.pack import Pack, pack_for
from hansa.reports.blocks import Language
from tests.factories import make_fact, make_figure, make_passage, make_source
from tests.reports.lists.conftest import office as office_of_lists

ASKED = dt.date(2026, 4, 10)
Ask = Callable[..., Pack]


@pytest.fixture
def office(db: None) -> Office:
    """The office of the lists, with a count of partners that a document published, and a year's report."""
    office: Office = office_of_lists.__wrapped__(db)
    source = make_source(
        "本市截至2025年12月共有45個姊妹市及友好城市。\n114年受理消費諮詢13,358人次。", "業務報告", home=office.home
    )
    make_fact(make_figure("姊妹市及友好城市", 45, "2025-12", unit="個", home=office.home), make_passage(source, 0, 26))
    make_fact(make_figure("受理消費諮詢", 13358, "2025", unit="人次", home=office.home), make_passage(source, 27))
    rebuild_index()
    return office


@pytest.fixture
def ask(office: Office) -> Ask:
    """Asks a question of the office."""

    def asked(words: str, language: Language = "zh-hant", on: dt.date = ASKED) -> Pack:
        return pack_for(words, on, office, language)

    return asked


def make_question(office: Office, words: str, answer: str = "", **fields: object) -> Question:
    """A question of the office, answered where an answer is given."""
    fields = {"councillor": "王議員", "date": dt.date(2025, 10, 1)} | fields
    if answer:
        fields |= {"answer": answer, "state": "answered", "answered": fields.get("answered", fields["date"])}
    return Question.objects.create(office=office, words=words, **fields)


def sentences(pack: Pack) -> list[str]:
    """The sentences of the draft, those below others too."""
    return [
        one.text
        for section in pack.sections
        for statement in section.statements
        for one in (statement, *statement.below)
    ]


def numbers(pack: Pack) -> dict[str, int]:
    """The numbers of the draft by what they count."""
    return {number.key: int(number.value) for number in pack.numbers}
