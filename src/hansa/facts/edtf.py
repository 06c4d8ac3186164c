"""Dates as precise as a document is: the part of EDTF (ISO 8601-2, level 0 with open ends) that facts use."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True)
class Span:
    """The first and last day that a date may mean; None where an interval is open at that end."""

    first: dt.date | None
    last: dt.date | None

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share a day."""
        return _starts_by(self, other) and _starts_by(other, self)


def _starts_by(a: Span, b: Span) -> bool:
    return a.first is None or b.last is None or a.first <= b.last


def _point(text: str) -> Span:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"not a date: {text!r}; write 2022, 2022-06 or 2022-06-09")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern has a year
    first = dt.date(year, month or 1, day or 1)
    if day:
        return Span(first, first)
    end = month or 12
    return Span(first, dt.date(year, end, calendar.monthrange(year, end)[1]))


@lru_cache(maxsize=4096)
def span(text: str) -> Span:
    """The days that an EDTF date or interval covers: `2022-06`, `2022-06-09`, `2022-07-24/2022-07-28`, `2022-05/..`.

    Raises ValueError with a sentence for the user where the text is no such date, or ends before it starts.
    """
    if "/" not in text:
        return _point(text)
    start, _, end = text.partition("/")
    first = None if start == ".." else _point(start).first
    last = None if end == ".." else _point(end).last
    if first is None and last is None:
        raise ValueError(f"an interval needs a start or an end: {text!r}")
    if first and last and last < first:
        raise ValueError(f"the interval ends before it starts: {text!r}")
    return Span(first, last)


def is_edtf(text: str) -> bool:
    """Whether `span` takes the text."""
    try:
        span(text)
    except ValueError:
        return False
    return True
