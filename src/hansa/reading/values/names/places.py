"""Places and organizations of the atlas in a text, as the finding of names needs them."""

from functools import lru_cache

from msgspec import Struct

from hansa.atlas.mentions import Mention, find_places
from hansa.reading.patterns import regex

_REGION = regex(r"[A-Z]{2}-")
# Territories that sign agreements and receive visits as cities and regions do.
_TERRITORIES = frozenset(
    ("GU", "MP", "AS", "PR", "VI", "HK", "MO", "NC", "PF", "RE", "GP", "MQ", "GF", "GL", "FO", "AX", "BM", "KY")
)


class PlaceSeen(Struct, frozen=True):
    """A place, country or city organization of the atlas in a text, with the country's ISO code ('' if none)."""

    start: int
    end: int
    country: str
    is_country: bool = False
    is_organization: bool = False
    is_region: bool = False


@lru_cache(maxsize=2048)
def find_places_in(text: str) -> tuple[PlaceSeen, ...]:
    """What the atlas knows in the text, in order, without overlaps. Several rules ask for the same words."""
    return tuple(_seen(mention) for mention in find_places(text))


def _seen(mention: Mention) -> PlaceSeen:
    country = mention.countries[0] if mention.countries else ""
    return PlaceSeen(
        mention.start,
        mention.end,
        country,
        mention.kind == "country" and country != "" and country not in _TERRITORIES,
        mention.kind == "organization",
        mention.kind == "place" and _REGION.match(mention.key) is not None,
    )
