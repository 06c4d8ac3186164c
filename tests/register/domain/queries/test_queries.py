"""The named questions: who is a partner, what is in force, what is current, what happened, on what it rests."""

import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries

from hansa.register.derived import derive
from hansa.register.domain.queries.agreements import agreements_in_force, published_agreements
from hansa.register.domain.queries.evidence import evidence_of, open_conflicts
from hansa.register.domain.queries.exchanges import exchanges_between
from hansa.register.domain.queries.figures import figures_between
from hansa.register.domain.queries.memberships import (
    affiliations,
    memberships_current,
    projects_under_way,
    published_memberships,
    seats_held,
)
from hansa.register.domain.queries.parties import partners_of, published_partners
from hansa.register.domain.queries.records import records_of
from hansa.register.models import Agreement, AgreementParty, Party, Seat, Step
from tests.factories import (
    make_agreement,
    make_conflict,
    make_exchange,
    make_fact,
    make_figure,
    make_membership,
    make_office,
    make_organization,
    make_party,
    make_project,
)

pytestmark = pytest.mark.django_db


def step(agreement: Agreement, kind: str, date: dt.date) -> None:
    Step.objects.create(agreement=agreement, kind=kind, date=date.isoformat(), first=date)


def test_agreement_is_in_force_from_its_signing() -> None:
    agreement = make_agreement(make_party(), make_party("釜山"), signed="1966-06-30")

    assert list(agreements_in_force(dt.date(1966, 6, 29))) == []
    assert list(agreements_in_force(dt.date(1966, 6, 30))) == [agreement]


def test_agreement_signed_in_a_year_counts_from_its_last_day() -> None:
    agreement = make_agreement(make_party(), make_party("釜山"), signed="1966")

    assert list(agreements_in_force(dt.date(1966, 12, 30))) == []
    assert list(agreements_in_force(dt.date(1966, 12, 31))) == [agreement]


def test_agreement_suspended_is_not_in_force_until_renewed() -> None:
    agreement = make_agreement(make_party(), make_party("釜山"), signed="1966")
    step(agreement, "suspended", dt.date(2000, 1, 1))
    step(agreement, "reported", dt.date(2003, 1, 1))
    step(agreement, "renewed", dt.date(2005, 1, 1))

    assert list(agreements_in_force(dt.date(1999, 12, 31))) == [agreement]
    assert list(agreements_in_force(dt.date(2004, 1, 1))) == []
    assert list(agreements_in_force(dt.date(2005, 1, 1))) == [agreement]


