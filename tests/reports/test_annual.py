"""The annual report, word for word."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.register.models import Office
from hansa.reports.annual import ReportError, paper, suffix_known, write, year_named
from hansa.reports.blocks import Language, Mark, Paragraph
from hansa.reports.wording import WORDINGS
from tests.factories import make_exchange, make_figure, make_office, make_party
from tests.reports.conftest import MADE

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_the_report_says_what_the_register_holds(office: Office, language: Language) -> None:
    text = write(2022, ".md", language, office, MADE).decode()

    assert text == (SNAPSHOTS / f"annual-2022.{language}.md").read_text(encoding="utf-8")


def test_every_mark_has_its_note_and_every_note_its_first_mark(office: Office) -> None:
    report = paper(2022, "zh-hant", office, MADE)
    text = write(2022, ".html", "zh-hant", office, MADE).decode()

    assert [note.number for note in report.notes] == list(range(1, len(report.notes) + 1))
    for note in report.notes:
        assert text.count(f'id="note-{note.number}"') == text.count(f'id="mark-{note.number}"') == 1


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_a_year_without_data_says_so_at_the_head_and_in_each_chapter(language: Language) -> None:
    report = paper(1999, language, make_office(), MADE)

    titles = WORDINGS[language].titles
    paragraphs = [block.line[0] for block in report.blocks if isinstance(block, Paragraph)]
    said = [part.text for part in paragraphs if not isinstance(part, Mark)]
    assert said == [titles.empty_year, *[titles.nothing] * 4]


def test_queries_do_not_grow_with_the_records(office: Office) -> None:
    counts = []
    for number in (1, 2, 3):
        make_figure(f"某事{number}", number, "2022", home=office.home)
        make_exchange(make_party(f"市{number}"), home=office.home, date="2022-03-01")
        with CaptureQueriesContext(connection) as queries:
            paper(2022, "zh-hant", office, MADE)
        counts.append(len(queries))

    assert counts == [counts[0]] * 3


@pytest.mark.parametrize(
    ("text", "year"), [("2022", 2022), ("111", 2022), (" 111年", 2022), ("1900", 1900), ("1", 1912)]
)
def test_years_are_gregorian_or_of_the_republic(text: str, year: int) -> None:
    assert year_named(text) == year


@pytest.mark.parametrize("text", ["", "abc", "-5", "1899", "2101", "999", "２０２２", "20222", "9" * 40, "2022.5"])
def test_other_years_are_refused(text: str) -> None:
    with pytest.raises(ReportError, match="year"):
        year_named(text)


@pytest.mark.parametrize("suffix", ["", ".txt", ".doc"])
def test_other_suffixes_are_refused_with_the_five(suffix: str) -> None:
    with pytest.raises(ReportError, match=r"one of \.odt, \.docx, \.pdf, \.html, \.md$"):
        suffix_known(suffix)
