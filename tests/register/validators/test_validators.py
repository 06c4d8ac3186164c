"""Bad input: each wrong value and each broken rule is named with its field, all at once."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from hansa.facts import is_edtf
from hansa.register.models import (
    RECORD_KINDS,
    Agreement,
    AgreementParty,
    Commitment,
    CostLine,
    Exchange,
    Gift,
    Membership,
    Organization,
    Party,
    PartyName,
    Person,
    ProgrammeItem,
    Project,
    Seat,
    SignedName,
    Step,
)
from hansa.register.models.record import Record
from hansa.register.states import parts_of_kind
from hansa.register.validators import RULES, problems, validate
from hansa.register.validators.values import check_date
from tests.factories import make_agreement, make_exchange, make_membership, make_organization, make_party

pytestmark = pytest.mark.django_db


def told(record: Record, **parts: Sequence[models.Model]) -> dict[str, str | None]:
    """The rules that are broken, by field."""
    return {field: errors[0].code for field, errors in problems(record, parts).items()}


def sides(*parties: Party) -> list[AgreementParty]:
    return [AgreementParty(party=party) for party in parties]


def city(name: str = "釜山", begun: str = "", ended: str = "") -> Party:
    first = dt.date.fromisoformat(begun) if begun else None
    last = dt.date.fromisoformat(ended) if ended else None
    return make_party(name, begun=begun, begun_first=first, ended=ended, ended_last=last)


@pytest.mark.parametrize(
    ("record", "field", "rule"),
    [
        (Party(name_zh="釜山", begun="1995-13"), "begun", "date_in_edtf"),
        (Party(name_zh="釜山", begun="1995/1990"), "begun", "interval_in_order"),
        (Party(name_zh="釜山", country="KO"), "country", "country_of_iso_3166"),
        (Party(name_zh="釜山", subdivision="Busan"), "subdivision", "subdivision_of_iso_3166"),
        (Party(name_zh="釜山", country="JP", subdivision="KR-26"), "subdivision", "subdivision_in_its_country"),
        (Party(name_zh="釜山", wikidata="busan"), "wikidata", "wikidata_id"),
        (Party(name_zh="釜山", latitude=135.0), "latitude", "latitude_in_degrees"),
        (Party(name_zh="釜山", longitude=-200.0), "longitude", "longitude_in_degrees"),
        (Party(name_zh="釜山", kind="planet"), "kind", "invalid_choice"),
        (Party(name_zh="釜" * 301), "name_zh", "max_length"),
        (Party(), "name_zh", "party_has_a_name"),
        (Party(name_zh="釜山", begun="1990", ended="1989"), "ended", "party_ends_after_it_began"),
        (Person(), "name_zh", "person_has_a_name"),
        (Organization(), "name_zh", "organization_has_a_name"),
        (Organization(name_zh="聯盟", websites="icl.example"), "websites", "list_of_words"),
        (Organization(name_zh="聯盟", members=[{"count": "many"}]), "members", "counts_of_members"),
        (Exchange(), "kind", "value_needed"),
        (Exchange(kind="sports", headcount=-1), "headcount", "min_value"),
        (Exchange(kind="sports", topics=["", "x"]), "topics", "list_of_words"),
        (
            Exchange(kind="sports", date="2025-05", report_handed_in="2025-04-30"),
            "report_handed_in",
            "report_follows_the_exchange",
        ),
        (Commitment(text="互訪"), "agreement", "commitment_from_an_agreement_or_exchange"),
        (Gift(direction="given", title="瓶", value="12.5"), "currency", "gift_value_in_a_currency"),
        (Gift(direction="given", title="瓶", value="12.5", currency="NT$"), "currency", "currency_of_iso_4217"),
        (Gift(direction="given", title="瓶", value=Decimal(-1), currency="TWD"), "value", "gift_value_not_negative"),
        (Gift(direction="given", title="瓶", value="much", currency="TWD"), "value", "invalid"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_wrong_value_is_refused_at_its_field(record: Record, field: str, rule: str) -> None:
    assert told(record) == {field: rule}


def test_everything_wrong_is_told_at_once_and_raised() -> None:
    gift = Gift(date="yesterday", value="much", currency="XYZ")

    with pytest.raises(ValidationError) as refused:
        validate(gift)

    assert set(refused.value.error_dict) == {"direction", "title", "date", "value", "currency"}


def test_right_record_is_accepted_with_its_days_and_values() -> None:
    agreement = Agreement(kind="sister_city", signed="1966-06", until="2026")

    assert told(agreement, sides=sides(make_party(), city())) == {}
    assert (agreement.signed_first, agreement.until_last) == (dt.date(1966, 6, 1), dt.date(2026, 12, 31))
    gift = Gift(direction="given", title="瓶", value="12.5", currency="TWD")
    assert told(gift) == {}
    assert gift.value == Decimal("12.5")


def test_agreement_needs_two_different_parties() -> None:
    home = make_party()

    assert told(Agreement(), sides=[]) == {"sides": "agreement_has_two_parties"}
    assert told(Agreement(), sides=sides(home)) == {"sides": "agreement_has_two_parties"}
    assert told(Agreement(), sides=sides(home, home)) == {
        "sides": "agreement_has_two_parties",
        "sides-1-party": "agreement_party_once",
    }
    assert told(Agreement(), sides=sides(home, city())) == {}


@pytest.mark.parametrize(
    ("signed", "allowed"),
    [("1994", False), ("1995", True), ("1995-02-28", False), ("1995-03-01", True), ("2010-06", True), ("2011", False)],
)
def test_agreement_is_signed_while_its_parties_exist(signed: str, allowed: bool) -> None:
    other = city(begun="1995-03-01", ended="2010-12-31")

    found = told(Agreement(signed=signed), sides=sides(make_party(), other))

    assert found == ({} if allowed else {"signed": "agreement_between_existing_parties"})


def test_agreement_ends_after_it_was_signed_and_so_do_its_steps() -> None:
    agreement = Agreement(signed="2000", until="1999")
    steps = [Step(kind="approached", date="1998"), Step(kind="ended", date="1999")]

    found = told(agreement, sides=sides(make_party(), city()), steps=steps)

    assert found == {"until": "agreement_ends_after_it_was_signed", "steps-1-date": "step_follows_signing"}


def test_names_are_signed_by_parties_of_the_agreement_once_in_a_language() -> None:
    home, other = make_party(), city()
    names = [
        SignedName(party=home, language="zh-Hant", name="高雄市"),
        SignedName(party=home, language="zh-Hant", name="高雄"),
        SignedName(party=city("福岡"), language="Japanese", name="福岡市"),
    ]

    assert told(Agreement(), sides=sides(home, other), signed_names=names) == {
        "signed_names-1-party": "signed_name_once",
        "signed_names-2-language": "language_tag",
        "signed_names-2-party": "signed_name_of_a_party",
    }


@pytest.mark.parametrize("link", ["parent", "successor"])
def test_bodies_do_not_lead_back_to_themselves(link: str) -> None:
    top = make_party("甲")
    middle = make_party("乙", **{link: top})
    bottom = make_party("丙", **{link: middle})

    assert told(bottom) == {}
    setattr(top, link, bottom)
    assert told(top) == {link: f"party_{link}_not_circular"}


@pytest.mark.parametrize("link", ["supersedes", "upgrades"])
def test_agreements_do_not_follow_on_themselves(link: str) -> None:
    home, other = make_party(), city()
    first = make_agreement(home, other)
    second = make_agreement(home, other, **{link: first})
    setattr(first, link, second)

    assert told(first) == {link: f"agreement_{link}_not_circular"}


def test_nobody_is_a_member_of_itself() -> None:
    body = make_party("世界港灣聯盟", kind="organization")
    known = make_organization("全球港灣", party=body)
    namesake = make_organization("世界港灣聯盟")

    assert told(Membership(party=body, organization=known)) == {"party": "membership_not_in_oneself"}
    assert told(Membership(party=body, organization=namesake)) == {"party": "membership_not_in_oneself"}
    assert told(Membership(party=make_party(), organization=known)) == {}


def test_organization_is_not_the_party_that_is_its_member() -> None:
    member = make_party()
    organization = make_membership(member, make_organization()).organization
    organization.party = member

    assert told(organization) == {"party": "membership_not_in_oneself"}


def test_membership_keeps_to_the_times_of_both() -> None:
    party, organization = city(ended="2010-12-25"), make_organization(founded="1990")

    assert told(Membership(party=party, organization=organization, since="1989")) == {
        "since": "membership_since_it_was_founded"
    }
    assert told(Membership(party=party, organization=organization, since="2011")) == {
        "since": "membership_of_an_existing_party"
    }
    assert told(Membership(party=party, organization=organization, since="2000", until="1999")) == {
        "until": "membership_ends_after_it_began"
    }
    assert told(Membership(party=party, organization=organization, since="2000", until="2010")) == {}


def test_fee_needs_a_currency_and_seats_end_after_they_began() -> None:
    membership = Membership(party=make_party(), organization=make_organization(), fee="1200")

    assert told(membership, seats=[Seat(body="執委會", since="2020", until="2018")]) == {
        "currency": "membership_fee_in_a_currency",
        "seats-0-until": "seat_ends_after_it_began",
    }


def test_exchange_is_with_others_that_exist() -> None:
    home, gone = make_party(), city(ended="2010-12-25")

    assert told(Exchange(kind="sports", home=home), parties=[home]) == {"parties": "exchange_with_others"}
    assert told(Exchange(kind="sports", date="2012"), parties=[gone]) == {"date": "exchange_among_existing_parties"}
    assert told(Exchange(kind="sports", date="2010"), parties=[gone, gone]) == {"parties": "exchange_party_once"}


def test_programme_and_costs_are_checked_row_by_row() -> None:
    programme = [
        ProgrammeItem(title="參訪", day="2025-05-20"),
        ProgrammeItem(title="", day="2025-05-21"),
        ProgrammeItem(title="晚宴", day="2025-05-22"),
    ]
    costs = [CostLine(item="機票", amount="9", currency=""), CostLine(item="住宿", amount="-1", currency="JPY")]

    assert told(Exchange(kind="sports", date="2025-05-20/2025-05-21"), programme=programme, costs=costs) == {
        "programme-1-title": "value_needed",
        "programme-2-day": "programme_within_the_exchange",
        "costs-0-currency": "value_needed",
        "costs-1-amount": "cost_not_negative",
    }


def test_party_cannot_have_begun_after_what_it_did() -> None:
    acted = {"agreement": make_party("甲"), "exchange": make_party("乙"), "membership": make_party("丙")}
    make_agreement(acted["agreement"], make_party(), signed="1990")
    make_exchange(acted["exchange"], date="1990")
    make_membership(acted["membership"], make_organization(), since="1990")

    for party in acted.values():
        party.begun = "1991"
        assert told(party) == {"begun": "party_existed_then"}
        party.begun = "1990"
        assert told(party) == {}


def test_name_of_a_party_is_there_once_and_in_order() -> None:
    names = [PartyName(name="釜山"), PartyName(name="釜山"), PartyName(name="釜山直轄市", since="1995", until="1963")]

    assert told(Party(name_zh="釜山"), names=names) == {
        "names-1-name": "party_name_once",
        "names-2-until": "party_name_ends_after_it_began",
    }


def test_commitment_is_not_due_before_it_was_made() -> None:
    agreement = make_agreement(make_party(), city(), signed="2020-05-01")

    assert told(Commitment(text="互訪", agreement=agreement, due="2019")) == {"due": "commitment_due_after_it_was_made"}
    assert told(Commitment(text="互訪", agreement=agreement, due="2020")) == {}


def test_project_has_a_title_or_a_number() -> None:
    organization = make_organization()

    assert told(Project(organization=organization)) == {"title": "project_has_a_title_or_number"}
    assert told(Project(organization=organization, count=0)) == {}


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_rule_of_the_database_has_a_sentence_and_a_field(kind: str) -> None:
    tables = [RECORD_KINDS[kind], *(part.model for part in parts_of_kind(kind))]
    names = {constraint.name for table in tables for constraint in table._meta.constraints}
    names -= {"passage_once", "passage_has_words", "fact_admitted_to_the_record_of_its_type"}

    held: set[Any] = {rule for rule in names if rule in RULES and RULES[rule].field}
    assert held == names


@given(st.text(alphabet="0123456789-/.x", max_size=12))
def test_dates_are_taken_as_facts_take_them(text: str) -> None:
    refused = False
    try:
        check_date(text)
    except ValidationError:
        refused = True

    assert refused != is_edtf(text)
