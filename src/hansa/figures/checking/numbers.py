"""The numbers of a draft that claim something: what each counts, in which unit, where it stands.

Left out are numbers that claim nothing that could be counted: those of dates and times, of names (ISO 27001, A4,
COVID-19), of articles, floors, telephones and pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hansa.figures.checking.readings import Read
from hansa.reading.document import BlockKind
from hansa.reading.patterns import regex
from hansa.reading.values.numbers import Quantity, find_quantities

BLANK = "\u2003"
_DIGITS = regex(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d])")
# What stands before digits that are part of a name or of an address: ISO 27001, COVID-19, 第 3 樓, No. 5, §7.
_NAMED = regex(
    r"(?:[A-Za-z][-‐–.]?|(?<![A-Za-z])[A-Z]{2,}[A-Za-z]*[ -]|第\s?|[§#＃№/／:：]"
    r"|\b(?:[Nn]o|[Aa]rt|[Vv]ol|[Pp]|[Pp]p)\.?\s)$"
)
# The Asian Network of Major Cities 21.
_TITLED = regex(r"[a-z,] (?:[A-Z][\w’'-]+ )+$")
_COUNTED = regex(r"\s(?!(?:is|are|was|were|has|had|will|and|or|of|in|to|for|on|at)\b)[a-z]")
_NAMING = regex(
    r"\s?(?:(?!(?:in|at|of|to|by|on|or|for|and|via|was|are|per|new)\b)[A-Za-z]{1,3}\b(?<!km)(?<!kg)"
    r"|[條項款點屆章節頁號樓段巷弄級類]|[:：/／]\d|專線|熱線|年代|世紀|時(?!數)|分(?!之)|路)"
    r"|-\d|[-–~～]\s?\d+\s?[月日]"
)
_TELEPHONE = regex(r"\(?\+?0?\d{1,4}\)?[\s-]\d{3,4}[\s-]?\d{3,4}|\b0\d{7,9}\b|\S+@\S+|https?://\S+|\bwww\.\S+")
_ARTICLE = regex(r"[條項款點屆章節頁樓會號]")
# (2) and a bare number that begins a Chinese sentence number what follows; 一個 is hardly more than
# an article, but in 有一個.
_MARKER = regex(r"(?:^|[（(])$")
_HAVING = regex(r"[有共計達僅]\s?$")
_AFTER_MARKER = regex(r"\s+[\u3400-\u9fff]")
_AN = "一"
# The two cities are no count of cities, but those named before.
_THE = regex(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Oo]ther)\s$")
_LATIN_UNIT = regex(r"[\s-]?(?P<unit>[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z]+){0,4})")
_HAN_UNIT = regex(r"\s?(?P<unit>[\u3400-\u9fff]{1,2})")
_YEARS = range(1800, 2101)
_LONG, _NEAR = 3, 40


@dataclass(frozen=True)
class Number:
    """A number of the draft in its sentence.

    `start` and `end` are characters of the sentence, the number with its unit; `digits` the number alone. `unit` is
    the measure word, currency or percent sign, `noun` the words right behind it where there is no such unit.
    """

    read: Read
    value: Decimal
    unit: str
    noun: str
    start: int
    end: int
    digits: tuple[int, int]
    ordinal: bool = False
    approximate: bool = False

    @property
    def text(self) -> str:
        """The sentence."""
        return self.read.sentence.text

    @property
    def written(self) -> str:
        """The number alone, as the draft writes it."""
        return self.text[slice(*self.digits)]

    @property
    def _whole(self) -> tuple[int, int]:
        return self.start if self.ordinal else self.digits[0], max(self.end, self.digits[1])

    @property
    def quote(self) -> str:
        """The number with its unit, and with 第 where it is an ordinal, as the draft writes it."""
        return self.text[slice(*self._whole)]

    @property
    def place(self) -> tuple[int, int]:
        """Where that stands in the draft's text."""
        return self.read.place(*self._whole)


def numbers_in(read: Read) -> Iterator[Number]:
    """The numbers of a sentence that claim something, those with a unit first."""
    if any(character.isdigit() for character in read.sentence.text) or read.sentence.chinese or read.block.cells:
        yield from _numbers_in(read)


def _numbers_in(read: Read) -> Iterator[Number]:
    text = read.sentence.text
    if read.block.kind is not BlockKind.ROW and text.strip(" -–—‧·").isdigit():
        # A line that is nothing but a number is that of a page.
        return
    undated = _undated(read)
    found = [quantity for quantity in find_quantities(undated) if not _names(undated, *quantity.digits, quantity)]
    for quantity in found:
        yield _number(read, quantity, undated)
    taken = [(quantity.start, quantity.end) for quantity in found]
    for match in _DIGITS.finditer(undated):
        start, end = match.span()
        if any(start < last and first < end for first, last in taken) or _names(undated, start, end, None):
            continue
        value = Decimal(match[0].replace(",", ""))
        yield Number(read, value, "", _noun(undated, end), start, end, (start, end))


def _undated(read: Read) -> str:
    """The sentence with a blank for each character of its dates, times, telephone numbers and addresses."""
    text = read.sentence.text
    spans = [(dated.start, dated.end) for dated in read.sentence.dates]
    spans += [match.span() for match in _TELEPHONE.finditer(text)]
    for start, end in spans:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _number(read: Read, quantity: Quantity, text: str) -> Number:
    return Number(
        read,
        Decimal(str(quantity.value)),
        quantity.unit,
        _noun(text, quantity.end) if quantity.unit in ("", "%") else "",
        quantity.start,
        quantity.end,
        quantity.digits,
        quantity.ordinal,
        quantity.approximate,
    )


def _follows_marker(text: str, start: int, end: int) -> bool:
    """Whether what stands after digits shows that they number it: a bracket, or Chinese words after a blank."""
    return text[end : end + 1] in (")", "）") if start else bool(_AFTER_MARKER.match(text, end))


def _noun(text: str, end: int) -> str:
    found = _LATIN_UNIT.match(text, end) or _HAN_UNIT.match(text, end)
    return found["unit"] if found else ""


def _names(text: str, start: int, end: int, quantity: Quantity | None) -> bool:
    """Whether digits are part of a name, an article, a time or an address, and so count nothing."""
    digits = text[start:end]
    if quantity and quantity.unit:
        article = digits == _AN and not _HAVING.search(text, 0, start)
        return _ARTICLE.match(quantity.unit) is not None if quantity.ordinal else article
    if _MARKER.search(text, 0, start) and len(digits) < _LONG and _follows_marker(text, start, end):
        return True
    if digits.isdigit() and int(digits) in _YEARS and len(digits) == 4:
        return True
    if digits.isdigit() and len(digits) > 1 and digits[0] == "0":
        return True
    before = max(0, start - _NEAR)
    if digits.isalpha() and digits.isascii() and _THE.search(text, before, start):
        return True
    titled = _TITLED.search(text, before, start) and not _COUNTED.match(text, end)
    return bool(titled or _NAMED.search(text, before, start) or _NAMING.match(text, end))
