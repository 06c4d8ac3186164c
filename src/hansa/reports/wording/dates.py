"""EDTF dates as people write them: 民國 years in Chinese, Gregorian ones in English."""

from collections.abc import Callable

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
Parts = tuple[int, ...]
REPUBLIC = 1911


def _parts(point: str) -> Parts:
    return tuple(int(part) for part in point.split("-"))


def _ends(date: str) -> tuple[Parts | None, Parts | None]:
    """The two ends of a date; None where an interval is open there."""
    start, _, end = date.partition("/")
    return (None if start == ".." else _parts(start)), (None if (end or start) == ".." else _parts(end or start))


def _said(date: str, point: Callable[[Parts], str], between: Callable[[Parts, Parts], str], open_ends: str) -> str:
    """A date in words; `open_ends` holds the forms for an interval open at its end and at its start, parted by |."""
    start, end = _ends(date)
    since, until = open_ends.split("|")
    if start is None:
        return until.format(point(end or ()))
    if end is None:
        return since.format(point(start))
    return point(start) if start == end else between(start, end)


def _common(start: Parts, end: Parts) -> int:
    """How many leading parts the ends share, where they are equally precise; else 0."""
    if len(start) != len(end):
        return 0
    return next((count for count, (a, b) in enumerate(zip(start, end, strict=True)) if a != b), len(start))


def _chinese_point(point: Parts, skip: int = 0) -> str:
    year = point[0] - REPUBLIC
    words = (
        f"{year}年" if year > 0 else f"西元{point[0]}年",
        *(f"{n}{mark}" for n, mark in zip(point[1:], "月日", strict=False)),
    )
    return "".join(words[skip:])


def chinese_date(date: str) -> str:
    """111年6月9日至10日 for 2022-06-09/2022-06-10; years before the Republic as 西元1900年."""

    def between(start: Parts, end: Parts) -> str:
        return f"{_chinese_point(start)}至{_chinese_point(end, skip=_common(start, end))}"

    return _said(date, _chinese_point, between, "{}起|至{}止")


def _english_point(point: Parts, skip: int = 0) -> str:
    words = [str(point[0]), *(_MONTHS[n - 1] if place == 0 else str(n) for place, n in enumerate(point[1:]))]
    return " ".join(reversed(words[skip:]))


def english_date(date: str) -> str:
    """9–10 June 2022 for 2022-06-09/2022-06-10."""

    def between(start: Parts, end: Parts) -> str:
        common = _common(start, end)
        shared = _english_point(end[:common]) if common else ""
        dash = "–" if common == len(start) - 1 and common else " – "
        return f"{_english_point(start, skip=common)}{dash}{_english_point(end, skip=common)} {shared}".strip()

    return _said(date, _english_point, between, "from {}|until {}")
