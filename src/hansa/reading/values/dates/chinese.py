"""Dates in Chinese (and Japanese): 民國111年7月24至28日, 二○二一年, 107.4.19, 今（26）日, 去（113）年, 上半年."""

import re
from collections.abc import Iterator

from hansa.reading.values.dates.points import Point

Found = tuple[int, int, Point, Point | None, bool]
"""Start, end, first point, last point of a period, and whether the words are surely a date."""

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0, "兩": 2, "元": 1}
_TENS = {"十": 10, "廿": 20, "卅": 30}
_ERAS = {"民國": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}

_S = r"[ \u3000]{0,2}"
_YEARS = r"(?:\d{1,4}|[〇○零一二三四五六七八九十廿卅元]{1,4})"
_FEW = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_TO = r"[至到迄~～－–—\-]"
_YEAR_WORDS = {
    "今": "this year", "本": "this year", "去": "last year", "前": "year before last", "明": "next year",
    "同": "same year", "當": "same year", "是": "same year", "翌": "following year", "次": "following year",
    "隔": "following year",
}  # fmt: skip
_DAY_WORDS = {
    "今": "today", "本": "today", "昨": "yesterday", "明": "tomorrow", "前": "today",
    "同": "same day", "當": "same day", "是": "same day", "翌": "following day", "次": "following day",
    "隔": "following day",
}  # fmt: skip
_PART_MONTHS = {
    "上半年": (1, 6), "下半年": (7, 12), "上半年度": (1, 6), "下半年度": (7, 12),
    **{f"{lead}{n}季": (3 * i - 2, 3 * i) for i, ns in enumerate(("1一", "2二", "3三", "4四"), 1) for n in ns
       for lead in ("第", "")},
}  # fmt: skip


def _year(tag: str) -> str:
    plain = rf"(?:(?:中華)?(?P<e{tag}>民國|西元|公元|令和|平成|昭和|大正){_S})?(?P<y{tag}>{_YEARS}){_S}年(?:度)?"
    named = rf"(?P<w{tag}>[今去前明本同當翌次隔是]){_S}(?:[（(]{_S}(?P<p{tag}>\d{{2,4}}){_S}(?:年)?[)）]{_S})?年(?:度)?"
    return rf"(?:{plain}|{named})"


_MONTH_A = rf"(?P<m1>{_FEW})(?:{_S}月(?:份)?|(?={_S}{_TO}{_S}{_FEW}{_S}月))"
_DAY_A = rf"(?P<d1>{_FEW})(?:{_S}[日號]|(?={_S}(?:{_TO}|[、及和與]){_S}(?:{_FEW}{_S}、)?{_FEW}{_S}日))"
_MONTH_DAY_A = rf"{_MONTH_A}(?:{_S}{_DAY_A})?"
_PART = r"(?P<part>上半年度?|下半年度?|第?[1-4一二三四]季)"
_WEEKDAY = r"(?:[（(][^（()）]{1,6}[)）])?"
_END = (
    rf"(?:(?:{_year('2')}{_S})?(?P<m2>{_FEW}){_S}月(?:份)?(?:{_S}(?P<d2>{_FEW}){_S}[日號])?"
    rf"|(?P<d3>{_FEW}){_S}日|{_year('4')})"
)
_TAIL = (
    rf"(?:{_WEEKDAY}{_S}(?:起)?{_S}{_TO}{_S}{_END}"
    rf"|{_S}(?:[、及和與]{_S}{_FEW}{_S})?[、及和與]{_S}(?P<d5>{_FEW}){_S}日)?"
)
_DATE = re.compile(
    rf"(?<![\d.,第])(?:{_year('1')}(?:{_S}{_PART}|{_S}{_MONTH_DAY_A})?"
    rf"|(?P<bare>{_MONTH_DAY_A.replace('m1', 'm0').replace('d1', 'd0')})){_TAIL}"
)
_DOTTED = re.compile(
    r"(?<![\d.\w])(?P<y>\d{2,4})(?P<sep>[./\-])(?P<m>\d{1,2})(?:(?P=sep)(?P<d>\d{1,2})"
    r"(?:\s?[-–~～至]\s?(?:(?P<m2>\d{1,2})(?P=sep))?(?P<d2>\d{1,2}))?)?(?![\d.:]|[./\-]\d)"
)
_DAY_WORD = re.compile(
    r"(?P<w>[今昨明前本當同翌次隔])(?:[（(]\s*(?:(?P<m>\d{1,2})\s*[月/.])?\s*(?P<d>\d{1,2})\s*日?\s*[)）]\s*)?(?:日|天)"
    r"(?![本圓元幣])"
)
_MONTH_WORD = re.compile(r"(?P<w>本|今)(?:[（(](?P<m>\d{1,2})[)）])?月")
_LONE_DAY = re.compile(r"(?<=[於在，、；及])\s?(?P<d>\d{1,2})\s?日(?![本圓元幣間內夜遊券])")
_LONE_YEAR = re.compile(
    r"(?<![\d.,$＄\-–/])(?P<y>(?:19|20)\d\d)(?:\s*[－–~～—-]\s*(?P<z>(?:19|20)\d\d))?(?![\dA-Za-z.,年%％\-/]|\s[a-z])"
)
# 40年情誼, 25年來, 30年前: a length of time, not a year.
_LENGTH = re.compile(r"\s*(?:來|前|後|以上|之久|間|多|餘|內|期|歷史|情誼|深厚|友誼|交情|的|老|齡)")
# After a year of two figures these words tell that it is one: 73年締結.
_BEGINS = re.compile(r"\s?(?:締|簽|結盟|結為|成立|加入|創立|入會)")
_UNITS = re.compile(r"\s*[份人件個名片台臺場次家張萬億元度位座所隻本組戶里公坪頁]")


