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
_TO = regex(r"\s?(?:至|到|[~～–—－-]|\bto\b|\buntil\b)\s?")
_WHOLE = 2
_FIRST_OF_THE_REPUBLIC = 1911


def put_date(written: str, date: str) -> str:
    """The words of a date with those of its parts put right that a date in EDTF tells otherwise.

    What the words do not say, or the date does not know, stays as it is.
    """
    days = span(date)
    joint = _TO.search(written)
    if joint and "/" in date and days.last:
        first, last = date.split("/")
        return f"{_put(written[: joint.start()], first)}{joint[0]}{_put(written[joint.end() :], last)}"
    return _put(written, date.partition("/")[0])


def _put(written: str, date: str) -> str:
    day = span(date).first if date != ".." else None
    if day is None:
        return written
    if written.isdigit() and date.count("-") == _WHOLE:
        return str(day.day)
    text = _YEAR.sub(lambda match: _year(match, day), written, count=1)
    if "-" in date:
        text = _MONTH.sub(lambda match: str(day.month) if match["zh"] else _MONTHS[day.month - 1], text, count=1)
    if date.count("-") == _WHOLE:
        text = _DAY.sub(str(day.day), text, count=1)
    return text


def _year(match: re.Match[str], day: dt.date) -> str:
    return str(day.year - _FIRST_OF_THE_REPUBLIC if match["roc"] else day.year)


def said_in_chinese(date: str) -> str:
    """A date in EDTF in Chinese words: 2022年6月9日; a period by its first and last day."""
    first, _, last = date.partition("/")
    words = "".join(f"{int(part)}{unit}" for part, unit in zip(first.split("-"), "年月日", strict=False))
    return f"{words}至{said_in_chinese(last)}" if last and last != ".." else words


def said_in_english(date: str) -> str:
    """A date in EDTF in English words with what stands before them: in 2022, in June 2022, on 9 June 2022."""
    first, _, last = date.partition("/")
    if last and last != "..":
        return f"from {_plain(first)} to {_plain(last)}"
    return f"{'on' if first.count('-') == _WHOLE else 'in'} {_plain(first)}"


def _plain(date: str) -> str:
    year, *rest = date.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])
