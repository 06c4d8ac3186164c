"""Entering and changing records by hand."""

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from hansa.register.domain.editing import Overtaken, add_record, change_record, version_of
from hansa.register.domain.publishing import publish
from hansa.register.models import (
    Agreement,
    AgreementField,
    AgreementParty,
    CostLine,
    HistoryEntry,
    Membership,
    Organization,
    Participant,
    Party,
    PartyName,
    Person,
    SearchEntry,
    Signatory,
    Step,
)
from hansa.register.states import state_of
from tests.factories import (
    make_agreement,
    make_commitment,
    make_exchange,
    make_fact,
    make_membership,
    make_office,
    make_organization,
    make_party,
    make_person,
    make_unit,
    make_user,
)

pytestmark = pytest.mark.django_db


def last_entry() -> HistoryEntry:
    return HistoryEntry.objects.order_by("pk").last()  # type: ignore[return-value]


def test_new_record_is_whole_with_one_entry_and_found() -> None:
    office = make_office()
    editor = make_user("editor", office=office)
    parties = office.home, make_party("釜山")
    signer = make_person()

    agreement = add_record(
        by=editor,
        kind="agreement",
        values={"kind": "sister_city", "title": "姊妹市協定書", "signed": "1966-06"},
        parts={
            "sides": [AgreementParty(party=party, name_as_signed=f"{party}市") for party in parties],
            "fields": [AgreementField(field="port")],
            "signatories": [Signatory(person=signer, post="市長")],
            "steps": [Step(kind="council_approved", date="1966-05")],
        },
        reason="補登",
    )

    assert isinstance(agreement, Agreement)
    assert (agreement.office, agreement.signed_first) == (office, dt.date(1966, 6, 1))
    assert agreement.fixed == ["fields", "kind", "sides", "signatories", "signed", "steps", "title"]
    entry = HistoryEntry.objects.get()
    assert (entry.action, entry.record, entry.before, entry.reason) == ("add", agreement.ref, {}, "補登")
    assert entry.after == state_of(agreement)
    assert SearchEntry.objects.filter(record=agreement.ref).exists()


def test_change_enters_its_difference_and_fixes_what_a_person_set() -> None:
    agreement = make_agreement(make_party(), make_party("釜山"), signed="1966")

    change_record(
        by=make_user(), record=agreement, values={"signed": "1966-06-30", "kind": "sister_city"}, reason="依正本"
    )

    agreement.refresh_from_db()
    entry = HistoryEntry.objects.get()
    assert agreement.fixed == ["signed"]
    assert entry.before == {"signed": "1966", "signed_first": "1966-01-01", "signed_last": "1966-12-31"}
    assert entry.after == {
        "signed": "1966-06-30",
        "signed_first": "1966-06-30",
        "signed_last": "1966-06-30",
        "fixed": ["signed"],
    }


def test_nothing_changed_leaves_no_entry() -> None:
    agreement = make_agreement(make_party(), make_party("釜山"), signed="1966")
    sides = [AgreementParty(party=side.party, name_as_signed=side.name_as_signed) for side in agreement.sides.all()]

    change_record(by=make_user(), record=agreement, values={"signed": "1966"}, parts={"sides": sides})

    assert not HistoryEntry.objects.exists()


def test_parts_are_changed_as_whole_lists_in_their_order() -> None:
    home, busan, kobe = make_party(), make_party("釜山"), make_party("神戶")
    agreement = make_agreement(home, busan)

    sides = [AgreementParty(party=party) for party in (kobe, home)]
    change_record(by=make_user(), record=agreement, values={}, parts={"sides": sides})

    assert [side.party for side in agreement.sides.order_by("pk")] == [kobe, home]
    assert last_entry().after["sides"] == [{"party": kobe.ref}, {"party": home.ref}]
    connection.check_constraints()


def test_amounts_that_are_the_same_are_no_change() -> None:
    exchange = make_exchange(kind="sports")
    lines: list[Any] = [{"item": "機票", "amount": "1200.5", "currency": "TWD"}]
    for _ in range(2):
        change_record(by=make_user(), record=exchange, values={}, parts={"costs": [CostLine(**line) for line in lines]})

    assert HistoryEntry.objects.count() == 1


def test_counterparts_and_evidence_are_lists_of_records() -> None:
    busan, kobe = make_party("釜山"), make_party("神戶")
    exchange = make_exchange(busan)
    passage = make_fact(exchange).passage
    commitment = make_commitment(agreement=None, exchange=exchange)

    change_record(by=make_user(), record=exchange, values={}, parts={"parties": [kobe, busan]})
    change_record(by=make_user(), record=commitment, values={}, parts={"passages": [passage]})

    assert set(exchange.parties.all()) == {kobe, busan}
    assert list(commitment.passages.all()) == [passage]


def test_wrong_input_changes_nothing_and_names_every_field() -> None:
    membership = make_membership(make_party(), make_organization())

    with pytest.raises(ValidationError) as refused:
        change_record(by=make_user(), record=membership, values={"since": "2020", "until": "2019", "fee": "100"})

    assert set(refused.value.error_dict) == {"until", "currency"}
    membership.refresh_from_db()
    assert (membership.since, HistoryEntry.objects.count()) == ("", 0)


