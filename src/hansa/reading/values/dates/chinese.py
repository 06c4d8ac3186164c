"""Dates written in Chinese (and Japanese): 民國111年7月24至28日, 二○二一年, 107.4.19, 113年上半年, 同年5月."""

import re
from collections.abc import Iterator

from hansa.reading.patterns import regex
from hansa.reading.values.dates.points import Point

Found = tuple[int, int, Point, Point | None, bool]
"""Start, end, first point, last point of a period, and whether the words are surely a date."""

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0, "兩": 2, "元": 1}
_TENS = {"十": 10, "廿": 20, "卅": 30}
_ERAS = {"民國": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}

_S = r"[ \u3000]{0,2}"
_YEARS = r"(?:\d{1,4}|[〇○零一二三四五六七八九十百廿卅元]{1,7})"
_FEW = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_TO = r"[至到迄~～－–—\-]"
_YEAR_WORDS = {
    "今": ("issue year", 0), "本": ("issue year", 0), "去": ("issue year", -1), "前": ("issue year", -2),
    "上": ("report year", -1),
    "明": ("issue year", 1), "同": ("said year", 0), "當": ("said year", 0), "是": ("said year", 0),
    "翌": ("said year", 1), "次": ("said year", 1), "隔": ("said year", 1),
}  # fmt: skip

# A report's 本年度 is the year that it reports, whenever it was written.
_YEAR_WORDS_OF_REPORTS = {"本": ("report year", 0), "前": ("report year", -1)}


def _year(tag: str) -> str:
    """A year in one calendar, or in two: 昭和55年（1980年）; or named from another: 去（113）年."""
    era = "民國|西元|公元|令和|平成|昭和|大正"
    again = rf"(?:[（(](?:{era})?\d{{1,4}}年?[)）])?"
    plain = rf"(?:(?:中華)?(?P<e{tag}>{era}){_S})?(?P<y{tag}>{_YEARS}){_S}年(?!代)(?:度)?{again}"
    named = rf"(?P<w{tag}>[今去前明本同當翌次隔是上])一?{_S}"
    named += rf"(?:[（(]{_S}(?P<p{tag}>\d{{2,4}}){_S}(?:年)?[)）]{_S})?年(?:度)?"
    return rf"(?:{plain}|{named})"


_ABOUT = r"(?:[底初]|[上中下]旬)?"
_MONTH_A = rf"(?P<m1>{_FEW})(?:{_S}月(?:份)?|(?={_S}{_TO}{_S}{_FEW}{_S}月))"
_DAY_A = rf"(?P<d1>{_FEW})(?:{_S}[日號]|(?={_S}(?:{_TO}|[、及和與]){_S}(?:{_FEW}{_S}、)?{_FEW}{_S}兩?日))"
_MONTH_DAY_A = rf"{_MONTH_A}(?:{_S}{_DAY_A})?"
_PART = r"(?P<part>[上下]半年度?|第?[1-4一二三四](?:[、至到及~～–-]第?[1-4一二三四])?季度?|前[2-3二兩三]季)"
_WEEKDAY = r"(?:[（(][^（()）]{1,6}[)）])?"
_END = (
    rf"(?:(?:{_year('2')}{_S})?(?P<m2>{_FEW}){_S}月(?:份)?(?:{_S}(?P<d2>{_FEW}){_S}[日號])?"
    rf"|(?P<d3>{_FEW}){_S}日|{_year('4')})"
)
_TAIL = (
    rf"(?:{_WEEKDAY}{_ABOUT}{_S}(?:起)?{_S}{_TO}{_S}{_END}"
    rf"|{_S}(?:[、及和與]{_S}{_FEW}{_S})?[、及和與]{_S}(?P<d5>{_FEW}){_S}兩?日)?"
)
# The first character is tested before anything else: most positions fail there.
_BEGIN = r"(?=[\d〇○零一二三四五六七八九十百廿卅元民中西公令平昭大今去前明本同當翌次隔是上])"
_DATE = regex(
    rf"{_BEGIN}(?<![\d.,第世])(?:{_year('1')}(?:{_S}{_PART}|{_S}{_MONTH_DAY_A})?"
    rf"|(?P<bare>{_MONTH_DAY_A.replace('m1', 'm0').replace('d1', 'd0')})){_TAIL}"
)
_DOTTED = regex(
    r"(?<![\d.\w])(?P<y>\d{2,4})(?P<sep>[./\-])(?P<m>\d{1,2})(?:(?P=sep)(?P<d>\d{1,2})"
    r"(?:\s?[-–~～－至]\s?(?:(?P<m2>\d{1,2})(?P=sep))?(?P<d2>\d{1,2}))?)?(?![\d.:]|[./\-]\d)"
)
_HAS_DOTS = regex(r"\d[./-]\d")
# 40年情誼, 25年來, 30年前: a length of time, not a year.
_LENGTH = regex(r"\s*(?:來(?![訪臺台華高])|前|後|以上|之久|多|餘|內|期|歷史|情誼|深厚|友誼|交情|的|老|齡)")
# After a year of two figures these words tell that it is one: 73年締結.
_BEGINS = regex(r"\s?(?:締|簽|結盟|結為|成立|加入|創立|入會)")


