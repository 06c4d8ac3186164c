"""The history: each entry follows the one before it, and no alteration goes unseen."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from hansa.register.domain.history import broken_links, enter
from hansa.register.domain.users import add_user, system_user
from hansa.register.models import HistoryEntry
from hansa.register.states import own_state_of
from tests.factories import make_exchange, make_membership, make_organization, make_party, make_user
from tests.register.tampering import unguarded

pytestmark = pytest.mark.django_db


def write_three() -> list[HistoryEntry]:
    user = make_user()
    for name in ("市0", "市1", "市2"):
        enter(by=user, action="add", record=make_party(name), after={"name_zh": name})
    return list(HistoryEntry.objects.all())


def test_entries_are_chained() -> None:
    first, second, third = write_three()

    assert [first.previous_hash, second.previous_hash, third.previous_hash] == ["", first.hash, second.hash]
    assert list(broken_links()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"after": {"name_zh": "他市"}},
        {"reason": "because"},
        {"action": "edit"},
        {"record": "party-99"},
        {"at": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)},
    ],
)
def test_altered_entry_is_seen(change: dict[str, object]) -> None:
    entry = write_three()[1]

    with unguarded():
        HistoryEntry.objects.filter(pk=entry.pk).update(**change)

    [problem] = broken_links()
    assert problem.startswith(f"history entry {entry.pk} (") and problem.endswith("does not have its hash")


def test_missing_entry_is_seen_in_the_middle_and_at_the_end() -> None:
    first, second, third = write_three()

    with unguarded():
        HistoryEntry.objects.filter(pk=second.pk).delete()
        assert len(list(broken_links())) == 2
        HistoryEntry.objects.filter(pk__in=[first.pk, third.pk]).delete()
    assert list(broken_links()) == ["the history ends after 0 entries; 3 were written"]


def test_database_refuses_to_change_or_delete_an_entry() -> None:
    write_three()

    for alter in (lambda: HistoryEntry.objects.update(reason="because"), lambda: HistoryEntry.objects.all().delete()):
        with pytest.raises(IntegrityError, match="entries of the history are never"), transaction.atomic():
            alter()

    assert list(broken_links()) == []


def test_state_leaves_out_what_is_empty() -> None:
    exchange = make_exchange(date="2022-06-09", title="參訪")

    assert own_state_of(exchange) == {
        "published": False,
        "kind": "inbound_visit",
        "title": "參訪",
        "date": "2022-06-09",
        "first": "2022-06-09",
        "last": "2022-06-09",
    }


def test_state_names_other_records_by_their_refs() -> None:
    party, league = make_party(), make_organization()

    state = own_state_of(make_membership(party, league))

    assert (state["party"], state["organization"]) == (party.ref, league.ref)


def test_added_user_is_in_the_history_without_the_password() -> None:
    user = add_user(by=system_user(), username="chen", password="a long password", role="officer")

    entry = HistoryEntry.objects.get(record=f"user-{user.pk}")
    assert entry.after == {"username": "chen", "role": "officer", "active": True}


def test_program_cannot_log_in() -> None:
    assert not system_user().has_usable_password()
    assert system_user() == system_user()
