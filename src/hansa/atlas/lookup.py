"""From a name to the place it means: one or none. Guessing happens only in `candidates`."""

import difflib
from functools import lru_cache

from hansa.atlas import gazetteer
from hansa.atlas.folding import fold
from hansa.atlas.places import Kind, Place
from hansa.atlas.variants import Variant, variants

_COLUMNS = ", ".join(f"place.{column}" for column in gazetteer.COLUMNS)
_BY_NAME = f"SELECT weight, {_COLUMNS} FROM name JOIN place ON place.id = name.place WHERE folded = ?"  # noqa: S608 - constants
_BY_KEY = f"SELECT {_COLUMNS} FROM place WHERE key = ?"  # noqa: S608 - constants
# How many names that begin alike are compared when a person asks for suggestions.
_NEIGHBOURS = 2000
# Within how many kilometres of its middle a city's wards lie.
_WARD = 30.0


def place(key: str) -> Place | None:
    """The place of a key (`g3099424`, `JP-43`, `PL`), or None."""
    row = gazetteer.connection().execute(_BY_KEY, (key,)).fetchone()
    return Place(*row) if row else None


@lru_cache(maxsize=4096)
def lookup(name: str, country: str | None = None, kind: Kind | None = None) -> Place | None:
    """The place that a name means, or None; never a guess.

    The name is tried as it stands, then without brackets, a country in front, `, State` behind, and words like 市, 縣,
    City of, Prefecture, which also tell whether a city or a region is meant (熊本市 and 熊本縣 are two places).
    Namesakes are ranked by population, a main name before a mere alternate; where two weigh the same, there is no
    answer. `country` (ISO 3166-1) and `kind` narrow the search: a place elsewhere is then no answer.
    """
    for variant in (Variant(name), *variants(name)):
        if variant.country and country and variant.country != country:
            continue
        wanted = Variant(variant.name, kind or variant.kind, country or variant.country, variant.region)
        if found := _best(wanted):
            return found
    return None


def _best(wanted: Variant) -> Place | None:
    rows = _matching(wanted)
    if len(rows) > 1 and rows[0][0] == rows[1][0] and rows[0][1].kind == rows[1][1].kind:
        return None
    return rows[0][1] if rows else None


def _matching(wanted: Variant) -> list[tuple[int, Place]]:
    """The places under a name, heaviest first."""
    found = [(int(row[0]), Place(*row[1:])) for row in gazetteer.connection().execute(_BY_NAME, (fold(wanted.name),))]
    if wanted.country:
        found = [(weight, p) for weight, p in found if p.country == wanted.country]
    if wanted.kind:
        found = [(weight, p) for weight, p in found if p.kind == wanted.kind]
    if wanted.region:
        found = [(weight, p) for weight, p in found if _is_in(p, wanted.region)]
    return sorted(found, key=lambda item: (-item[0], item[1].kind, item[1].key))


def _is_in(found: Place, region: str) -> bool:
    """Whether the place is in the region or country of a name or a code (`OR`, Oregon, 奧勒岡州)."""
    if found.country == "US" and region.upper().replace(".", "") == found.admin1:
        return True
    named = [p for _, p in _matching(Variant(region, country=found.country))]
    # Florida is the state, though a village in the state of New York bears the name.
    return any(_holds(p, found) for p in [p for p in named if p.kind == "region"] or named)


def _holds(region: Place, found: Place) -> bool:
    if region.key == found.key or found.parent:
        return found.parent == region.key
    if region.kind == "region":
        return region.admin1 != "" and region.admin1 == found.admin1
    # 東京都港區: no table says which wards a city has, but they lie in it.
    kilometres = region.distance(found)
    return region.kind == "city" and kilometres is not None and kilometres <= _WARD


def candidates(name: str, country: str | None = None, limit: int = 5) -> list[Place]:
    """Places that a name may mean, likeliest first: for a person to choose from, never to be taken silently.

    Namesakes and their variants come first, then names that are spelt alike.
    """
    found: dict[str, Place] = {}
    for variant in (Variant(name), *variants(name)):
        wanted = Variant(variant.name, variant.kind, country or variant.country)
        found |= {p.key: p for _, p in _matching(wanted) if p.key not in found}
    for alike in _alike(fold(name)) if len(found) < limit else ():
        found |= {p.key: p for _, p in _matching(Variant(alike, country=country)) if p.key not in found}
    return list(found.values())[:limit]


def _alike(folded: str) -> list[str]:
    """Names that begin alike and differ by a letter or two."""
    start = folded[: 1 if len(folded) < 4 else 2]
    if not start:
        return []
    rows = gazetteer.connection().execute(
        "SELECT folded FROM name WHERE folded >= ? AND folded < ? AND abs(length(folded) - ?) <= 2"
        " GROUP BY folded ORDER BY max(weight) DESC LIMIT ?",
        (start, start + "\U0010ffff", len(folded), _NEIGHBOURS),
    )
    return difflib.get_close_matches(folded, [row[0] for row in rows], n=20, cutoff=0.75)