def chinese_number(text: str) -> int | None:
    """A small number in digits or Chinese numerals, 二○二一 digit by digit, 一百三十二 by tens; None for anything
    else."""
    if text.isascii() and text.isdigit():
        return int(text)
    hundreds, _, rest = text.rpartition("百")
    if "百" in text:
        many = _DIGITS.get(hundreds or "一")
        few = chinese_number(rest.lstrip("零〇○")) if rest else 0
        return None if many is None or few is None else many * 100 + few
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


def gregorian(number: int | None, era: str | None, *, follows: bool) -> int | None:
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


def find_written(text: str) -> Iterator[Found]:
    """The dates that are written out, not yet completed: with 年, 月 and 日, or in figures with dots or strokes."""
    for match in _DATE.finditer(text) if "年" in text or "月" in text else ():
        first = _point_one(match)
        if first is None or (first.month is None and not first.word and _LENGTH.match(text, match.end())):
            continue
        last = _point_two(match, first)
        if match["part"]:
            first = Point(first.year, _months(match["part"])[0], word=first.word, steps=first.steps)
        yield match.start(), match.end(), first, last, True
    for match in _DOTTED.finditer(text) if _HAS_DOTS.search(text) else ():
        point = _dotted(match)
        if point:
            last = Point(point.year, _int(match["m2"]) or point.month, int(match["d2"])) if match["d2"] else None
            yield match.start(), match.end(), point, last, True


def _int(text: str | None) -> int | None:
    return chinese_number(text) if text else None


def _months(part: str) -> tuple[int, int]:
    """First and last month of a half year, a quarter, several quarters."""
    if part[1:3] == "半年":
        return (1, 6) if part[0] == "上" else (7, 12)
    quarters = [chinese_number(c) or 0 for c in part if c in _DIGITS or c.isdigit()]
    return (1 if part[0] == "前" else 3 * quarters[0] - 2), 3 * quarters[-1]


def _point_one(match: re.Match[str]) -> Point | None:
    group = match.groupdict()
    if group["bare"]:
        return Point(month=_int(group["m0"]), day=_int(group["d0"]))
    month, day = _int(group["m1"]), _int(group["d1"])
    if group["w1"]:
        if group["p1"]:
            return Point(gregorian(int(group["p1"]), None, follows=True), month, day)
        return Point(None, month, day, *_year_told(group["w1"], match[0]))
    if "百" in group["y1"] and not group["e1"]:
        return None
    whole = bool(month or group["part"] or "年度" in match[0] or _BEGINS.match(match.string, match.end()))
    year = gregorian(_int(group["y1"]), group["e1"], follows=whole)
    return Point(year, month, day) if year else None


def _year_told(word: str, written: str) -> tuple[str, int]:
    """From where a year that is told by a word counts, and how far: 前一年 is the one before that said last."""
    if word in "前上" and written[1:2] == "一":
        return ("report year" if "度" in written else "said year", -1)
    return _YEAR_WORDS_OF_REPORTS.get(word, _YEAR_WORDS[word]) if "度" in written else _YEAR_WORDS[word]


def _point_two(match: re.Match[str], first: Point) -> Point | None:
    group = match.groupdict()
    if group["part"]:
        return Point(first.year, _months(group["part"])[1], word=first.word, steps=first.steps)
    if group["m2"]:
        year = gregorian(_int(group["y2"]), group["e2"], follows=True) or first.year
        return Point(year, _int(group["m2"]), _int(group["d2"]))
    if group["d3"] or group["d5"]:
        return Point(first.year, first.month, _int(group["d3"] or group["d5"]))
    if group["y4"]:
        year = gregorian(_int(group["y4"]), group["e4"], follows=False)
        return Point(year) if year else None
    return None


def _dotted(match: re.Match[str]) -> Point | None:
    written, month, day = match["y"], int(match["m"]), _int(match["d"])
    # 3.5 is a number and 2024/07 a month: without a day only a full year followed by a slash or dot and two digits, or
    # a 民國 year of three digits that is all there is, as in a table's cell.
    month_of_year = len(written) == 4 and len(match["m"]) == 2
    alone = len(written) == 3 and written[0] == "1" and match[0] == match.string.strip()
    if not day and not month_of_year and not alone:
        return None
    year = gregorian(int(written), None, follows=True)
    return Point(year, month, day) if year and 1 <= month <= 12 else None
