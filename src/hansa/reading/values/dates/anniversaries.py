"""Anniversaries: 締盟40周年, 結為姊妹市三十二周年, 締結姊妹市37年, fortieth anniversary, silver jubilee, turns 30."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hansa.reading.patterns import regex
from hansa.reading.values.dates.chinese import chinese_number

_ZH = regex(
    r"(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,4})\s*個?(?:(?:週|周)\s*年|年頭|載(?=情|友|姊|[，。]|$))"
    r"|屆?滿\s?(?P<k>\d{1,2}|[一二三四五六七八九十]{1,3})\s*年(?![度底初前後中級以])"
    r"|(?:締結|締盟|結盟|結為|結緣|締約|姊妹[市縣]情誼)[^。；，\n]{0,14}?(?P<begun>第)?(?P<m>\d{1,2}"
    r"|[一二三四五六七八九十]{1,3})\s*年(?![度底初前後中]|\s*\d)"
)
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    **{f"{word}th": n for n, word in enumerate(_ONES, 1)},
    **{f"{word[:-1]}ieth": 10 * n for n, word in enumerate(_TENS, 2)},
}  # fmt: skip
_CARDINALS = {word: n for n, word in enumerate(_ONES, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_JUBILEES = {"silver": 25, "pearl": 30, "ruby": 40, "golden": 50, "diamond": 60}
_SPANS = {"quarter of a century": 25, "half a century": 50, "half-century": 50}
_WORD = r"[a-z]+(?:-[a-z]+)?"
_BOND = r"(?:\w+ ){0,2}(?:sister|friend|partner|twin|ties|relations)"
_EN = regex(
    rf"\b(?P<n>\d{{1,3}}(?:st|nd|rd|th)|{_WORD}) anniversary"
    rf"|\b(?P<m>\d{{1,3}}|{_WORD})(?: years (?:of {_BOND}|ago\b|on\b)|(?: |-)year-old\b)"
    rf"|\b(?P<tens>{'|'.join(_CARDINALS)}) decades (?:of {_BOND}|ago\b|on\b)"
    rf"|\b(?P<span>quarter of a century|half a century|half-century)(?= of {_BOND}| ago\b| on\b| with\b)"
    rf"|\b(?P<jubilee>{'|'.join(_JUBILEES)}) jubilee\b"
    rf"|\bturn(?:s|ed) (?P<age>\d{{1,3}}|{'|'.join(_TENS)})\b(?! per| %)",
    re.IGNORECASE,
)
_HAS_ENGLISH = regex(r"year|nniversary|decade|century|ubilee|turn(?:s|ed) ")


@dataclass(frozen=True)
class Anniversary:
    """How many years are celebrated, with the place of the words."""

    start: int
    end: int
    years: int


@lru_cache(maxsize=512)
def find_anniversaries(text: str) -> tuple[Anniversary, ...]:
    """The anniversaries that the text names, in order. Whether they are a bond's or an event's it does not say."""
    found: list[Anniversary] = []
    if "年" in text or "載" in text:
        for match in _ZH.finditer(text):
            years = chinese_number(match["n"] or match["k"] or match["m"])
            # The thirtieth year begins when twenty-nine are over.
            begun = match["begun"] or match[0].endswith("年頭")
            if years:
                found.append(Anniversary(match.start(), match.end(), years - bool(begun)))
    if _HAS_ENGLISH.search(text):
        for match in _EN.finditer(text):
            years = _english_years(match)
            if years:
                found.append(Anniversary(match.start(), match.end(), years))
    return tuple(found)


def _english_years(match: re.Match[str]) -> int | None:
    if match["jubilee"]:
        return _JUBILEES[match["jubilee"].lower()]
    if match["span"]:
        return _SPANS[match["span"].lower()]
    if match["tens"]:
        return 10 * _CARDINALS[match["tens"].lower()]
    return _english_number((match["n"] or match["m"] or match["age"]).lower())


def _english_number(word: str) -> int | None:
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    tens, _, ones = word.rpartition("-")
    number = _ORDINALS.get(ones) or _CARDINALS.get(ones)
    if not tens:
        return number
    return _CARDINALS[tens] + number if number and tens in _CARDINALS else None
