"""Records as they were: in the form of today's, with what they named then."""

from typing import Any

import pytest
from django.utils import timezone

from hansa.register.domain.history import changing, enter
from hansa.register.domain.queries.recalled import recalled, recalled_record
from hansa.register.domain.queries.records import records_of
from hansa.register.domain.users import system_user
from hansa.register.models import RECORD_KINDS, Agreement, Step
from hansa.register.models.record import Record
from hansa.register.plain import plain
from hansa.register.states import state_of
from tests.factories import make_agreement, make_party
from tests.register.editing import make_world

pytestmark = pytest.mark.django_db


def enter_all_states() -> None:
    for kind in RECORD_KINDS:
        for record in records_of(kind):
            enter(by=system_user(), action="add", record=record, after=state_of(record))


def rename(record: Any, name: str) -> None:
    with changing(by=system_user(), action="rename", record=record):
        record.name_zh = name
        record.save()


@pytest.mark.parametrize("kind", list(RECORD_KINDS))
def test_record_of_now_is_recalled_as_it_is_shown(kind: str) -> None:
    make_world()
    enter_all_states()

    shown = [plain(record) for record in recalled(kind, timezone.now())]

    assert shown == [plain(record) for record in records_of(kind).order_by("pk")]


def test_names_and_parts_are_those_of_the_moment() -> None:
    busan = make_party("釜山")
    agreement = make_agreement(make_party("高雄市"), busan, signed="1966")
    enter_all_states()
    then = timezone.now()
    rename(busan, "釜山廣域市")
    with changing(by=system_user(), action="edit", record=agreement):
        Step.objects.create(agreement=agreement, kind="ended", date="2020")

    before, now = recalled_record(agreement.ref, then), recalled_record(agreement.ref, timezone.now())

    assert before and now
    assert (str(before), plain(before)["state"]) == ("高雄市 × 釜山 Sister city", "in_force")
    assert (str(now), plain(now)["state"]) == ("高雄市 × 釜山廣域市 Sister city", "ended")


def test_later_agreement_counts_from_when_it_was_known() -> None:
    early = make_agreement(make_party("高雄市"), make_party("釜山"), signed="1966")
    enter_all_states()
    then = timezone.now()
    later: Record = make_agreement(make_party("甲市"), make_party("乙市"), signed="1999", supersedes=early)
    enter(by=system_user(), action="add", record=later, after=state_of(later))

    states = [plain(record)["state"] for at in (then, timezone.now()) if (record := recalled_record(early.ref, at))]

    assert states == ["in_force", "superseded"]


def test_merged_record_is_recalled_as_its_survivor_from_then_on() -> None:
    survivor, merged = make_party("釜山"), make_party("釜山市")
    enter_all_states()
    apart = timezone.now()
    with changing(by=system_user(), action="merge", record=merged):
        merged.merged_into = survivor
        merged.save()

    assert recalled_record(merged.ref, apart) == merged
    assert recalled_record(merged.ref, timezone.now()) == survivor
    assert recalled_record("party-99999", timezone.now()) is None


@pytest.mark.parametrize("number", [1, 3])
def test_recalled_agreements_take_the_same_queries(number: int, django_assert_max_num_queries: Any) -> None:
    home = make_party("高雄市")
    for index in range(number):
        make_agreement(home, make_party(f"市{index}"))
    enter_all_states()

    with django_assert_max_num_queries(4):
        assert len([plain(record) for record in recalled("agreement", timezone.now())]) == Agreement.objects.count()
