"""On which page of a DOCX each heading falls, as near as can be told without a word processor.

The lines of our styles have fixed heights, and Chinese characters a fixed width, so that it is mostly right. Word finds
the pages anew when the file is opened, other programs when they are asked to.
"""

import math
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from hansa.reports.blocks import Heading, Item, Items, Line, Paper, Picture, Run, Table
from hansa.reports.blocks import Paragraph as Words
from hansa.reports.numerals import numbered

# Points. What stands in docx_styles.xml: the heights of lines, and the space behind a paragraph.
_LINE, _BEHIND, _LETTER = 22.0, 5.0, 12.0
_ROW_LINE, _ROW_BEHIND, _ROW_LETTER = 15.0, 4.0, 10.5
_HEADING = {1: (29.0, 28.0, 17.0), 2: (25.0, 18.0, 14.5), 3: (22.0, 15.0, 12.5)}  # line, space around it, letter
_INDENT = {1: 31.2, 2: 70.9}
_CELL_MARGINS = 10.8
_CONTENTS_LINE = 20.0
_TITLE = 118.0  # with who publishes it and when, and the heading of the contents
_CAPTION = 43.0  # with the space around a picture
_PT = 72 / 2.54


def _lines(text: str, letter: float, width: float) -> int:
    wide = sum(1.0 if east_asian_width(character) in "WFA" else 0.5 for character in text)
    return max(1, math.ceil(wide * letter / width))


def _text(line: Line) -> str:
    return "".join(part.text for part in line if isinstance(part, Run))


class Pages:
    """Lays out a paper on pages of a text so wide and high, and notes where the headings fall.

    `pictures` are the heights of its pictures in their order. All lengths are in centimetres.
    """

    def __init__(self, paper: Paper, width: float, height: float, pictures: Iterable[float]) -> None:
        self.paper, self.width, self.height = paper, width * _PT, height * _PT
        self.pictures = iter(pictures)
        self.page, self.used = 1, 0.0

    def headings(self) -> dict[tuple[int, ...], int]:
        """The page of each heading by its path."""
        found: dict[tuple[int, ...], int] = {}
        listed = sum(isinstance(block, Heading) and block.level <= 2 for block in self.paper.blocks)
        self.put(_TITLE)
        for _ in range(listed):
            self.put(_CONTENTS_LINE)
        self.page, self.used = self.page + 1, 0.0
        for block, path in numbered(self.paper.blocks):
            for height, with_next in self.heights(block):
                self.put(height, with_next)
            if path:
                found[path] = self.page
        return found

    def put(self, height: float, with_next: float = 0.0) -> None:
        """Something that is not parted, and so much of the next that stays with it."""
        if self.used + height + with_next > self.height and self.used:
            self.page, self.used = self.page + 1, 0.0
        self.used += height

    def heights(self, block: object) -> Iterator[tuple[float, float]]:
        """The heights of a block's parts, and how much of the next stays with each."""
        match block:
            case Heading(level, text):
                line, around, letter = _HEADING[level]
                yield _lines(text, letter, self.width) * line + around, 2 * _LINE
            case Words(line):
                yield from self.paragraph(_text(line), self.width)
            case Items(items):
                yield from self.items(items, 1)
            case Table():
                yield from self.table(block)
            case Picture():
                yield next(self.pictures) * _PT + _CAPTION, 0.0

    def paragraph(self, text: str, width: float, keep: bool = False) -> Iterator[tuple[float, float]]:
        """The lines of a paragraph, of which neither the first nor the last stands alone."""
        number = _lines(text, _LETTER, width)
        if number < 4:
            yield number * _LINE + _BEHIND, 2 * _LINE if keep else 0.0
            return
        yield 2 * _LINE, 0.0
        for _ in range(number - 4):
            yield _LINE, 0.0
        yield 2 * _LINE + _BEHIND, 0.0

    def items(self, items: tuple[Item, ...], depth: int) -> Iterator[tuple[float, float]]:
        """The paragraphs of items; a title stays with what follows."""
        for item in items:
            last = len(item.paragraphs) - 1
            for position, line in enumerate(item.paragraphs):
                keep = position < last or bool(item.items)
                yield from self.paragraph(_text(line), self.width - _INDENT[depth], keep)
            yield from self.items(item.items, depth + 1)

    def table(self, table: Table) -> Iterator[tuple[float, float]]:
        """The rows, each as high as its highest cell."""
        if table.caption:
            yield _LINE + 12.0, 3 * _LINE
        unit = self.width / sum(table.widths)
        head: tuple[Line, ...] = tuple((Run(words),) for words in table.head)
        for row in (head, *table.rows, *((table.total,) if table.total else ())):
            lines = max(
                _lines(_text(cell), _ROW_LETTER, max(unit * share - _CELL_MARGINS, _ROW_LETTER))
                for cell, share in zip(row, table.widths, strict=True)
            )
            yield lines * _ROW_LINE + _ROW_BEHIND + 0.5, 0.0
        yield _ROW_LINE + _ROW_BEHIND, 0.0
