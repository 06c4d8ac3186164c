"""The months of an office's year, where its report says with which month it begins: July 1, 2018 - June 30, 2019."""

from functools import lru_cache

from hansa.reading.patterns import regex
from hansa.reading.values.dates import find_dates

_TWO_YEARS = regex(r"(?P<first>\d{4})/(?P<last>\d{4})")
_HEAD = 600


def in_months(period: str, text: str) -> str:
    """`2018/2019` as `2018-07/2019-06` where the head of the document tells that its year begins in July; any other
    period as it is."""
    years = _TWO_YEARS.fullmatch(period)
    month = _first_month(text) if years and int(years["last"]) == int(years["first"]) + 1 else 0
    return f"{years['first']}-{month:02d}/{years['last']}-{month - 1:02d}" if years and month else period


@lru_cache(maxsize=16)
def _first_month(text: str) -> int:
    """The month with which the year defined in the head begins; 0 where none is defined."""
    for dated in find_dates(text[:_HEAD]):
        start, _, end = dated.edtf.partition("/")
        if end and len(start) >= len("2018-07") <= len(end) and int(end[:4]) == int(start[:4]) + 1:
            begins, ends = int(start[5:7]), int(end[5:7])
            if begins - 1 == ends:
                return begins
    return 0
