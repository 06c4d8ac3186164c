"""A date as it is written, perhaps without its year, and how what is known around it makes it whole."""

import datetime as dt
from dataclasses import dataclass, replace

# A release that tells of a month so far ahead of its own day means the year before: December, told in January.
_AHEAD = dt.timedelta(days=31)


@dataclass(frozen=True)
class Point:
    """Year, month and day as far as they are written; `word` is a relative word such as `same year` or `today`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    word: str = ""

    @property
    def edtf(self) -> str:
        """The date in EDTF, or nothing where it has no year or is no date of the calendar."""
        if not self.year or (self.day and not self.month):
            return ""
        try:
            dt.date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return ""
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


@dataclass(frozen=True)
class Anchor:
    """What is known around a text.

    `year` is the year it tells of, `said` the date stated last in it, `issued` the day on which it was issued, and
    `before` the date stated last in what stands before it, which only counts where nothing nearer tells the year.
    `month_first` tells whether 4/5/2023 is in April or in May; None where nothing tells.
    """

    year: int | None = None
    said: Point | None = None
    issued: dt.date | None = None
    before: Point | None = None
    month_first: bool | None = None

    @property
    def last(self) -> Point | None:
        """The date that `the same day` and `同年` point to."""
        return self.said or self.before


_YEAR_STEPS = {"this year": 0, "last year": -1, "year before last": -2, "next year": 1}
_SAID_YEAR_STEPS = {"same year": 0, "following year": 1, "previous year": -1}
_DAY_STEPS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_SAID_DAY_STEPS = {"same day": 0, "following day": 1, "previous day": -1}


def complete(point: Point, anchor: Anchor) -> Point | None:
    """The point with its year (and month) taken from what is around it; None where nothing tells them."""
    if point.word:
        return _relative(point, anchor)
    if point.year:
        return point
    if point.month:
        year = _bare_year(point, anchor)
        return replace(point, year=year) if year else None
    if point.day and anchor.last and anchor.last.month:
        return Point(anchor.last.year, anchor.last.month, point.day)
    return None


def _bare_year(point: Point, anchor: Anchor) -> int | None:
    """The year of a bare month and day: that of the date before it, of the report, of the day of issue."""
    if anchor.said and anchor.said.year:
        return anchor.said.year
    if anchor.year:
        return anchor.year
    if not anchor.issued:
        return anchor.before.year if anchor.before else None
    year = anchor.issued.year
    try:
        told = dt.date(year, point.month or 1, point.day or 1)
    except ValueError:
        return year
    return year - 1 if told - anchor.issued > _AHEAD else year


def _relative(point: Point, anchor: Anchor) -> Point | None:
    word = point.word
    if word in _YEAR_STEPS:
        now = anchor.issued.year if anchor.issued else anchor.year
        return Point(now + _YEAR_STEPS[word], point.month, point.day) if now else None
    if word in _SAID_YEAR_STEPS:
        said = anchor.last.year if anchor.last else anchor.year
        return Point(said + _SAID_YEAR_STEPS[word], point.month, point.day) if said else None
    if word == "this month":
        return Point(anchor.issued.year, point.month or anchor.issued.month) if anchor.issued else None
    return _relative_day(point, anchor)


def _relative_day(point: Point, anchor: Anchor) -> Point | None:
    if point.word in _DAY_STEPS:
        if not anchor.issued:
            return None
        day = anchor.issued + dt.timedelta(days=_DAY_STEPS[point.word])
        if point.day and point.day != day.day:
            return Point(day.year, point.month or day.month, point.day)
        return Point(day.year, day.month, day.day)
    said = anchor.last
    if not (said and said.edtf and said.year and said.month and said.day):
        return None
    day = dt.date(said.year, said.month, said.day) + dt.timedelta(days=_SAID_DAY_STEPS[point.word])
    return Point(day.year, day.month, day.day)
