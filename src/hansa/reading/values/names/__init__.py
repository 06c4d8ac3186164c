"""Parties named in Chinese and English text: cities, regions, countries, schools, ports, councils, bodies."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from hansa.reading.patterns import regex
from hansa.reading.values.names.chinese import find_chinese
from hansa.reading.values.names.english import find_english
from hansa.reading.values.names.own import pattern, spellings
from hansa.reading.values.names.party import Party, PartyKind
from hansa.reading.values.names.places import PlaceSeen, find_places_in
from hansa.reading.values.names.stem import stem

__all__ = ["Party", "PartyKind", "find_parties", "spellings", "stem"]

_DISTRICT = regex(r"[區鄉鎮里村]$|議會$")
_UNITS = "市縣県州省府道郡區区町村鄉鎮"
_SEVERAL = 2
_HYPHENS = ("－", "‧", "·")
_CHINESE = regex(r"[\u3400-\u9fff]")


def find_parties(text: str, home: str | None = None, names: frozenset[str] = frozenset()) -> list[Party]:
    """The parties that a text names, in order; where two readings overlap, the longer one.

    `home` is the name of the document's own city and `names` its spellings; a mention of it is given under `home`.
    """
    own: Sequence[tuple[int, int, str]] = ()
    if home:
        own = [(match.start(), match.end(), home) for match in pattern(home, names).finditer(text)]
    mine = _marks(own, len(text))
    places = [
        place
        for place in find_places_in(text)
        if mine.find(1, place.start, place.end) < 0 and not (text[place.start] == "長" and _is_of_post(text, place))
    ]
    find = find_chinese if _CHINESE.search(text) else find_english
    return _without_asides(text, _longest(list(find(text, own, places)), len(text)))


def _is_of_post(text: str, place: PlaceSeen) -> bool:
    """Whether a place is only the end of a post and the beginning of a name: 町長岡本靖 is none of 長岡."""
    return place.start > 0 and text[place.start - 1] in _UNITS and text[place.end - 1] not in _UNITS


def _without_asides(text: str, parties: Sequence[Party]) -> list[Party]:
    """Without a place in brackets that only tells where the party before it lies, and without the city of a district.

    宇土市（日本熊本縣） is one party, and 本市安南區 is the district.
    """
    kept: list[Party] = []
    for party in parties:
        before = text[kept[-1].end : party.start] if kept else ""
        if kept and re.fullmatch(r"\s?[（(][^（()）]{0,8}", before) and text[party.end : party.end + 1] in "）)，,、":
            continue
        if kept and before in _HYPHENS and kept[-1].kind is party.kind is PartyKind.CITY:
            # 梅肯－比布郡 is one.
            first = kept.pop()
            party = replace(party, start=first.start, name=f"{first.name}{before}{party.name}")
        if kept and kept[-1].own and not before and _DISTRICT.search(party.name):
            kept.pop()
        kept.append(party)
    return kept


def _longest(parties: Sequence[Party], length: int) -> Sequence[Party]:
    if len(parties) < _SEVERAL:
        return parties
    kept: list[Party] = []
    taken = bytearray(length)
    for party in sorted(parties, key=lambda party: (party.start - party.end, not party.own, party.start)):
        if taken.find(1, party.start, party.end) < 0:
            taken[party.start : party.end] = b"\1" * (party.end - party.start)
            kept.append(party)
    return sorted(kept, key=lambda party: party.start)


def _marks(found: Iterable[tuple[int, int, str]], length: int) -> bytearray:
    """A byte for each character, 1 where it is part of what was found: a text may name thousands."""
    marks = bytearray(length)
    for start, end, _ in found:
        marks[start:end] = b"\1" * (end - start)
    return marks
