"""The lines of a page as they are printed: their words with their places."""

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2

from hansa.reading.formats.printed.binding import (
    Box,
    address,
    character_at,
    character_boxes,
    copy_text,
    count_characters,
    is_generated,
)

_HYPHEN = "\ufffe"  # what pdfium gives for a hyphen at which it joins two lines
_BREAKS = ("\r", "\n", _HYPHEN)
_TOKEN = re.compile("[^ \u00a0\t\r\n\ufffe]+|[\r\n\ufffe]")
_LATIN = re.compile("[^\u2e80-\uffef]+")
FIRST_CHINESE = "\u2e80"
_MARKER = re.compile(r"[（(]?[0-9一二三四五六七八九十壹貳參肆伍陸柒捌玖拾A-Za-z]{1,4}[）).、．]|[^\w\s「『《〈（(]")
_NEVER_FIRST = tuple("，。、；：）」』》〉！？")
_LEAST_GAP = 0.4
_SPACED_OUT = 0.5
_APART = 0.7
_FAR_APART = 1.2
_JUSTIFIED = 1.6
_JUSTIFIED_SPACES = 4


@dataclass(slots=True)
class Word:
    """What stands between two spaces, with its edges in points and the `gap` between it and the word before.

    A gap that is `drawn` has no space character in it: the word was put there. `joint` is what stands for the gap in
    text: nothing where Chinese is only set off from figures and Latin letters, three spaces where the gap is wide, tabs
    where the word stands at a tab stop.
    """

    text: str
    left: float
    right: float
    gap: float = 0.0
    drawn: bool = False
    joint: str = " "

    @property
    def is_apart(self) -> bool:
        """Whether the gap is wider than between words."""
        return self.joint not in ("", " ")


@dataclass(slots=True)
class PrintedLine:
    """A line of a page; `first` is the width of what may not be broken at its beginning, all in points.

    `hyphen` tells that its last word goes on in the next line.
    """

    words: list[Word]
    top: float
    bottom: float
    first: float
    hyphen: bool = False
    left: float = field(init=False)
    right: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.right = self.words[0].left, self.words[-1].right

    @property
    def text(self) -> str:
        """The line's words."""
        return joined(self.words)

    @property
    def height(self) -> float:
        """Points from the line's bottom to its top, at least one."""
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        """How high the line's middle stands."""
        return (self.top + self.bottom) / 2

    @property
    def is_parted(self) -> bool:
        """Whether a wide gap stands between words."""
        return any(word.is_apart for word in self.words[1:])

    def pieces(self) -> list[list[Word]]:
        """The words between wide gaps."""
        found = [[self.words[0]]]
        for word in self.words[1:]:
            if word.is_apart:
                found.append([word])
            else:
                found[-1].append(word)
        return found


def is_marker(word: str) -> bool:
    """Whether a word is the number or mark of an item."""
    return _MARKER.fullmatch(word) is not None


def starts_item(text: str) -> bool:
    """Whether a line begins with the number or mark of an item."""
    return _MARKER.match(text) is not None


def joined(words: Sequence[Word]) -> str:
    """The text of words that stand beside each other."""
    return words[0].text + "".join(f"{word.joint}{word.text}" for word in words[1:])


def line_of(words: list[Word], like: PrintedLine) -> PrintedLine:
    """A line of some words of another."""
    first = like.first if words[0] is like.words[0] else words[0].right - words[0].left
    return PrintedLine(words, like.top, like.bottom, first, like.hyphen and words[-1] is like.words[-1])


def printed_lines(page: pypdfium2.PdfPage) -> list[PrintedLine]:
    """The lines of a page's text layer in the order in which they were printed."""
    textpage = page.get_textpage()
    try:
        return _lines(address(textpage.raw), page.get_rotation(), page.get_size())
    finally:
        textpage.close()


def _lines(text: int, rotation: int, size: tuple[float, float]) -> list[PrintedLine]:
    characters = _characters(text)
    tokens = [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(characters)]
    places = _places(text, characters)
    ends = [places[at] for start, end, _ in tokens for at in (start, end - 1)]
    boxes = [_turned(box, rotation, size) for box in character_boxes(text, ends)]
    lines: list[PrintedLine] = []
    begun = 0
    for at, (_, _, shown) in enumerate([*tokens, (0, 0, "\n")]):
        if shown in _BREAKS:
            if begun < at:
                spans = [(tokens[n], boxes[2 * n], boxes[2 * n + 1]) for n in range(begun, at)]
                lines.append(_line(spans, text, places, hyphen=shown == _HYPHEN))
            begun = at + 1
    return lines


