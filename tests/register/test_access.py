"""Access: what each role sees of each kind of record, and what it may do."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from hansa.register import rules
from hansa.register.access import fetch, records
from hansa.register.enums import Role
from hansa.register.models import RECORD_KINDS
from hansa.register.models.record import Record
from hansa.register.plain import plain
from tests.factories import (
    make_agreement,
    make_commitment,
    make_exchange,
    make_fact,
    make_figure,
    make_gift,
    make_membership,
    make_organization,
    make_party,
    make_person,
    make_project,
    make_source,
    make_unit,
    make_user,
)

pytestmark = pytest.mark.django_db

MAKERS: dict[str, Callable[[], Record]] = {
    "party": make_party,
    "person": make_person,
    "organization": make_organization,
    "agreement": lambda: make_agreement(make_party(), make_party("釜山")),
    "membership": lambda: make_membership(make_party(), make_organization()),
    "exchange": make_exchange,
    "project": lambda: make_project(make_organization()),
    "commitment": make_commitment,
    "gift": make_gift,
    "figure": make_figure,
    "source": make_source,
    "fact": make_fact,
}


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_visitor_sees_only_published_records(kind: str) -> None:
    record = MAKERS[kind]()

    assert list(records(kind, AnonymousUser())) == []
    with pytest.raises(Http404):
        fetch(kind, record.pk, AnonymousUser())
    record.published = True
    record.save()
    assert list(records(kind, AnonymousUser())) == [record]
    assert fetch(kind, record.pk, AnonymousUser()) == record


@pytest.mark.parametrize("kind", RECORD_KINDS)
@pytest.mark.parametrize("role", Role)
def test_every_role_reads_every_kind(kind: str, role: str) -> None:
    record = MAKERS[kind]()

    assert record in records(kind, make_user(role))
    assert fetch(kind, record.pk, make_user(role)) == record


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_listing_takes_the_same_number_of_queries_for_one_and_three(kind: str) -> None:
    reader, taken = make_user("reader"), []
    for made in (1, 2):
        for _ in range(made):
            MAKERS[kind]()
        with CaptureQueriesContext(connection) as queries:
            assert len([plain(record) for record in records(kind, reader)]) >= made
        taken.append(len(queries))

    assert taken[0] == taken[1]


@pytest.mark.parametrize("user", [{"role": "stranger"}, {"is_active": False}])
def test_user_without_a_known_role_or_account_is_a_visitor(user: dict[str, object]) -> None:
    make_party()

    assert list(records("party", make_user(**user))) == []  # type: ignore[arg-type]


def test_unknown_kind_is_denied() -> None:
    with pytest.raises(Http404, match="no kind of record: jewel"):
        fetch("jewel", 1, make_user())
    with pytest.raises(KeyError):
        records("jewel", make_user())


def test_merged_record_answers_with_its_survivor() -> None:
    survivor = make_party("釜山廣域市")
    old = make_party("釜山", merged_into=survivor)

    assert fetch("party", old.pk, make_user()) == survivor
    assert list(records("party", make_user())) == [survivor]


@pytest.mark.parametrize(
    ("rule", "allowed"),
    [
        (rules.may_read, {"reader", "officer", "editor", "administrator"}),
        (rules.may_propose, {"officer", "editor", "administrator"}),
        (rules.may_admit, {"editor", "administrator"}),
        (rules.may_publish, {"editor", "administrator"}),
        (rules.may_administer, {"administrator"}),
    ],
)
def test_roles_may_do_what_the_table_says(rule: Callable[[rules.Somebody], bool], allowed: set[str]) -> None:
    assert {role for role in Role.values if rule(make_user(role))} == allowed
    assert not rule(AnonymousUser())


def test_officer_edits_the_records_of_the_own_unit_only() -> None:
    unit = make_unit()
    officer, colleague = make_user("officer", unit=unit), make_user("officer")
    membership = make_membership(unit.office.home, make_organization(), unit=unit)

    assert rules.may_edit(officer, membership)
    assert not rules.may_edit(colleague, membership)
    assert not rules.may_edit(officer, make_organization("他盟"))
    assert not rules.may_edit(make_user("reader", unit=unit), membership)
    assert rules.may_edit(make_user("editor"), membership)
