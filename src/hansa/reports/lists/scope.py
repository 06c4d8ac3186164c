"""Whose agreements a list shows: those of the city, of its bodies, and of schools and ports at home."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from hansa.atlas.folding import fold
from hansa.reading.values.names import stem
from hansa.register.domain.queries.agreements import sides
from hansa.register.enums import PartyKind
from hansa.register.models import Agreement, Party
from hansa.reports.lists.asking import Asked

# What a city has within its bounds: a party of such a kind at home stands for the city's side.
_BODIES = tuple(
    kind for kind in PartyKind if kind not in (PartyKind.CITY, PartyKind.REGION, PartyKind.COUNTRY)
)  # fmt: skip


def agreements_of(asked: Asked, kinds: Iterable[str]) -> QuerySet[Any]:
    """The agreements of these kinds in which the city or a body at home may be a party; whether, `sides_of` says.

    With their parties, in one query more.
    """
    home = asked.home
    bodies = Q(parties__kind__in=_BODIES, parties__country__in=("", home.country))
    own = Q(parties=home) | Q(parties__parent=home) | bodies & (Q(office=asked.office) | Q(office=None))
    found = Agreement.objects.filter(own, merged_into=None, kind__in=list(kinds)).distinct()
    if asked.unit:
        found = found.filter(unit=asked.unit)
    return found.select_related("unit").prefetch_related(sides())


def sides_of(agreement: Agreement, home: Party) -> tuple[list[Party], list[Party]]:
    """The parties on the city's side and those on the other; without any of ours where it is none of the city's.

    Where nobody at home is named, bodies whose country is not known stand for the city's side if they bear its name,
    or if all others lie abroad.
    """
    parties = [side.party for side in agreement.sides.all()]
    placeless = [party for party in parties if party.kind in _BODIES and not party.country]
    ours = [party for party in parties if _is_ours(party, home)]
    ours = ours or [party for party in placeless if _bears_name(party, home)]
    if not ours and any(party.country and party.country != home.country for party in parties):
        ours = placeless
    return ours, [party for party in parties if party not in ours]


def is_among_bodies(agreement: Agreement) -> bool:
    """Whether no city or region signed it, but schools, ports and the like."""
    return all(side.party.kind in _BODIES for side in agreement.sides.all())


def _bears_name(party: Party, home: Party) -> bool:
    name = stem(home.name_zh)
    return bool(name) and fold(party.name_zh).startswith(name)


def _is_ours(party: Party, home: Party) -> bool:
    at_home = party.kind in _BODIES and bool(party.country) and party.country == home.country
    return party.pk == home.pk or party.parent_id == home.pk or at_home


def is_in(parties: Iterable[Party], country: str) -> bool:
    """Whether one of the parties lies in the country; always where none is asked for."""
    return not country or any(party.country == country for party in parties)
