"""The circle: what a report says of the register is what reading the report gives back."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from hansa.facts import Agreement, Exchange, Fact, Figure
from hansa.reading.formats import read_document
from hansa.reading.reader import read_facts
from hansa.register import models
from hansa.register.domain.installation import resolve_home
from hansa.register.domain.loading import load
from hansa.register.domain.sources import Reading
from hansa.register.domain.users import system_user
from hansa.register.enums import Admit
from hansa.register.models import Office
from hansa.reports.annual import write
from tests.factories import make_office
from tests.reports.circle import closed
from tests.reports.conftest import MADE

DOCUMENT = """高雄市政府行政暨國際處111年度工作紀要

壹、一般行政
一、消費者保護
111年度受理消費諮詢13,358人次，消費爭議第一次申訴5,881件。

貳、國際事務
一、訪賓接待
111年度接待國際訪賓33案，共220人次。

二、城市交流
111年3月17日，陳其邁市長與日本熊本市大西一史市長舉行視訊會議，討論產業與觀光。
111年8月10日，聖露西亞總理皮耶來訪，拜會陳其邁市長。
111年6月9日，高雄市與斯洛伐克布拉提斯拉瓦省簽署夥伴協定。
"""


def facts_of(path: Path) -> Sequence[Fact]:
    return list(read_facts(read_document(path), "高雄市"))


@pytest.fixture
def loaded(db: None, tmp_path: Path) -> Office:
    """An office whose register was read from a document."""
    office = make_office(resolve_home("高雄市"))
    path = tmp_path / "notes.txt"
    path.write_text(DOCUMENT, encoding="utf-8")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    reading = Reading(path, sha256, path.stat().st_size, read_document(path), facts_of(path))
    load(by=system_user(), readings=[reading], home=office.home, admit=Admit.ALL)
    return office


def figures(found: Sequence[Fact]) -> set[tuple[object, ...]]:
    return {(fact.value, fact.unit, fact.period) for fact in found if isinstance(fact, Figure)}


def exchanges(found: Sequence[Fact]) -> set[tuple[object, ...]]:
    return {(fact.kind, fact.date) for fact in found if isinstance(fact, Exchange)}


def agreements(found: Sequence[Fact]) -> set[tuple[object, ...]]:
    return {(fact.kind, fact.signed) for fact in found if isinstance(fact, Agreement)}


@pytest.mark.parametrize("suffix", [".odt", ".html", ".docx", ".pdf", ".md"])
def test_reading_the_report_gives_back_the_register(loaded: Office, tmp_path: Path, suffix: str) -> None:
    report = tmp_path / f"report{suffix}"
    report.write_bytes(write(2022, suffix, "zh-hant", loaded, MADE))

    found = facts_of(report)

    held = {(figure.value, figure.unit, figure.period) for figure in models.Figure.objects.all()}
    assert held == {(13358, "人次", "2022"), (5881, "件", "2022"), (33, "案", "2022"), (220, "人次", "2022")}
    assert held <= figures(found)
    assert exchanges(found) == {(one.kind, one.date) for one in models.Exchange.objects.all()}
    assert agreements(found) == {(one.kind, one.signed) for one in models.Agreement.objects.all()}


Facts = Callable[[Sequence[Fact]], set[tuple[object, ...]]]


@pytest.mark.parametrize("facts", [figures, exchanges, agreements])
def test_there_is_something_to_give_back(loaded: Office, tmp_path: Path, facts: Facts) -> None:
    assert facts(facts_of(tmp_path / "notes.txt"))


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".pdf", ".html", ".md"])
def test_a_report_of_many_kinds_of_record_comes_back(office: Office, suffix: str) -> None:
    circle = closed(2022, suffix, "zh-hant", office, MADE)

    assert {kind for kind, score in circle.facts.items() if score.gold} == {
        "agreement", "exchange", "figure", "membership",
    }  # fmt: skip
    assert circle.overall.f1 >= 0.9, (circle.missed, circle.excess)
