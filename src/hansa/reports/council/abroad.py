"""What was signed and what happened with parties abroad in the period of a council report."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Q

from hansa.figures.rules import PARTNER_KINDS
from hansa.register.domain.queries.agreements import with_parties
from hansa.register.models import Agreement, Exchange, Office, Party, Picture
from hansa.register.models.person import Role
from hansa.reports.council.items import Happened, Photograph, Place, Signed
from hansa.reports.council.period import Period, belongs
from hansa.reports.outline.citations import citations_of
from hansa.reports.outline.items import Citation, Participant
from hansa.reports.outline.names import named

# A passage that tells of a signing, where another only calls a city a partner.
_SIGNING = re.compile(
    r"簽署|簽約|簽訂|締結|締盟(?!城市|\s*\d+\s*週?周?年)|signed|signing|concluded|entered into", re.IGNORECASE
)
# How documents call the city that they are of.
_OURSELVES = ("本市", "本府", "市府", "本處")
Pictures = dict[int, tuple[Photograph, ...]]


def place_of(party: Party) -> Place:
    """A party with where it lies."""
    return Place(named(party), party.country, party.latitude, party.longitude)


def photograph(picture: Picture) -> Photograph:
    """A picture as plain values."""
    return Photograph(picture.ref, picture.sha256, picture.title, picture.credit, picture.width, picture.height)


def pictures_of(kind: str, records: Collection[int]) -> Pictures:
    """The pictures of each record of a kind, by its number, the oldest first; one query."""
    found: dict[int, list[Photograph]] = defaultdict(list)
    for picture in Picture.objects.filter(**{f"{kind}__in": records}).order_by("pk"):
        found[getattr(picture, f"{kind}_id")].append(photograph(picture))
    return {number: tuple(pictures) for number, pictures in found.items()}


def _people(roles: Iterable[Role], home: Party) -> tuple[Participant, ...]:
    return tuple(Participant(named(role.person), role.post, role.of, _is_ours(role.of, home)) for role in roles)


def _is_ours(body: str, home: Party) -> bool:
    names = [name.removesuffix("市") for name in (home.name_zh, home.name_en) if name]
    return body.startswith((*_OURSELVES, *names))


def _concerns(agreement: Agreement, home: Party) -> bool:
    """Whether the city or one of its bodies is a party; of a body whose country is not known, it may be."""
    parties = [side.party for side in agreement.sides.all()]
    return any(party in (home, party.parent) or party.country in ("", home.country) for party in parties)


def agreements_signed(period: Period, office: Office, documents: Collection[int]) -> list[Signed]:
    """The agreements of the city and its bodies that belong to the period, oldest first; six queries."""
    ours = Q(parties=office.home) | Q(office=office)
    dated = Q(signed_first__lte=period.last, signed_last__gte=period.first)
    undated = Q(signed_first=None, facts__passage__source__in=documents)
    query = Agreement.objects.filter(ours, dated | undated, merged_into=None).distinct()
    found = list(with_parties(query).prefetch_related("signatories__person").order_by("signed_first", "pk"))
    numbers = [agreement.pk for agreement in found]
    cited, pictures = citations_of("agreement", numbers), pictures_of("agreement", numbers)
    return [
        _signed(one, office.home, cited.get(one.pk, ()), pictures)
        for one in found
        if _concerns(one, office.home)
        and belongs((one.signed, one.signed_first, one.signed_last), cited.get(one.pk, ()), period, documents)
    ]


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
    """The city's exchanges that belong to the period, oldest first, undated ones last; six queries."""
    dated = Q(first__lte=period.last, last__gte=period.first)
    undated = Q(first=None, facts__passage__source__in=documents)
    query = Exchange.objects.filter(dated | undated, home=office.home, merged_into=None).distinct()
    found = list(query.prefetch_related("parties", "people__person").order_by("first", "last", "pk"))
    numbers = [exchange.pk for exchange in found]
    cited, pictures = citations_of("exchange", numbers), pictures_of("exchange", numbers)
    told = [
        _happened(one, office.home, cited.get(one.pk, ()), pictures)
        for one in found
        if belongs((one.date, one.first, one.last), cited.get(one.pk, ()), period, documents)
    ]
    # Databases differ in where they sort what has no date.
    return sorted(told, key=lambda one: one.first is None)


def _happened(exchange: Exchange, home: Party, citations: tuple[Citation, ...], pictures: Pictures) -> Happened:
    return Happened(
        ref=exchange.ref,
        kind=exchange.kind,
        title=exchange.title,
        date=exchange.date,
        first=exchange.first,
        parties=tuple(place_of(party) for party in exchange.parties.all()),
        people=_people(exchange.people.all(), home),
        place=exchange.place,
        topics=tuple(exchange.topics),
        headcount=exchange.headcount,
        attendance=exchange.attendance,
        summary=exchange.summary,
        citations=citations,
        pictures=pictures.get(exchange.pk, ()),
    )
