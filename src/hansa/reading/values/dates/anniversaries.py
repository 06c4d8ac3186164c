"""Anniversaries: 締盟40周年, 結為姊妹市三十二周年, 締結姊妹市37年, the fortieth anniversary, twenty-five years of."""

import re
from dataclasses import dataclass

from hansa.reading.values.dates.chinese import chinese_number

_ZH = re.compile(
    r"(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,4})\s*(?:週|周)\s*年"
    r"|(?:締結|締盟|結盟|結為|結緣|締約)[^。；，\n]{0,14}?(?P<m>\d{1,2}"
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
_WORD = r"[a-z]+(?:-[a-z]+)?"
_EN = re.compile(
    rf"\b(?P<n>\d{{1,3}}(?:st|nd|rd|th)|{_WORD}) anniversary"
    rf"|\b(?P<m>\d{{1,3}}|{_WORD})(?: years (?:of (?:\w+ )?(?:sister|friend|partner|twin)|ago\b|on\b)"
    r"|(?: |-)year-old\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Anniversary:
    """How many years are celebrated, with the place of the words."""

    start: int
    end: int
    years: int


def find_anniversaries(text: str) -> list[Anniversary]:
    """The anniversaries that the text names, in order. Whether they are a bond's or an event's it does not say."""
    found = []
    if "年" in text:
        for match in _ZH.finditer(text):
            years = chinese_number((match["n"] or match["m"]).replace("百", ""))
            if years:
                found.append(Anniversary(match.start(), match.end(), years))
    if "year" in text or "nniversary" in text:
        for match in _EN.finditer(text):
            years = _english_number((match["n"] or match["m"]).lower())
            if years:
                found.append(Anniversary(match.start(), match.end(), years))
    return found


def _english_number(word: str) -> int | None:
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    tens, _, ones = word.rpartition("-")
    number = _ORDINALS.get(ones) or _CARDINALS.get(ones)
    if not tens:
        return number
    return _CARDINALS[tens] + number if number and tens in _CARDINALS else None
