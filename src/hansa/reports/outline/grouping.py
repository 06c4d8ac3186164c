"""The order in which the department tells of its work abroad: partners together, then the others by what was done."""

import re
from collections.abc import Callable, Iterable

from hansa.reports.outline.items import (
    ActivityGroup,
    AgreementItem,
    Counterpart,
    ExchangeItem,
    Happening,
    PartnerGroup,
)

# Offices by which countries without an embassy are represented are often associations by name.
_OFFICE = re.compile(r"在[台臺]|駐[台臺]|[台臺]北|辦事處|代表[處部]|交流協會|in Taiwan|Taipei", re.IGNORECASE)
_CITIES = ("city", "region")


def _date(item: Happening) -> str:
    return item.date if isinstance(item, ExchangeItem) else item.signed


def partner_groups(items: Iterable[Happening]) -> tuple[PartnerGroup, ...]:
    """What happened with the same partners together, ordered by its first; a signing stands before what came of it."""
    groups: dict[frozenset[str], list[Happening]] = {}
    parties: dict[frozenset[str], tuple[Counterpart, ...]] = {}
    for item in sorted(items, key=_date):
        partners = tuple(party for party in item.parties if party.partner)
        key = frozenset(party.ref for party in partners)
        groups.setdefault(key, []).append(item)
        parties.setdefault(key, partners)
    return tuple(
        PartnerGroup(parties[key], tuple(sorted(found, key=lambda item: not isinstance(item, AgreementItem))))
        for key, found in groups.items()
    )


def _of_an_office(item: ExchangeItem) -> bool:
    return any(
        party.kind == "office" or (party.kind in ("association", "organization") and _OFFICE.search(party.name.zh))
        for party in item.parties
    )


# The sorts of activity in the department's order; an exchange belongs to the first, asked in this order, that takes it.
_SORTS: tuple[tuple[str, Callable[[ExchangeItem], bool]], ...] = (
    ("abroad", lambda item: item.kind == "outbound_visit"),
    ("gifts", lambda item: item.kind in ("donation", "greeting")),
    ("offices", _of_an_office),
    ("guests", lambda item: item.kind == "inbound_visit"),
    ("cities", lambda item: any(party.kind in _CITIES for party in item.parties)),
    ("events", lambda item: True),
)
_ORDER = ("events", "gifts", "abroad", "guests", "offices", "cities")


def activity_groups(items: Iterable[ExchangeItem]) -> tuple[ActivityGroup, ...]:
    """Exchanges with others than partners by their sort, in the department's order; empty ones are left out."""
    sorts: dict[str, list[Happening]] = {}
    for item in items:
        sort = next(key for key, takes in _SORTS if takes(item))
        sorts.setdefault(sort, []).append(item)
    return tuple(ActivityGroup(key, tuple(sorts[key])) for key in _ORDER if key in sorts)
