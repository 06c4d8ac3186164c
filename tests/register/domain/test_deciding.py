"""A person decides: facts admitted or refused, conflicts settled, records published."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from hansa.facts import Members
from hansa.register.domain.admission.hindrance import Unresolved
from hansa.register.domain.conflicts import settle_conflict
from hansa.register.domain.facts import admit_each, admit_fact, refuse_fact
from hansa.register.domain.publishing import publish
from hansa.register.enums import Admit, FactState
from hansa.register.errors import RegisterError
from hansa.register.models import Agreement, Conflict, Fact, Figure, HistoryEntry, Organization, Party
from hansa.register.search import search
from tests.factories import make_party, make_user
from tests.register.loading import agreement, exchange, figure, load_facts, organization

pytestmark = pytest.mark.django_db


def test_proposed_fact_is_admitted_by_a_person(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "虛構之丘")], admit=Admit.NONE)
    editor, fact = make_user(), Fact.objects.get()

    record = admit_fact(by=editor, fact=fact)

    fact.refresh_from_db()
    assert (record, fact.state, fact.why) == (Agreement.objects.get(), FactState.ADMITTED, "")
    assert fact.decided_by == editor and fact.decided_at is not None
    assert HistoryEntry.objects.filter(by=editor, action="admit", record=record.ref).count() == 1
    assert search("虛構之丘", user=editor, kinds=["agreement"])[0].record == record.ref


def test_of_several_facts_those_are_admitted_that_can_be(tmp_path: Path) -> None:
    stated = [agreement("高雄市", "釜山"), agreement("高雄市", "高雄"), agreement("高雄市", "熊本")]
    load_facts(tmp_path, stated, admit=Admit.NONE)
    editor, facts = make_user(), list(Fact.objects.order_by("pk"))
    refuse_fact(by=editor, fact=facts[2], reason="只是計畫")

    left = admit_each(by=editor, facts=facts)

    assert [str(left.get(fact.pk, "")) for fact in facts] == [
        "",
        "an agreement needs two parties, and all these names mean one",
        "This fact is decided already.",
    ]
    assert list(Fact.objects.order_by("pk").values_list("state", flat=True)) == ["admitted", "proposed", "refused"]
    assert list(HistoryEntry.objects.filter(action="admit", by=editor).values_list("record", flat=True)) == [
        Agreement.objects.get().ref,
        facts[0].ref,
    ]


def test_fact_that_cannot_be_admitted_says_why(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "高雄")], admit=Admit.NONE)

    with pytest.raises(Unresolved, match="an agreement needs two parties"):
        admit_fact(by=make_user(), fact=Fact.objects.get())


def test_refused_fact_keeps_its_reason_and_is_decided(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山")], admit=Admit.NONE)
    editor, fact = make_user(), Fact.objects.get()

    refuse_fact(by=editor, fact=fact, reason="只是計畫")

    assert (fact.state, fact.reason, Agreement.objects.count()) == (FactState.REFUSED, "只是計畫", 0)
    assert HistoryEntry.objects.get(record=fact.ref).reason == "只是計畫"
    with pytest.raises(RegisterError, match="decided already"):
        admit_fact(by=editor, fact=fact)


def test_refusing_needs_a_reason(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山")], admit=Admit.NONE)

    with pytest.raises(RegisterError, match="Write why"):
        refuse_fact(by=make_user(), fact=Fact.objects.get(), reason=" ")


@pytest.mark.parametrize(
    ("take_stated", "held", "first"), [(True, "1968", dt.date(1968, 1, 1)), (False, "1966", dt.date(1966, 1, 1))]
)
def test_conflict_is_settled_with_a_reason(tmp_path: Path, take_stated: bool, held: str, first: dt.date) -> None:
    for signed in ("1966", "1968"):
        load_facts(tmp_path, [agreement("高雄市", "釜山", signed=signed)])
    editor, conflict = make_user(), Conflict.objects.get()

    settle_conflict(by=editor, conflict=conflict, take_stated=take_stated, reason="依原始文書")

    record = Agreement.objects.get()
    assert (record.signed, record.signed_first) == (held, first)
    assert (conflict.settled_by, conflict.reason) == (editor, "依原始文書")
    assert HistoryEntry.objects.get(action="settle").record == record.ref
    with pytest.raises(RegisterError, match="settled already"):
        settle_conflict(by=editor, conflict=conflict, take_stated=True, reason="再看")


def test_conflict_of_numbers_is_settled(tmp_path: Path) -> None:
    for number in (33, 35):
        members = [Members(number, "cities")]
        load_facts(
            tmp_path,
            [figure("訪賓", number), organization("世界港灣聯盟", members=members), exchange("釜山", headcount=number)],
        )

    for conflict in Conflict.objects.all():
        newer = str(conflict.stated) in ("35.0000", "35", "{'cities': 35}")
        settle_conflict(by=make_user(), conflict=conflict, take_stated=newer, reason="新統計")

    assert Figure.objects.get().value == Decimal(35)
    assert Organization.objects.get().members == [{"count": 35, "of": "cities"}]


def test_published_record_is_found_by_visitors_until_it_is_withdrawn() -> None:
    editor, party = make_user(), make_party("釜山")

    publish(by=editor, record=party)
    publish(by=editor, record=party)
    assert [hit.record for hit in search("釜山")] == [party.ref]
    publish(by=editor, record=party, published=False)
    assert search("釜山") == [] and not Party.objects.get().published
    assert list(HistoryEntry.objects.values_list("action", flat=True)) == ["publish", "withdraw"]
