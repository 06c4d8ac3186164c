"""What was signed and what happened with parties abroad in the period of a council report."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from django.db.models import Prefetch, Q

from hansa.figures.rules import PARTNER_KINDS
from hansa.register.models import (
    Agreement,
    AgreementParty,
    Exchange,
    Office,
    Participant,
    Party,
    Picture,
    Signatory,
)
from hansa.register.models.person import Role
from hansa.reports.council.items import Happened, Photograph, Place, Signed
from hansa.reports.council.period import Period, belongs
from hansa.reports.outline.citations import citations_of
from hansa.reports.outline.items import Citation, Named
from hansa.reports.outline.items import Participant as Somebody
from hansa.reports.outline.names import named

# A passage that tells of a signing, where another only calls a city a partner.
_SIGNING = re.compile(
    r"簽署|簽約|簽訂|締結|締盟(?!城市|\s*\d+\s*週?周?年)|signed|signing|concluded|entered into", re.IGNORECASE
)
# How documents call the city that they are of.
_OURSELVES = ("本市", "本府", "市府", "本處")
# Joined, not fetched by their numbers: SQLite takes no more than a thousand of those from Django.
_SIDES = Prefetch("sides", AgreementParty.objects.select_related("party"))
_SIGNATORIES = Prefetch("signatories", Signatory.objects.select_related("person"))
Pictures = dict[int, tuple[Photograph, ...]]


def place_of(party: Party) -> Place:
    """A party with where it lies."""
    return Place(named(party), party.country, party.latitude, party.longitude)


def _parties_of(exchanges: Collection[int]) -> dict[int, tuple[Place, ...]]:
    """The counterparts of each exchange, by its number; one query. Without models, which for thousands take seconds."""
    columns = ("party__name_zh", "party__name_en", "party__country", "party__latitude", "party__longitude")
    rows = Exchange.parties.through.objects.filter(exchange__in=exchanges).order_by("pk")
    found: dict[int, list[Place]] = defaultdict(list)
    known: dict[int, Place] = {}
    for exchange, number, zh, en, *where in rows.values_list("exchange_id", "party_id", *columns):
        found[exchange].append(known.setdefault(number, Place(Named(zh, en), *where)))
    return {exchange: tuple(parties) for exchange, parties in found.items()}


def _people_of(exchanges: Collection[int], home: Party) -> dict[int, tuple[Somebody, ...]]:
    """Who is named in each exchange, by its number; one query."""
    found: dict[int, list[Participant]] = defaultdict(list)
    for one in Participant.objects.filter(exchange__in=exchanges).select_related("person").order_by("pk"):
        found[one.exchange_id].append(one)
    return {exchange: _people(people, home) for exchange, people in found.items()}


def photograph(picture: Picture) -> Photograph:
    """A picture as plain values."""
    return Photograph(picture.ref, picture.sha256, picture.title, picture.credit, picture.width, picture.height)


def pictures_of(kind: str, records: Collection[int]) -> Pictures:
    """The pictures of each record of a kind, by its number, the oldest first; one query."""
    found: dict[int, list[Photograph]] = defaultdict(list)
    for picture in Picture.objects.filter(**{f"{kind}__in": records}).order_by("pk"):
        found[getattr(picture, f"{kind}_id")].append(photograph(picture))
    return {number: tuple(pictures) for number, pictures in found.items()}


def _people(roles: Iterable[Role], home: Party) -> tuple[Somebody, ...]:
    return tuple(Somebody(named(role.person), role.post, role.of, _is_ours(role.of, home)) for role in roles)


def _is_ours(body: str, home: Party) -> bool:
    names = [name.removesuffix("市") for name in (home.name_zh, home.name_en) if name]
    return body.startswith((*_OURSELVES, *names))


def _concerns(agreement: Agreement, home: Party) -> bool:
    """Whether the city or one of its bodies is a party; of a body whose country is not known, it may be."""
    parties = [side.party for side in agreement.sides.all()]
    return any(party in (home, party.parent) or party.country in ("", home.country) for party in parties)


def agreements_signed(period: Period, office: Office, documents: Collection[int]) -> list[Signed]:
    """The agreements of the city and its bodies that belong to the period, oldest first; seven queries."""
    ours = Q(parties=office.home) | Q(office=office)
    dated = Q(signed_first__lte=period.last, signed_last__gte=period.first)
    undated = Q(signed_first=None, facts__passage__source__in=documents)
    query = Agreement.objects.filter(ours, dated | undated, merged_into=None).distinct()
    found = list(query.prefetch_related(_SIDES, _SIGNATORIES).order_by("signed_first", "pk"))
    numbers = [agreement.pk for agreement in found]
    cited, pictures = citations_of("agreement", numbers), _pictures_of_agreements(found, office.home)
    return [
        _signed(one, office.home, cited.get(one.pk, ()), pictures)
        for one in found
        if _concerns(one, office.home)
        and belongs((one.signed, one.signed_first, one.signed_last), cited.get(one.pk, ()), period, documents)
    ]


def _pictures_of_agreements(agreements: Sequence[Agreement], home: Party) -> Pictures:
    """Each agreement's pictures, and behind them those of its parties besides the home city; two queries."""
    sides = {one.pk: [side.party_id for side in one.sides.all() if side.party_id != home.pk] for one in agreements}
    own = pictures_of("agreement", sides)
    of_party = pictures_of("party", {party for parties in sides.values() for party in parties})
    return {
        number: (*own.get(number, ()), *(picture for party in parties for picture in of_party.get(party, ())))
        for number, parties in sides.items()
    }


