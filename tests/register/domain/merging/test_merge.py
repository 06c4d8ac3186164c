"""Merging: what two records hold becomes one record's, and what named the one names the other."""

import datetime as dt

import pytest

from hansa.register.access import fetch, records
from hansa.register.domain.history import broken_links
from hansa.register.domain.merging.merge import merge
from hansa.register.domain.queries.agreements import agreements_in_force
from hansa.register.domain.queries.exchanges import exchanges_between
from hansa.register.domain.queries.memberships import affiliations, memberships_current
from hansa.register.domain.queries.parties import partners_of
from hansa.register.errors import RegisterError
from hansa.register.models import HistoryEntry, Membership, Merge, Party, PartyName, SearchEntry
from hansa.register.search import index_records, search
from hansa.register.states import state_of
from tests.factories import (
    make_agreement,
    make_exchange,
    make_fact,
    make_figure,
    make_membership,
    make_office,
    make_organization,
    make_party,
    make_person,
    make_project,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db

WHY = "同一城市"


def pusan() -> tuple[Party, Party]:
    return make_party("釜山廣域市"), make_party("釜山", name_en="Busan")


def test_kept_party_is_filled_and_found_by_every_name() -> None:
    kept, merged = pusan()
    PartyName.objects.create(party=merged, name="Pusan", folded="pusan")
    merged.country, merged.latitude, merged.longitude = "KR", 35.1, 129.0
    merged.save()

    merge(by=make_user(), kept=kept, merged=merged, reason=WHY)

    state = state_of(kept)
    assert (state["name_zh"], state["name_en"], state["country"]) == ("釜山廣域市", "Busan", "KR")
    assert (state["latitude"], state["longitude"]) == (35.1, 129.0)
    assert [name["name"] for name in state["names"]] == ["Pusan", "釜山", "Busan"]
    assert state_of(merged)["merged_into"] == kept.ref and "names" not in state_of(merged)


def test_old_id_leads_to_the_kept_one_through_any_number_of_merges() -> None:
    user, (first, second), third = make_user(), pusan(), make_party("釜山直轄市")

    merge(by=user, kept=second, merged=first, reason=WHY)
    merge(by=user, kept=third, merged=second, reason=WHY)

    assert fetch("party", first.pk, user) == fetch("party", second.pk, user) == third
    assert list(records("party", user)) == [third]
    assert state_of(first)["merged_into"] == third.ref


def test_everything_that_named_the_merged_party_names_the_kept_one() -> None:
    kept, merged = pusan()
    home, league, person = make_party(), make_organization(), make_person()
    agreement = make_agreement(home, merged)
    agreement.steps.create(kind="council_approved", party=merged)
    agreement.signed_names.create(party=merged, language="ko", name="부산")
    exchange = make_exchange(merged, home=home)
    exchange.people.create(person=person, party=merged)
    exchange.programme.create(title="參觀", party=merged)
    membership, project = make_membership(merged, league), make_project(league, organizing=merged)
    project.participating.add(merged, home)
    figure, source = make_figure(home=merged), make_source(home=merged)
    office = make_office(merged)
    district = make_party("海雲臺區", parent=merged)
    touched = [agreement, exchange, membership, project, figure, source, district]

    merge(by=make_user(), kept=kept, merged=merged, reason=WHY)

    told = str([state_of(record) for record in touched])
    assert f"'{merged.ref}'" not in told and told.count(f"'{kept.ref}'") == 12
    office.refresh_from_db()
    assert office.home == kept
    assert {entry.record for entry in HistoryEntry.objects.filter(action="follow")} == {
        *(record.ref for record in touched), f"office-{office.pk}",
    }  # fmt: skip
    assert list(broken_links()) == []


def test_two_memberships_in_one_organization_become_one() -> None:
    kept, merged = pusan()
    league = make_organization()
    held = make_membership(kept, league, since="2005")
    other = make_membership(merged, league, since="2005-03", role="理事")
    other.seats.create(body="執行委員會", since="2010")
    fact = make_fact(other)

    merge(by=make_user(), kept=kept, merged=merged, reason=WHY)

    state = state_of(held)
    assert (state["since"], state["since_first"], state["role"]) == ("2005-03", "2005-03-01", "理事")
    assert [seat["body"] for seat in state["seats"]] == ["執行委員會"]
    fact.refresh_from_db()
    assert (fact.membership, fact.pinned) == (held, True)
    assert fetch("membership", other.pk, make_user()) == held
    assert list(Membership.objects.filter(merged_into=None)) == [held]
    merging = HistoryEntry.objects.filter(action="merge")
    assert {entry.record for entry in merging} == {record.ref for record in (kept, merged, held, other)}


def test_two_sides_of_one_agreement_become_one_where_others_are_left() -> None:
    kept, merged = pusan()
    three = make_agreement(merged, make_party(), kept)

    merge(by=make_user(), kept=kept, merged=merged, reason=WHY)

    assert [side["party"] for side in state_of(three)["sides"]][1:] == [kept.ref]


def test_counterpart_that_turns_out_to_be_the_own_city_is_none() -> None:
    kept, merged = pusan()
    exchange = make_exchange(merged, home=kept)

    merge(by=make_user(), kept=kept, merged=merged, reason=WHY)

    assert "parties" not in state_of(exchange)


def test_agreements_become_one_with_all_that_either_holds() -> None:
    home, busan = make_party(), make_party("釜山")
    kept = make_agreement(home, busan, signed="1966", subjects=["教育"])
    merged = make_agreement(home, busan, signed="1966-06-30", title="姊妹市協議書", subjects=["教育", "港務"])
    kept.steps.create(kind="signed", date="1966")
    merged.steps.create(kind="signed", date="1966-06-30", document="第3號")
    merged.signatories.create(person=make_person(), post="市長")
    later, exchange, fact = (
        make_agreement(home, busan, supersedes=merged),
        make_exchange(agreement=merged),
        make_fact(merged),
    )

    merge(by=make_user(), kept=kept, merged=merged, reason=WHY)

    state = state_of(kept)
    assert (state["signed"], state["signed_first"], state["signed_last"]) == ("1966-06-30",) + ("1966-06-30",) * 2
    assert (state["title"], state["subjects"]) == ("姊妹市協議書", ["教育", "港務"])
    assert [(step["date"], step["document"]) for step in state["steps"]] == [("1966-06-30", "第3號")]
    assert len(state["sides"]) == 2 and len(state["signatories"]) == 1
    assert state_of(later)["supersedes"] == state_of(exchange)["agreement"] == state_of(fact)["agreement"] == kept.ref


def test_what_a_person_has_set_goes_before_what_documents_say() -> None:
    kept = make_organization(purpose="文件", headquarters="首爾", fixed=["headquarters"])
    merged = make_organization("港盟", purpose="人員", headquarters="東京", fixed=["purpose", "headquarters"])

    merge(by=make_user(), kept=kept, merged=merged, reason=WHY)

    state = state_of(kept)
    assert (state["purpose"], state["headquarters"]) == ("人員", "首爾")
    assert state["fixed"] == ["headquarters", "purpose"]


def test_term_that_would_end_before_it_begins_stays_as_kept() -> None:
    home, busan = make_party(), make_party("釜山")
    kept = make_agreement(home, busan, signed="2001")
    merged = make_agreement(home, busan, signed="1990", until="1995", until_last="1995-12-31")

    merge(by=make_user(), kept=kept, merged=merged, reason=WHY)

    assert "until" not in state_of(kept) and "until_last" not in state_of(kept)


def test_organization_passes_on_the_party_that_it_is() -> None:
    kept, merged = make_organization(), make_organization("港盟", party=make_party("港盟", kind="organization"))

    merge(by=make_user(), kept=kept, merged=merged, reason=WHY)

    kept.refresh_from_db()
    merged.refresh_from_db()
    assert (kept.party, merged.party) == (merged.party or kept.party, None) and kept.party is not None


def test_search_finds_the_kept_record_by_the_names_of_both() -> None:
    (kept, merged), user = pusan(), make_user()
    index_records([kept, merged])

    merge(by=user, kept=kept, merged=merged, reason=WHY)

    assert [hit.record for hit in search("Busan", user=user)] == [kept.ref]
    assert not SearchEntry.objects.filter(record=merged.ref).exists()


def test_merge_is_kept_with_who_when_and_why() -> None:
    (kept, merged), user = pusan(), make_user()

    done = merge(by=user, kept=kept, merged=merged, reason=WHY)

    assert (done.kept, done.merged, done.by, done.reason) == (kept.ref, merged.ref, user, WHY)
    entries = HistoryEntry.objects.filter(action="merge", rests_on=[f"merge-{done.pk}"])
    assert {entry.record for entry in entries} == {kept.ref, merged.ref}
    assert {entry.reason for entry in entries} == {WHY}


def refused(kept: object, merged: object, reason: str = WHY) -> str:
    with pytest.raises(RegisterError) as error:
        merge(by=make_user(), kept=kept, merged=merged, reason=reason)  # type: ignore[arg-type]
    assert not Merge.objects.filter(merged=merged.ref, kept=kept.ref).exists()  # type: ignore[attr-defined]
    return str(error.value)


def test_what_cannot_be_one_is_refused_in_a_sentence() -> None:
    kept, merged = pusan()
    league = make_organization()

    assert refused(kept, merged, " ") == "Write why they are the same."
    assert refused(kept, kept) == f"{kept.ref} cannot be merged with itself."
    assert refused(kept, league).startswith(f"{kept.ref} and {league.ref} cannot be merged: two of one kind can")
    assert refused(make_figure(), make_figure()).endswith("(party, person, organization, agreement, exchange).")
    merge(by=make_user(), kept=kept, merged=merged, reason=WHY)
    assert refused(make_party("光州"), merged) == f"{merged.ref} was merged already, into {kept.ref}; use that one."


def test_two_sides_of_an_agreement_between_them_are_refused() -> None:
    kept, merged = pusan()
    agreement = make_agreement(kept, merged)

    assert refused(kept, merged).startswith(f"{agreement.ref} is between these two parties")


def test_parties_of_two_organizations_are_refused() -> None:
    kept, merged = pusan()
    one, other = make_organization(party=kept), make_organization("港盟", party=merged)

    assert refused(kept, merged) == f"The parties are {one.ref} and {other.ref}; merge these organizations first."


def test_circle_of_parts_is_refused() -> None:
    city = make_party("釜山")
    district = make_party("海雲臺區", parent=city)
    quarter = make_party("佑洞", parent=district)

    assert refused(quarter, city).startswith(f"{quarter.ref} would come back to itself by “part of”")
    merge(by=make_user(), kept=district, merged=city, reason=WHY)
    assert "parent" not in state_of(district)


def test_agreements_between_different_parties_are_refused() -> None:
    home, busan, third = make_party(), make_party("釜山"), make_party("熊本")
    two, three, other = make_agreement(home, busan), make_agreement(home, busan, third), make_agreement(home, third)

    assert refused(two, other).startswith(f"{two.ref} and {other.ref} are between different parties ({busan.ref}, ")
    merge(by=make_user(), kept=two, merged=three, reason=WHY)
    assert len(state_of(two)["sides"]) == 3


def test_what_the_database_would_not_take_is_refused_and_nothing_changes() -> None:
    kept, merged = make_party("釜山", begun="2000", begun_first=dt.date(2000, 1, 1)), make_party("釜山市")
    agreement = make_agreement(make_party(), merged, signed="1966")
    before = state_of(agreement), state_of(kept), state_of(merged), HistoryEntry.objects.count()

    assert refused(kept, merged).startswith(f"{kept.ref} and {merged.ref} cannot be one: ")
    assert (state_of(agreement), state_of(kept), state_of(merged), HistoryEntry.objects.count()) == before


def test_nothing_counts_a_merged_record() -> None:
    (kept, merged), user, home, league = pusan(), make_user(), make_party(), make_organization()
    for party in (kept, merged):
        make_membership(party, league)
    tie, same = make_agreement(home, kept, signed="1966"), make_agreement(home, merged, signed="1966")
    visit, again = (make_exchange(party, home=home, date="2022-06-09") for party in (kept, merged))

    for one, other in ((kept, merged), (tie, same), (visit, again)):
        merge(by=user, kept=one, merged=other, reason=WHY)

    assert list(agreements_in_force()) == [tie]
    assert list(exchanges_between(dt.date(2022, 1, 1), dt.date(2022, 12, 31))) == [visit]
    assert affiliations() == [(kept.pk, league.pk)] and memberships_current().count() == 1
    [partner] = partners_of(home)
    assert (partner.party, partner.agreements) == (kept, [tie])
