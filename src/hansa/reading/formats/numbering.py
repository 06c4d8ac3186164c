"""Automatic numbers as word processors show them: 壹、 一、 （一） 1. I. A. and their counts."""

from collections import defaultdict
from dataclasses import dataclass, field

_DIGITS = "一二三四五六七八九"
_LEGAL = str.maketrans("一二三四五六七八九十", "壹貳參肆伍陸柒捌玖拾")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numeral(value: int, style: str) -> str:
    """A count written in the style of its first numeral: `1`, `一`, `壹`, `甲`, `I`, `i`, `A`, `a`, `①`.

    Counts that a style cannot write (the eleventh stem, the twenty-first circle) come out in figures.
    """
    if style in "一壹":
        written = _chinese(value)
        return written.translate(_LEGAL) if style == "壹" else written
    if style == "甲" and 0 < value <= len(_STEMS):
        return _STEMS[value - 1]
    if style in "Ii" and 0 < value < 40:
        return _roman(value) if style == "i" else _roman(value).upper()
    if style in "Aa" and 0 < value <= 26:
        return chr(ord(style) + value - 1)
    if style == "①" and 0 < value <= 20:
        return chr(ord("①") + value - 1)
    return str(value)


def _chinese(value: int) -> str:
    if not 0 < value < 100:
        return str(value)
    tens, units = divmod(value, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return ten + (_DIGITS[units - 1] if units else "")


def _roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        while value >= worth:
            written += letters
            value -= worth
    return written


@dataclass(frozen=True)
class Level:
    """One level of a numbered list: `style` is its first numeral, empty for a bullet; `before`, `after` stand around.

    `shown` counts the levels shown, as in 3.1.
    """

    style: str = "1"
    before: str = ""
    after: str = "."
    start: int = 1
    bullet: str = ""
    shown: int = 1


@dataclass
class Counts:
    """The counts of one list by level, from 0; a number taken at one level ends the counts of deeper ones."""

    _values: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def take(self, level: int, start: int) -> int:
        """The next number of a level."""
        for deeper in [other for other in self._values if other > level]:
            del self._values[deeper]
        self._values[level] = self._values[level] + 1 if level in self._values else start
        return self._values[level]

    def at(self, level: int, start: int) -> int:
        """The number last taken at a level."""
        return self._values.get(level, start)


def label(levels: dict[int, Level], level: int, counts: Counts) -> str:
    """The number or bullet of a list's next item, with a space behind it where one is written."""
    form = levels.get(level)
    if form is None:
        return ""
    if form.bullet:
        return f"{form.bullet} "
    counts.take(level, form.start)
    if not form.style:
        return ""
    shown = range(max(0, level - form.shown + 1), level + 1)
    numerals = [numeral(counts.at(at, levels[at].start), levels[at].style or "1") for at in shown if at in levels]
    text = form.before + ".".join(numerals) + form.after
    return text if not text or text[-1] > "\u2e80" else f"{text} "
