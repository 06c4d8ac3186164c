"""From a name to the place it means: one or none. Guessing happens only in `candidates`."""

import difflib
from functools import lru_cache
from typing import Any

from hansa.atlas import gazetteer
from hansa.atlas.countries import territories
from hansa.atlas.folding import fold
from hansa.atlas.places import Kind, Place
from hansa.atlas.variants import Variant, joint_parts, loose_variants, variants

_COLUMNS = ", ".join(f"place.{column}" for column in gazetteer.COLUMNS)
_BY_NAME = f"SELECT weight, {_COLUMNS} FROM name JOIN place ON place.id = name.place WHERE folded = ?"  # noqa: S608 - constants
_BY_KEY = f"SELECT {_COLUMNS} FROM place WHERE key = ?"  # noqa: S608 - constants
# How many names that begin alike are compared when a person asks for suggestions.
_NEIGHBOURS = 1000
# Within how many kilometres of its middle a city's wards lie.
_WARD = 30.0
# GeoNames has some towns twice, within so many kilometres; towns that became one municipality lie so near each other.
_ONE_TOWN = 15.0
_JOINT = 20.0

# Namesakes in one country whose weights differ by no more, the smaller having two thirds of the people, are rivals: of
# such pairs among the world's large cities each is meant as often as the other.
_RIVAL = 2

# What is read of a name: its weight, then the place's columns.
Row = tuple[Any, ...]
_KEY, _COUNTRY, _KIND, _POPULATION, _ADMIN1 = (
    gazetteer.COLUMNS.index(column) + 1 for column in ("key", "country", "kind", "population", "admin1")
)


def place(key: str) -> Place | None:
    """The place of a key (`g3099424`, `JP-43`, `PL`), or None."""
    row = gazetteer.connection().execute(_BY_KEY, (key,)).fetchone()
    return Place(*row) if row else None


@lru_cache(maxsize=4096)
def lookup(name: str, country: str | None = None, kind: Kind | None = None) -> Place | None:
    """The place that a name means, or None; never a guess.

    The name is tried as it stands, then without brackets, a country in front, `, State` behind, and words like 市, 縣,
    City of, Prefecture, which also tell whether a city or a region is meant (熊本市 and 熊本縣 are two places).
    Namesakes are ranked by population, a main name before a mere alternate; where two weigh the same, or nearly so
    within the country asked for, there is no answer. `country` (ISO 3166-1) and `kind` narrow the search: a place
    elsewhere is then no answer, save in the territories of the country (San Juan of the United States is in Puerto
    Rico).
    """
    margin = _RIVAL if country else 0
    if rows := _matching(name, kind, country):
        return _best(rows, margin)
    for variant in variants(name, country):
        if variant.country and country and variant.country != country:
            continue
        rows = _matching(variant.name, kind or variant.kind, country or variant.country, variant.region)
        if found := _best(rows, margin):
            return found
    return _joint(name, country) if country and kind != "region" else None


def _best(rows: list[Row], margin: int = 0) -> Place | None:
    if not rows:
        return None
    first = _place(rows[0])
    for row in rows[1:]:
        if row[0] < rows[0][0] - margin:
            break
        if row[_KIND] == first.kind and not _is_near(first, _place(row), _ONE_TOWN):
            return None
    return first


def _is_near(a: Place, b: Place, kilometres: float) -> bool:
    distance = a.distance(b)
    return distance is not None and distance <= kilometres


def _joint(name: str, country: str) -> Place | None:
    """The largest town of a municipality that is named after several neighbours, since that is where it lies."""
    towns = [_best(_matching(part, "city", country)) for part in joint_parts(name)]
    known = [town for town in towns if town]
    if not known or len(known) < len(towns) or not all(_is_near(known[0], town, _JOINT) for town in known):
        return None
    return max(known, key=lambda town: town.population)


def _matching(name: str, kind: Kind | None = None, country: str | None = None, region: str = "") -> list[Row]:
    """The rows under a name, heaviest first; places are made only of those that are wanted, which costs the most."""
    rows: list[Row] = gazetteer.connection().execute(_BY_NAME, (fold(name),)).fetchall()
    if country:
        within = territories(country)
        rows = [row for row in rows if row[_COUNTRY] in within and _is_part(row[_ADMIN1], within[row[_COUNTRY]])]
    if kind:
        rows = [row for row in rows if row[_KIND] == kind]
    if region:
        rows = [row for row in rows if _is_in(_place(row), region)]
    if len(rows) > 1:
        rows.sort(key=_rank)
    return rows


def _rank(row: Row) -> tuple[int, str, int, str]:
    return -row[0], row[_KIND], -row[_POPULATION], row[_KEY]


def _is_part(admin1: str, regions: tuple[str, ...]) -> bool:
    return not regions or admin1 in regions


def _place(row: Row) -> Place:
    return Place(*row[1:])


def _is_in(found: Place, region: str) -> bool:
    """Whether the place is in the region or country of a name or a code (`OR`, Oregon, 奧勒岡州)."""
    if found.country == "US" and region.upper().replace(".", "") == found.admin1:
        return True
    named = [_place(row) for row in _matching(region, None, found.country)]
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

    The answer of `lookup` comes first where there is one, then namesakes and their variants, then places whose names
    have a part in common or are spelt alike.
    """
    sure = lookup(name, country)
    found: dict[str, Place] = {sure.key: sure} if sure else {}
    exact = [Variant(name), *variants(name, country)]
    for variant in (*exact, *loose_variants(name)):
        rows = _matching(variant.name, variant.kind, country or variant.country)
        found |= {row[_KEY]: _place(row) for row in rows if row[_KEY] not in found}
    for alike in _alike(fold(name), country) if len(found) < limit else ():
        rows = _matching(alike, None, country)
        found |= {row[_KEY]: _place(row) for row in rows if row[_KEY] not in found}
    return list(found.values())[:limit]


def _alike(folded: str, country: str | None) -> list[str]:
    """Names that begin alike and differ by a letter or two."""
    start = folded[: 1 if len(folded) < 4 else 2]
    if not start:
        return []
    rows = gazetteer.connection().execute(
        "SELECT folded FROM name JOIN place ON place.id = name.place"
        " WHERE folded >= ? AND folded < ? AND abs(length(folded) - ?) <= 2 AND (country = ? OR ? IS NULL)"
        " GROUP BY folded ORDER BY max(weight) DESC LIMIT ?",
        (start, start + "\U0010ffff", len(folded), country, country, _NEIGHBOURS),
    )
    return difflib.get_close_matches(folded, [row[0] for row in rows], n=20, cutoff=0.75)
