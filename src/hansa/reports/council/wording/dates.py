"""Dates on slides, which stand beside visitors from abroad: the years of the calendar that all share."""

from hansa.reports.wording.dates import REPUBLIC


def _written(point: list[str]) -> str:
    return "".join(f"{int(part)}{mark}" for part, mark in zip(point, "年月日", strict=False))


def chinese_western_date(date: str) -> str:
    """2025年7月至12月 for 2025-07/2025-12; 2025年起 for 2025/.."""
    start, _, end = (part.split("-") for part in date.partition("/"))
    if end in ([""], start):
        return _written(start)
    if start == [".."] or end == [".."]:
        return f"{_written(start)}起" if end == [".."] else f"{_written(end)}止"
    if len(start) != len(end):
        return f"{_written(start)}至{_written(end)}"
    shared = next(place for place, (one, other) in enumerate(zip(start, end, strict=True)) if one != other)
    rest = "".join(f"{int(part)}{mark}" for part, mark in list(zip(end, "年月日", strict=False))[shared:])
    return f"{_written(start)}至{rest}"


def republic_month(year: int, month: int) -> str:
    """114年7月."""
    return f"{year - REPUBLIC}年{month}月"
