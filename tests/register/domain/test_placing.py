"""A person decides to which record facts belong: admitted into one, joined, split, refused; and takes it back."""

from pathlib import Path

import pytest

from hansa.register.domain.conflicts import settle_conflict, undo_settlement
from hansa.register.domain.facts import admit_fact, join_facts, readmit, refuse_fact, split_fact, undo_decision
from hansa.register.domain.publishing import publish
from hansa.register.domain.queries.candidates import candidates_of
from hansa.register.enums import Admit, FactState
from hansa.register.errors import RegisterError
from hansa.register.models import Agreement, Conflict, Exchange, Fact, HistoryEntry, Organization, Party
from tests.factories import make_agreement, make_exchange, make_party, make_user
from tests.register.loading import agreement, exchange, figure, load_facts, membership, organization
from tests.register.snapshot import snapshot

pytestmark = pytest.mark.django_db


def fact_of(quote: str) -> Fact:
    return Fact.objects.get(passage__quote=quote)


def test_fact_is_admitted_into_a_given_record(tmp_path: Path) -> None:
    load_facts(tmp_path, [exchange("釜山", title="市長來訪", date="2022", quote="甲")])
    load_facts(tmp_path, [exchange("釜山", title="賀函", date="2023", quote="乙")], admit=Admit.NONE)
    record = Exchange.objects.get()

    assert admit_fact(by=make_user(), fact=fact_of("乙"), into=record, reason="同一次") == record

    assert (Exchange.objects.count(), fact_of("乙").pinned, fact_of("乙").record) == (1, True, record)
    assert [(c.field, c.held, c.stated) for c in Conflict.objects.all()] == [("date", "2022", "2023")]


def test_fact_goes_into_no_record_of_another_kind(tmp_path: Path) -> None:
    load_facts(tmp_path, [exchange("釜山", quote="甲"), figure("訪賓", 3, quote="乙")])

    with pytest.raises(RegisterError, match=r"is no record for fact-\d+ \(Figure\)"):
        join_facts(by=make_user(), facts=[fact_of("乙")], record=Exchange.objects.get(), reason="同")


def test_joined_facts_stay_and_draw_what_is_loaded_later(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="2015", quote="甲")])
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="2020", quote="乙")])
    first, second = fact_of("甲").record, fact_of("乙").record

    join_facts(by=make_user(), facts=[fact_of("乙")], record=first, reason="同一份")
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="2020", quote="丙")])

    assert fact_of("乙").record == fact_of("丙").record == first
    assert [(c.field, c.held, c.stated) for c in Conflict.objects.all()] == [("signed", "2015", "2020")] * 2
    assert Agreement.objects.get(pk=second.pk).merged_into == first


def test_split_fact_has_a_record_of_its_own_and_leaves_the_other_alone(tmp_path: Path) -> None:
    for quote in ("甲", "乙"):
        load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966", quote=quote)])
    held = Agreement.objects.get()

    record = split_fact(by=make_user(), fact=fact_of("乙"), reason="另一份")
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966", quote="丙")])

    assert (fact_of("甲").record, fact_of("乙").record, fact_of("丙").record) == (held, record, held)
    assert [side.party.name_zh for side in record.sides.all()] == ["高雄市", "釜山"]


def test_fact_that_is_alone_cannot_be_split(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", quote="甲")])

    with pytest.raises(RegisterError, match="shares no record with another fact"):
        split_fact(by=make_user(), fact=fact_of("甲"), reason="另一份")


def test_membership_cannot_be_split(tmp_path: Path) -> None:
    for quote in ("甲", "乙"):
        load_facts(tmp_path, [membership("世界港灣聯盟", quote=quote)])

    with pytest.raises(RegisterError, match="one membership of each party"):
        split_fact(by=make_user(), fact=fact_of("乙"), reason="另一筆")


def test_organization_is_split_and_its_members_stay(tmp_path: Path) -> None:
    load_facts(tmp_path, [organization("世界港灣聯盟", quote="甲"), membership("世界港灣聯盟", quote="丙")])
    load_facts(tmp_path, [organization("世界港灣聯盟", founded="1999", quote="乙")])

    record = split_fact(by=make_user(), fact=fact_of("乙"), reason="同名的另一團體")

    assert Organization.objects.count() == 2
    assert fact_of("丙").record.organization == fact_of("甲").record != record
    readmit(by=make_user())
    assert fact_of("丙").record.organization == fact_of("甲").record


def test_refused_fact_takes_its_record_with_it_and_undoing_brings_both_back(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "虛構之丘", quote="甲"), figure("訪賓", 3, quote="乙")])
    before = snapshot()
    record = fact_of("甲").record.ref

    refuse_fact(by=make_user(), fact=fact_of("甲"), reason="只是計畫")

    assert (Agreement.objects.count(), Party.objects.filter(name_zh="虛構之丘").count()) == (0, 0)
    last = HistoryEntry.objects.filter(record=record).last()
    assert (last.action, last.before["kind"], last.after) == ("remove", "sister_city", {})
    undo_decision(by=make_user(), fact=fact_of("甲"))
    assert snapshot() == before