@pytest.mark.parametrize("number", [1, 3])
def test_agreements_in_force_take_two_queries(number: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    home = make_party()
    for index in range(number):
        make_agreement(home, make_party(f"友城{index}"))

    with django_assert_num_queries(2):
        assert len([str(agreement) for agreement in agreements_in_force()]) == number


def test_published_agreements_leave_out_the_others() -> None:
    shown = make_agreement(make_party(), make_party("釜山"), published=True)
    make_agreement(make_party("甲市"), make_party("乙市"))

    assert list(published_agreements()) == [shown]


def test_partner_has_all_its_agreements() -> None:
    home, busan, brno = make_party(), make_party("釜山"), make_party("布爾諾")
    late = make_agreement(home, busan, kind="mou", signed="2018")
    early = make_agreement(home, busan, signed="1966")
    make_agreement(home, brno, kind="partnership")
    make_agreement(busan, brno)

    partners = partners_of(home)

    assert [(str(p.party), p.kinds, p.count, p.since) for p in partners] == [
        ("布爾諾", ["partnership"], 1, ""),
        ("釜山", ["sister_city", "mou"], 2, "1966"),
    ]
    assert partners[1].agreements == [early, late]


def test_published_partners_need_a_published_party_and_agreement() -> None:
    home = make_office().home
    shown = make_party("釜山", published=True)
    make_agreement(home, shown, published=True)
    make_agreement(home, make_party("暗市"), published=True)
    make_agreement(home, make_party("默市", published=True))

    assert [partner.party for partner in published_partners()] == [shown]


def test_membership_is_current_between_its_days() -> None:
    membership = make_membership(
        make_party(), make_organization(), since="2001-05", until="2010", until_last=dt.date(2010, 12, 31)
    )

    assert list(memberships_current(dt.date(2001, 4, 30))) == []
    assert list(memberships_current(dt.date(2001, 5, 1))) == [membership]
    assert list(memberships_current(dt.date(2010, 12, 31))) == [membership]
    assert list(memberships_current(dt.date(2011, 1, 1))) == []


def test_affiliations_are_the_memberships_of_the_day() -> None:
    home, busan, league = make_party(), make_party("釜山"), make_organization()
    make_membership(home, league, since="2006")
    make_membership(busan, league, since="2015")

    assert affiliations(dt.date(2010, 1, 1)) == [(home.pk, league.pk)]
    assert sorted(affiliations()) == [(home.pk, league.pk), (busan.pk, league.pk)]


def test_published_memberships_need_all_three_published() -> None:
    home, league = make_party(published=True), make_organization(published=True)
    shown = make_membership(home, league, published=True)
    make_membership(home, make_organization("暗盟"), published=True)

    assert list(published_memberships()) == [shown]


def test_exchanges_between_are_those_that_share_a_day() -> None:
    early = make_exchange(date="2021-12-30/2022-01-02")
    late = make_exchange(date="2022-12-31")
    make_exchange(date="2023")
    make_exchange(date="")

    assert list(exchanges_between(dt.date(2022, 1, 1), dt.date(2022, 12, 31))) == [early, late]


def test_figures_between_lie_wholly_within() -> None:
    year, month = make_figure(period="2022"), make_figure(period="2022-03")
    make_figure(period="2018/2022")

    assert list(figures_between(dt.date(2022, 1, 1), dt.date(2022, 12, 31))) == [year, month]


def test_evidence_of_a_record_is_its_admitted_facts() -> None:
    agreement = make_agreement(make_party(), make_party("釜山"))
    fact = make_fact(agreement)
    make_fact()

    assert list(evidence_of(agreement)) == [fact]


def test_evidence_of_a_party_is_that_of_its_records() -> None:
    home, busan = make_party(), make_party("釜山")
    signed = make_fact(make_agreement(home, busan))
    visited = make_fact(make_exchange(busan))
    make_fact(make_agreement(home, make_party("布爾諾")))

    assert list(evidence_of(busan)) == [signed, visited]


def test_open_conflicts_leave_out_the_settled() -> None:
    fact = make_fact(make_agreement(make_party(), make_party("釜山")))
    conflict = make_conflict(fact)
    settled = make_conflict(fact, field="title")
    settled.settled_at = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    settled.save()

    assert list(open_conflicts()) == [conflict]


def test_merged_membership_is_not_current() -> None:
    survivor = make_membership(make_party(), make_organization())
    make_membership(make_party(), make_organization(), merged_into=survivor)

    assert list(memberships_current()) == [survivor]


def test_membership_to_be_renewed_lasts_until_it_ends() -> None:
    membership = make_membership(make_party(), make_organization(), renew_by=dt.date(2010, 1, 1), renewal="none")

    assert list(memberships_current(dt.date(2020, 1, 1))) == [membership]


def test_seat_is_held_in_its_term_and_the_membership() -> None:
    membership = make_membership(
        make_party(), make_organization(), since="2001", until="2009", until_last=dt.date(2009, 12, 31)
    )
    seat = Seat(membership=membership, body="執行委員會", since="2005", until="2010")
    derive(seat).save()

    days = [dt.date(2004, 12, 31), dt.date(2005, 1, 1), dt.date(2009, 12, 31), dt.date(2010, 1, 1)]
    assert [list(seats_held(day)) for day in days] == [[], [seat], [seat], []]


def test_project_is_under_way_between_its_days() -> None:
    project = derive(make_project(make_organization(), since="2019-05", until="2021"))
    project.save()

    days = [dt.date(2019, 4, 30), dt.date(2019, 5, 1), dt.date(2021, 12, 31), dt.date(2022, 1, 1)]
    assert [list(projects_under_way(day)) for day in days] == [[], [project], [project], []]


def test_agreements_with_more_than_a_thousand_parties_are_read_with_them() -> None:
    home = make_party("高雄市")
    others = Party.objects.bulk_create(Party(name_zh=f"城市{number}") for number in range(1100))
    signed = Agreement.objects.bulk_create(Agreement(kind="sister_city") for _ in others)
    sides = ((agreement, party) for agreement, other in zip(signed, others, strict=True) for party in (home, other))
    AgreementParty.objects.bulk_create(AgreementParty(agreement=agreement, party=party) for agreement, party in sides)

    assert len(partners_of(home)) == 1100
    assert sum(len(agreement.sides.all()) for agreement in records_of("agreement")) == 2200
