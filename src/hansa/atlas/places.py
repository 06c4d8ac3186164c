"""What the atlas says of a place."""

import math
from dataclasses import dataclass
from typing import Literal

_EARTH_RADIUS = 6371.0

Kind = Literal["city", "region", "country"]


@dataclass(frozen=True)
class Place:
    """A city, region or country.

    `key` identifies it for good: `g3099424` (GeoNames), `JP-43` (ISO 3166-2), `PL` (ISO 3166-1), `TW-PIF:屏東市`.
    `name_zh` is the name in Taiwan's usage, or '' where the atlas has none. `country` is an ISO 3166-1 code of two
    letters, `admin1` GeoNames' code of the first-level region (or '' ), `parent` the key of the region that it is
    known to be part of (or ''), `subdivision` the ISO 3166-2 code of its first-level region (or '' where it is not
    known). Coordinates are degrees (WGS 84), None where unknown, a region's being those of its middle or else of its
    seat; population is 0 where unknown.
    """

    key: str
    name_en: str
    name_zh: str
    country: str
    kind: Kind
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    admin1: str = ""
    parent: str = ""
    subdivision: str = ""

    def name(self, language: str = "zh-hant") -> str:
        """The name to show in a language: `zh…` gives Taiwan's usage where there is one, all others English."""
        return (language.startswith("zh") and self.name_zh) or self.name_en

    def distance(self, other: "Place") -> float | None:
        """Kilometres to another place along the earth's surface; None where a position is not known."""
        if self.latitude is None or self.longitude is None or other.latitude is None or other.longitude is None:
            return None
        a, b = math.radians(self.latitude), math.radians(other.latitude)
        east = math.radians(other.longitude - self.longitude)
        chord = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(east / 2) ** 2
        return 2 * _EARTH_RADIUS * math.asin(math.sqrt(chord))
