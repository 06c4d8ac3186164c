"""Dates that English tells by words (today, that year, on Friday), and periods (Q3 2023, fiscal 2009, 2022/23)."""

import re
from collections.abc import Iterator

from hansa.reading.patterns import regex
from hansa.reading.values.dates.chinese import Found
from hansa.reading.values.dates.english import MONTH, month_number
from hansa.reading.values.dates.points import Point

_WORDS = {
    **dict.fromkeys(("today", "this morning", "this afternoon", "this evening", "tonight"), ("issue day", 0)),
    "yesterday": ("issue day", -1), "last night": ("issue day", -1), "tomorrow": ("issue day", 1),
    "this year": ("issue year", 0), "last year": ("issue year", -1),
    "the year before last": ("issue year", -2), "next year": ("issue year", 1), "this month": ("issue month", 0),
    "last month": ("issue month", -1), "that year": ("said year", 0), "the same year": ("said year", 0),
    "in the same year": ("said year", 0), "the following year": ("said year", 1), "the year after": ("said year", 1),
    "the previous year": ("said year", -1), "the year before": ("said year", -1), "the same month": ("said month", 0),
    "that month": ("said month", 0), "the following month": ("said month", 1), "the same day": ("said day", 0),
    "that day": ("said day", 0), "the next day": ("said day", 1), "the following day": ("said day", 1),
    "the day before": ("said day", -1), "the previous day": ("said day", -1),
}  # fmt: skip
_WORD = regex(rf"(?=[tylni])\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b(?!['’]s)")
_BEFORE_WORD = regex(rf"(?:\b(?P<d>\d{{1,2}}) )?\b(?P<month>{MONTH})(?: (?P<e>\d{{1,2}})(?:st|nd|rd|th)?,?)? (?:of )?$")
_LONGEST_MONTH = 24
_HAS_WORD = regex(r"day\b|year|month|morning|afternoon|evening|night|tomorrow")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_THAT = regex(rf"\b(?:[Tt]hat|[Tt]he same) (?P<month>{MONTH})\b")
_LAST = regex(rf"\b[Ll]ast (?:(?P<weekday>{'|'.join(_WEEKDAYS)})|(?P<month>{MONTH}))\b(?! year)")
_COUNT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_COUNT, 1)} | {"a": 1, "twenty": 20}
# `Sixty years later, on July 30, 2021` has a date of its own.
_FROM = regex(
    rf"\b(?:(?P<n>{'|'.join(_NUMBERS)}|\d{{1,2}}) (?P<unit>year|month|day)s?|(?P<half>half a year|six months))"
    r" (?P<way>earlier|later|before that|after that|afterwards|ago|on(?=[,.;]|$))\b(?!,? (?:on|in) )",
    re.IGNORECASE,
)
_HAS_FROM = regex(r" (?:earlier|later|before|after|ago|on[,.;])|on$")
_WEEKDAY = regex(
    rf"(?:\b(?:[Oo]n|[Ss]ince|[Ll]ate|[Ee]arly|[Uu]ntil)\s|^)(?P<weekday>{'|'.join(_WEEKDAYS)})"
    rf"(?: (?:morning|afternoon|evening|night))?\b(?!\W{{1,2}}(?:\d|the \d|{MONTH}|[A-Z])|s\b)"
    r"(?![^.;]{0,40}\b(?:will|shall|is|are|go(?:es)?|leaves?|flies|opens?|begins?|starts?|travels?|meets?)\b)"
)
_NTH = {word: n for n, words in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th"), 1)
        for word in words.split()}  # fmt: skip
_OF_YEAR = r"(?:,?\s(?:of\s|in\s)?(?:the year\s)?(?P<{0}>(?:19|20)\d\d))?"
_PART = regex(
    rf"\b(?:(?P<nth>{'|'.join(_NTH)}) (?P<unit>half|quarter){_OF_YEAR.format('y')}"
    rf"|first (?P<many>{'|'.join(_COUNT)}) months{_OF_YEAR.format('v')}"
    r"|[QH](?P<q>[1-4])\s?(?:of\s)?(?P<w>(?:19|20)\d\d)|(?P<x>(?:19|20)\d\d)[ -]?[QH](?P<p>[1-4]))\b"
)
_HAS_PART = regex(r"half|quarter|months|[QH][1-4]")
_TWO_YEARS = regex(
    r"(?=[\dfFsSaA])(?<![\d./–—-])"
    r"(?P<lead>\b(?i:fy|fiscal(?: year)?|financial year|(?:school|academic) year|season)\s?)?"
    r"(?P<y>(?:19|20)?\d\d)(?:\s?(?P<sep>[–—/-])\s?(?P<z>(?:19|20)?\d\d))?(?![\d/–—-]|[.,]\d)"
    r"(?P<trail>\s(?i:financial|fiscal|school|academic|budget|season|municipal))?"
)
_HAS_TWO = regex(r"[Ff](?:[Yy]|iscal|ISCAL)\s?\D{0,6}\d|\d\s?[–—/-]\s?\d")
_HAS_YEAR_TO = regex(r"(?:[Yy]ear|YEAR|[Mm]onths|MONTHS) (?:[Tt]o|TO|[Uu]p|UP|[Ee]nd|END|[Tt]hat|THAT)")
_YEAR_TO = regex(
    rf"\b(?i:(?:year|(?:twelve|12) months) (?:to|up to|ended|ending|that ended)(?: on| in)?) "
    rf"(?:(?P<d>\d{{1,2}}) )?(?P<m>{MONTH})(?: (?P<e>\d{{1,2}}),?)? (?P<y>(?:19|20)\d\d)\b"
)


