"""Joining: which facts belong to one record, and where they contradict it."""

import datetime as dt
import itertools
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import UNSET

from hansa.facts import Fact, Members, PersonNamed, span
from hansa.register.models import Agreement, Conflict, Exchange, Figure, Membership, Organization, Party, Project
from tests.register.loading import (
    agreement,
    counts,
    exchange,
    figure,
    load_facts,
    load_readings,
    membership,
    organization,
    project,
    reading,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("spelling", ["釜山", "釜山市", "釜山廣域市", "釜山广域市", "Busan", "Busan Metropolitan City"])
def test_party_is_one_under_all_its_spellings(tmp_path: Path, spelling: str) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山廣域市")], [agreement("Kaohsiung", spelling)])

    assert Agreement.objects.count() == 1
    assert Party.objects.count() == 2


def test_city_and_county_of_one_name_are_two_parties(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "熊本市"), agreement("高雄市", "熊本縣", quote="縣市締盟")])

    assert {(str(party), party.kind) for party in Party.objects.exclude(name_zh="高雄市")} == {
        ("熊本市", "city"),
        ("熊本縣", "region"),
    }


def test_government_signs_for_its_city(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市政府", "釜山市政府")], [agreement("高雄市", "釜山")])

    assert Agreement.objects.count() == 1


def test_unknown_party_is_one_under_one_folded_name(tmp_path: Path) -> None:
    load_facts(tmp_path, [exchange("臺北虛構大學", title="校長來訪")], [exchange("台北虚构大学", title="學生來訪")])

    assert Party.objects.exclude(name_zh="高雄市").count() == 1


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        ("1966", "1966-06-30", "1966-06-30"),
        ("1966-06-30", "1966", "1966-06-30"),
        ("", "1966-06", "1966-06"),
        ("1966-06", "", "1966-06"),
    ],
)
def test_agreement_told_again_holds_the_more_precise_date(tmp_path: Path, one: str, other: str, held: str) -> None:
    for signed in (one, other):
        load_facts(tmp_path, [agreement("高雄市", "釜山", **({"signed": signed} if signed else {}))])

    [found] = Agreement.objects.all()
    assert found.signed == held
    assert found.signed_first is not None and found.signed_first <= dt.date(1966, 6, 30)
    assert Conflict.objects.count() == 0


def test_agreement_of_another_date_is_a_conflict_and_keeps_its_own(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966-06-30")])
    [summary] = load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1968")])

    [conflict] = Conflict.objects.all()
    assert (conflict.field, {conflict.held, conflict.stated}) == ("signed", {"1966-06-30", "1968"})
    assert Agreement.objects.get().signed == conflict.held
    assert (summary.admitted, summary.joined, summary.in_conflict, summary.left) == (1, 1, 1, 0)


def test_memoranda_years_apart_are_two(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="2015-03-02")])
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="2020-05-01")])

    assert (Agreement.objects.count(), Conflict.objects.count()) == (2, 0)


def test_memorandum_a_few_days_apart_is_one_in_conflict(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="2015-03-02")])
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind="mou", signed="2015-03-12")])

    assert (Agreement.objects.count(), Conflict.objects.count()) == (1, 1)


def test_another_kind_or_other_parties_are_another_agreement(tmp_path: Path) -> None:
    load_facts(
        tmp_path,
        [agreement("高雄市", "釜山"), agreement("高雄市", "釜山", kind="mou"), agreement("高雄市", "釜山", "熊本市")],
    )

    assert Agreement.objects.count() == 3


