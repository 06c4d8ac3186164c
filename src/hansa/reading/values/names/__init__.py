"""Parties named in Chinese and English text: cities, regions, countries, schools, ports, councils, bodies."""

import re
from collections.abc import Sequence

from hansa.reading.values.names.chinese import find_chinese
from hansa.reading.values.names.english import find_english
from hansa.reading.values.names.own import pattern, spellings
from hansa.reading.values.names.party import Party, PartyKind
from hansa.reading.values.names.places import find_places_in

__all__ = ["Party", "PartyKind", "find_parties", "spellings"]

_CHINESE = re.compile(r"[\u3400-\u9fff]")


def find_parties(text: str, home: str | None = None, names: frozenset[str] = frozenset()) -> list[Party]:
    """The parties that a text names, in order; where two readings overlap, the longer one.

    `home` is the name of the document's own city and `names` its spellings; a mention of it is given under `home`.
    """
    own: Sequence[tuple[int, int, str]] = ()
    if home:
        own = [(match.start(), match.end(), home) for match in pattern(home, names).finditer(text)]
    places = [place for place in find_places_in(text) if not any(a < place.end and place.start < b for a, b, _ in own)]
    find = find_chinese if _CHINESE.search(text) else find_english
    return _longest(find(text, own, places))


def _longest(parties: object) -> list[Party]:
    kept: list[Party] = []
    for party in sorted(parties, key=lambda party: (party.start - party.end, not party.own, party.start)):  # type: ignore[call-overload]
        if all(party.end <= other.start or other.end <= party.start for other in kept):
            kept.append(party)
    return sorted(kept, key=lambda party: party.start)
