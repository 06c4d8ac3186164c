"""A date as it is written, perhaps without its year, and how what is known around it makes it whole."""

import datetime as dt
from dataclasses import dataclass, replace

# A release that tells of a month so far ahead of its own day means the year before: December, told in January.
_AHEAD = dt.timedelta(days=31)


@dataclass(frozen=True)
class Point:
    """Year, month and day as far as they are written.

    `word` tells of a relative date from where it counts and in what (`issue day`, `said year`), `steps` how far:
    yesterday is one day back from the day of issue, 翌年 one year on from the date said last.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    word: str = ""
    steps: int = 0

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
    `opens` is the month with which the year of the report begins: what comes before it is of the next year.
    `month_first` tells whether 4/5/2023 is in April or in May; None where nothing tells.
    """

    year: int | None = None
    said: Point | None = None
    issued: dt.date | None = None
    before: Point | None = None
    month_first: bool | None = None
    opens: int = 1

    @property
    def last(self) -> Point | None:
        """The date that `the same day` and `同年` point to."""
        return self.said or self.before

    def saying(self, point: Point) -> "Anchor":
        """What is known once a date has been stated."""
        return replace(self, said=point)


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
        return anchor.year + (point.month is not None and point.month < anchor.opens)
    if not anchor.issued:
        return anchor.before.year if anchor.before else None
    year = anchor.issued.year
    try:
        told = dt.date(year, point.month or 1, point.day or 1)
    except ValueError:
        return year
    return year - 1 if told - anchor.issued > _AHEAD else year


def _relative(point: Point, anchor: Anchor) -> Point | None:
    """A date counted from the day of issue or from the date said last, by the unit that its word names."""
    origin, _, unit = point.word.partition(" ")
    since = _issue(anchor) if origin == "issue" else anchor.last
    if unit == "year":
        year = since.year if since else anchor.year
        return Point(year + point.steps, point.month, point.day) if year else None
    if not since or not since.year or not since.month:
        return None
    if unit == "month":
        months = since.year * 12 + since.month - 1 + point.steps
        return Point(months // 12, point.month or months % 12 + 1, point.day)
    if unit == "past month":
        # `last December`, told in March, is that of the year before.
        return Point(since.year - (point.month is not None and point.month >= since.month), point.month, point.day)
    return _day(point, since, unit)


def _issue(anchor: Anchor) -> Point | None:
    day = anchor.issued
    return Point(day.year, day.month, day.day) if day else Point(anchor.year) if anchor.year else None


def _day(point: Point, since: Point, unit: str) -> Point | None:
    """So many days on from a whole date, or in the week before it the day that `steps` counts from Monday."""
    if not since.edtf or not since.day:
        return None
    origin = dt.date.fromisoformat(since.edtf)
    on = point.steps - origin.weekday() - 7 if unit == "week" else point.steps
    try:
        day = origin + dt.timedelta(days=on)
    except OverflowError:
        return None
    if point.day and point.day != day.day:
        return Point(day.year, point.month or day.month, point.day)
    return Point(day.year, day.month, day.day)
