"""What exchanges cost, and their public."""

import datetime as dt

import pytest

from hansa.figures.measures import answer
from hansa.register.models import CostLine, Exchange, Party
from tests.factories import make_exchange, make_party

pytestmark = pytest.mark.django_db
YEAR = {"first": dt.date(2022, 1, 1), "last": dt.date(2022, 12, 31)}


@pytest.fixture
def home() -> Party:
    return make_party("高雄市", country="TW")


def spend(exchange: Exchange, amount: float, currency: str = "TWD") -> None:
    CostLine.objects.create(exchange=exchange, item="機票", amount=amount, currency=currency)


def test_the_costs_of_visits_are_summed_in_the_own_currency(home: Party) -> None:
    first, second, _third = (
        make_exchange(home=home, kind="outbound_visit", date=f"2022-0{month}-01") for month in (1, 2, 3)
    )
    spend(first, 1000)
    spend(first, 500)
    spend(first, 70, "USD")
    spend(second, 9, "JPY")
    spend(make_exchange(home=home, kind="donation", date="2022-05-01"), 40)

    visits, everything = (answer(key, home, **YEAR) for key in ("outbound_cost", "exchanges_cost"))

    assert (visits.value, visits.silent, everything.value) == (1500, 2, 1540)
    assert [(row.amount, row.note) for row in visits.rows] == [
        (1500, "2022-01-01, 70 USD"),
        (None, "2022-02-01, 9 JPY"),
        (None, "2022-03-01"),
    ]


def test_the_public_of_events_is_summed(home: Party) -> None:
    festival = make_exchange(home=home, kind="event", date="2022-03-01", attendance=220_000)
    make_exchange(home=home, kind="event", date="2022-04-01")

    found = answer("events_attendance", home, **YEAR)

    assert (found.value, [row.ref for row in found.rows]) == (220_000, [festival.ref])
