"""Values as people write them."""

import datetime as dt
from decimal import Decimal

from hansa.reports.blocks import Language

_REPUBLIC = 1911
CURRENCIES = ("元", "圓", "日圓", "日元", "美元", "歐元", "新臺幣", "新台幣")


def grouped(value: Decimal | int) -> str:
    """A value with thousands parted and no idle noughts: 13,358 or 90.7."""
    return f"{Decimal(value).normalize():,f}"


def chinese_quantity(value: Decimal, unit: str) -> str:
    """A value with its unit; sums of money in 億 and 萬, as official reports write them: 1億3,952萬元."""
    if unit not in CURRENCIES or value < 10_000 or value != value.to_integral_value():
        return grouped(value) + unit
    hundred_millions, rest = divmod(int(value), 100_000_000)
    ten_thousands, ones = divmod(rest, 10_000)
    parts = ((hundred_millions, "億"), (ten_thousands, "萬"), (ones, ""))
    return "".join(f"{number:,}{mark}" for number, mark in parts if number) + unit


def day_in_words(day: dt.date, language: Language) -> str:
    """A day as lists write it: 111年6月9日, or 9 June 2022; before the Republic the Gregorian year."""
    if language == "en":
        return f"{day.day} {day:%B} {day.year}"
    year = f"{day.year - _REPUBLIC}年" if day.year > _REPUBLIC else f"西元{day.year}年"
    return f"{year}{day.month}月{day.day}日"
