"""Anniversaries of agreements in the next twelve months."""

import datetime as dt

import pytest

from hansa.register.models import Agreement
from hansa.web.anniversaries import coming_anniversaries

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("signed", "date", "years", "is_round"),
    [
        ("1966-06-30", "2027-06-30", 61, False),
        ("2022-11-21", "2026-11-21", 4, False),
        ("2021-11-22", "2026-11-22", 5, True),
        ("2022-11-20", "2027-11-20", 5, True),
        ("2006-11", "2026-11", 20, True),
        ("2024-02-29", "2027-02-28", 3, False),
        ("2026-12-01", "2027-12-01", 1, False),
    ],
)
def test_next_anniversary_is_the_first_that_is_not_over(signed: str, date: str, years: int, is_round: bool) -> None:
    (found,) = coming_anniversaries([Agreement(signed=signed)], TODAY)

    assert (found.date, found.years, found.is_round) == (date, years, is_round)


@pytest.mark.parametrize("signed", ["", "1997", "2020-01/2020-03"])
def test_signing_that_is_not_known_to_the_month_has_none(signed: str) -> None:
    assert coming_anniversaries([Agreement(signed=signed)], TODAY) == []


def test_nearest_comes_first() -> None:
    found = coming_anniversaries([Agreement(signed=signed) for signed in ("2000-10-01", "2000-12-01")], TODAY)

    assert [one.date for one in found] == ["2026-12-01", "2027-10-01"]
