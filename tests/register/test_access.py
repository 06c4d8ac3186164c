"""Access: what each role sees of each kind of record, and what it may do."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from hansa.register import rules
from hansa.register.access import fetch, fetch_for_editing, records
from hansa.register.enums import Role
from hansa.register.models import RECORD_KINDS, CountingRule
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
    make_office,
    make_organization,
    make_party,
    make_person,
    make_picture,
    make_project,
    make_question,
    make_revision,
    make_rule,
    make_source,
    make_template,
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
    "rule": lambda: make_rule(version=f"20{CountingRule.objects.count():02}-01-01"),
    "question": make_question,
    "picture": make_picture,
    "revision": make_revision,
    "template": make_template,
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


VISITOR = "visitor"
NOBODY: set[str] = set()
EVERYBODY = {"reader", "officer", "editor", "administrator"}
EDITORS = {"editor", "administrator"}
WITH_OFFICERS = {"officer", *EDITORS}
ACTIONS: dict[str, Callable[[rules.Somebody, Record], bool]] = {
    "read": lambda user, record: record in records(record.kind_of_record, user),
    "edit": rules.may_edit,
    "publish": rules.may_publish,
}


@pytest.fixture
def offices() -> dict[str, Any]:
    """Two offices, the first with two units, and records of every relation to somebody of its first unit."""
    office, other = make_office(), make_office(make_party("臺北市"))
    unit, colleagues = make_unit(office), make_unit(office, "文化局")
    return {
        "office": office,
        "unit": unit,
        "own unit": make_gift(office=office, unit=unit),
        "own unit, no office": make_gift(unit=unit),
        "own office": make_gift(office=office),
        "other unit": make_gift(office=office, unit=colleagues),
        "other office": make_gift(office=other, unit=make_unit(other)),
        "no office": make_gift(),
        "party": make_party("釜山"),
        "source": make_source(office=office),
    }


def people(offices: dict[str, Any]) -> dict[str, rules.Somebody]:
    """Somebody of each role, all of one office and unit, and a visitor."""
    staff = {role: make_user(role, office=offices["office"], unit=offices["unit"]) for role in Role.values}
    return {VISITOR: AnonymousUser(), **staff}


@pytest.mark.parametrize(
    ("action", "whose", "allowed"),
    [
        ("read", "own unit", EVERYBODY),
        ("read", "other office", EVERYBODY),
        ("read", "no office", EVERYBODY),
        ("read", "party", EVERYBODY),
        ("edit", "own unit", WITH_OFFICERS),
        ("edit", "own unit, no office", WITH_OFFICERS),
        ("edit", "own office", EDITORS),
        ("edit", "other unit", EDITORS),
        ("edit", "other office", NOBODY),
        ("edit", "no office", EDITORS),
        ("edit", "party", EDITORS),
        ("edit", "source", NOBODY),
        ("publish", "own unit", EDITORS),
        ("publish", "own office", EDITORS),
        ("publish", "other office", NOBODY),
        ("publish", "no office", EDITORS),
        ("publish", "party", EDITORS),
        ("publish", "source", EDITORS),
    ],
)
def test_roles_may_do_to_a_record_what_the_table_says(
    offices: dict[str, Any], action: str, whose: str, allowed: set[str]
) -> None:
    record = offices[whose]

    assert {role for role, user in people(offices).items() if ACTIONS[action](user, record)} == allowed
    if action == "edit":
        assert {role for role, user in people(offices).items() if is_fetched_for_editing(record, user)} == allowed


def is_fetched_for_editing(record: Record, user: rules.Somebody) -> bool:
    try:
        return fetch_for_editing(record.kind_of_record, record.pk, user) == record
    except (Http404, PermissionDenied):
        return False


@pytest.mark.parametrize(
    ("kinds", "allowed"),
    [
        (
            ("agreement", "membership", "exchange", "commitment", "gift", "question", "picture", "revision"),
            WITH_OFFICERS,
        ),
        (("party", "person", "organization", "project", "figure", "rule", "template"), EDITORS),
        (("source", "fact"), NOBODY),
    ],
)
def test_roles_enter_the_kinds_that_the_table_says(
    offices: dict[str, Any], kinds: tuple[str, ...], allowed: set[str]
) -> None:
    for kind in kinds:
        assert {role for role, user in people(offices).items() if rules.may_add(user, kind)} == allowed


@pytest.mark.parametrize(
    ("rule", "allowed"),
    [
        (rules.may_read, EVERYBODY),
        (rules.may_propose, WITH_OFFICERS),
        (rules.may_admit, EDITORS),
        (rules.may_administer, {"administrator"}),
    ],
)
def test_roles_may_do_what_the_table_says(
    offices: dict[str, Any], rule: Callable[[rules.Somebody], bool], allowed: set[str]
) -> None:
    assert {role for role, user in people(offices).items() if rule(user)} == allowed


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_nobody_without_a_role_edits_or_enters_anything(kind: str) -> None:
    record = MAKERS[kind]()

    for user in (AnonymousUser(), make_user("stranger"), make_user("editor", is_active=False)):
        assert not (rules.may_edit(user, record) or rules.may_add(user, kind) or rules.may_publish(user, record))
