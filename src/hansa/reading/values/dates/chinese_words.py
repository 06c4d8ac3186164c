"""Dates that Chinese tells by a word (今（26）日, 上月, 上週五), and spans of years (110至112年, 112學年度)."""

from collections.abc import Iterator

from hansa.reading.patterns import regex
from hansa.reading.values.dates.chinese import Found, chinese_number, gregorian
from hansa.reading.values.dates.points import Point

_DAY_WORDS = {
    "今": ("issue day", 0), "本": ("issue day", 0), "昨": ("issue day", -1), "明": ("issue day", 1),
    "前": ("issue day", -2), "同": ("said day", 0), "當": ("said day", 0), "是": ("said day", 0),
    "翌": ("said day", 1), "次": ("said day", 1), "隔": ("said day", 1),
}  # fmt: skip
_MONTH_WORDS = {"本": ("issue month", 0), "今": ("issue month", 0), "上": ("issue month", -1),
                "同": ("said month", 0), "當": ("said month", 0), "翌": ("said month", 1),
                "次": ("said month", 1)}  # fmt: skip
_IN_BRACKETS = r"[（(]\s*(?:(?P<m>\d{1,2})\s*[月/.])?\s*(?P<d>\d{1,2})\s*日?\s*[)）]"
_DAY = regex(rf"(?P<w>[今昨明前本當同翌次隔])(?:{_IN_BRACKETS}\s*)?(?:日|天)(?![本圓元幣])")
_MONTH = regex(
    r"(?P<w>[本今上同當翌次])個?(?:[（(](?P<m>\d{1,2})[)）])?月(?!份?[會員刊票])(?:份)?(?:\s?(?P<d>\d{1,2})\s?日)?"
)
_WEEKDAY = regex(rf"上(?:週|周|星期|禮拜)(?P<n>[一二三四五六日天])(?:{_IN_BRACKETS})?")
# 週三 counts back from the day of issue; 每週三 and 週一至週五 are none.
_BARE_WEEKDAY = regex(
    rf"(?=[本這週周星禮])(?<![每逢下隔上至到、~－（(-])(?:本|這)?(?:週|周|星期|禮拜)(?P<n>[一二三四五六日])(?![至到、~－-]|年|會)(?:{_IN_BRACKETS})?"
)
_AGO = regex(
    r"(?=[\d一二兩三四五六七八九十半])(?<![\d.,第])(?:(?P<n>\d{1,2}|[一二兩三四五六七八九十]{1,3})\s?(?P<unit>年|個月|天)|(?P<half>半)年)"
    r"(?P<way>前|後)(?![往來進後夕去述景續\d]|[一二三兩]季)(?:的?(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月)?"
)
# 於18日, and 市長18日起 or 18日上午 wherever they stand.
_LONE_DAY = regex(
    r"(?=[\s\d])(?:(?<=[於在，、；及])\s?(?P<d>\d{1,2})\s?日(?![本圓元幣間內夜遊券])"
    r"|(?<![\d月年第./~～至\-–－期留計共達滿])(?P<e>\d{1,2})\s?日(?=起[率赴訪展前]|[上下]午|晚[間上]|清晨|凌晨|傍晚|中午"
    r"|[由與赴抵返離於先再]|參[訪觀加]|拜[會訪]|前往|出席|簽[署訂約]|舉[行辦]))"
)
_LONE_YEAR = regex(
    r"(?=[12])(?<![\d.,$＄\-–/])(?P<y>(?:19|20)\d\d)(?:\s*[－–~～—-]\s*(?P<z>(?:19|20)\d\d))?(?![\dA-Za-z.,年%％\-/]|\s[a-z])"
)
_UNITS = regex(r"\s*[份人件個名片台臺場次家張萬億元度位座所隻本組戶里公坪頁冊條枚艘輛]")
_YEARS = regex(
    r"(?=[民\d])(?<![\d.,第])(?:民國\s?)?(?P<y>\d{2,4})\s?(?:年度?)?\s?[、及與和至到~～－–—\-]\s?(?:民國\s?)?(?P<z>\d{2,4})\s?年(?!代)度?(?!\s?\d{1,2}\s?月)"
)
_LONGEST_SPAN = 15
_SCHOOL_YEAR = regex(r"(?<!\d)(?P<y>\d{2,4})\s?學年度?")
_FIGURES = regex(
    r"(?<![\d./])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?:[（(][一二三四五六日][)）])?"
    r"(?:\s?[-–~～－至]\s?(?P<m2>\d{1,2})/(?P<d2>\d{1,2})(?:[（(][一二三四五六日][)）])?|(?<=[)）]))(?![\d./])"
)