def _signed(agreement: Agreement, home: Party, citations: tuple[Citation, ...], pictures: Pictures) -> Signed:
    parties = sorted((side.party for side in agreement.sides.all()), key=lambda party: party.pk != home.pk)
    return Signed(
        ref=agreement.ref,
        kind=agreement.kind,
        title=agreement.title,
        date=agreement.signed,
        parties=tuple(map(place_of, parties)),
        people=_people(agreement.signatories.all(), home),
        place=agreement.place,
        subjects=tuple(agreement.subjects),
        motive=agreement.motive or agreement.summary,
        told=bool(agreement.signed) or any(_SIGNING.search(citation.quote) for citation in citations),
        citations=citations,
        pictures=pictures.get(agreement.pk, ()),
    )


def is_partner(agreement: Signed, home: Place) -> bool:
    """Whether the agreement made another city or region a partner of the home city."""
    return agreement.told and agreement.kind in PARTNER_KINDS and home in agreement.parties


def exchanges_held(period: Period, office: Office, documents: Collection[int]) -> list[Happened]:
    """The city's exchanges that belong to the period, oldest first, undated ones last; five queries."""
    dated = Q(first__lte=period.last, last__gte=period.first)
    undated = Q(first=None, facts__passage__source__in=documents)
    query = Exchange.objects.filter(dated | undated, home=office.home, merged_into=None).distinct()
    found = list(query.order_by("first", "last", "pk"))
    numbers = [exchange.pk for exchange in found]
    cited, pictures = citations_of("exchange", numbers), pictures_of("exchange", numbers)
    parties, people = _parties_of(numbers), _people_of(numbers, office.home)
    told = [
        Happened(
            ref=one.ref,
            kind=one.kind,
            title=one.title,
            date=one.date,
            first=one.first,
            parties=parties.get(one.pk, ()),
            people=people.get(one.pk, ()),
            place=one.place,
            topics=tuple(one.topics),
            headcount=one.headcount,
            attendance=one.attendance,
            summary=one.summary,
            citations=cited.get(one.pk, ()),
            pictures=pictures.get(one.pk, ()),
        )
        for one in found
        if belongs((one.date, one.first, one.last), cited.get(one.pk, ()), period, documents)
    ]
    # Databases differ in where they sort what has no date.
    return sorted(told, key=lambda one: one.first is None)