@pytest.mark.parametrize("decision", ["admit", "refuse", "join", "split"])
def test_every_decision_is_undone(tmp_path: Path, decision: str) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966", quote="甲")])
    load_facts(
        tmp_path, [agreement("高雄市", "釜山", signed="1968", quote="乙"), agreement("高雄市", "熊本市", quote="丁")]
    )
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966-06-30", quote="丙")], admit=Admit.NONE)
    before, by = snapshot(), make_user()
    fact = fact_of("丙" if decision == "admit" else "乙")

    if decision == "admit":
        admit_fact(by=by, fact=fact)
    elif decision == "refuse":
        refuse_fact(by=by, fact=fact, reason="誤")
    elif decision == "join":
        join_facts(by=by, facts=[fact], record=fact_of("丁").record, reason="同")
    else:
        split_fact(by=by, fact=fact, reason="異")
    assert snapshot() != before
    undone = undo_decision(by=by, fact=fact, reason="再看")

    assert (undone.action, snapshot()) == (decision, before)
    entry = HistoryEntry.objects.get(action="undo", record=fact.ref)
    assert entry.reason.startswith(decision) and entry.reason.endswith("再看")
    with pytest.raises(RegisterError, match="nothing to undo"):
        undo_decision(by=by, fact=fact)


def test_decisions_are_undone_one_after_the_other(tmp_path: Path) -> None:
    for quote in ("甲", "乙"):
        load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966", quote=quote)])
    before, by = snapshot(), make_user()
    held = Agreement.objects.get()

    split_fact(by=by, fact=fact_of("乙"), reason="異")
    apart = snapshot()
    join_facts(by=by, facts=[fact_of("乙")], record=held, reason="同")

    undo_decision(by=by, fact=fact_of("乙"))
    assert snapshot() == apart
    undo_decision(by=by, fact=fact_of("乙"))
    assert snapshot() == before


@pytest.mark.parametrize("take_stated", [True, False])
def test_settled_conflict_is_opened_again(tmp_path: Path, take_stated: bool) -> None:
    for quote, signed in (("甲", "1966-06-30"), ("乙", "1968"), ("丙", "1968")):
        load_facts(tmp_path, [agreement("高雄市", "釜山", signed=signed, quote=quote)])
    before, by = snapshot(), make_user()
    conflict = Conflict.objects.get(fact=fact_of("乙"))

    settle_conflict(by=by, conflict=conflict, take_stated=take_stated, reason="依原件")
    record = Agreement.objects.get()
    assert (record.signed, record.fixed) == ("1968" if take_stated else "1966-06-30", ["signed"])
    assert not Conflict.objects.filter(settled_at=None).exists()

    undo_settlement(by=by, conflict=conflict)
    assert snapshot() == before


def test_settlement_holds_for_documents_that_come_later(tmp_path: Path) -> None:
    for quote, signed in (("甲", "1966-06-30"), ("乙", "1968")):
        load_facts(tmp_path, [agreement("高雄市", "釜山", signed=signed, quote=quote)])
    settle_conflict(by=make_user(), conflict=Conflict.objects.get(), take_stated=True, reason="依原件")

    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966-06-30", title="盟約", quote="丙")])
    assert Agreement.objects.get().signed == "1968"
    assert not Conflict.objects.filter(settled_at=None).exists()

    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1970", quote="丁")])
    assert [(c.held, c.stated) for c in Conflict.objects.filter(settled_at=None)] == [("1968", "1970")]


def test_record_that_a_person_made_is_joined_and_keeps_what_it_holds(tmp_path: Path) -> None:
    load_facts(tmp_path, [exchange("釜山", quote="戊")])
    made = make_agreement(
        Party.objects.get(name_zh="高雄市"), Party.objects.get(name_zh="釜山"), signed="1966", title="盟約"
    )
    visit = make_exchange(
        Party.objects.get(name_zh="釜山"), home=Party.objects.get(name_zh="高雄市"), date="2022-06-09"
    )

    load_facts(
        tmp_path,
        [
            agreement("高雄市", "釜山", signed="1966-06-30", title="姊妹市盟約", subjects=["港灣"], quote="甲"),
            exchange("釜山", date="2022-06-09", headcount=3, quote="乙"),
        ],
    )

    made.refresh_from_db()
    assert fact_of("甲").record == made and fact_of("乙").record == visit
    assert (made.signed, made.title, made.subjects) == ("1966", "盟約", ["港灣"])
    assert Conflict.objects.count() == 0


def test_waiting_fact_has_candidates(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966", quote="甲"), exchange("虛構之丘", quote="丙")])
    load_facts(tmp_path, [agreement("高雄市", "虛構之丘陵", signed="1966", quote="乙")], admit=Admit.SURE)
    assert fact_of("乙").state == FactState.PROPOSED

    found = {(one.title, one.name): one.score for one in candidates_of(fact_of("乙"))}

    assert found["虛構之丘", "虛構之丘陵"] > 0.8
    assert found["高雄市 × 釜山 Sister city", ""] > 0.5


def test_fact_gets_in_once_its_party_is_known(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "虛構之丘", quote="甲")], admit=Admit.SURE)
    assert Agreement.objects.count() == 0
    make_party("虛構之丘", country="JP").names.create(name="虛構之丘", folded="虚构之丘")

    load_facts(tmp_path, [figure("訪賓", 3)], admit=Admit.SURE)

    assert fact_of("甲").record == Agreement.objects.get()


def test_fact_of_a_time_before_its_party_waits(tmp_path: Path) -> None:
    load_facts(tmp_path, [exchange("釜山", quote="丙")])
    Party.objects.filter(name_zh="釜山").update(begun="1995", begun_first="1995-01-01")

    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966", quote="甲")])

    assert (fact_of("甲").state, fact_of("甲").why) == (FactState.PROPOSED, "釜山 did not exist at that time")


def test_hidden_record_stays_hidden(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966", quote="甲")], publish=True)
    publish(by=make_user(), record=Agreement.objects.get(), published=False)

    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966-06", quote="乙")])

    assert (Agreement.objects.get().published, Agreement.objects.get().signed) == (False, "1966-06")
