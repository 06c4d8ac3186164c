"""What belongs to a council's period."""

import datetime as dt

import pytest

from hansa.register.models import Office, Source
from hansa.reports.council.period import Period, belongs, documents_of
from hansa.reports.outline.items import Citation
from tests.reports.council.conftest import PERIOD

THEIRS, OTHER = Citation("source-1", "議會業務報告", 1, "本期"), Citation("source-2", "年報", 1, "友好城市")
D = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("date", "first", "last", "citations", "is_in"),
    [
        ("2025-09-15", "2025-09-15", "2025-09-15", (), True),
        ("2025-09", "2025-09-01", "2025-09-30", (), True),
        # begun on a day before the period, or a day after it
        ("2025-06-28/2025-07-03", "2025-06-28", "2025-07-03", (THEIRS,), False),
        ("2026-03-30/2026-04-02", "2026-03-30", "2026-04-02", (), True),
        # a year that only touches it: where its documents all report on the period
        ("2025", "2025-01-01", "2025-12-31", (THEIRS,), True),
        ("2025", "2025-01-01", "2025-12-31", (), False),
        ("2025", "2025-01-01", "2025-12-31", (THEIRS, OTHER), False),
        ("2024", "2024-01-01", "2024-12-31", (THEIRS,), False),
        # no date
        ("", None, None, (THEIRS,), True),
        ("", None, None, (THEIRS, OTHER), False),
        ("", None, None, (), False),
    ],
)
def test_date_belongs_to_the_period_or_not(
    date: str, first: str | None, last: str | None, citations: tuple[Citation, ...], is_in: bool
) -> None:
    days = (date, D(first) if first else None, D(last) if last else None)

    assert belongs(days, citations, PERIOD, {1}) is is_in


def test_report_of_the_session_reports_on_its_period(office: Office) -> None:
    assert documents_of(PERIOD, office) == {Source.objects.get(title="議會業務報告").pk}


@pytest.mark.parametrize(
    ("first", "last"), [("2026-01-01", "2026-01-31"), ("2024-01-01", "2025-12-31"), ("1982-01-01", "1982-12-31")]
)
def test_it_reports_on_no_other_period(office: Office, first: str, last: str) -> None:
    assert Source.objects.get(title="議會業務報告").pk not in documents_of(Period(D(first), D(last)), office)


def test_year_is_reported_on_by_its_own_report(office: Office) -> None:
    year = Period(dt.date(2022, 1, 1), dt.date(2022, 12, 31))

    assert documents_of(year, office) == {Source.objects.get(title="施政成果").pk}
