"""Which days the words of a question mean."""

import datetime as dt

import pytest

from hansa.reports.answers.periods import period_asked

ON = dt.date(2026, 4, 10)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("近三年簽署的備忘錄", "2023-04-11", "2026-04-10"),
        ("三年來的成果", "2023-04-11", "2026-04-10"),
        ("最近5年", "2021-04-11", "2026-04-10"),
        ("過去十年", "2016-04-11", "2026-04-10"),
        ("over the past three years", "2023-04-11", "2026-04-10"),
        ("in the last 2 years", "2024-04-11", "2026-04-10"),
        ("今年", "2026-01-01", "2026-04-10"),
        ("去年", "2025-01-01", "2025-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("本屆", "2022-12-25", "2026-04-10"),
        ("this term", "2022-12-25", "2026-04-10"),
        ("112年至114年", "2023-01-01", "2025-12-31"),
        ("114年度", "2025-01-01", "2025-12-31"),
        ("2024年3月5日以後", "2024-03-05", "2024-03-05"),
        ("自112年起", "2023-01-01", "2026-04-10"),
        ("since 2023", "2023-01-01", "2026-04-10"),
    ],
)
def test_period_is_understood(words: str, first: str, last: str) -> None:
    period = period_asked(words, ON)

    assert period is not None
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize("words", ["與釜山市交流情形", "why do the numbers differ", "近零年", ""])
def test_words_without_a_period_mean_none(words: str) -> None:
    assert period_asked(words, ON) is None


@pytest.mark.parametrize(("day", "begin"), [("2022-12-24", "2018-12-25"), ("2022-12-25", "2022-12-25")])
def test_a_term_begins_on_its_day(day: str, begin: str) -> None:
    period = period_asked("本屆", dt.date.fromisoformat(day))

    assert period is not None
    assert period.first.isoformat() == begin


def test_leap_day_is_a_day_like_others() -> None:
    period = period_asked("近一年", dt.date(2024, 2, 29))

    assert period is not None
    assert period.first == dt.date(2023, 3, 1)
