"""Gifts of a period, and their value."""

import datetime as dt

import pytest

from hansa.figures.measures import answer
from hansa.register.models import Party
from tests.factories import make_exchange, make_gift, make_office, make_party

pytestmark = pytest.mark.django_db
YEAR = {"first": dt.date(2022, 1, 1), "last": dt.date(2022, 12, 31)}


@pytest.fixture
def home() -> Party:
    return make_party("高雄市", country="TW")


def day(date: str) -> dict[str, object]:
    return {"date": date, "first": dt.date.fromisoformat(date), "last": dt.date.fromisoformat(date)}


def test_gifts_are_counted_by_direction_and_city(home: Party) -> None:
    office = make_office(home)
    given = make_gift(office=office, **day("2022-03-01"))
    make_gift(direction="received", exchange=make_exchange(home=home), **day("2022-03-01"))
    make_gift(office=office, **day("2021-03-01"))
    make_gift(office=make_office(make_party("臺北市")), **day("2022-03-01"))

    found = [answer(key, home, **YEAR) for key in ("gifts_given", "gifts_received")]

    assert [one.value for one in found] == [1, 1]
    assert [row.ref for row in found[0].rows] == [given.ref]


def test_the_value_of_gifts_is_summed_in_the_own_currency(home: Party) -> None:
    office = make_office(home)
    for value, currency in ((1200, "TWD"), (800.5, "TWD"), (90, "USD"), (None, "")):
        make_gift(office=office, value=value, currency=currency, **day("2022-03-01"))

    found = answer("gifts_given_value", home, **YEAR)

    assert (found.value, found.silent, len(found.rows)) == (2000, 2, 4)
    assert [row.amount for row in found.rows] == [1200, 800, None, None]
    assert found.rows[2].note == "2022-03-01, 90 USD"
