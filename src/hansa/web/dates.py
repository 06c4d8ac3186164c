"""Dates as their reader writes them: 2022年6月9日（民國111年）, 9 June 2022. They are kept in EDTF."""

import re

from django.utils.dates import MONTHS
from django.utils.translation import get_language, gettext

from hansa.facts import is_edtf

_POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_REPUBLIC = 1911  # 民國1年 is 1912
Point = tuple[int, ...]  # year; year and month; year, month and day


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    return tuple(int(part) for part in match.groups() if part) if match else ()


def is_chinese() -> bool:
    """Whether the reader reads Chinese."""
    return (get_language() or "").startswith("zh")


def _chinese(point: Point, known: int = 0) -> str:
    """The date in Chinese without the first `known` of its parts, which the words before it already say."""
    return "".join(f"{part}{unit}" for part, unit in list(zip(point, "年月日", strict=False))[known:])


def _republic(point: Point) -> str:
    """The year of the Republic in brackets; nothing for the years before it."""
    return f"（民國{point[0] - _REPUBLIC}年）" if point[0] > _REPUBLIC else ""


def _chinese_interval(start: Point, end: Point, full: bool) -> str:
    same_year = start[0] == end[0]
    known = 0
    while known < min(len(start), len(end)) - 1 and start[known] == end[known]:
        known += 1
    first, second = _chinese(start), _chinese(end, known)
    if not full:
        return f"{first}至{second}"
    return f"{first}至{second}{_republic(end)}" if same_year else f"{first}{_republic(start)}至{second}{_republic(end)}"


def _english(point: Point, leave: int = 0) -> str:
    """The date in English without its last `leave` words, which the words after it say."""
    year, *rest = point
    named = [str(year)] if not rest else [str(MONTHS[rest[0]]), str(year)]
    parts = [str(rest[1]), *named] if len(rest) > 1 else named
    return " ".join(parts[: len(parts) - leave])


def _english_interval(start: Point, end: Point) -> str:
    if len(start) == len(end) == 3 and start[:2] == end[:2]:
        return f"{start[2]}–{_english(end)}"
    if len(start) == len(end) > 1 and start[0] == end[0]:
        return f"{_english(start, leave=1)} – {_english(end)}"
    return f"{_english(start)} – {_english(end)}"


def _single(point: Point, full: bool) -> str:
    if is_chinese():
        return _chinese(point) + (_republic(point) if full else "")
    return _english(point)


def date_words(edtf: str, full: bool = False) -> str:
    """An EDTF date in the reader's language; `full` adds the year of the Republic in Chinese.

    What is no EDTF date is given back as it is.
    """
    if not edtf or not is_edtf(edtf):
        return edtf
    first, _, last = edtf.partition("/")
    start, end = _point(first), _point(last)
    if start and end and start != end:
        return _chinese_interval(start, end, full) if is_chinese() else _english_interval(start, end)
    if start:
        words = _single(start, full)
        return gettext("from %(date)s") % {"date": words} if last == ".." else words
    return gettext("until %(date)s") % {"date": _single(end, full)}


def year_words(year: int) -> str:
    """A year: 2022年（民國111年）, 2022."""
    return date_words(f"{year:04}", full=True)
