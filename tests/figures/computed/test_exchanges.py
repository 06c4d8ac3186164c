"""Visits and other exchanges of a period."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.figures.answers import Answer
from hansa.figures.measures import answer
from hansa.register.models import Party
from tests.factories import make_exchange, make_figure, make_party

pytestmark = pytest.mark.django_db
YEAR = (dt.date(2022, 1, 1), dt.date(2022, 12, 31))


@pytest.fixture
def home() -> Party:
    return make_party("高雄市", country="TW")


def ask(key: str, home: Party, period: tuple[dt.date, dt.date] = YEAR) -> Answer:
    return answer(key, home, first=period[0], last=period[1])


def test_visits_are_counted_as_countries_sessions_and_persons(home: Party) -> None:
    tokyo, osaka, seoul = (
        make_party(name, country=code) for name, code in (("東京都", "JP"), ("大阪市", "JP"), ("首爾市", "KR"))
    )
    make_exchange(tokyo, seoul, home=home, date="2022-03-01", headcount=12)
    unknown = make_exchange(osaka, home=home, date="2022-04")
    make_exchange(osaka, home=home, date="2022-05-02", kind="outbound_visit", headcount=5)

    values = [ask(f"inbound_{what}", home).value for what in ("countries", "sessions", "persons")]

    assert values == [2, 2, 12]
    assert [row.amount for row in ask("inbound_persons", home).rows if row.ref == unknown.ref] == [None]


@pytest.mark.parametrize(
    ("date", "months"),
    [
        ("2022-03-30/2022-04-02", [1, 0]),
        ("2022-04-01", [0, 1]),
        ("2022-04", [0, 1]),
        ("2022", [0, 0]),
        ("2022-02/2022-04", [0, 0]),
        ("", [0, 0]),
    ],
)
def test_exchanges_count_in_the_month_in_which_they_begin(home: Party, date: str, months: list[int]) -> None:
    make_exchange(home=home, date=date)
    periods = [(dt.date(2022, 3, 1), dt.date(2022, 3, 31)), (dt.date(2022, 4, 1), dt.date(2022, 4, 30))]

    assert [ask("inbound_sessions", home, period).value for period in periods] == months


def test_the_exchanges_of_another_city_are_left_out(home: Party) -> None:
    make_exchange(home=make_party("臺北市"), date="2022-03-01")

    assert ask("exchanges_total", home).value == 0


def test_exchanges_are_counted_by_kind(home: Party) -> None:
    make_exchange(home=home, date="2022-03-01", kind="online_meeting")
    make_exchange(home=home, date="2022-03-02", kind="exhibition")

    values = [ask(key, home).value for key in ("exchanges_online_meeting", "exchanges_exhibition", "exchanges_total")]

    assert values == [1, 1, 2]


def test_a_published_figure_stands_beside_the_computed_one(home: Party) -> None:
    make_exchange(home=home, date="2022-03-01", headcount=12)
    cases = make_figure("國際訪賓", 33, "2022", unit="案", home=home)
    people = make_figure("國際訪賓人次", 220, "2022", unit="人次", home=home)
    make_figure("國際訪賓", 17, "2021", unit="案", home=home)
    make_figure("消費諮詢", 17, "2022", unit="人次", home=home)

    sessions, persons = ask("inbound_sessions", home), ask("inbound_persons", home)

    assert [(one.ref, one.value) for one in sessions.published] == [(cases.ref, 33)]
    assert [(one.ref, one.value) for one in persons.published] == [(people.ref, 220)]
    assert (sessions.differs, sessions.value, persons.value) == (True, 1, 12)


@pytest.mark.parametrize("key", ["inbound_countries", "inbound_persons", "exchanges_total"])
def test_queries_do_not_grow_with_the_records(home: Party, key: str) -> None:
    counts = []
    for number in (1, 2, 3):
        make_exchange(make_party(f"市{number}"), home=home, date="2022-03-01")
        with CaptureQueriesContext(connection) as queries:
            ask(key, home)
        counts.append(len(queries))

    assert counts == [counts[0]] * 3
