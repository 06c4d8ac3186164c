"""Dates as officers type them: EDTF, years of the Republic, Chinese and Western forms."""

import datetime as dt
import re
import unicodedata

from hansa.facts import is_edtf, span
from hansa.reading.values.dates import find_dates

_MARKS = re.compile(r"^(?:中華民國|民國|西元|公元)\s*(?=\d)")
_WEEKDAY = re.compile(r"\s*[（(]?(?:星期|週|周|禮拜)[一二三四五六日天][)）]?$")
_BETWEEN = re.compile(r"\s*(?:[~～–—至]|\s-\s|/(?=\d{4}\b))\s*")
_HYPHEN = re.compile(r"(?<=[\d日月年])-(?=\d+[年/.])")
_TIME = re.compile(r"(\d{1,2})[:：時點](\d{2})?分?(?::\d{2})?")
# The Republic counts its years from 1912; no date of it has four figures.
_REPUBLIC, _LATEST_YEAR = 1911, 999
_NOBODY_KNOWS = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_NUMBERS = re.compile(r"(\d{2,4}|\d(?=年))(?:[年./-](\d{1,2})(?:[月./-](\d{1,2})日?|月)?|年)")


def edtf_in(text: str) -> str | None:
    """The date or period that the whole text means, as EDTF; None where it means none.

    2 or 3 figures are a year of the Republic (112/5/3, 民國112.5.3), 4 are one of the Gregorian calendar. A number
    alone is a year only if it has four figures; 4/5/2023 means nothing, because nobody knows which is the month.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if is_edtf(text):
        return text
    if _NOBODY_KNOWS.fullmatch(text):
        return None
    if (point := _point(text)) is not None:
        return point
    parts = _BETWEEN.split(_HYPHEN.sub("~", text))
    if len(parts) == 2 and (first := _point(parts[0])) and (last := _point(parts[1])):
        period = f"{first}/{last}"
        return period if is_edtf(period) else None
    return _as_in_a_document(text)


def _point(text: str) -> str | None:
    match = _NUMBERS.fullmatch(_WEEKDAY.sub("", _MARKS.sub("", text.strip())).replace(" ", ""))
    if not match:
        return text if is_edtf(text) and "/" not in text else None
    year, *rest = (int(part) for part in match.groups() if part)
    year += _REPUBLIC if year <= _LATEST_YEAR else 0
    edtf = "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])
    return edtf if is_edtf(edtf) else None


def _as_in_a_document(text: str) -> str | None:
    found = find_dates(text)
    whole = len(found) == 1 and found[0].whole and (found[0].start, found[0].end) == (0, len(text))
    return found[0].edtf if whole and is_edtf(found[0].edtf) else None


def day_in(text: str) -> dt.date | None:
    """The one day that the whole text means; None where it means none, or more than one."""
    edtf = edtf_in(text)
    days = span(edtf) if edtf else None
    return days.first if days and days.first == days.last else None


def time_in(text: str) -> dt.time | None:
    """The time of day that the whole text means: 14:30, 9時, 14:30:00; None where it means none."""
    match = _TIME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
