"""After a merge, documents that name the merged record mean the kept one; its facts stay where a person put them."""

from pathlib import Path

import pytest

from hansa.facts.types import PersonNamed
from hansa.register.domain.merging.merge import merge
from hansa.register.domain.merging.undo import undo_merge
from hansa.register.domain.users import system_user
from hansa.register.models import Agreement, Exchange, Fact, Membership, Organization, Party, Person
from tests.register.loading import agreement, exchange, load_facts, membership

pytestmark = pytest.mark.django_db

WHY = "同一城市"


def party(name: str) -> Party:
    return Party.objects.get(names__name=name)


@pytest.mark.parametrize(("kept", "merged"), [("釜山", "熊本市"), ("虛構港務局", "虛構港")])
def test_document_that_names_the_merged_party_means_the_kept_one(tmp_path: Path, kept: str, merged: str) -> None:
    load_facts(tmp_path, [exchange(kept, date="2020-01-01"), exchange(merged, date="2021-02-02")])
    survivor, number = party(kept), Party.objects.count()
    merge(by=system_user(), kept=survivor, merged=party(merged), reason=WHY)

    load_facts(tmp_path, [exchange(merged, date="2022-03-03", quote="再訪本市")])

    assert Party.objects.count() == number
    for visit in Exchange.objects.all():
        assert list(visit.parties.all()) == [survivor]


def test_document_that_names_the_merged_organization_means_the_kept_one(tmp_path: Path) -> None:
    load_facts(tmp_path, [membership("虛構港灣聯盟"), membership("虛構之海港聯盟", quote="另加入")])
    kept, merged = (Organization.objects.get(name_zh=name) for name in ("虛構港灣聯盟", "虛構之海港聯盟"))
    merge(by=system_user(), kept=kept, merged=merged, reason=WHY)

    load_facts(tmp_path, [membership("虛構之海港聯盟", role="理事", quote="任理事")])

    held = Membership.objects.get(merged_into=None)
    assert (held.organization, held.role, held.facts.count()) == (kept, "理事", 3)
    assert Organization.objects.count() == 2


def test_document_that_names_the_merged_person_means_the_kept_one(tmp_path: Path) -> None:
    signed = {"signatories": [PersonNamed("金大中")]}
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966", **signed)])
    kept = Person.objects.create(name_zh="金大仲", folded="金大仲")
    merge(by=system_user(), kept=kept, merged=Person.objects.get(name_zh="金大中"), reason=WHY)

    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="1990", quote="另簽備忘錄", **signed)])

    assert [signatory.person for held in Agreement.objects.all() for signatory in held.signatories.all()] == [kept] * 2


def test_facts_of_a_merged_agreement_stay_with_the_kept_one(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="1990")])
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="2010", quote="再簽備忘錄")])
    kept, merged = Agreement.objects.order_by("signed")
    merge(by=system_user(), kept=kept, merged=merged, reason="同一份，日期誤植")

    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="1990", quote="備忘錄一份")])

    assert Agreement.objects.filter(merged_into=None).get() == kept
    told = sorted((fact.data["signed"], fact.pinned) for fact in kept.facts.all())
    assert told == [("1990", False), ("1990", False), ("2010", True)]


def test_facts_go_back_where_the_merge_is_undone(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="1990")])
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="2010", quote="再簽備忘錄")])
    kept, merged = Agreement.objects.order_by("signed")
    merge(by=system_user(), kept=kept, merged=merged, reason="同一份")
    undo_merge(by=system_user(), merged=merged, reason="兩份")

    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="2010", quote="備忘錄一份")])

    assert [(held.signed, held.facts.count()) for held in Agreement.objects.order_by("signed")] == [
        ("1990", 1),
        ("2010", 2),
    ]


def test_merge_of_parties_can_be_undone_after_later_documents(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966"), exchange("釜山", date="2020-01-01")])
    load_facts(tmp_path, [agreement("高雄市", "熊本市", signed="1966", quote="締盟"), exchange("熊本市", date="2021")])
    kept, merged = party("釜山"), party("熊本市")
    merge(by=system_user(), kept=kept, merged=merged, reason=WHY)
    load_facts(tmp_path, [agreement("高雄市", "熊本市", signed="1966-06-30", quote="再述締盟")])

    undo_merge(by=system_user(), merged=merged, reason="兩個城市")
    load_facts(tmp_path, [exchange("釜山", date="2022", quote="再訪")])

    told = {fact.data["parties"][1]: fact.record for fact in Fact.objects.filter(type="agreement")}
    assert {name: set(held.parties.all()) - {party("高雄市")} for name, held in told.items()} == {
        "釜山": {kept},
        "熊本市": {merged},
    }
