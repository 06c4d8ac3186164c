"""Many records at once: the same rows, history and search as one by one, all or none."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from hansa.register.domain.bulk import add_all
from hansa.register.domain.history import broken_links
from hansa.register.models import Exchange, HistoryEntry, Party, User
from hansa.register.search import search
from hansa.register.states import states_of
from tests.factories import make_organization, make_party, make_person, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return make_user()


def visit(**fields: Any) -> dict[str, Any]:
    return {"kind": "inbound_visit", "title": "港務參訪", "date": "2024-05", **fields}


def full_visit() -> dict[str, Any]:
    return visit(
        home=make_party().pk,
        parties=[make_party("釜山").pk, make_party("大阪").pk],
        people=[{"person": make_person().pk, "role": "head", "post": "市長"}],
        fields=[{"field": "culture"}],
        programme=[{"day": dt.date(2024, 5, 3), "time": dt.time(9, 30), "title": "座談"}],
        costs=[{"item": "交通", "amount": Decimal(12000), "currency": "TWD"}],
        topics=["港務", "觀光"],
        headcount=0,
        published=True,
    )


def test_records_are_written_with_their_parts(editor: User) -> None:
    [number] = add_all(by=editor, kind="exchange", rows=[full_visit()])

    exchange = Exchange.objects.get(pk=number)
    assert (exchange.title, exchange.first, exchange.last) == ("港務參訪", dt.date(2024, 5, 1), dt.date(2024, 5, 31))
    assert [str(party) for party in exchange.parties.order_by("pk")] == ["釜山", "大阪"]
    assert str(exchange.people.get()) == "市長 林小明"


@pytest.mark.parametrize("reason", ["", "匯入"])
def test_history_tells_what_each_record_holds(editor: User, reason: str) -> None:
    rows = [full_visit(), visit(title="")]

    numbers = add_all(by=editor, kind="exchange", rows=rows, action="import", reason=reason)

    held = states_of("exchange", numbers)
    entries = [(one.action, one.record, one.before, one.after, one.reason) for one in HistoryEntry.objects.all()]
    assert entries == [("import", f"exchange-{number}", {}, held[number], reason) for number in numbers]
    assert list(broken_links()) == []


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("party", {"name_zh": "釜山廣域市", "name_en": "Busan", "latitude": 35, "begun": "1876"}),
        ("person", {"name_en": "Lin Xiaoming"}),
        ("organization", {"name_zh": "港灣聯盟", "acronym": "PCL", "names": [{"name": "港盟"}]}),
        ("figure", {"measure": "國際訪賓", "value": Decimal("33.5"), "period": "2022"}),
    ],
)
def test_what_any_kind_holds_is_told_as_the_database_gives_it(editor: User, kind: str, row: dict[str, Any]) -> None:
    numbers = add_all(by=editor, kind=kind, rows=[row])

    assert HistoryEntry.objects.get().after == states_of(kind, numbers)[numbers[0]]


def test_records_are_found(editor: User) -> None:
    [number] = add_all(by=editor, kind="exchange", rows=[full_visit()])

    assert [hit.record for hit in search("釜山 市長", user=editor)] == [f"exchange-{number}"]


def test_numbers_follow_one_another_and_those_given_are_kept(editor: User) -> None:
    later = make_party().pk + 1000
    rows = [{"id": later, "name_zh": "釜山"}, {"id": later - 7, "name_zh": "大阪"}]

    given = add_all(by=editor, kind="party", rows=rows)
    [next_number] = add_all(by=editor, kind="party", rows=[{"name_zh": "橫濱"}])

    assert (given, next_number, make_party("神戶").pk) == ([later, later - 7], later + 1, later + 2)


def test_one_bad_row_leaves_nothing(editor: User) -> None:
    rows = [{"name_zh": f"城市{number}"} for number in range(20_001)]

    with pytest.raises(IntegrityError), transaction.atomic():
        add_all(by=editor, kind="party", rows=[*rows, {"name_zh": ""}])

    assert (Party.objects.count(), HistoryEntry.objects.count()) == (0, 0)


def test_name_of_no_field_is_refused(editor: User) -> None:
    with pytest.raises(ValueError, match="no such field or part: colour"):
        add_all(by=editor, kind="organization", rows=[{"name_zh": "港灣聯盟", "colour": "blue"}])


def test_membership_that_is_there_already_is_refused(editor: User) -> None:
    row = {"party": make_party().pk, "organization": make_organization().pk}

    with pytest.raises(IntegrityError), transaction.atomic():
        add_all(by=editor, kind="membership", rows=[row, row])


def test_queries_do_not_grow_with_the_rows(editor: User, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    parties = [make_party(f"城市{number}").pk for number in range(5)]

    with django_assert_max_num_queries(30):
        add_all(by=editor, kind="exchange", rows=[visit(parties=parties) for _ in range(100)])