def _characters(text: int) -> str:
    count = count_characters(text)
    buffer = (ctypes.c_ushort * (count + 1))()
    copy_text(text, 0, count, ctypes.addressof(buffer))
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").replace("\0", " ")


def _places(text: int, characters: str) -> Sequence[int]:
    """pdfium's number of each character: it counts rare ones twice, and leaves some out of the text."""
    count = count_characters(text)
    if len(characters) == count:
        return range(count)
    units, place = [], 0
    for character in characters:
        units.append(place)
        place += 2 if character > "\uffff" else 1
    return units if place == count else [max(character_at(text, unit), 0) for unit in units]


def _turned(box: Box, rotation: int, size: tuple[float, float]) -> Box:
    """A box as it is seen on a page that is turned clockwise by some degrees; `size` is that of the page as seen."""
    left, bottom, right, top = box
    width, height = size
    if rotation == 90:
        return bottom, height - right, top, height - left
    if rotation == 180:
        return width - right, height - top, width - left, height - bottom
    if rotation == 270:
        return width - top, left, width - bottom, right
    return box


def _line(
    spans: Sequence[tuple[tuple[int, int, str], Box, Box]], text: int, places: Sequence[int], *, hyphen: bool
) -> PrintedLine:
    (_, _, word), start, end = spans[0]
    words = [Word(word, start[0], end[2])]
    top, bottom = max(start[3], end[3]), min(start[1], end[1])
    for ((_, before, _), _, left), ((_, _, word), right, end) in pairwise(spans):
        drawn = bool(is_generated(text, places[before]))
        words.append(Word(word, right[0], end[2], right[0] - left[2], drawn))
        top, bottom = max(top, right[3], end[3]), min(bottom, right[1], end[1])
    _, start, end = spans[0]
    line = set_apart(PrintedLine(words, top, bottom, _first(words[0].text, start, end), hyphen))
    return _split_closely(line, spans, text, places) if line.is_parted else line


def _split_closely(
    line: PrintedLine, spans: Sequence[tuple[tuple[int, int, str], Box, Box]], text: int, places: Sequence[int]
) -> PrintedLine:
    """A row's words parted also where a cell ends so near the next one that pdfium sees no space between them."""
    words: list[Word] = []
    for word, ((start, end, _), _, _) in zip(line.words, spans, strict=True):
        boxes = character_boxes(text, places[start:end])
        cuts = [at for at in range(1, len(boxes)) if boxes[at][0] - boxes[at - 1][2] > _LEAST_GAP]
        for begin, stop in pairwise([0, *cuts, len(boxes)]):
            gap = boxes[begin][0] - boxes[begin - 1][2] if begin else word.gap
            part = Word(word.text[begin:stop], boxes[begin][0], boxes[stop - 1][2], gap, bool(begin) or word.drawn)
            part.joint = "" if begin else word.joint
            words.append(part)
    line.words = words
    return line


def _first(word: str, start: Box, end: Box) -> float:
    """The width of what may not be broken at the beginning of a word: its Latin letters or one Chinese character, and
    a sign after it that begins no line.
    """
    latin = _LATIN.match(word)
    if latin and latin.end() == len(word):
        return end[2] - start[0]
    whole = latin.end() if latin else 1
    return (start[2] - start[0]) * whole + (start[3] - start[1] if word[whole : whole + 1] in _NEVER_FIRST else 0)


def set_apart(line: PrintedLine) -> PrintedLine:
    """The line, the gaps between its words told apart by their width; in a justified line none is wide."""
    gaps = [word.gap for word in line.words[1:]]
    justified = len(gaps) >= _JUSTIFIED_SPACES and max(gaps) < _JUSTIFIED * min(gaps)
    for before, word in pairwise(line.words):
        chinese = before.text[-1] >= FIRST_CHINESE or word.text[0] >= FIRST_CHINESE
        if word.gap > (_APART if word.drawn else _FAR_APART) * line.height and not justified:
            word.joint = "   "
        elif word.drawn and chinese and word.gap < _SPACED_OUT * line.height:
            word.joint = ""
    return line
