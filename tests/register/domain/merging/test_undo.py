"""Undoing a merge: everything is as before, and what was entered since is not lost."""

import datetime as dt
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.register.access import fetch
from hansa.register.domain.history import broken_links, changing
from hansa.register.domain.merging.merge import merge
from hansa.register.domain.merging.undo import merge_behind, merge_of, undo_merge
from hansa.register.errors import RegisterError
from hansa.register.models import RECORD_KINDS, HistoryEntry, Merge, Party, SearchEntry
from hansa.register.models.record import Record
from hansa.register.search import index_records, rebuild_index
from hansa.register.states import states_of
from tests.factories import (
    make_agreement,
    make_commitment,
    make_exchange,
    make_fact,
    make_gift,
    make_membership,
    make_organization,
    make_party,
    make_person,
    make_project,
    make_user,
)

pytestmark = pytest.mark.django_db

WHY = "同一城市"
NOT = "其實不同"


def everything() -> dict[str, Any]:
    """What every record holds."""
    return {
        f"{kind}-{number}": state
        for kind, model in RECORD_KINDS.items()
        for number, state in states_of(kind, model._default_manager.values_list("pk", flat=True)).items()
    }


def indexed() -> list[dict[str, Any]]:
    entries = SearchEntry.objects.order_by("record", "text").values()
    return [{name: value for name, value in entry.items() if name != "id"} for entry in entries]


def scene() -> list[Party]:
    """Five parties with all that may name them, some of it twice."""
    names = {"釜山": "", "釜山廣域市": "Busan", "高雄": "", "高雄市": "Kaohsiung", "熊本": ""}
    parties = [make_party(name_zh, name_en=name_en) for name_zh, name_en in names.items()]
    one, two, three, four, five = parties
    for party in parties:
        party.names.create(name=party.name_zh, folded=party.name_zh)
    league = make_organization()
    make_membership(one, league, since="2001")
    make_fact(make_membership(two, league, since="2001-05", role="理事"))
    make_membership(five, league)
    tie = make_agreement(one, three, five, signed="1966")
    tie.steps.create(kind="council_approved", party=three, date="1966")
    tie.steps.create(kind="council_approved", party=four, date="1966-05", document="第1號")
    text = make_agreement(two, four, five, kind="mou", supersedes=tie)
    make_commitment(agreement=text, party=two)
    visit = make_exchange(one, two, five, home=three)
    visit.people.create(person=make_person(), party=two)
    make_exchange(three, home=four)
    make_gift(party=four, exchange=visit)
    make_project(league, organizing=two).participating.add(one, two, three)
    four.parent = two
    four.save()
    return parties


def named(one: str) -> Record:
    kind, _, number = one.rpartition("-")
    return RECORD_KINDS[kind]._default_manager.get(pk=number)  # type: ignore[no-any-return]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=6))
def test_any_chain_of_merges_is_undone_to_the_same_states(pairs: list[tuple[int, int]]) -> None:
    with transaction.atomic():
        user, parties = make_user(), scene()
        rebuild_index()
        states, index = [everything()], [indexed()]
        done: list[Party] = []
        for kept, merged in pairs:
            try:
                merge(by=user, kept=parties[kept], merged=parties[merged], reason=WHY)
            except RegisterError:
                assert everything() == states[-1]
                continue
            done.append(parties[merged])
            states.append(everything())
            index.append(indexed())
        while done:
            assert (everything(), indexed()) == (states.pop(), index.pop())
            undo_merge(by=user, merged=done.pop(), reason=NOT)
        assert (everything(), indexed()) == (states.pop(), index.pop())
        assert list(broken_links()) == []
        transaction.set_rollback(True)


@settings(max_examples=10, deadline=None)
@given(st.permutations([(0, 1), (2, 3), (0, 4)]), st.permutations([1, 3, 4]))
def test_undoing_in_any_order_is_refused_or_ends_in_the_same_states(
    pairs: list[tuple[int, int]], order: list[int]
) -> None:
    with transaction.atomic():
        user, parties = make_user(), scene()
        before = everything()
        for kept, merged in pairs:
            merge(by=user, kept=parties[kept], merged=parties[merged], reason=WHY)
        waiting = list(order)
        for _ in order:
            for number in list(waiting):
                held = everything()
                try:
                    undo_merge(by=user, merged=parties[number], reason=NOT)
                    waiting.remove(number)
                except RegisterError:
                    assert everything() == held
        assert (waiting, everything()) == ([], before)
        transaction.set_rollback(True)


def replayed(one: str, start: dict[str, Any]) -> dict[str, Any]:
    """What the history says that a record holds, from what it held at first."""
    state = dict(start)
    for entry in HistoryEntry.objects.filter(record=one).order_by("pk"):
        for name in entry.before:
            state.pop(name, None)
        state |= entry.after
    return state


def test_history_replays_merge_and_undoing() -> None:
    user, parties = make_user(), scene()
    before = everything()

    merge(by=user, kept=parties[0], merged=parties[1], reason=WHY)
    assert {one: replayed(one, state) for one, state in before.items()} == everything()
    undo_merge(by=user, merged=parties[1], reason=NOT)
    assert {one: replayed(one, state) for one, state in before.items()} == everything() == before


def test_kept_record_that_gains_nothing_says_so_too() -> None:
    user, kept, merged = make_user(), make_person("金大中"), make_person("金大中")

    merge(by=user, kept=kept, merged=merged, reason=WHY)
    undo_merge(by=user, merged=merged, reason=NOT)

    told = HistoryEntry.objects.filter(record=kept.ref).order_by("pk")
    assert list(told.values_list("action", "before", "after")) == [("merge", {}, {}), ("undo merge", {}, {})]


