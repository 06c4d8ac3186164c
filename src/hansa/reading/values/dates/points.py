"""A date as it is written, perhaps without its year, and how what is known around it makes it whole."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct

# A release that tells of a month so far ahead of its own day means the year before: December, told in January.
_DAYS_AHEAD = 10
_MONTHS_END, _MONTHS_BEGINNING = 25, 12
_AHEAD = dt.timedelta(days=31)
# So many years apart, two years are not those of the same events.
_OLDER = 2
# Every month has as many days.
_ALWAYS_THERE = 28
_MONTHS = 12


class Point(Struct, frozen=True):
    """Year, month and day as far as they are written.

    `word` tells of a relative date from where it counts and in what (`issue day`, `said year`), `steps` how far:
    yesterday is one day back from the day of issue, 翌年 one year on from the date said last. `report year` is the
    year reported, where there is one, and `said-far year` counts from nothing but a date that was said.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    word: str = ""
    steps: int = 0

    @property
    def edtf(self) -> str:
        """The date in EDTF, or nothing where it has no year or is no date of the calendar."""
        year, month, day = self.year, self.month, self.day
        if not year or (day and not month) or not _is_of_calendar(year, month or 1, day or 1):
            return ""
        if day:
            return f"{year:04d}-{month:02d}-{day:02d}"
        return f"{year:04d}-{month:02d}" if month else f"{year:04d}"


def _is_of_calendar(year: int, month: int, day: int) -> bool:
    if day <= _ALWAYS_THERE:
        return 0 < year <= dt.MAXYEAR and 1 <= month <= _MONTHS and day > 0
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


class Earlier(NamedTuple):
    """What a text stated last before some place: any date, and one that is no aside.

    An aside is a date since when something is, which tells nothing of when the rest took place.
    """

    said: Point | None = None
    told: Point | None = None


class Anchor(Struct, frozen=True):
    """What is known around a text.

    `year` is the year it tells of, `said` the date stated last in it, `told` the same without asides, `issued` the
    day on which it was issued, and `before` gives what was stated last before it, which only counts where nothing
    nearer tells the year. `usual` is the year of most dates of a document that has none of its own.
    `opens` is the month with which the year of the report begins: what comes before it is of the next year.
    `month_first` tells whether 4/5/2023 is in April or in May; None where nothing tells.
    """

    year: int | None = None
    said: Point | None = None
    issued: dt.date | None = None
    before: Callable[[], Earlier] = Earlier
    month_first: bool | None = None
    opens: int = 1
    told: Point | None = None
    usual: int | None = None

    @property
    def last(self) -> Point | None:
        """The date that `the same year` and `two years later` point to."""
        return self.said or self.before().told or self.before().said

    @property
    def day(self) -> Point | None:
        """The date that `the same day` and 隔天 point to."""
        return self.told or self.last

    @property
    def now(self) -> int | None:
        """The year in which the text tells, as far as anything but its own dates says."""
        return self.year or (self.issued.year if self.issued else self.usual)

    def saying(self, point: Point, *, aside: bool = False) -> "Anchor":
        """What is known once a date has been stated, perhaps as an aside."""
        told = self.told if aside else point
        return Anchor(self.year, point, self.issued, self.before, self.month_first, self.opens, told, self.usual)


def complete(point: Point, anchor: Anchor) -> Point | None:
    """The point with its year (and month) taken from what is around it; None where nothing tells them."""
    if point.word:
        return _relative(point, anchor)
    if point.year:
        return point
    if point.month:
        year = _bare_year(point, anchor)
        return Point(year, point.month, point.day) if year else None
    near = _month_near(point.day, anchor) if point.day else None
    return Point(near.year, near.month, point.day) if near else None


