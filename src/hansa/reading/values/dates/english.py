"""Dates in English: 26 September 2024, April 22 to 28, 2023, March 2022, the fall of 2022, today, that year."""

import re
from collections.abc import Iterator

from hansa.reading.values.dates.chinese import Found
from hansa.reading.values.dates.points import Point

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_MONTHS = {name[:3]: number for number, name in enumerate(_NAMES, 1)}
_MON = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_D = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s*(?:to|and|until|till|through|–|—|-|/)\s*"
_DAY_FIRST = re.compile(
    rf"(?<![\d.,])(?:(?P<d1>{_D})(?:\s+(?P<m1>{_MON}))?(?:,?\s+(?P<y1>\d{{4}}))?{_TO})?"
    rf"(?P<d2>{_D})(?:\s+of)?\s+(?P<m2>{_MON})(?:,?\s+(?P<y2>\d{{4}}))?(?!\d)"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<m1>{_MON})\s+(?P<d1>{_D})(?!\d)(?:,\s*(?P<y1>\d{{4}}))?"
    rf"(?:{_TO}(?:(?P<m2>{_MON})\s+)?(?P<d2>{_D})(?!\d|,\d|\s+{_MON}))?(?:,?\s+(?P<y2>\d{{4}}))?(?!\d)"
)
_MONTH_YEAR = re.compile(
    rf"\b(?:(?P<m1>{_MON})(?:\s+(?P<y1>\d{{4}}))?{_TO})?(?P<m2>{_MON}),?\s+(?:of\s+)?(?P<y2>\d{{4}})(?!\d)"
)
_LONE_MONTH = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id)[ -](?P<m>{_MON})(?!\s*\d)(?!\s+[a-z]+ed\b)"
    rf"|^(?P<head>{_MON})(?=\s*[:–—])"
)
_LONE_YEAR = re.compile(
    r"(?:(?<=\b[Ii]n )|(?<=\b[Oo]f )|(?<=\b[Bb]y )|(?<=\b[Tt]o )|(?<=[Ss]ince )|(?<=[Ff]rom )"
    r"|(?<=[Uu]ntil )|(?<=[Dd]uring )"
    r"|(?<=[Ff]or )|(?<=[Ee]arly )|(?<=[Ll]ate )|(?<=[Mm]id-)|(?<=[Ss]pring )|(?<=[Ss]ummer )"
    r"|(?<=[Aa]utumn )|(?<=[Ff]all )"
    r"|(?<=[Ww]inter )|(?<=[Yy]ear )|(?<=\()|(?<=, )|(?<=\band )|(?<=\t)|^)"
    r"(?P<y1>(?:18|19|20)\d\d)(?:\s*(?:–|-|—|to|and|/)\s*(?P<y2>(?:18|19|20)\d\d))?(?![\d%]|[.,]\d|s\b"
    r"|\s+(?:copies|people|members|visitors|euros?|dollars))"
)
_NUMERIC = re.compile(r"(?<![\d./])(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<y>(?:19|20)\d\d)(?![\d./])")
_ORDINAL_DAY = re.compile(
    r"\bthe (?P<d>\d{1,2})(?:st|nd|rd|th)(?=[\s,.;:)]*(?:$|[,.;:)]|to\b|and\b|of the month|the\b|for\b"
    r"|in\b|he\b|she\b))"
)
_WORDS = {
    "today": "today", "this morning": "today", "this afternoon": "today", "this evening": "today", "tonight": "today",
    "yesterday": "yesterday", "tomorrow": "tomorrow", "this year": "this year", "last year": "last year",
    "next year": "next year", "that year": "same year", "the same year": "same year", "in the same year": "same year",
    "the following year": "following year", "the year after": "following year", "the previous year": "previous year",
    "the year before": "previous year", "the same day": "same day", "that day": "same day",
    "the next day": "following day", "the following day": "following day", "the day before": "previous day",
    "the previous day": "previous day", "this month": "this month",
}  # fmt: skip
_WORD = re.compile(r"\b(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")\b(?!['’]s)", re.IGNORECASE)


def _month(name: str | None) -> int | None:
    return _MONTHS[name[:3].lower()] if name else None


def _day(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _pair(match: re.Match[str]) -> tuple[Point, Point | None]:
    """First and last point of a match with groups 1 and 2, each filled up from the other: 22 to 28 April 2023."""
    group = match.groupdict()
    first = Point(_year(group.get("y1")), _month(group.get("m1")), _day(group.get("d1")))
    last = Point(_year(group.get("y2")), _month(group.get("m2")), _day(group.get("d2")))
    year = first.year or last.year
    if first.day is None and first.month is None:
        return last, None
    if last.day is None and last.month is None:
        return Point(year, first.month, first.day), None
    last = Point(last.year or first.year, last.month or first.month, last.day)
    return Point(year, first.month or last.month, first.day), last


def _numeric(match: re.Match[str], month_first: bool | None) -> Point:
    """12/07/2023; where nothing tells which of two small numbers is the month, the year alone is sure."""
    year, first, second = int(match["y"]), int(match["a"]), int(match["b"])
    if first > 12 >= second or (month_first is False and second <= 12):
        return Point(year, second, first)
    if second > 12 >= first or (month_first and first <= 12):
        return Point(year, first, second)
    return Point(year)


def find_english(text: str, month_first: bool | None = None) -> Iterator[Found]:
    """Every date written in the English manner, with its place, not yet completed."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _MONTH_YEAR):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), *_pair(match), True
    for match in _LONE_MONTH.finditer(text):
        group = "m" if match["m"] else "head"
        yield match.start(group), match.end(group), Point(month=_month(match[group])), None, True
    for match in _NUMERIC.finditer(text):
        yield match.start(), match.end(), _numeric(match, month_first), None, True
    for match in _ORDINAL_DAY.finditer(text):
        yield match.start("d"), match.end(), Point(day=int(match["d"])), None, True
    for match in _WORD.finditer(text):
        yield match.start(), match.end(), Point(word=_WORDS[match[0].lower()]), None, True
    for match in _LONE_YEAR.finditer(text):
        yield (
            match.start(),
            match.end(),
            Point(int(match["y1"])),
            Point(int(match["y2"])) if match["y2"] else None,
            True,
        )
