"""The year's work abroad: exchanges, agreements signed, memberships, and the measures' numbers."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q

from hansa.atlas.folding import fold
from hansa.figures.answers import Answer
from hansa.figures.measures import answers
from hansa.figures.rules import PARTNER_KINDS
from hansa.register.domain.queries.agreements import with_parties
from hansa.register.domain.queries.exchanges import exchanges_between
from hansa.register.domain.queries.memberships import memberships_current
from hansa.register.domain.queries.parties import partners_of
from hansa.register.models import Agreement, Exchange, Membership, Party
from hansa.register.models.person import Role
from hansa.reports.outline.citations import Citations, citations_of
from hansa.reports.outline.items import (
    AgreementItem,
    ExchangeItem,
    MembershipItem,
    NumberItem,
    Participant,
    PublishedNumber,
)
from hansa.reports.outline.names import named, organization_named

# How documents call the city that they are of.
_OURSELVES = ("本市", "本府", "市府", "本處")


def _participants(roles: Iterable[Role], home: Party) -> tuple[Participant, ...]:
    return tuple(Participant(named(role.person), role.post, role.of, _is_ours(role.of, home)) for role in roles)


def _is_ours(body: str, home: Party) -> bool:
    names = [fold(name.removesuffix("市")) for name in (home.name_zh, home.name_en) if name]
    return body.startswith(_OURSELVES) or any(fold(body).startswith(name) for name in names)


def exchange_items(home: Party, first: dt.date, last: dt.date) -> tuple[ExchangeItem, ...]:
    """The exchanges that share a day with the year, in the order of their dates; at most ten queries."""
    kinds = set(PARTNER_KINDS)
    partners = {
        partner.party.pk
        for partner in partners_of(home, last)
        if kinds & {agreement.kind for agreement in partner.agreements}
    }
    exchanges = list(exchanges_between(first, last).filter(home=home))
    cited = citations_of("exchange", [exchange.pk for exchange in exchanges])
    return tuple(_exchange_item(exchange, home, partners, cited) for exchange in exchanges)


def _exchange_item(exchange: Exchange, home: Party, partners: set[int], cited: Citations) -> ExchangeItem:
    parties = list(exchange.parties.all())
    return ExchangeItem(
        ref=exchange.ref,
        kind=exchange.kind,
        title=exchange.title,
        date=exchange.date,
        parties=tuple(named(party) for party in parties),
        people=_participants(exchange.people.all(), home),
        place=exchange.place,
        topics=tuple(exchange.topics),
        headcount=exchange.headcount,
        attendance=exchange.attendance,
        with_partner=any(party.pk in partners for party in parties),
        citations=cited.get(exchange.pk, ()),
    )


def agreement_items(home: Party, first: dt.date, last: dt.date) -> tuple[AgreementItem, ...]:
    """The agreements that the home city signed in the year, in the order of their dates; six queries."""
    signed = Agreement.objects.filter(parties=home, signed_first__gte=first, signed_last__lte=last)
    found = list(with_parties(signed).prefetch_related("signatories__person").order_by("signed_first", "pk"))
    cited = citations_of("agreement", [agreement.pk for agreement in found])
    return tuple(
        AgreementItem(
            ref=agreement.ref,
            kind=agreement.kind,
            title=agreement.title,
            signed=agreement.signed,
            parties=tuple(named(side.party) for side in agreement.sides.all() if side.party_id != home.pk),
            signatories=_participants(agreement.signatories.all(), home),
            place=agreement.place,
            subjects=tuple(agreement.subjects),
            citations=cited.get(agreement.pk, ()),
        )
        for agreement in found
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


def number_items(home: Party, first: dt.date, last: dt.date) -> tuple[NumberItem, ...]:
    """The measures of the year that have a number, computed or published; a fixed number of queries."""
    told = [one for one in answers(home, first, last) if one.value or one.published]
    numbers = [int(figure.ref.rpartition("-")[2]) for one in told for figure in one.published]
    cited = citations_of("figure", numbers)
    return tuple(NumberItem(one, _published(one, cited)) for one in told)


def _published(one: Answer, cited: Citations) -> tuple[PublishedNumber, ...]:
    return tuple(
        PublishedNumber(figure.value, figure.unit, cited.get(int(figure.ref.rpartition("-")[2]), ()))
        for figure in one.published
    )
