"""How the times of two numbers lie."""

import pytest

from hansa.facts import Span, span
from hansa.figures.checking.times import Times, times, told_in


def days(period: str) -> Span | None:
    return span(period) if period else None


@pytest.mark.parametrize(
    ("draft", "register", "lie"),
    [
        ("2022", "2022-01/2022-12", Times.SAME),
        ("2022", "2022-03", Times.NEAR),
        ("2025-07/2026-03", "2026", Times.NEAR),
        ("2023", "2022", Times.APART),
        ("", "2022", Times.NEAR),
        ("", "", Times.SAME),
    ],
)
def test_periods_lie(draft: str, register: str, lie: Times) -> None:
    assert times(days(draft), None, days(register), None) is lie


@pytest.mark.parametrize(
    ("document", "lie"), [("2025-09/2026-03", Times.SAME), ("2024-09/2025-03", Times.APART), ("", Times.NEAR)]
)
def test_number_without_a_period_is_of_the_time_of_its_document(document: str, lie: Times) -> None:
    assert times(days("2025-07/2026-03"), None, None, days(document)) is lie


def test_document_tells_of_the_time_of_its_days_not_of_its_years() -> None:
    assert told_in([days("2025"), days("2025-09"), days("2026-03-12"), None]) == span("2025-09-01/2026-03-12")


def test_document_that_tells_of_many_years_tells_of_no_time() -> None:
    assert told_in([days("1997-09-09"), days("2022-06-09")]) is None
    assert told_in([]) is None
