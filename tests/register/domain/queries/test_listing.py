"""The list of exchanges: what it is narrowed by, in which order, for whom, how many, and by how many queries."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django import DjangoAssertNumQueries

from hansa.register.domain.bulk import add_all
from hansa.register.domain.queries.listing import (
    COUNTED,
    ListedParty,
    Narrowing,
    count_exchanges,
    exchanges_by_country_and_year,
    exchanges_listed,
    years_and_countries,
)
from hansa.register.domain.users import system_user
from hansa.register.models import Exchange, Party, Tally, User
from hansa.register.search import index_records
from tests.factories import make_exchange, make_party, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> User:
    return make_user()


@pytest.fixture
def cities() -> dict[str, Party]:
    named = {"高雄": "TW", "釜山": "KR", "仁川": "KR", "大阪": "JP"}
    return {name: make_party(name, country=country) for name, country in named.items()}


@pytest.fixture
def held(cities: dict[str, Party]) -> list[Exchange]:
    home, busan, incheon, osaka = cities.values()
    made = [
        make_exchange(busan, incheon, home=home, date="2022-05-03", title="港務參訪"),
        make_exchange(osaka, home=home, date="2021-12-30/2022-01-02", title="跨年", kind="event", published=True),
        make_exchange(busan, osaka, home=busan, date="2020", title="三方論壇", kind="event"),
        make_exchange(osaka, title="未記日期"),
    ]
    index_records([*cities.values(), *made])
    return made


def titles(narrowing: Narrowing, user: User | AnonymousUser, **page: int) -> list[str]:
    return [exchange.title for exchange in exchanges_listed(narrowing, user=user, **page)]


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({}, ["港務參訪", "跨年", "三方論壇", "未記日期"]),
        ({"kind": "event"}, ["跨年", "三方論壇"]),
        ({"year": 2022}, ["港務參訪", "跨年"]),
        ({"year": 2021}, ["跨年"]),
        ({"country": "JP"}, ["跨年", "三方論壇", "未記日期"]),
        ({"country": "KR", "kind": "event"}, []),
        ({"country": "KR", "year": 2020}, []),
        ({"words": "論壇"}, ["三方論壇"]),
        ({"words": "大阪", "kind": "event"}, ["跨年", "三方論壇"]),
        ({"year": 1999}, []),
    ],
)
def test_list_is_narrowed_newest_first(
    held: list[Exchange], reader: User, narrowed: dict[str, Any], found: list[str]
) -> None:
    assert titles(Narrowing(**narrowed), reader) == found
    assert count_exchanges(Narrowing(**narrowed), user=reader) == len(found)


def test_party_takes_part_as_counterpart_or_as_own_city(
    held: list[Exchange], cities: dict[str, Party], reader: User
) -> None:
    of_busan, of_home = (Narrowing(party=cities[name].pk) for name in ("釜山", "高雄"))

    assert titles(of_busan, reader) == ["港務參訪", "三方論壇"]
    assert titles(of_home, reader) == ["港務參訪", "跨年"]
    assert count_exchanges(of_busan, user=reader) == 2
    assert titles(Narrowing(home=cities["釜山"].pk), reader) == ["三方論壇"]


def test_rows_have_their_counterparts(held: list[Exchange], cities: dict[str, Party], reader: User) -> None:
    [first, *_] = exchanges_listed(Narrowing(), user=reader)

    assert (first.pk, first.kind, first.date) == (held[0].pk, "inbound_visit", "2022-05-03")
    assert set(first.parties) == {ListedParty(cities[name].pk, name, "") for name in ("釜山", "仁川")}


def test_visitor_is_shown_and_told_of_published_ones_only(held: list[Exchange]) -> None:
    visitor = AnonymousUser()

    assert titles(Narrowing(), visitor) == ["跨年"]
    assert count_exchanges(Narrowing(), user=visitor) == 1
    assert exchanges_by_country_and_year(user=visitor) == {("JP", 2021): 1, ("JP", 2022): 1}
    assert years_and_countries("exchange", visitor) == ([2022, 2021], ["JP"])


def test_exchanges_are_counted_once_for_each_country_and_year(held: list[Exchange], reader: User) -> None:
    counted = {("JP", 2021): 1, ("JP", 2022): 1, ("KR", 2022): 1, ("JP", 2020): 1}

    assert exchanges_by_country_and_year(user=reader) == counted
    assert ("KR", 2022) not in exchanges_by_country_and_year(user=reader, kind="event")


def test_pages_follow_one_another(held: list[Exchange], reader: User) -> None:
    assert [titles(Narrowing(), reader, limit=3, offset=at) for at in (0, 3)] == [
        ["港務參訪", "跨年", "三方論壇"],
        ["未記日期"],
    ]


@pytest.mark.parametrize(("offset", "found"), [(0, ["港務參訪"]), (1, ["跨年"]), (2, [])])
def test_pages_of_a_year_go_on_with_those_that_began_before(
    held: list[Exchange], reader: User, offset: int, found: list[str]
) -> None:
    assert titles(Narrowing(year=2022), reader, limit=1, offset=offset) == found


def test_changed_and_taken_out_exchanges_are_counted_anew(held: list[Exchange], reader: User) -> None:
    visit = held[0]
    visit.kind = "ceremony"
    visit.save()
    visit.parties.clear()
    held[3].merged_into = visit
    held[3].save()
    index_records([visit, held[3]])

    assert [count_exchanges(one, user=reader) for one in (Narrowing(), Narrowing(country="KR"))] == [3, 0]
    assert titles(Narrowing(kind="ceremony"), reader) == ["港務參訪"]
    assert not Tally.objects.filter(number__lt=0).exists()


def test_hits_of_words_are_counted_so_far_and_no_further(reader: User) -> None:
    rows = [{"kind": "event", "title": "燈會", "date": "2020"}] * (COUNTED + 5)
    add_all(by=system_user(), kind="exchange", rows=rows)

    assert count_exchanges(Narrowing(words="燈會"), user=reader) == COUNTED + 1
    assert count_exchanges(Narrowing(year=2020), user=reader) == COUNTED + 5
    assert len(titles(Narrowing(), reader, limit=10, offset=COUNTED - 10)) == 10


def test_queries_do_not_grow_with_the_list(
    held: list[Exchange], reader: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(3):
        exchanges_listed(Narrowing(country="JP"), user=reader)
