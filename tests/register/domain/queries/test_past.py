"""What the register said at a moment, exactly: replayed from the history of any edits."""

import datetime as dt
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hansa.register.domain.history import changing, enter
from hansa.register.domain.queries.past import known, known_record, moment_of
from hansa.register.domain.users import system_user
from hansa.register.errors import RegisterError
from hansa.register.models import RECORD_KINDS, HistoryEntry
from hansa.register.models.record import Record
from hansa.register.states import State, state_of
from tests.factories import make_agreement, make_party
from tests.register.editing import Edit, edit, edits, make_world

pytestmark = pytest.mark.django_db


def remember(record: Record) -> tuple[dt.datetime, State]:
    return HistoryEntry.objects.latest("pk").at, state_of(record)


@pytest.mark.parametrize("kind", list(RECORD_KINDS))
def test_replay_is_what_each_record_held_after_each_edit(kind: str) -> None:
    by = system_user()

    @given(st.lists(edits(kind), min_size=1, max_size=6))
    @settings(
        max_examples=15,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    def replays(drawn: list[Edit]) -> None:
        before = transaction.savepoint()
        records = [record for record in make_world() if record.kind_of_record == kind]
        for record in records:
            enter(by=by, action="add", record=record, after=state_of(record))
        held = {record.ref: [remember(record)] for record in records}
        for which, fields, parts in drawn:
            edit(by, records[which], fields, parts)
            held[records[which].ref].append(remember(records[which]))
        for ref, moments in held.items():
            assert [known_record(ref, at) for at, _ in moments] == [state for _, state in moments]
        live = {ref: moments[-1][1] for ref, moments in held.items() if "merged_into" not in moments[-1][1]}
        assert dict(known(kind, timezone.now())) == live
        transaction.savepoint_rollback(before)

    replays()


def held_since(record: Record, day: dt.datetime) -> Record:
    """The record entered in the history as of a day."""
    enter(by=system_user(), action="add", record=record, after=state_of(record))
    return record


def test_record_is_known_from_its_entry_on() -> None:
    before = timezone.now()
    party = held_since(make_party("釜山"), before)

    assert known_record(party.ref, before) == {}
    assert known_record(party.ref, timezone.now())["name_zh"] == "釜山"


def test_field_that_was_emptied_is_empty_from_then_on() -> None:
    party = held_since(make_party("釜山", name_en="Busan"), timezone.now())
    with_name = timezone.now()
    with changing(by=system_user(), action="edit", record=party):
        party.name_en = ""
        party.save()

    assert known_record(party.ref, with_name)["name_en"] == "Busan"
    assert "name_en" not in known_record(party.ref, timezone.now())


def test_merged_and_published_are_as_they_were() -> None:
    survivor, party = held_since(make_party("釜山"), timezone.now()), held_since(make_party("釜山市"), timezone.now())
    apart = timezone.now()
    with changing(by=system_user(), action="merge", record=party):
        party.merged_into, party.published = survivor, True
        party.save()

    assert {ref for ref, _ in known("party", apart)} == {survivor.ref, party.ref}
    assert {ref for ref, _ in known("party", timezone.now())} == {survivor.ref}
    assert known_record(party.ref, apart)["published"] is False
    assert known_record(party.ref, timezone.now())["merged_into"] == survivor.ref


def test_record_of_which_nothing_is_left_is_not_known() -> None:
    agreement = held_since(make_agreement(make_party("甲市"), make_party("乙市")), timezone.now())
    enter(by=system_user(), action="undo", record=agreement, before=state_of(agreement))

    assert list(known("agreement", timezone.now())) == []


def test_entries_of_the_first_version_are_read_as_far_as_they_go() -> None:
    by = system_user()
    enter(by=by, action="add", record="party-7", after={"name_zh": "釜山", "names": ["釜山", "Busan"]})
    enter(by=by, action="name", record="party-7", after={"name": "プサン"})
    enter(
        by=by, action="admit", record="agreement-3", after={"signed": "1966", "parties": ["party-7"], "fact": "fact-1"}
    )
    enter(by=by, action="admit", record="agreement-3", after={"parties": ["party-8"], "fact": "fact-2"})

    now = timezone.now()
    assert known_record("party-7", now) == {
        "name_zh": "釜山",
        "names": [{"name": "釜山"}, {"name": "Busan"}, {"name": "プサン"}],
    }
    assert known_record("agreement-3", now) == {"signed": "1966", "sides": [{"party": "party-7"}, {"party": "party-8"}]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-01", "2024-05-01T23:59:59.999999+08:00"),
        ("2024-05-01T14:30", "2024-05-01T14:30:00+08:00"),
        ("2024-05-01 14:30:15+00:00", "2024-05-01T14:30:15+00:00"),
    ],
)
def test_moment_is_the_end_of_a_day_or_as_written(text: str, expected: str) -> None:
    assert moment_of(text) == dt.datetime.fromisoformat(expected)


@pytest.mark.parametrize("text", ["", "yesterday", "2024", "2024-13-01", "2024-05-01T25:00"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(RegisterError, match="no moment; write a day such as"):
        moment_of(text)


def test_known_takes_one_query(django_assert_num_queries: Any) -> None:
    for number in range(3):
        held_since(make_party(f"市{number}"), timezone.now())

    with django_assert_num_queries(1):
        assert len(list(known("party", timezone.now()))) == 3
