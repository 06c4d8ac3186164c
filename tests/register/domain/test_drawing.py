"""Records in which people have put facts take later facts as any other record does."""

from pathlib import Path

import pytest

from hansa.facts import Agreement as StatedAgreement
from hansa.register.domain.facts import join_facts, readmit, split_fact, undo_decision
from hansa.register.domain.merging.merge import merge
from hansa.register.models import Agreement, Exchange, Fact, Organization
from tests.factories import make_user
from tests.register.loading import agreement, exchange, load_facts, organization

pytestmark = pytest.mark.django_db


def _memorandum(signed: str) -> StatedAgreement:
    return agreement("高雄市", "釜山", kind="mou", signed=signed)


def _held() -> list[tuple[str, set[str]]]:
    """The date of each agreement that stands by itself, and the dates that its facts state."""
    found = Agreement.objects.filter(merged_into=None).order_by("pk")
    return [(one.signed, {fact.data["signed"] for fact in one.facts.all()}) for one in found]  # type: ignore[attr-defined]


def test_date_that_only_a_joined_fact_states_finds_the_record(tmp_path: Path) -> None:
    load_facts(tmp_path, [_memorandum("2010-03-02")], [_memorandum("2015-05-01")])
    [first, second] = Agreement.objects.order_by("signed")
    join_facts(by=make_user(), facts=list(second.facts.all()), record=first, reason="同一份")  # type: ignore[attr-defined]

    load_facts(tmp_path, [_memorandum("2015-05")], [_memorandum("2010-03")])

    assert _held() == [("2010-03-02", {"2010-03-02", "2010-03", "2015-05-01", "2015-05"})]


def test_merged_agreement_is_found_by_the_date_of_the_other(tmp_path: Path) -> None:
    load_facts(tmp_path, [_memorandum("2010-03-02")], [_memorandum("2015-05-01")])
    [first, second] = Agreement.objects.order_by("signed")
    merge(by=make_user(), kept=first, merged=second, reason="同一份")

    load_facts(tmp_path, [_memorandum("2015-05")])

    assert [dates for _, dates in _held()] == [{"2010-03-02", "2015-05-01", "2015-05"}]


def test_parties_that_only_a_joined_fact_names_find_the_record(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966")], [agreement("高雄市", "熊本市", signed="1966")])
    kept, other = Agreement.objects.order_by("pk")
    join_facts(by=make_user(), facts=list(other.facts.all()), record=kept, reason="誤植")  # type: ignore[attr-defined]
    sides = set(kept.sides.values_list("party", flat=True))

    load_facts(tmp_path, [agreement("高雄市", "熊本市", signed="1966-06-30")])

    assert Agreement.objects.filter(merged_into=None).get().facts.count() == 3  # type: ignore[attr-defined]
    assert set(kept.sides.values_list("party", flat=True)) == sides


def test_fact_told_apart_takes_what_states_its_date_and_leaves_the_others(tmp_path: Path) -> None:
    load_facts(tmp_path, *([agreement("高雄市", "釜山", signed=signed)] for signed in ("1966", "1966-06-30", "1968")))
    other = Fact.objects.get(data__signed="1968")
    split_fact(by=make_user(), fact=other, reason="另一份")

    load_facts(
        tmp_path, [agreement("高雄市", "釜山", signed="1968-02")], [agreement("高雄市", "釜山", signed="1966-06")]
    )

    assert _held() == [("1966-06-30", {"1966", "1966-06-30", "1966-06"}), ("1968-02", {"1968", "1968-02"})]
    assert readmit(by=make_user("二")).made == set()
    assert len(_held()) == 2


def test_fact_told_apart_draws_nothing_that_it_was_parted_from(tmp_path: Path) -> None:
    load_facts(tmp_path, [_memorandum("2015-05-01")], [_memorandum("2015-05")])
    editor, fact = make_user(), Fact.objects.get(data__signed="2015-05")
    split_fact(by=editor, fact=fact, reason="另一份")

    load_facts(tmp_path, [_memorandum("2015-05-01")])
    assert [len(one.facts.all()) for one in Agreement.objects.order_by("pk")] == [2, 1]  # type: ignore[attr-defined]

    undo_decision(by=editor, fact=fact, reason="看錯")
    assert Agreement.objects.filter(merged_into=None).get().facts.count() == 3  # type: ignore[attr-defined]


def test_visit_is_found_by_the_days_that_only_a_joined_fact_states(tmp_path: Path) -> None:
    load_facts(tmp_path, [exchange("釜山", date="2022-06-09")], [exchange("釜山", date="2022-09-06")])
    first, second = Exchange.objects.order_by("date")
    join_facts(by=make_user(), facts=list(second.facts.all()), record=first, reason="誤植")  # type: ignore[attr-defined]

    load_facts(tmp_path, [exchange("釜山", date="2022-09-06")])

    assert Exchange.objects.filter(merged_into=None).get().facts.count() == 3  # type: ignore[attr-defined]


def test_organization_of_placed_facts_alone_is_found_by_each_of_their_names(tmp_path: Path) -> None:
    load_facts(tmp_path, [organization("世界港灣聯盟")], [organization("環球碼頭協會")])
    first, second = Organization.objects.order_by("pk")
    facts = [*first.facts.all(), *second.facts.all()]  # type: ignore[attr-defined]
    join_facts(by=make_user(), facts=facts, record=first, reason="同一個")

    load_facts(tmp_path, [organization("環球碼頭協會")], [organization("世界港灣聯盟")])

    assert Organization.objects.filter(merged_into=None).get().facts.count() == 4  # type: ignore[attr-defined]
