"""A name as it is compared within one document."""

from functools import lru_cache

from hansa.atlas import fold
from hansa.reading.patterns import regex

# Folded names are written in Simplified characters. 熊本 is 熊本市 but not 熊本縣, which is another party.
_CITY = regex(r"(?:特别市|广域市|直辖市|市政府|市| metropolitan city| city| municipality)$")


@lru_cache(maxsize=4096)
def stem(name: str) -> str:
    """A name as it is compared within one document: folded, a city's without the word for city."""
    folded = fold(name).removeprefix("city of ")
    short = _CITY.sub("", folded)
    return short if len(short) >= 2 else folded
