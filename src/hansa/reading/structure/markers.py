"""The numbers and bullets that lines begin with: 壹、 一、 （一） 1. (1) I. A. 3.1 ✓ ■ and their kin."""

import re

from msgspec import Struct
from msgspec.structs import replace

from hansa.reading.patterns import regex
from hansa.reading.structure.numerals import arabic, chinese, letter, roman

BULLETS = "▍▌▎✓✔☑■□◆◇●○•▪▫★☆▶►‣※◎✦・‧∙❖➢➤◉▲△▼▽♦"
_DASHES = "-–—*+|"


class Marker(Struct, frozen=True):
    """What a line begins with: `text` as written, its `family` (one per style of numbering), its place in the count.

    `length` counts the characters up to the words, white space included; `ordinal` is 0 for bullets.
    """

    text: str
    family: str
    ordinal: int
    length: int

    @property
    def is_number(self) -> bool:
        """Whether the marker counts."""
        return self.ordinal > 0


# A number before a Republic year keeps its stop apart from a decimal: `1.111年度` is item 1, `1.5` is no item.
_AFTER_STOP = r"(?=\D|\d{2,3} ?年|\d{4} ?年|\d{1,2} ?月)"
_NUMBERS = (
    ("壹、", regex(r"([壹貳參叁肆伍陸柒捌玖拾]{1,3})、"), chinese),
    ("章", regex(r"第 ?([一二三四五六七八九十]{1,3}|\d{1,2}) ?[章節篇部](?=[ 　:：\w])"), chinese),
    ("一、", regex(r"([一二三四五六七八九十]{1,3})、"), chinese),
    ("（一）", regex(r"[（(]([一二三四五六七八九十]{1,3})[）)]、?"), chinese),
    ("甲、", regex(r"([甲乙丙丁戊己庚辛壬癸])、"), chinese),
    # 04.07 and 17.10 before a space are days.
    ("1.1", regex(r"(?!\d\d\.(?:0[1-9]|1[0-2])\.?\s)(\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=[ \t　]+[^\W\d])"), arabic),
    ("1.", regex(r"(\d{1,2})[.．、]" + _AFTER_STOP), arabic),
    ("(1)", regex(r"[（(](\d{1,2})[）)]"), arabic),
    ("1)", regex(r"(\d{1,2})[）)]"), arabic),
    ("1　", regex(r"(\d{1,2})(?=　+[^\W\d])"), arabic),
    ("①", regex(r"([①-⑳])"), arabic),
    ("I.", regex(r"([IVX]{1,5})[.．](?![A-Z]\.)"), roman),
    ("A.", regex(r"([A-Z])[.．](?=[ 　]+\w|[^\W\dA-Za-z])"), letter),
    ("a.", regex(r"([a-h])[.．)）](?=[ 　]+\w|[^\W\dA-Za-z])"), letter),
)
_BULLET = regex(rf"([{BULLETS}])|([{re.escape(_DASHES)}])(?=[ \t　]+\S)|([Il])(?= [\u4e00-\u9fff])|(#{{1,6}})(?= )")
_LONGEST = 40
_SPACE = regex(r"[ \t　]*")
_FIRST = frozenset(
    "０１２３４５６７８９壹貳參叁肆伍陸柒捌玖拾第一二三四五六七八九十（(甲乙丙丁戊己庚辛壬癸#" + BULLETS + _DASHES
)


def read_marker(text: str) -> Marker | None:
    """The marker at the beginning of a line that has no white space in front, or None.

    Of two the second counts: the ✓ or 1. after a dash, and the 壹、 that a writer typed behind an automatic number.
    """
    outer = _read(text)
    if outer is None:
        return None
    typed = text[outer.length + 1 : outer.length + 2] == "、"
    inner = _read(text[outer.length : outer.length + _LONGEST]) if typed or outer.family in _DASHES else None
    return replace(inner, length=outer.length + inner.length) if inner else outer


def _read(text: str) -> Marker | None:
    first = text[:1]
    if not first or (first > "z" and first not in _FIRST and not "①" <= first <= "⑳"):
        return None
    for family, pattern, value in _NUMBERS:
        match = pattern.match(text)
        if match and (ordinal := value(match[1])):
            return Marker(match[0], family, ordinal, _words_from(text, match.end()))
    match = _BULLET.match(text)
    if match is None:
        return None
    family = "#" * len(match[0]) if match[4] else match[0]
    return Marker(match[0], family, 0, _words_from(text, match.end()))


def _words_from(text: str, end: int) -> int:
    space = _SPACE.match(text, end)
    return space.end() if space else end