def test_agreement_without_a_kind_joins_the_one_there_is(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", kind=UNSET, signed="1966")])
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966-06-30")])

    assert [(held.kind, held.signed) for held in Agreement.objects.all()] == [("sister_city", "1966-06-30")]


def test_agreement_gathers_subjects_and_signatories(tmp_path: Path) -> None:
    mayor = PersonNamed(name="林小明", post="市長")
    load_facts(tmp_path, [agreement("高雄市", "釜山", subjects=["港灣", "觀光"], signatories=[mayor])])
    load_facts(tmp_path, [agreement("高雄市", "釜山", subjects=["觀光", "教育"], signatories=[mayor])])

    [held] = Agreement.objects.all()
    assert held.subjects == ["港灣", "觀光", "教育"]
    assert [str(signatory) for signatory in held.signatories.all()] == ["市長 林小明"]


@pytest.mark.parametrize(
    "spelling", ["世界港灣聯盟", "世界港湾联盟", "WPL", "世界港灣聯盟（WPL）", "World Port League"]
)
def test_organization_is_one_under_name_and_acronym(tmp_path: Path, spelling: str) -> None:
    load_facts(tmp_path, [organization("世界港灣聯盟", acronym="WPL", name_en="World Port League")])
    load_facts(tmp_path, [membership(spelling, since="2001")])

    assert Organization.objects.count() == 1
    assert [(str(m.party), m.since) for m in Membership.objects.all()] == [("高雄市", "2001")]


@pytest.mark.parametrize(
    "spelling", ["ICLEI", "ICLEI – Local Governments for Sustainability", "地方政府永續發展理事會"]
)
def test_organization_of_the_directory_is_one_under_all_its_names(tmp_path: Path, spelling: str) -> None:
    load_facts(tmp_path, [membership("ICLEI")])
    load_facts(tmp_path, [membership(spelling)])

    [held] = Organization.objects.all()
    assert held.acronym == "ICLEI" and held.name_zh and held.name_en


def test_acronym_of_other_english_names_is_two_organizations(tmp_path: Path) -> None:
    load_facts(tmp_path, [organization("世界港灣聯盟", acronym="WPL", name_en="World Port League")])
    load_facts(tmp_path, [organization("女子壘球會", acronym="WPL", name_en="Women Playing Softball")])

    assert Organization.objects.count() == 2


def test_organization_told_otherwise_is_in_conflict(tmp_path: Path) -> None:
    for founded, cities in (("1990", 50), ("1993", 60)):
        load_facts(tmp_path, [organization("世界港灣聯盟", founded=founded, members=[Members(cities, "cities")])])

    values = [("founded", "1990", "1993"), ("members", "{'cities': 50}", "{'cities': 60}")]
    assert [(c.field, *sorted((str(c.held), str(c.stated)))) for c in Conflict.objects.order_by("field")] == values
    assert Organization.objects.get().founded == Conflict.objects.get(field="founded").held


def test_membership_is_one_of_each_pair(tmp_path: Path) -> None:
    load_facts(tmp_path, [membership("世界港灣聯盟", since="2001", role="member")])
    load_facts(tmp_path, [membership("世界港灣聯盟", since="2001-05", office="環保局")])
    load_facts(tmp_path, [membership("世界港灣聯盟", since="2003", role="founding member")])

    [held] = Membership.objects.all()
    assert (held.since, held.office_name) in (("2001-05", "環保局"), ("2003", "環保局"))
    assert held.since_first == span(held.since).first
    assert {conflict.field for conflict in Conflict.objects.all()} == {"since", "role"}


def test_visit_told_by_two_documents_is_one(tmp_path: Path) -> None:
    load_facts(tmp_path, [exchange("釜山", date="2022-06-09", title="釜山市長訪團拜會", headcount=12)])
    load_facts(tmp_path, [exchange("釜山市", date="2022-06", title="市長拜會", quote="釜山市長訪團拜會本府")])

    [held] = Exchange.objects.all()
    assert (held.date, held.first, held.last) == ("2022-06-09", dt.date(2022, 6, 9), dt.date(2022, 6, 9))
    assert [str(party) for party in held.parties.all()] == ["釜山市"]


@pytest.mark.parametrize(
    "other",
    [
        exchange("釜山", date="2022-06-09", title="釜山市長訪團拜會", kind="outbound_visit"),
        exchange("釜山", date="2022-07-09", title="釜山市長訪團拜會"),
        exchange("熊本市", date="2022-06-09", title="釜山市長訪團拜會"),
        exchange("釜山", date="2022", title="港務公司研習", quote="港埠人員研習"),
    ],
)
def test_other_kind_date_party_or_occasion_is_another_exchange(tmp_path: Path, other: Fact) -> None:
    load_facts(tmp_path, [exchange("釜山", date="2022-06-09", title="釜山市長訪團拜會")])
    load_facts(tmp_path, [other])

    assert Exchange.objects.count() == 2


def test_two_visits_of_one_document_stay_two(tmp_path: Path) -> None:
    load_facts(
        tmp_path,
        [
            exchange("釜山", date="2022-06", title="釜山市長拜會"),
            exchange("釜山", date="2022-06", title="釜山議長拜會"),
        ],
    )

    assert Exchange.objects.count() == 2


def test_exchange_leaves_the_own_city_out_and_differs_in_headcount(tmp_path: Path) -> None:
    load_facts(tmp_path, [exchange("高雄市", "釜山", date="2022-06-09", headcount=12)])
    load_facts(tmp_path, [exchange("釜山", date="2022-06-09", headcount=15)])

    [held] = Exchange.objects.all()
    assert [str(party) for party in held.parties.all()] == ["釜山"] and str(held.home) == "高雄市"
    assert {held.headcount, Conflict.objects.get().stated} == {12, 15}


def test_same_figure_joins_and_another_value_is_a_conflict(tmp_path: Path) -> None:
    load_facts(tmp_path, [figure("國際訪賓", 33, unit="案")])
    load_facts(tmp_path, [figure("国际访宾", 33, unit="案", period="2022-01/2022-12")])
    load_facts(tmp_path, [figure("國際訪賓", 35, unit="案")])

    [held] = Figure.objects.all()
    for conflict in Conflict.objects.all():
        assert {conflict.held, conflict.stated} == {"33.0000", "35.0000"}
        assert held.value == Decimal(conflict.held)
    assert Conflict.objects.exists()


@pytest.mark.parametrize("other", [{"unit": "人次"}, {"period": "2021"}])
def test_other_unit_or_period_is_another_figure(tmp_path: Path, other: dict[str, str]) -> None:
    load_facts(tmp_path, [figure("國際訪賓", 33, **{"unit": "案", "section": "國際事務"})])
    load_facts(tmp_path, [figure("國際訪賓", 35, **{"unit": "案", "section": "國際事務", **other})])

    assert (Figure.objects.count(), Conflict.objects.count()) == (2, 0)


def test_figure_under_another_heading_is_the_same_where_its_words_mean_one_thing(tmp_path: Path) -> None:
    load_facts(tmp_path, [figure("國際訪賓", 33, section="國際事務")])
    load_facts(tmp_path, [figure("國際訪賓", 35, section="年度統計")])

    assert (Figure.objects.count(), Conflict.objects.count()) == (1, 1)


def test_figure_under_another_heading_is_another_where_its_words_mean_many_things(tmp_path: Path) -> None:
    load_facts(tmp_path, [figure("件數", 33, section="收文"), figure("件數", 44, section="發文", quote="發文件數")])
    load_facts(tmp_path, [figure("件數", 35, section="檔案"), figure("件數", 44, section="發文", quote="發文又計")])

    assert (Figure.objects.count(), Conflict.objects.count()) == (3, 0)


def test_two_numbers_of_one_document_stay_two_figures(tmp_path: Path) -> None:
    load_facts(tmp_path, [figure("口罩", 2000, unit="片"), figure("口罩", 5000, unit="片", quote="再贈口罩")])

    assert (Figure.objects.count(), Conflict.objects.count()) == (2, 0)


def test_project_is_one_of_each_title(tmp_path: Path) -> None:
    load_facts(tmp_path, [project("世界港灣聯盟", title="智慧港灣", organizing="釜山", participating=["高雄市"])])
    load_facts(tmp_path, [project("世界港灣聯盟", title="智慧港湾", participating=["熊本市"])])
    load_facts(tmp_path, [project("世界港灣聯盟", count=7)])

    held = Project.objects.exclude(title="").get()
    assert {str(party) for party in held.participating.all()} == {"高雄市", "熊本市"}
    assert Project.objects.get(title="").count == 7


DOCUMENTS: list[list[Fact]] = [
    [organization("世界港灣聯盟", acronym="WPL", founded="1990"), agreement("高雄市", "釜山", signed="1966")],
    [membership("WPL", since="2001"), agreement("Kaohsiung", "Busan", kind=UNSET, signed="1966-06-30")],
    [membership("世界港灣聯盟"), agreement("高雄市", "釜山", signed="1968"), exchange("釜山", date="2022-06-09")],
    [exchange("釜山市", date="2022-06-09", headcount=3), figure("訪賓", 33), figure("訪賓", 35, quote="另計訪賓")],
]


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[::3])
def test_order_of_the_files_does_not_matter(tmp_path: Path, order: tuple[int, ...]) -> None:
    load_readings([reading(tmp_path, f"文件{number}", DOCUMENTS[number]) for number in order])

    expected = {"party": 2, "person": 0, "organization": 1, "agreement": 1, "membership": 1, "exchange": 1}
    expected |= dict.fromkeys(("rule", "question", "picture", "revision", "template"), 0)
    expected |= {"commitment": 0, "gift": 0, "project": 0, "figure": 2, "source": 4, "fact": 10, "conflict": 1}
    assert counts() == expected
    assert Agreement.objects.get().kind == "sister_city"
