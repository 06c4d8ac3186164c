"""Whether a number of a draft and one of the register are told of the same time."""

import datetime as dt
from collections.abc import Iterable
from enum import IntEnum

from hansa.facts import Span

# What tells of longer than this is no report of a time.
_LONGEST = dt.timedelta(days=3 * 366)
_SHORT = dt.timedelta(days=31)
_DAY = dt.timedelta(days=1)
_MOSTLY = 0.6


class Times(IntEnum):
    """How the times of two numbers lie: apart, sharing days or unknown, the same."""

    APART = 0
    NEAR = 1
    SAME = 2


def told_in(spans: Iterable[Span | None]) -> Span | None:
    """The time that a document tells of, by the days of what it tells; None where they lie far apart."""
    days = [(span.first, span.last) for span in spans if span and span.first and span.last]
    # What it tells of a day or month says when; a year often is that of something else.
    short = [(first, last) for first, last in days if last - first <= _SHORT] or days
    if not short:
        return None
    first, last = min(first for first, _ in short), max(last for _, last in short)
    return Span(first, last) if last - first <= _LONGEST else None


def times(one: Span | None, one_told: Span | None, other: Span | None, other_told: Span | None) -> Times:
    """How two periods lie; for a number without a period stands the time that its document tells of."""
    if one and other:
        if one == other:
            return Times.SAME
        return Times.NEAR if one.meets(other) else Times.APART
    first, second = one or one_told, other or other_told
    if first and second:
        overlap = _overlap(first, second)
        return Times.SAME if overlap >= _MOSTLY else Times.NEAR if overlap else Times.APART
    return Times.NEAR if first or second else Times.SAME


def _overlap(one: Span, other: Span) -> float:
    """Which part of the shorter of two spans lies in the other."""
    if not (one.first and one.last and other.first and other.last):
        return float(one.meets(other))
    shared = min(one.last, other.last) - max(one.first, other.first) + _DAY
    shorter = min(one.last - one.first, other.last - other.first) + _DAY
    return max(shared / shorter, 0.0)
