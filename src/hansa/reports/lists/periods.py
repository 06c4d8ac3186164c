"""A span of days cut into months, quarters or years."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hansa.reports.blocks import Language
from hansa.reports.lists.asking import By
from hansa.reports.wording.dates import REPUBLIC

MONTH_NAMES = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True)
class Period:
    """A month, a quarter or a year, as far as it lies in the days asked about."""

    first: dt.date
    last: dt.date
    by: By

    def holds(self, day: dt.date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day <= self.last

    def said(self, language: Language, *, with_year: bool = True) -> str:
        """114年第3季, Q3 2025; without the year 第3季, Q3."""
        year, quarter = self.first.year, (self.first.month - 1) // 3 + 1
        if language == "en":
            within = {"month": MONTH_NAMES[self.first.month], "quarter": f"Q{quarter}", "year": ""}[self.by]
            return f"{within} {year}".strip() if with_year or not within else within
        within = {"month": f"{self.first.month}月", "quarter": f"第{quarter}季", "year": ""}[self.by]
        years = f"{year - REPUBLIC}年" if year > REPUBLIC else f"西元{year}年"
        return f"{years}{within}" if with_year or not within else within


def periods(first: dt.date, last: dt.date, by: By) -> Iterator[Period]:
    """The months, quarters or years from one day to another; the first and the last may be cut."""
    length = _MONTHS[by]
    begin = first.replace(month=(first.month - 1) // length * length + 1, day=1)
    while begin <= last:
        month = begin.month + length - 1
        end = dt.date(begin.year, month, calendar.monthrange(begin.year, month)[1])
        yield Period(max(begin, first), min(end, last), by)
        begin = end + dt.timedelta(1)