def test_undone_merge_tells_who_undid_it_and_why() -> None:
    user, (kept, merged, *_) = make_user(), scene()
    done = merge(by=user, kept=kept, merged=merged, reason=WHY)
    entry = HistoryEntry.objects.filter(record=kept.ref).last()
    assert entry and merge_behind(entry) == merge_of(merged) == done

    undo_merge(by=user, merged=merged, reason=NOT)

    done = Merge.objects.get()
    assert (done.undone_by, done.undone_reason) == (user, NOT) and done.undone_at
    assert merge_behind(entry) is merge_of(merged) is None
    assert fetch("party", merged.pk, user) == merged
    merge(by=user, kept=merged, merged=kept, reason=WHY)


def test_time_of_a_party_goes_over_with_what_was_signed_in_it() -> None:
    user = make_user()
    kept = make_party("釜山", begun="2000", begun_first=dt.date(2000, 1, 1))
    merged = make_party("釜山市", begun="1950", begun_first=dt.date(1950, 1, 1), fixed=["begun"])
    agreement = make_agreement(make_party(), merged, signed="1966")
    before = everything()

    merge(by=user, kept=kept, merged=merged, reason=WHY)
    kept.refresh_from_db()
    assert kept.begun == "1950" and kept in agreement.parties.all()
    undo_merge(by=user, merged=merged, reason=NOT)

    assert everything() == before


def test_what_was_entered_since_stays_with_the_kept_record() -> None:
    user, (kept, merged, *_) = make_user(), scene()
    merge(by=user, kept=kept, merged=merged, reason=WHY)
    kept.refresh_from_db()
    with changing(by=user, action="edit", record=kept):
        kept.names.create(name="부산", folded="부산")
        kept.name_en, kept.country = "Pusan", "KR"
        kept.save()
    later = make_exchange(kept)

    undo_merge(by=user, merged=merged, reason=NOT)

    kept.refresh_from_db()
    merged.refresh_from_db()
    assert (kept.name_en, kept.country, merged.name_en) == ("Pusan", "KR", "Busan")
    assert {str(name) for name in kept.names.all()} == {"釜山", "부산"}
    assert {str(name) for name in merged.names.all()} == {"釜山廣域市"}
    assert list(later.parties.all()) == [kept]


def test_undoing_is_refused_where_a_relation_was_changed_since() -> None:
    user, (kept, merged, other, *_) = make_user(), scene()
    gift = make_gift(party=merged)
    merge(by=user, kept=kept, merged=merged, reason=WHY)
    gift.refresh_from_db()
    with changing(by=user, action="edit", record=gift):
        gift.party = other
        gift.save()

    with pytest.raises(RegisterError, match=rf"^{gift.ref} was changed since \(party\); the merge cannot be undone\.$"):
        undo_merge(by=user, merged=merged, reason=NOT)
    assert fetch("party", merged.pk, user) == kept


def test_later_merge_is_undone_first() -> None:
    user, (kept, merged, *_) = make_user(), scene()
    merge(by=user, kept=kept, merged=merged, reason=WHY)
    five = Party.objects.get(name_zh="熊本")
    merge(by=user, kept=five, merged=kept, reason=WHY)

    with pytest.raises(RegisterError, match=r"was merged into .* since; undo that first"):
        undo_merge(by=user, merged=merged, reason=NOT)


def test_what_comes_back_names_nothing_that_was_merged_since() -> None:
    user, home, (one, two) = make_user(), make_party(), (make_party("釜山"), make_party("釜山市"))
    kept, merged = make_agreement(home, one, signed="1966"), make_agreement(home, one)
    merge(by=user, kept=kept, merged=merged, reason=WHY)
    merge(by=user, kept=two, merged=one, reason=WHY)

    with pytest.raises(RegisterError, match=f"^{one.ref} was merged into {two.ref} since; undo that first.$"):
        undo_merge(by=user, merged=merged, reason=NOT)


def test_undoing_wants_a_reason_and_a_merged_record() -> None:
    party = make_party()

    with pytest.raises(RegisterError, match="Write why they are not the same"):
        undo_merge(by=make_user(), merged=party, reason="")
    with pytest.raises(RegisterError, match=f"{party.ref} is not merged"):
        undo_merge(by=make_user(), merged=party, reason=NOT)


def test_what_went_into_another_with_its_facts_is_not_undone_so() -> None:
    kept = make_party("釜山")
    merged = make_party("釜山市", merged_into=kept)

    with pytest.raises(RegisterError, match=rf"^Nobody merged {merged.ref} by hand: it went into {kept.ref} with its "):
        undo_merge(by=make_user(), merged=merged, reason=NOT)


def test_merge_of_what_is_gone_since_is_not_undone() -> None:
    user, kept, merged = make_user(), make_party("釜山"), make_party("釜山市")
    gift = make_gift(party=merged)
    merge(by=user, kept=kept, merged=merged, reason=WHY)
    ref = gift.ref
    gift.delete()

    with pytest.raises(RegisterError, match=rf"^{ref} is gone since; the merge cannot be undone\.$"):
        undo_merge(by=user, merged=merged, reason=NOT)


def test_what_would_come_back_twice_is_refused_in_a_sentence() -> None:
    user, kept, merged = make_user(), make_party("釜山"), make_party("釜山市", atlas_key="busan")
    kept.atlas_key = "pusan"
    kept.save()
    merge(by=user, kept=kept, merged=merged, reason=WHY)
    make_party("另一釜山", atlas_key="busan")

    with pytest.raises(RegisterError, match=f"^{merged.ref} cannot be as before beside what was entered since"):
        undo_merge(by=user, merged=merged, reason=NOT)
    index_records([kept])