def find_told(text: str) -> Iterator[Found]:
    """The dates that words tell, counted from the day of issue or the date said last."""
    if _HAS_WORD.search(text.lower()):
        yield from _words(text)
    for match in _FROM.finditer(text) if _HAS_FROM.search(text) else ():
        yield match.start(), match.end(), _counted(match), None, True
    for match in _WEEKDAY.finditer(text) if "day" in text else ():
        point = Point(word="issue weekday", steps=_WEEKDAYS.index(match["weekday"]))
        yield match.start("weekday"), match.end(), point, None, True
    for match in _THAT.finditer(text) if "hat " in text or "same " in text else ():
        yield match.start(), match.end(), Point(month=month_number(match["month"]), word="said year"), None, True
    for match in _LAST.finditer(text) if "ast " in text else ():
        if match["weekday"]:
            point = Point(None, None, None, "issue week", _WEEKDAYS.index(match["weekday"]))
        else:
            point = Point(month=month_number(match["month"]), word="issue past month")
        yield match.start(), match.end(), point, None, True


def _words(text: str) -> Iterator[Found]:
    """Today and last year, also with a month: on April 28 of last year."""
    lower = text.lower()
    for match in _WORD.finditer(lower if len(lower) == len(text) else text):
        start, told = match.start(), _WORDS[match[0]]
        before = _BEFORE_WORD.search(text, max(0, start - _LONGEST_MONTH), start)
        if before is None:
            yield start, match.end(), Point(None, None, None, *told), None, True
            continue
        day = before["d"] or before["e"]
        point = Point(None, month_number(before["month"]), int(day) if day else None, *told)
        yield before.start(), match.end(), point, None, True


def _counted(match: re.Match[str]) -> Point:
    """So many years, months or days before or after the date said last, or `ago` from the day of issue."""
    number = (match["n"] or "six").lower()
    steps = _NUMBERS.get(number) or int(number)
    way = match["way"].lower()
    unit = (match["unit"] or "month").lower()
    origin = "issue" if way == "ago" else "said-far"
    return Point(word=f"{origin} {unit}", steps=-steps if way in ("earlier", "before that", "ago") else steps)


def find_spans(text: str) -> Iterator[Found]:
    """Half years, quarters, the years in which offices and schools count, a year up to a date."""
    for match in _PART.finditer(text) if _HAS_PART.search(text) else ():
        year, first, last = _part(match)
        yield match.start(), match.end(), Point(year, first), Point(year, last), True
    for match in _TWO_YEARS.finditer(text) if _HAS_TWO.search(text) else ():
        yield from _business_year(match)
    for match in _YEAR_TO.finditer(text) if _HAS_YEAR_TO.search(text) else ():
        month, year, day = month_number(match["m"]) or 1, int(match["y"]), match["d"] or match["e"]
        begins = Point(year - (month < 12), month % 12 + 1)
        if day and int(day) < 28:
            begins = Point(year - 1, month, int(day) + 1)
        yield match.start(), match.end(), begins, Point(year, month, int(day) if begins.day and day else None), True


def _part(match: re.Match[str]) -> tuple[int | None, int, int]:
    """Year, first and last month of a half year, a quarter, the first months of a year."""
    if match["many"]:
        return (int(match["v"]) if match["v"] else None), 1, _NUMBERS[match["many"]]
    half = match["unit"] == "half" or "H" in match[0]
    number = _NTH[match["nth"]] if match["nth"] else int(match["q"] or match["p"])
    year = match["y"] or match["w"] or match["x"]
    length = 6 if half else 3
    return (int(year) if year else None), length * (number - 1) + 1, length * number


def _business_year(match: re.Match[str]) -> Iterator[Found]:
    """FY2009 is the year as named; 2022/23 and 2022–23 are of both years, which follow one another."""
    named = match["lead"] or match["trail"]
    year = _full(match["y"])
    if not match["z"]:
        if match["lead"] and match["lead"].lower().startswith("f"):
            yield match.start(), match.end("y"), Point(year), None, True
        return
    last = _full(match["z"])
    # 2011-12 may be a month.
    plain = len(match["y"]) == 4 and (match["sep"] != "-" or len(match["z"]) == 4 or int(match["z"]) > 12)
    if last == year + 1 and (named or plain):
        yield match.start(), match.end("z"), Point(year), Point(last), True


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)