def chinese_number(text: str) -> int | None:
    """A small number in digits or Chinese numerals, 二○二一 digit by digit, 三十二 by tens; None for anything else."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not any(c in _TENS for c in text):
        digits = [_DIGITS.get(c) for c in text]
        return None if None in digits or not digits else int("".join(map(str, digits)))
    total, last = 0, None
    for c in text:
        if c in _TENS:
            total += (1 if last is None else last) * _TENS[c]
            last = 0
        elif c in _DIGITS:
            last = _DIGITS[c]
        else:
            return None
    return total + (last or 0)


def _gregorian(number: int | None, era: str | None, follows: bool) -> int | None:
    """A written year in the Gregorian calendar; None where a bare number is no year (`follows`: a month follows)."""
    if number is None:
        return None
    if era in _ERAS:
        return number + _ERAS[era]
    if 1500 <= number <= 2999:
        return number
    if 80 <= number <= 199 or (follows and 35 <= number < 80):
        return number + 1911
    return None


def _int(text: str | None) -> int | None:
    return chinese_number(text) if text else None


def _point_one(match: re.Match[str]) -> Point | None:
    group = match.groupdict()
    if group["bare"]:
        return Point(month=_int(group["m0"]), day=_int(group["d0"]))
    month, day = _int(group["m1"]), _int(group["d1"])
    if group["w1"]:
        if group["p1"]:
            return Point(_gregorian(int(group["p1"]), None, True), month, day)
        return Point(None, month, day, _YEAR_WORDS[group["w1"]])
    number = _int(group["y1"])
    whole = bool(month or group["part"] or "年度" in match[0] or _BEGINS.match(match.string, match.end()))
    year = _gregorian(number, group["e1"], whole)
    return Point(year, month, day) if year else None


def _point_two(match: re.Match[str], first: Point) -> Point | None:
    group = match.groupdict()
    if group["part"]:
        return Point(first.year, _PART_MONTHS[group["part"]][1], word=first.word)
    if group["m2"]:
        year = _gregorian(_int(group["y2"]), group["e2"], True) or first.year
        return Point(year, _int(group["m2"]), _int(group["d2"]))
    if group["d3"] or group["d5"]:
        return Point(first.year, first.month, _int(group["d3"] or group["d5"]))
    if group["y4"]:
        year = _gregorian(_int(group["y4"]), group["e4"], False)
        return Point(year) if year else None
    return None


def find_chinese(text: str) -> Iterator[Found]:
    """Every date written in the Chinese manner, with its place, not yet completed."""
    for match in _DATE.finditer(text):
        first = _point_one(match)
        if first is None or (first.month is None and not first.word and _LENGTH.match(text, match.end())):
            continue
        last = _point_two(match, first)
        if match["part"]:
            first = Point(first.year, _PART_MONTHS[match["part"]][0], word=first.word)
        yield match.start(), match.end(), first, last, True
    for match in _DOTTED.finditer(text):
        point = _dotted(match)
        if point:
            last = Point(point.year, _int(match["m2"]) or point.month, int(match["d2"])) if match["d2"] else None
            yield match.start(), match.end(), point, last, True
    yield from _words(text)


def _dotted(match: re.Match[str]) -> Point | None:
    written, month, day = match["y"], int(match["m"]), _int(match["d"])
    # 3.5 is a number and 2024/07 a month: without a day only a full year followed by a slash or dot and two digits.
    if not day and (len(written) != 4 or len(match["m"]) != 2):
        return None
    year = _gregorian(int(written), None, True)
    return Point(year, month, day) if year and 1 <= month <= 12 else None


def _words(text: str) -> Iterator[Found]:
    for match in _DAY_WORD.finditer(text):
        if match["w"] == "前" and not match["d"]:
            continue
        yield (
            match.start(),
            match.end(),
            Point(None, _int(match["m"]), _int(match["d"]), _DAY_WORDS[match["w"]]),
            None,
            True,
        )
    for match in _MONTH_WORD.finditer(text):
        yield match.start(), match.end(), Point(None, _int(match["m"]), None, "this month"), None, True
    for match in _LONE_DAY.finditer(text):
        yield match.start(), match.end(), Point(day=_int(match["d"])), None, True
    for match in _LONE_YEAR.finditer(text):
        if not _UNITS.match(text, match.end()):
            last = Point(int(match["z"])) if match["z"] else None
            yield match.start(), match.end(), Point(int(match["y"])), last, bool(last)
