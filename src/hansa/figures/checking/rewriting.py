"""A date put right in the way in which a draft writes it: 2022年6月3日, 111.6.3, 3 June 2022."""

import datetime as dt
import re

from hansa.facts import span
from hansa.reading.patterns import regex

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_YEAR = regex(r"(?<!\d)(?:(?P<full>(?:1[89]|20)\d\d)|(?P<roc>\d{2,3})(?=\s*年))(?!\d)")
_MONTH = regex(r"(?P<zh>\d{1,2}(?=\s*月))|(?P<en>\b(?:" + "|".join(_MONTHS) + r")\b)")
_DAY = regex(r"(?<!\d)\d{1,2}(?=\s*日)|(?:(?<=[a-z] )|(?<=\b))\d{1,2}(?!\d)(?=\s(?:[A-Z]|,)|,|$|(?:st|nd|rd|th))")
_FIRST_OF_THE_REPUBLIC = 1911


def put_date(written: str, date: str) -> str:
    """The words of a date with those of its parts put right that a date in EDTF tells otherwise.

    What the words do not say, or the date does not know, stays as it is.
    """
    day = span(date).first
    if day is None:
        return written
    known = date.partition("/")[0].count("-")
    text = _YEAR.sub(lambda match: _year(match, day), written, count=1)
    if known:
        text = _MONTH.sub(lambda match: str(day.month) if match["zh"] else _MONTHS[day.month - 1], text, count=1)
    if known > 1:
        text = _DAY.sub(str(day.day), text, count=1)
    return text


def _year(match: re.Match[str], day: dt.date) -> str:
    return str(day.year - _FIRST_OF_THE_REPUBLIC if match["roc"] else day.year)


def said_in_chinese(date: str) -> str:
    """A date in EDTF in Chinese words: 2022年6月9日; a period by its first and last day."""
    first, _, last = date.partition("/")
    words = "".join(f"{int(part)}{unit}" for part, unit in zip(first.split("-"), "年月日", strict=False))
    return f"{words}至{said_in_chinese(last)}" if last and last != ".." else words
