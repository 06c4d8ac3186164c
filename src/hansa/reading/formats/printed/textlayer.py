"""The text layer of a page, as lines of words."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import sub

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
from hansa.reading.formats.printed.lines import FIRST_CHINESE, PrintedLine, Word

_HYPHEN = "\ufffe"  # what pdfium gives for a hyphen at which it joins two lines
_BREAKS = ("\r", "\n", _HYPHEN)
_TOKEN = re.compile("[^ \u00a0\t\r\n\ufffe]+|[\r\n\ufffe]")
_UNBROKEN = re.compile("[（「『《〈【]*(?:[^\u2e80-\uffef]+|.)[，。、；：）」』》〉】！？]*")
_LEAST_GAP = 0.4
# Widths of gaps, as shares of the line's height.
_SPACED_OUT = 0.5
_APART = 0.7
_FAR_APART = 1.2
_JUSTIFIED = 1.6
_JUSTIFIED_SPACES = 4

Span = tuple[int, int]


def printed_lines(page: pypdfium2.PdfPage, *, in_cells: bool) -> list[PrintedLine]:
    """The lines of a page's text layer in the order in which they were printed.

    A line without a wide gap is one word, for speed, but `in_cells`, on a page with ruled tables, where each word may
    stand in a cell of its own.
    """
    textpage = page.get_textpage()
    try:
        return list(_Layer(address(textpage.raw), page.get_rotation(), page.get_size(), in_cells=in_cells).lines())
    finally:
        textpage.close()


class _Layer:
    """A text layer: its characters, and pdfium's number of each."""

    def __init__(self, text: int, rotation: int, size: tuple[float, float], *, in_cells: bool) -> None:
        self._text = text
        self._rotation = rotation
        self._size = size
        self._in_cells = in_cells
        self._characters = _characters(text)
        self._places = _places(text, self._characters)
        if _HYPHEN in self._characters:
            self._keep_hyphens()

    def lines(self) -> Iterator[PrintedLine]:
        """The lines in their order."""
        spans = [match.span() for match in _TOKEN.finditer(self._characters)]
        boxes = self._boxes([at for start, end in spans for at in (start, end - 1)])
        begun = 0
        for at, (start, _) in enumerate([*spans, (len(self._characters), 0)]):
            shown = self._characters[start : start + 1] or "\n"
            if shown in _BREAKS:
                if begun < at:
                    yield self._line(spans[begun:at], boxes[2 * begun : 2 * at], hyphen=shown == _HYPHEN)
                begun = at + 1

    def _keep_hyphens(self) -> None:
        """Give back the hyphens that pdfium took for those of a line's end though their word goes on beside them."""
        for match in re.finditer(f"\\S{_HYPHEN}\\S", self._characters):
            before, after = self._boxes([match.start(), match.end() - 1])
            if after[1] < before[3] and before[1] < after[3] and after[0] > before[0]:
                at = match.start() + 1
                self._characters = f"{self._characters[:at]}-{self._characters[at + 1 :]}"

    def _boxes(self, characters: Sequence[int]) -> list[Box]:
        boxes = character_boxes(self._text, [self._places[at] for at in characters])
        return [_turned(box, self._rotation, self._size) for box in boxes] if self._rotation else boxes

    def _line(self, spans: Sequence[Span], boxes: Sequence[Box], *, hyphen: bool) -> PrintedLine:
        """A line of words, given where each begins and ends and the boxes of its first and last character."""
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        top, bottom = max(tops), min(bottoms)
        first = _first(self._characters[slice(*spans[0])], boxes[0], boxes[1])
        widest = max(map(sub, lefts[2::2], rights[1:-1:2]), default=0.0)
        if widest < _SPACED_OUT * (top - bottom) and not self._in_cells:
            return PrintedLine([Word(self._joined(spans), min(lefts), max(rights))], top, bottom, first, hyphen)
        line = PrintedLine(self._words(spans, boxes), top, bottom, first, hyphen)
        set_apart(line)
        if line.is_parted:
            line.words = [
                part for word, span in zip(line.words, spans, strict=True) for part in self._parts(word, span)
            ]
        return line

    def _joined(self, spans: Sequence[Span]) -> str:
        """The text of a line without wide gaps."""
        text = self._characters[spans[0][0] : spans[-1][1]]
        if len(spans) == 1 or text.isascii():
            return text
        begin, parts = spans[0][0], list[str]()
        for (_, end), (start, _) in pairwise(spans):
            if self._is_chinese(end, start) and is_generated(self._text, self._places[end]):
                parts.append(self._characters[begin:end])
                begin = start
        return "".join([*parts, self._characters[begin : spans[-1][1]]])

    def _is_chinese(self, end: int, start: int) -> bool:
        return self._characters[end - 1] >= FIRST_CHINESE or self._characters[start] >= FIRST_CHINESE

    def _words(self, spans: Sequence[Span], boxes: Sequence[Box]) -> list[Word]:
        words = [self._word(spans[0], *boxes[:2])]
        for at, (before, span) in enumerate(pairwise(spans), 1):
            word = self._word(span, *boxes[2 * at : 2 * at + 2])
            word.gap = word.left - words[-1].right
            word.drawn = bool(is_generated(self._text, self._places[before[1]]))
            words.append(word)
        return words

    def _word(self, span: Span, start: Box, end: Box) -> Word:
        # Words written from right to left begin on the right.
        return Word(self._characters[slice(*span)], min(start[0], end[0]), max(start[2], end[2]))

    def _parts(self, word: Word, span: Span) -> Iterator[Word]:
        """A word parted where a cell ends so near the next one that pdfium sees no space between them."""
        boxes = self._boxes(range(*span))
        cuts = [at for at in range(1, len(boxes)) if boxes[at][0] - boxes[at - 1][2] > _LEAST_GAP]
        for begin, stop in pairwise([0, *cuts, len(boxes)]):
            gap = boxes[begin][0] - boxes[begin - 1][2] if begin else word.gap
            joint, drawn = ("", True) if begin else (word.joint, word.drawn)
            part = self._word((span[0] + begin, span[0] + stop), boxes[begin], boxes[stop - 1])
            part.gap, part.drawn, part.joint = gap, drawn, joint
            yield part


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
    return width - top, left, width - bottom, right


def _first(word: str, start: Box, end: Box) -> float:
    """The width of what may not be broken at the beginning of a word: its Latin letters or one Chinese character, with
    brackets before and a sign after that begins no line.
    """
    whole = _UNBROKEN.match(word)
    length = whole.end() if whole else 1
    if length == len(word):
        return end[2] - start[0]
    chinese = sum(character >= FIRST_CHINESE for character in word[:length])
    width = (start[2] - start[0]) if word[0] < FIRST_CHINESE else (start[2] - start[0]) / 2
    return width * (length - chinese) + (start[3] - start[1]) * chinese


def set_apart(line: PrintedLine) -> None:
    """Tell the gaps between a line's words apart by their width; in a justified line none is wide."""
    gaps = [word.gap for word in line.words[1:]]
    justified = len(gaps) >= _JUSTIFIED_SPACES and max(gaps) < _JUSTIFIED * min(gaps)
    height = line.height
    for before, word in pairwise(line.words):
        if word.gap > (_APART if word.drawn else _FAR_APART) * height and not justified:
            word.joint = "   "
        elif word.drawn and word.gap < _SPACED_OUT * height and _stands_by_chinese(before, word):
            word.joint = ""


def _stands_by_chinese(before: Word, word: Word) -> bool:
    return before.text[-1] >= FIRST_CHINESE or word.text[0] >= FIRST_CHINESE