def _month_near(day: int, anchor: Anchor) -> Point | None:
    """The month of a bare day: that of a whole date before it or of a month in the same sentence, else that of issue.

    A release tells of days just past, and of few to come.
    """
    near, issued = anchor.day, anchor.issued
    if near and near.year and near.month and (near.day or anchor.said or not issued):
        if near.day and near.day >= _MONTHS_END and day <= _MONTHS_BEGINNING:
            # From 28 September on …; on the 2nd is in October.
            return Point(near.year + near.month // _MONTHS, near.month % _MONTHS + 1)
        return near
    if not issued:
        return None
    ahead = day - issued.day
    last = issued if ahead <= _DAYS_AHEAD else issued.replace(day=1) - dt.timedelta(days=1)
    return Point(last.year, last.month)


def _bare_year(point: Point, anchor: Anchor) -> int | None:
    """The year of a bare month and day: that of the date before it, of the report, of the day of issue."""
    if anchor.told and anchor.told.year:
        return anchor.told.year
    if anchor.year:
        return anchor.year + (point.month is not None and point.month < anchor.opens)
    if not anchor.issued:
        return _year_before(anchor)
    year = anchor.issued.year
    try:
        told = dt.date(year, point.month or 1, point.day or 1)
    except ValueError:
        return year
    return year - 1 if told - anchor.issued > _AHEAD else year


def _year_before(anchor: Anchor) -> int | None:
    """The year of the date told before; a year alone, far from the one of most dates, is that of an older matter."""
    before = anchor.before()
    told = before.told or before.said
    if told and told.year and (told.month or not anchor.usual or abs(told.year - anchor.usual) < _OLDER):
        return told.year
    return anchor.usual


def _relative(point: Point, anchor: Anchor) -> Point | None:
    """A date counted from the day of issue or from the date said last, by the unit that its word names."""
    origin, _, unit = point.word.partition(" ")
    if unit == "year":
        year = _year_counted_from(origin, anchor)
        return Point(year + point.steps, point.month, point.day) if year else None
    since = anchor.day if origin.startswith("said") else _issue(anchor)
    if not since or not since.year or not since.month:
        return None
    if unit == "month":
        months = since.year * 12 + since.month - 1 + point.steps
        return Point(months // 12, point.month or months % 12 + 1, point.day)
    if unit == "past month":
        # `last December`, told in March, is that of the year before.
        return Point(since.year - (point.month is not None and point.month >= since.month), point.month, point.day)
    return _day(point, since, unit)


def _year_counted_from(origin: str, anchor: Anchor) -> int | None:
    if origin == "report" and anchor.year:
        return anchor.year
    since = anchor.last if origin.startswith("said") else _issue(anchor)
    return since.year if since else None if origin == "said-far" else anchor.year


def _issue(anchor: Anchor) -> Point | None:
    day = anchor.issued
    if day:
        return Point(day.year, day.month, day.day)
    year = anchor.year or anchor.usual
    return Point(year) if year else None


def _day(point: Point, since: Point, unit: str) -> Point | None:
    """So many days on from a whole date, or on a day of the week that `steps` counts from Monday: the last one up to
    that date (`weekday`), or that of the week before (`week`)."""
    if not since.edtf or not since.day:
        return None
    origin = dt.date.fromisoformat(since.edtf)
    on = point.steps
    if unit == "week":
        on -= origin.weekday() + 7
    elif unit == "weekday":
        on = -((origin.weekday() - on) % 7)
    try:
        day = origin + dt.timedelta(days=on)
    except OverflowError:
        return None
    return _as_written(point, day) if point.day and point.day != day.day else Point(day.year, day.month, day.day)


def _as_written(point: Point, near: dt.date) -> Point:
    """The day in brackets behind a word, 前（30）日: in the month in which it lies nearest to the day of the word."""
    if point.month or not point.day:
        return Point(near.year, point.month, point.day)
    last = near.replace(day=1) - dt.timedelta(days=1)
    written = [Point(day.year, day.month, point.day) for day in (near, last)]
    days = [dt.date.fromisoformat(point.edtf) for point in written if point.edtf]
    nearest = min(days, key=lambda day: abs(day - near), default=near)
    return Point(nearest.year, nearest.month, nearest.day)