def test_what_the_database_refuses_is_told_in_the_rules_words() -> None:
    membership = make_membership(make_party(), make_organization())

    with pytest.raises(ValidationError) as refused:
        add_record(
            by=make_user(),
            kind="membership",
            values={"party": membership.party, "organization": membership.organization},
        )

    assert [error.code for error in refused.value.error_dict["party"]] == ["membership_once"]
    assert Membership.objects.count() == 1


def test_party_is_found_by_the_name_that_it_is_given() -> None:
    party = add_record(by=make_user(), kind="party", values={"name_zh": "臺南市"})
    change_record(by=make_user(), record=party, values={"name_en": "Tainan"}, parts={"names": []})

    assert list(PartyName.objects.filter(party=party.pk).values_list("folded", flat=True)) == ["台南市", "tainan"]
    assert Party.objects.get().fixed == ["name_en", "name_zh", "names"]


def test_people_and_organizations_are_found_by_their_names() -> None:
    add_record(by=make_user(), kind="person", values={"name_en": "Ann Lee"})
    add_record(by=make_user(), kind="organization", values={"name_zh": "世界港灣聯盟", "acronym": "WHA"})

    assert Person.objects.get().folded == "ann lee"
    assert [str(name) for name in Organization.objects.get().names.all()] == ["世界港灣聯盟", "WHA"]


def test_report_of_a_trip_is_due_until_a_person_says_otherwise() -> None:
    editor = make_user()
    trip: Any = add_record(
        by=editor, kind="exchange", values={"kind": "outbound_visit", "date": "2025-05-01/2025-05-20"}
    )
    due = [trip.report_due]
    due.append(change_record(by=editor, record=trip, values={"date": "2025-06-20"}).report_due)  # type: ignore[attr-defined]
    change_record(by=editor, record=trip, values={"report_due": dt.date(2025, 12, 1)})
    due.append(change_record(by=editor, record=trip, values={"date": "2025-07-20"}).report_due)  # type: ignore[attr-defined]

    assert due == [dt.date(2025, 8, 20), dt.date(2025, 9, 20), dt.date(2025, 12, 1)]


def test_commitment_is_followed_to_its_end() -> None:
    commitment = make_commitment()

    with pytest.raises(ValidationError):
        change_record(by=make_user(), record=commitment, values={"state": "done"})
    change_record(by=make_user(), record=commitment, values={"state": "done", "result": "已互訪"})

    commitment.refresh_from_db()
    assert (commitment.state, commitment.result) == ("done", "已互訪")


def test_later_change_of_the_same_field_is_not_overwritten() -> None:
    membership, mei = make_membership(make_party(), make_organization()), make_user("editor", "mei")
    seen = version_of(membership.ref)
    change_record(by=mei, record=membership, values={"role": "observer"})

    with pytest.raises(Overtaken, match="mei") as refused:
        change_record(by=make_user(), record=membership, values={"role": "member"}, version=seen)

    assert [(entry.by, entry.after["role"]) for entry in refused.value.entries] == [(mei, "observer")]
    membership.refresh_from_db()
    assert membership.role == "observer"


def test_later_change_of_something_else_does_not_hinder() -> None:
    membership = make_membership(make_party(), make_organization())
    seen = version_of(membership.ref)
    publish(by=make_user(), record=membership)

    change_record(by=make_user(), record=membership, values={"role": "member"}, version=seen)

    membership.refresh_from_db()
    assert (membership.role, membership.published) == ("member", True)


def test_officer_enters_records_for_the_own_unit_and_hands_none_over() -> None:
    unit = make_unit()
    officer = make_user("officer", office=unit.office, unit=unit)
    values = {"party": unit.office.home, "organization": make_organization()}

    membership = add_record(by=officer, kind="membership", values=values)

    assert isinstance(membership, Membership)
    assert (membership.office, membership.unit) == (unit.office, unit)
    with pytest.raises(PermissionDenied):
        change_record(by=officer, record=membership, values={"unit": make_unit(unit.office, "文化局")})
    with pytest.raises(PermissionDenied):
        add_record(by=officer, kind="party", values={"name_zh": "臺南市"})


def test_unit_of_another_office_is_refused() -> None:
    office = make_office()

    with pytest.raises(ValidationError) as refused:
        add_record(
            by=make_user("editor", office=office),
            kind="gift",
            values={"direction": "given", "title": "瓶", "unit": make_unit(make_office(office.home))},
        )

    assert set(refused.value.error_dict) == {"unit"}


def test_fields_that_the_register_keeps_are_not_filled_in() -> None:
    with pytest.raises(ValueError, match="published"):
        change_record(by=make_user(), record=make_party(), values={"published": True})


def test_somebody_new_is_entered_with_the_record_once() -> None:
    exchange = make_exchange()
    rows = [Participant(person=Person(name_zh="陳美"), post="局長"), Participant(person=make_person("林小明"))]

    change_record(by=make_user(), record=exchange, values={}, parts={"people": rows})
    gift = add_record(
        by=make_user(), kind="gift", values={"direction": "given", "title": "瓶", "person": Person(name_zh="朴市長")}
    )

    assert [str(one.person) for one in exchange.people.order_by("pk")] == ["陳美", "林小明"]
    assert str(gift.person) == "朴市長"  # type: ignore[attr-defined]
    assert [entry.record.split("-")[0] for entry in HistoryEntry.objects.order_by("pk")] == [
        "person", "exchange", "person", "gift",
    ]  # fmt: skip
