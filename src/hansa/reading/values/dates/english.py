"""Dates written in English: 26 September 2024, April 22 to 28, 2023, March 2022, 03/05/2019, since 1998."""

import re
from collections.abc import Iterator

from hansa.reading.patterns import regex
from hansa.reading.values.dates.chinese import Found
from hansa.reading.values.dates.points import Point

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_MONTHS = {name[:3]: number for number, name in enumerate(_NAMES, 1)}
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    rf"|{'|'.join(name.upper() for name in _NAMES)})(?![A-Za-z])"
)
"""A pattern of the names of months, whole or shortened."""

_HAS_MONTH = regex("|".join(shape for name in _MONTHS for shape in (name.title(), name.upper())))
_DIGIT = regex(r"\d")
_D = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s*(?:to|and|until|till|through|–|—|-|/)\s*"
# A look at how a match can begin is what most places of a text fail.
_INITIAL = r"(?=[JFMASOND])"
_DAY_FIRST = regex(
    rf"(?=\d)(?<![\d.,])(?:(?P<d1>{_D})(?:,\s*{_D})*(?:\s+(?P<m1>{MONTH}))?(?:,?\s+(?P<y1>\d{{4}}))?{_TO})?"
    rf"(?P<d2>{_D})(?:\s+of)?\s+(?P<m2>{MONTH})(?:,?\s+(?P<y2>\d{{4}}))?(?!\d)"
)
_MONTH_FIRST = regex(
    rf"{_INITIAL}\b(?P<m1>{MONTH})\s+(?P<d1>{_D})(?!\d)(?:,\s*(?P<y1>\d{{4}}))?"
    rf"(?:{_TO}(?:(?P<m2>{MONTH})\s+)?(?P<d2>{_D})(?!\d|,\d|\s+{MONTH}))?(?:,?\s+(?P<y2>\d{{4}}))?(?!\d)"
)
_MONTH_YEAR = regex(
    rf"{_INITIAL}\b(?:(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}}))?{_TO})?(?P<m2>{MONTH}),?\s+(?:of\s+)?(?P<y2>\d{{4}})(?!\d)"
)
_LONE_MONTH = regex(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle) of)[ -]"
    rf"(?P<m>{MONTH})(?!\s*\d)(?!\s+[a-z]+ed\b)|^(?P<head>{MONTH})(?=\s*[:–—])"
)
_MONTHS_ON = regex(rf"\b(?:[Ff]rom|[Bb]etween) (?P<m1>{MONTH}){_TO}(?P<m2>{MONTH})(?!\s*\d)")
_YEAR = regex(
    r"(?=[12])(?<![\d.,$€£¥/])(?P<y1>(?:18|19|20)\d\d)(?:\s*(?:–|-|—|to|and|/)\s*(?P<y2>(?:18|19|20)\d\d))?"
    r"(?![\d%]|[.,]\d|s\b|\s+(?:copies|people|members|visitors|euros?|dollars))"
)
# What stands right before a bare year that is one, and no number of something.
_LEADS_YEAR = regex(
    r"(?:\b(?i:in|of|by|to|since|from|until|till|during|for|early|late|spring|summer|autumn|fall|winter|year|and"
    r"|between|both|also|founded|signed|established|concluded|est\.)\s|\b[Mm]id-|[(\t]|,\s|^)$"
)
_LEAD = 12
_OF_A_KIND = regex(r" (?:calendar|financial|fiscal|budget|business|school|academic) year\b")
_NUMERIC = regex(r"(?<![\d./])(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<y>(?:19|20)\d\d)(?![\d./])")
# The day with which the line of a calendar begins: 04.07 Reception, 17-20.10 Visit.
_LEADING_DAY = regex(
    r"^\s*(?P<d>\d\d)(?:\.(?P<n>0[1-9]|1[0-2]))?(?:\s?[–-]\s?(?P<e>\d\d))?\.(?P<m>0[1-9]|1[0-2])\.?(?=[:\s]\s*[^\W\d_])"
)
_ORDINAL_DAY = regex(
    r"\bthe (?P<d>\d{1,2})(?:st|nd|rd|th)(?=[\s,.;:)]*(?:$|[,.;:)]|to\b|and\b|of the month|the\b|for\b|in\b|he\b"
    r"|she\b|they\b|we\b|it\b|an?\b))"
)


def find_written(text: str, month_first: bool | None = None) -> Iterator[Found]:
    """The dates that are written out, not yet completed, and bare years."""
    if _HAS_MONTH.search(text):
        yield from _with_months(text)
    if not _DIGIT.search(text):
        return
    for match in _NUMERIC.finditer(text) if "/" in text or "." in text else ():
        yield match.start(), match.end(), _numeric(match, month_first), None, True
    if leading := _LEADING_DAY.match(text):
        yield leading.start("d"), leading.end("m"), *_leading(leading), True
    for match in _ORDINAL_DAY.finditer(text) if "the " in text else ():
        yield match.start("d"), match.end(), Point(day=int(match["d"])), None, True
    for match in _YEAR.finditer(text):
        if _LEADS_YEAR.search(text, max(0, match.start() - _LEAD), match.start()) or _OF_A_KIND.match(
            text, match.end()
        ):
            last = Point(int(match["y2"])) if match["y2"] else None
            yield match.start(), match.end(), Point(int(match["y1"])), last, True


def month_number(name: str | None) -> int | None:
    """1 for January or Jan., None for nothing."""
    return _MONTHS[name[:3].lower()] if name else None


def _with_months(text: str) -> Iterator[Found]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _MONTH_YEAR):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), *_pair(match), True
    for match in _MONTHS_ON.finditer(text):
        first, last = Point(month=month_number(match["m1"])), Point(month=month_number(match["m2"]))
        yield match.start("m1"), match.end(), first, last, True
    for match in _LONE_MONTH.finditer(text):
        group = "m" if match["m"] else "head"
        yield match.start(group), match.end(group), Point(month=month_number(match[group])), None, True


def _day(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _pair(match: re.Match[str]) -> tuple[Point, Point | None]:
    """First and last point of a match with groups 1 and 2, each filled up from the other: 22 to 28 April 2023."""
    group = match.groupdict()
    first = Point(_year(group.get("y1")), month_number(group.get("m1")), _day(group.get("d1")))
    last = Point(_year(group.get("y2")), month_number(group.get("m2")), _day(group.get("d2")))
    year = first.year or last.year
    if first.day is None and first.month is None:
        return last, None
    if last.day is None and last.month is None:
        return Point(year, first.month, first.day), None
    last = Point(last.year or first.year, last.month or first.month, last.day)
    return Point(year, first.month or last.month, first.day), last


def _leading(match: re.Match[str]) -> tuple[Point, Point | None]:
    """First and last day of 17-20.10 and of 30.09-02.10."""
    month = int(match["m"])
    last = Point(None, month, int(match["e"])) if match["e"] else None
    return Point(None, int(match["n"] or month), int(match["d"])), last


def _numeric(match: re.Match[str], month_first: bool | None) -> Point:
    """12/07/2023; where nothing tells which of two small numbers is the month, the year alone is sure. Dots part a
    day from its month in the countries that write them."""
    year, first, second = int(match["y"]), int(match["a"]), int(match["b"])
    dotted = "." in match[0]
    if first > 12 >= second or ((month_first is False or dotted) and second <= 12):
        return Point(year, second, first)
    if second > 12 >= first or (month_first and first <= 12):
        return Point(year, first, second)
    return Point(year)
