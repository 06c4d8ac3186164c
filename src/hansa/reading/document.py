"""What the formats give and the rules read: a document's text, its pages, and the blocks restored from it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from hansa.facts import quoted

LONGEST_QUOTE = 1000
_READ = 4 * LONGEST_QUOTE


class Page(Struct, frozen=True):
    """One page (or slide) of the document; `start` and `end` are character offsets into the document's text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A file's text as read: for plain text the decoded file itself, else one line per paragraph or table row.

    PDF has a blank line where more space stands between two paragraphs than between lines. Cells of a table row are
    parted by tabs. `headings` maps the offset of a line that the format itself marks as a heading to its level,
    from 1; plain text has none. `preformatted` tells that most of the text is marked to be shown as it stands, so
    that its lines, tabs and blank lines are those of plain text. `pictures` are the numbers of the pages that are only
    pictures, as scanned ones are, and so were not read.
    """

    text: str
    pages: tuple[Page, ...] = ()
    media_type: str = "text/plain"
    title: str = ""
    headings: dict[int, int] = field(default_factory=dict)
    preformatted: bool = False
    pictures: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int:
        """The number of the page on which a character stands, from 1."""
        at = bisect_right(self.pages, offset, key=lambda page: page.end)
        return self.pages[at].number if at < len(self.pages) else len(self.pages) or 1


class BlockKind(StrEnum):
    """What a block is in the document's structure."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


class Quote(Struct, frozen=True):
    """Words of the document with their place: `text` is the document's own between the offsets, white space folded.

    Of what is longer than LONGEST_QUOTE only the beginning.
    """

    text: str
    start: int
    end: int
    page: int


class Stretch(Struct, frozen=True, dict=True):
    """A run of text put back together, which knows where each of its characters stands in the document."""

    text: str
    offsets: Sequence[int]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.offsets):
            raise ValueError("a stretch needs one offset for each character")

    def part(self, start: int, end: int) -> "Stretch":
        """The stretch of the characters from `start` up to `end`."""
        return Stretch(self.text[start:end], self.offsets[start:end])

    def stripped(self) -> "Stretch":
        """Without white space at its ends."""
        start, end = without_space(self.text)
        return self if end - start == len(self.text) else self.part(start, end)

    def quote(self, document: Document, start: int = 0, end: int | None = None) -> Quote | None:
        """The document's words behind the characters from `start` up to `end`, with whatever stands between them."""
        part = (
            self
            if not start and end in (None, len(self.text))
            else self.part(start, len(self.text) if end is None else end)
        )
        if not part.offsets:
            return None
        first, end = part.extent
        return Quote(beginning(document.text, first, end), first, end, document.page_at(first))

    @cached_property
    def extent(self) -> tuple[int, int]:
        """From which character of the document up to which it reaches; not for an empty stretch."""
        # What was joined or parted need not stand in the order of the document.
        offsets = self.offsets
        in_order = isinstance(offsets, range)
        return (offsets[0], offsets[-1] + 1) if in_order else (min(offsets), max(offsets) + 1)


class Cell(Stretch, frozen=True):
    """A cell of a table row, with the words of its column's head (empty where the table has none)."""

    header: str = ""


class Block(Stretch, frozen=True):
    """A paragraph, list item, heading or table row, whole again.

    `headings` is the path of headings above it, outermost first, without their numbers; `level` the depth of a
    heading or item from 1; `marker` the number or bullet that it began with (`（一）`, `1.`, `✓`), which `text`
    leaves out; `cells` those of a row, whose `text` is the cells joined by tabs; `table` numbers the table of a row.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    headings: tuple[str, ...] = ()
    level: int = 0
    marker: str = ""
    cells: tuple[Cell, ...] = ()
    table: int = 0


def beginning(text: str, start: int, end: int) -> str:
    """The words of a part of a text with white space folded; of a very long part those that it begins with.

    A table may come as one line of megabytes, each cell of which is proved by it.
    """
    return quoted(text[start : min(end, start + _READ)])[:LONGEST_QUOTE]


def without_space(text: str, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """Start and end of a part of the text without white space at its ends."""
    part = text[start:end]
    words = part.lstrip()
    start += len(part) - len(words)
    return start, start + len(words.rstrip())


def walk_lines(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) offsets of each line of the text, without its line end."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line.rstrip("\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"))
        start += len(line)
