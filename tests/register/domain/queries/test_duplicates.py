"""Proposals of records that may be the same: found with their reasons, the likeliest first, told apart for good."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.register.domain.merging.distinctions import take_back_distinction, tell_apart
from hansa.register.domain.merging.merge import merge
from hansa.register.domain.queries.duplicates import Proposal, duplicates
from hansa.register.errors import RegisterError
from hansa.register.models import Distinction, HistoryEntry
from hansa.register.models.record import Record
from tests.factories import (
    make_agreement,
    make_exchange,
    make_fact,
    make_organization,
    make_party,
    make_passage,
    make_person,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db

WHY = "經查證"


def proposed(kind: str = "") -> list[tuple[str, str]]:
    return [(pair.one, pair.other) for pair in duplicates(kind)]


def only(kind: str) -> Proposal:
    [pair] = duplicates(kind)
    return pair


def test_party_in_another_script_is_proposed_by_its_place() -> None:
    chinese, latin = make_party("釜山", country="KR"), make_party("", name_en="Busan")
    make_party("熊本")

    pair = only("party")

    assert (pair.one, pair.one_name, pair.other, pair.other_name) == (chinese.ref, "釜山", latin.ref, "Busan")
    assert pair.reasons == ("the same place in the atlas",) and pair.score == 0.8


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"name_zh": "新竹市立動物園"}, {"name_zh": "新竹市立动物园"}, "the same name"),
        ({"name_zh": "臺南"}, {"name_zh": "台南市"}, "the same place in the atlas"),
        ({"name_zh": "虛構"}, {"name_zh": "虛構市"}, "the same name but for words such as 市 or City of"),
        ({"name_en": "Nowherehaven"}, {"name_en": "Nowherhaven"}, "names a letter apart"),
        ({"name_zh": "甲", "wikidata": "Q1"}, {"name_zh": "乙", "wikidata": "Q1"}, "the same Wikidata id"),
        ({"name_zh": "甲", "geonames_id": 5}, {"name_zh": "乙", "geonames_id": 5}, "the same GeoNames id"),
    ],
)
def test_parties_alike_are_proposed(one: dict[str, object], other: dict[str, object], reason: str) -> None:
    for fields in (one, other):
        make_party(**{"name_zh": "", **fields})

    assert reason in only("party").reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"country": "TW"}, {"country": "PH"}),
        ({"wikidata": "Q1"}, {"wikidata": "Q2"}),
        ({"kind": "city", "latitude": 1.0, "longitude": 1.0}, {"kind": "port", "latitude": 9.0, "longitude": 9.0}),
    ],
)
def test_namesakes_are_not_proposed(one: dict[str, object], other: dict[str, object]) -> None:
    for fields in (one, other):
        make_party("虛構市", **fields)

    assert proposed() == []


def test_parties_that_sign_one_agreement_or_belong_together_are_not_proposed() -> None:
    make_agreement(make_party("虛構市"), make_party("虛構"))
    make_party("虛擬", parent=make_party("虛擬市"))

    assert proposed("party") == []


def test_people_are_proposed_by_a_name_or_a_post_in_another_script() -> None:
    mayor, same = make_person("", name_en="CHEN Chi-mai"), make_person("", name_en="Chi-Mai Chen")
    chinese, latin = make_person("金市長"), make_person("", name_en="Kim")
    other = make_person("朴市長")
    for person in (chinese, latin, other):
        make_agreement(make_party("甲"), make_party("乙")).signatories.create(person=person, post="市長", of="釜山市")

    pairs = duplicates("person")

    assert [(pair.one, pair.other) for pair in pairs] == [
        (mayor.ref, same.ref), (chinese.ref, latin.ref), (latin.ref, other.ref),
    ]  # fmt: skip
    assert pairs[0].reasons == ("the same name in Latin letters",)
    assert pairs[1].reasons == ("the same post at the same body",)


def test_people_named_side_by_side_are_two() -> None:
    exchange = make_exchange()
    for name in ("林小明", "林小明"):
        exchange.people.create(person=make_person(name))

    assert proposed("person") == []


def test_organizations_are_proposed_by_acronym_website_and_name() -> None:
    one = make_organization("港灣聯盟", acronym="WHL", websites=["https://www.whl.example/"], founded="1990")
    other = make_organization("", name_en="World Harbour League", acronym="WHL", websites=["whl.example"])
    another = make_organization("", name_en="League of the World's Harbours", acronym="WHL", founded="1990")

    pairs = duplicates("organization")

    assert [(pair.one, pair.other) for pair in pairs][:2] == [(one.ref, other.ref), (one.ref, another.ref)]
    assert pairs[0].reasons == ("the same website", "the same acronym")
    assert pairs[1].reasons == ("the same acronym", "founded in the same year")
    assert pairs[0].score > pairs[1].score


def test_agreements_of_one_kind_between_the_same_parties_are_proposed() -> None:
    home, busan = make_party(), make_party("釜山")
    one, other = make_agreement(home, busan, signed="1966"), make_agreement(busan, home, signed="1966-06-30")
    make_agreement(home, busan, kind="mou", signed="1966")
    make_agreement(home, busan, signed="2010")
    make_agreement(home, make_party("熊本"), signed="1966")

    pair = only("agreement")

    assert (pair.one, pair.other) == (one.ref, other.ref)
    assert "signed on the same day, as far as is known" in pair.reasons


def test_what_one_document_tells_apart_is_proposed_less() -> None:
    home, busan, source = make_party(), make_party("釜山"), make_source("兩市締盟兩次。")
    for start in (0, 3):
        make_fact(make_agreement(home, busan, signed="1966"), make_passage(source, start))

    assert proposed("agreement") == []


def test_exchanges_of_one_kind_with_one_party_are_proposed() -> None:
    home, busan = make_party(), make_party("釜山")
    one = make_exchange(busan, home=home, date="2022-06-09", title="釜山市長來訪")
    other = make_exchange(busan, home=home, date="2022-06", title="接待釜山市長來訪團")
    make_exchange(busan, home=home, date="2022-06-20", title="釜山議會來訪")
    make_exchange(busan, home=home, date="2022-06-09", kind="exhibition", title="釜山市長來訪")

    assert proposed("exchange") == [(one.ref, other.ref)]


def test_what_a_person_told_apart_is_proposed_again_only_when_taken_back() -> None:
    user, one, other = make_user(), make_party("虛構市"), make_party("虛構")
    assert proposed() == [(one.ref, other.ref)]

    told = tell_apart(by=user, one=other, other=one, reason=WHY)

    assert proposed() == [] and (told.by, told.reason) == (user, WHY)
    assert HistoryEntry.objects.filter(action="tell apart", reason=WHY).count() == 2
    take_back_distinction(by=user, one=one, other=other, reason="新資料")
    assert proposed() == [(one.ref, other.ref)] and Distinction.objects.get().undone_by == user


def test_distinction_holds_for_what_the_record_was_merged_into() -> None:
    user, one, other, third = make_user(), make_party("虛構市"), make_party("虛構"), make_party("虚构")
    tell_apart(by=user, one=one, other=other, reason=WHY)
    merge(by=user, kept=third, merged=other, reason=WHY)

    assert proposed() == []


def refused(one: Record, other: Record, reason: str = WHY) -> str:
    with pytest.raises(RegisterError) as error:
        tell_apart(by=make_user(), one=one, other=other, reason=reason)
    return str(error.value)


def test_what_cannot_be_told_apart_is_refused_in_a_sentence() -> None:
    one, other = make_party("虛構市"), make_party("虛構")

    assert refused(one, other, " ") == "Write why they are not the same."
    assert (
        refused(one, one)
        == refused(one, make_person())
        == ("Two different records of one kind can be told apart (party, person, organization, agreement, exchange).")
    )
    tell_apart(by=make_user(), one=one, other=other, reason=WHY)
    assert refused(other, one) == "These two were told apart already."
    with pytest.raises(RegisterError, match="These two were not told apart"):
        take_back_distinction(by=make_user(), one=one, other=make_party(), reason=WHY)


@pytest.mark.parametrize("kind", ["party", "person", "organization", "agreement", "exchange"])
def test_number_of_queries_does_not_grow_with_the_records(kind: str) -> None:
    taken = []
    for _ in range(2):
        for number in (1, 2, 3):
            city = make_party(f"虛構第{number}市")
            make_organization(f"聯盟第{number}號", acronym=f"L{number}")
            agreement = make_agreement(city, make_party(f"遠方第{number}市"))
            agreement.signatories.create(person=make_person(f"市長{number}"))
            make_exchange(city, date="2022-06-09")
        with CaptureQueriesContext(connection) as queries:
            duplicates(kind)
        taken.append(len(queries))
    taken.pop(0)
    for number in (4, 5, 6):
        make_exchange(make_party(f"虛構第{number}市"), date="2022-06-09")
    with CaptureQueriesContext(connection) as queries:
        duplicates(kind)

    assert len(queries) == taken[0]
