"""Parties that may be the same: one place, one name, or names a letter or an ending apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from django.utils.translation import gettext as _

from hansa.atlas.variants import without_suffix, without_words
from hansa.register.derived import key_of
from hansa.register.domain.queries.duplicates.signs import Key, Likely, differ, keys_of_name, pairs
from hansa.register.domain.recognition import place_of
from hansa.register.enums import PartyKind
from hansa.register.models import AgreementParty, Party, PartyName

_EARTH_KM = 6371
_NEAR_KM, _FAR_KM = 10, 100


def likely_parties() -> list[Likely]:
    """Pairs of parties with something in common, compared."""
    parties = {party.pk: party for party in Party.objects.filter(merged_into=None)}
    found = pairs(_keys(parties.values()))
    signing = _signing_together(found)
    for pair in found:
        _compare(pair, parties[pair.one], parties[pair.other])
        together = signing.get(frozenset((pair.one, pair.other)))
        pair.against(0.95, _("both sign %(agreement)s") % {"agreement": together}, when=together)
    return found


def _keys(parties: Iterable[Party]) -> Iterator[tuple[Key, int]]:
    for party in parties:
        identifiers = ("wikidata", party.wikidata), ("geonames", party.geonames_id), ("place", _place(party))
        yield from ((key, party.pk) for key in identifiers if key[1])
        for name in filter(None, (party.name_zh, party.name_en)):
            yield from ((("stem", stem), party.pk) for stem in _stems(name))
            yield from ((key, party.pk) for key in keys_of_name(key_of(name)))
    spelled = PartyName.objects.filter(party__merged_into=None).exclude(folded="")
    for number, folded in spelled.values_list("party_id", "folded"):
        yield ("name", folded), number


def _place(party: Party) -> str:
    """The key of the place that a city or region is; empty where the atlas has none in its country."""
    if party.atlas_key or party.kind not in (PartyKind.CITY, PartyKind.REGION, PartyKind.COUNTRY):
        return party.atlas_key
    place = place_of(party.name_zh or party.name_en)
    return place.key if place and not differ(place.country, party.country) else ""


def _stems(name: str) -> set[str]:
    """The folded name without 市, City of and the like; such a name says less than a whole one."""
    return {key_of(stem) for stem in (without_suffix(name), *without_words(name))} - {""}


def _compare(pair: Likely, one: Party, other: Party) -> None:
    pair.sign(0.95, _("the same Wikidata id"), when=pair.shares("wikidata"))
    pair.sign(0.9, _("the same GeoNames id"), when=pair.shares("geonames"))
    pair.sign(0.8, _("the same place in the atlas"), when=pair.shares("place"))
    _compare_names(pair)
    _compare_places(pair, one, other)
    pair.against(0.9, _("different Wikidata ids"), when=differ(one.wikidata, other.wikidata))
    kinds = {one.kind, other.kind} - {PartyKind.OTHER}
    pair.against(0.6, _("of different kinds"), when=len(kinds) > 1)
    related = {one.parent_id, one.successor_id} & {other.pk} or {other.parent_id, other.successor_id} & {one.pk}
    pair.against(0.95, _("one is part or successor of the other"), when=related)


def _compare_names(pair: Likely) -> None:
    if pair.shares("name"):
        pair.sign(0.7, _("the same name"))
    elif pair.shares("stem"):
        pair.sign(0.55, _("the same name but for words such as 市 or City of"))
    else:
        pair.sign(0.45, _("names a letter apart"), when=pair.shares("letter"))
        pair.sign(0.25, _("names a character apart"), when=pair.shares("character"))


def _compare_places(pair: Likely, one: Party, other: Party) -> None:
    pair.against(0.95, _("in different countries"), when=differ(one.country, other.country))
    away = _kilometres(one, other)
    if away is not None:
        told = {"km": round(away)}
        pair.sign(0.4, _("%(km)s km from each other") % told, when=away <= _NEAR_KM)
        pair.against(0.8, _("%(km)s km from each other") % told, when=away >= _FAR_KM)


def _kilometres(one: Party, other: Party) -> float | None:
    places = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in places:
        return None
    south, west, north, east = (radians(degrees) for degrees in places if degrees is not None)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def _signing_together(found: Iterable[Likely]) -> dict[frozenset[int], str]:
    """The pairs of parties that stand side by side in an agreement, with its ref."""
    wanted = {frozenset((pair.one, pair.other)) for pair in found}
    sides: dict[int, set[int]] = defaultdict(set)
    numbers = {number for pair in wanted for number in pair}
    for agreement, party in AgreementParty.objects.values_list("agreement_id", "party_id").iterator():
        if party in numbers:
            sides[agreement].add(party)
    return {
        frozenset(pair): f"agreement-{agreement}"
        for agreement, parties in sides.items()
        for pair in combinations(parties, 2)
        if frozenset(pair) in wanted
    }