def find_told(text: str) -> Iterator[Found]:
    """The dates that a word tells, and the bare days and years that only stand for one beside it."""
    if "日" in text or "天" in text:
        yield from _days(text)
    for match in _MONTH.finditer(text) if "月" in text else ():
        month, day = (int(match[part]) if match[part] else None for part in ("m", "d"))
        yield match.start(), match.end(), Point(None, month, day, *_MONTH_WORDS[match["w"]]), None, True
    for match in _WEEKDAY.finditer(text) if "上" in text else ():
        day = int(match["d"]) if match["d"] else None
        yield match.start(), match.end(), Point(None, None, day, "issue week", _weekday(match["n"])), None, True
    yield from _counted(text)
    for match in _LONE_YEAR.finditer(text):
        if not _UNITS.match(text, match.end()):
            last = Point(int(match["z"])) if match["z"] else None
            yield match.start(), match.end(), Point(int(match["y"])), last, bool(last)
    for match in _FIGURES.finditer(text) if "/" in text else ():
        last = Point(None, int(match["m2"]), int(match["d2"])) if match["m2"] else None
        yield match.start(), match.end(), Point(None, int(match["m"]), int(match["d"])), last, True


def _counted(text: str) -> Iterator[Found]:
    """Days of the week, and so many years, months or days before the day of issue or after the date said last."""
    for match in _BARE_WEEKDAY.finditer(text) if "週" in text or "星期" in text or "周" in text else ():
        day = int(match["d"]) if match["d"] else None
        yield match.start(), match.end(), Point(None, None, day, "issue weekday", _weekday(match["n"])), None, True
    for match in _AGO.finditer(text) if "前" in text or "後" in text else ():
        back = match["way"] == "前"
        number = 6 if match["half"] else chinese_number(match["n"]) or 0
        unit = "month" if match["half"] else {"年": "year", "個月": "month", "天": "day"}[match["unit"]]
        origin = "issue" if back else "said-far"
        month = chinese_number(match["m"]) if match["m"] else None
        yield (
            match.start(),
            match.end(),
            Point(None, month, None, f"{origin} {unit}", -number if back else number),
            None,
            True,
        )


def find_spans(text: str) -> Iterator[Found]:
    """Several years named together (110至112年, 111、112年度), and a school year, which is of two."""
    if "年" not in text:
        return
    for match in _YEARS.finditer(text):
        first = gregorian(int(match["y"]), None, follows=False)
        last = gregorian(int(match["z"]), None, follows=False)
        if first and last and len(match["y"]) == len(match["z"]) and 0 < last - first <= _LONGEST_SPAN:
            yield match.start(), match.end(), Point(first), Point(last), True
    for match in _SCHOOL_YEAR.finditer(text) if "學年" in text else ():
        year = gregorian(int(match["y"]), None, follows=False)
        if year:
            yield match.start(), match.end(), Point(year), Point(year + 1), True


def _days(text: str) -> Iterator[Found]:
    for match in _DAY.finditer(text):
        if match["w"] != "前" or match["d"] or match[0][-1] == "天":
            month, day = (chinese_number(match[part]) if match[part] else None for part in ("m", "d"))
            steps = 0 if match["w"] == "前" and day else _DAY_WORDS[match["w"]][1]
            yield match.start(), match.end(), Point(None, month, day, _DAY_WORDS[match["w"]][0], steps), None, True
    for match in _LONE_DAY.finditer(text):
        yield match.start(), match.end(), Point(day=int(match["d"] or match["e"])), None, True


def _weekday(name: str) -> int:
    """Days from Monday on."""
    return min("一二三四五六日天".index(name), 6)
