"""Dates and periods in a text, in Chinese and English, as EDTF with their place."""

from hansa.reading.values.dates.anniversaries import Anniversary, find_anniversaries
from hansa.reading.values.dates.chinese import chinese_number
from hansa.reading.values.dates.find import Dated, find_dates, may_have_dates
from hansa.reading.values.dates.points import Anchor, Earlier, Point

__all__ = [
    "Anchor",
    "Anniversary",
    "Dated",
    "Earlier",
    "Point",
    "chinese_number",
    "find_anniversaries",
    "find_dates",
    "may_have_dates",
]
