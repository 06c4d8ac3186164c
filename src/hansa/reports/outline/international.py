"""The year's work abroad: exchanges, agreements signed, memberships, and the measures' numbers."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Q

from hansa.figures.answers import Answer
from hansa.figures.rules import PARTNER_KINDS
from hansa.register.domain.queries.agreements import with_parties
from hansa.register.domain.queries.exchanges import exchanges_between
from hansa.register.domain.queries.memberships import memberships_current
from hansa.register.domain.queries.parties import partners_of
from hansa.register.models import Agreement, Exchange, Membership, Party
from hansa.reports.outline.citations import Citations, citations_of
from hansa.reports.outline.items import (
    AgreementItem,
    Counterpart,
    ExchangeItem,
    MembershipItem,
    NumberItem,
    PublishedNumber,
)
from hansa.reports.outline.names import named, organization_named
from hansa.reports.outline.people import Company, People


@dataclass(frozen=True)
class Happenings:
    """The exchanges and the agreements of a year, each in the order of their dates."""

    exchanges: tuple[ExchangeItem, ...]
    agreements: tuple[AgreementItem, ...]


def happenings(home: Party, first: dt.date, last: dt.date) -> Happenings:
    """The exchanges that share a day with the year, and the agreements signed in it; about fifteen queries."""
    exchanges = list(exchanges_between(first, last).filter(home=home))
    agreements = list(_signed(home, first, last))
    people = People(home, _companies(exchanges, agreements))
    ties = _ties(home, last)
    cited = citations_of("exchange", [exchange.pk for exchange in exchanges])
    signed = citations_of("agreement", [agreement.pk for agreement in agreements])
    return Happenings(
        tuple(_exchange_item(one, people, ties, cited) for one in exchanges),
        tuple(_agreement_item(one, home, people, ties, signed) for one in agreements),
    )


def _signed(home: Party, first: dt.date, last: dt.date) -> Iterable[Agreement]:
    signed = Agreement.objects.filter(
        parties=home, merged_into=None, signed_first__gte=first, signed_last__lte=last
    ).order_by("signed_first", "pk")
    return with_parties(signed).prefetch_related("signatories__person")


def _companies(exchanges: Iterable[Exchange], agreements: Iterable[Agreement]) -> Iterator[Company]:
    for exchange in exchanges:
        yield frozenset(party.pk for party in exchange.parties.all()), exchange.people.all()
    for agreement in agreements:
        yield frozenset(side.party_id for side in agreement.sides.all()), agreement.signatories.all()


def _ties(home: Party, on: dt.date) -> dict[int, str]:
    """The kind of tie that makes a party a partner of the city on a day, by the party's number."""
    held = {partner.party.pk: {agreement.kind for agreement in partner.agreements} for partner in partners_of(home, on)}
    return {number: kind for number, kinds in held.items() for kind in PARTNER_KINDS[::-1] if kind in kinds}


def _counterpart(party: Party, ties: Mapping[int, str]) -> Counterpart:
    return Counterpart(party.ref, named(party), party.kind, party.country, ties.get(party.pk, ""))


def _exchange_item(exchange: Exchange, people: People, ties: Mapping[int, str], cited: Citations) -> ExchangeItem:
    return ExchangeItem(
        ref=exchange.ref,
        kind=exchange.kind,
        title=exchange.title,
        date=exchange.date,
        parties=tuple(_counterpart(party, ties) for party in exchange.parties.all()),
        people=people.named(exchange.people.all()),
        place=exchange.place,
        topics=tuple(exchange.topics),
        headcount=exchange.headcount,
        attendance=exchange.attendance,
        summary=exchange.summary,
        citations=cited.get(exchange.pk, ()),
    )


def _agreement_item(
    agreement: Agreement, home: Party, people: People, ties: Mapping[int, str], cited: Citations
) -> AgreementItem:
    others = (side.party for side in agreement.sides.all() if side.party_id != home.pk)
    return AgreementItem(
        ref=agreement.ref,
        kind=agreement.kind,
        title=agreement.title,
        signed=agreement.signed,
        parties=tuple(_counterpart(party, ties) for party in others),
        signatories=people.named(agreement.signatories.all()),
        place=agreement.place,
        subjects=tuple(agreement.subjects),
        summary=agreement.summary,
        citations=cited.get(agreement.pk, ()),
    )


def membership_items(home: Party, on: dt.date) -> tuple[MembershipItem, ...]:
    """The memberships of the city and its bodies on a day, the latest first; two queries."""
    held = memberships_current(on).filter(Q(party=home) | Q(party__parent=home))
    found = list(held.order_by("-since", "organization", "pk"))
    cited = citations_of("membership", [membership.pk for membership in found])
    return tuple(
        MembershipItem(
            ref=membership.ref,
            organization=organization_named(membership.organization),
            member=named(membership.party),
            since=membership.since,
            role=membership.role,
            responsible=_responsible(membership),
            citations=cited.get(membership.pk, ()),
        )
        for membership in found
    )


def _responsible(membership: Membership) -> str:
    unit = str(membership.unit) if membership.unit else membership.office_name
    return f"{unit}（{membership.through}）" if unit and membership.through else unit or membership.through


def number_items(told: Iterable[Answer]) -> tuple[NumberItem, ...]:
    """The measures that have a number for the year, computed or published; one query."""
    having = [one for one in told if one.value or one.published]
    numbers = [int(figure.ref.rpartition("-")[2]) for one in having for figure in one.published]
    cited = citations_of("figure", numbers)
    return tuple(NumberItem(one, _published(one, cited)) for one in having)


def _published(one: Answer, cited: Citations) -> tuple[PublishedNumber, ...]:
    return tuple(
        PublishedNumber(figure.value, figure.unit, cited.get(int(figure.ref.rpartition("-")[2]), ()))
        for figure in one.published
    )
