"""Whether a number of a draft and one of the register are told of the same time."""

import datetime as dt
from collections.abc import Iterable
from enum import IntEnum

from hansa.facts import Span

# What tells of longer than this is no report of a time.
_LONGEST = dt.timedelta(days=3 * 366)
_DAY = dt.timedelta(days=1)
_MOSTLY = 0.6


class Times(IntEnum):
    """How the times of two numbers lie: apart, one within the other or unknown, the same."""

    APART = 0
    NEAR = 1
    SAME = 2


def told_in(spans: Iterable[Span | None]) -> Span | None:
    """The time that a document tells of, by the days of what it tells; None where they lie far apart."""
    firsts = [span.first for span in spans if span and span.first]
    lasts = [span.last for span in spans if span and span.last]
    if not firsts or not lasts or max(lasts) - min(firsts) > _LONGEST:
        return None
    return Span(min(firsts), max(lasts))


def times(one: Span | None, one_told: Span | None, other: Span | None, other_told: Span | None) -> Times:
    """How two periods lie; for a number without a period stands the time that its document tells of."""
    if one and other:
        if one == other:
            return Times.SAME
        return Times.NEAR if _within(one, other) or _within(other, one) else Times.APART
    first, second = one or one_told, other or other_told
    if first and second:
        return Times.SAME if _overlap(first, second) >= _MOSTLY else Times.APART
    return Times.NEAR if first or second else Times.SAME


def _overlap(one: Span, other: Span) -> float:
    """Which part of the shorter of two spans lies in the other."""
    if not (one.first and one.last and other.first and other.last):
        return float(one.meets(other))
    shared = min(one.last, other.last) - max(one.first, other.first) + _DAY
    shorter = min(one.last - one.first, other.last - other.first) + _DAY
    return max(shared / shorter, 0.0)


def _within(one: Span, other: Span) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return one.meets(other)
    return other.first <= one.first and one.last <= other.last
