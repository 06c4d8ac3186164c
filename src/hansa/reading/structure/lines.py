"""The lines of a document with what tells their part in it: width in columns, indent, blank lines before, marker."""

from collections import Counter
from functools import lru_cache

from msgspec import Struct

from hansa.reading.document import Document, Stretch, walk_lines
from hansa.reading.patterns import regex
from hansa.reading.structure.markers import Marker, read_marker

END_OF_SENTENCE = "。！？!?.;；"
_CLOSING = "」』）)】》〉”\"’' "
# Begins with a choice of characters, so that the machine passes over all others in one step.
_RUNS = regex(r"[\s*](?:(?<=\s)\s+|(?<=[^\S ])|(?<=\*)\*)")
PAGE_GAP = 3
# The head of each of a thousand pages.
_MOST_ALIKE = 1000


class Line(Struct, frozen=True):
    """One line without the white space at its ends; `start` and `end` are its offsets in the document.

    `gap` counts the blank lines before it, `indent` the white space cut off in front, `level` that of a heading that
    the format marks (0: none). `glued` lines continue the one before, whatever they look like; `clumped` ones are
    headings taken from a column of headings.
    """

    text: str
    start: int
    end: int
    gap: int = 0
    indent: str = ""
    level: int = 0
    marker: Marker | None = None
    glued: bool = False
    clumped: bool = False

    @property
    def width(self) -> int:
        """Columns that the line takes: a Chinese character takes two."""
        return columns(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends with the end of a sentence."""
        return ends_sentence(self.text)

    def words(self) -> Stretch:
        """The line's text after its marker, white space folded, with its offsets."""
        return folded(self.text, self.start, self.marker.length if self.marker else 0)


@lru_cache(maxsize=1024)
def columns(text: str) -> int:
    """Columns that text takes in a fixed-width face: UTF-8 spends three bytes on what is two columns wide."""
    if text.isascii():
        return len(text)
    return len(text) + (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2


def ends_sentence(text: str) -> bool:
    """Whether text ends with the end of a sentence, closing quotes and brackets aside."""
    return text.rstrip(_CLOSING)[-1:] in END_OF_SENTENCE and bool(text)


def folded(text: str, start: int, begin: int = 0) -> Stretch:
    """Text from `begin` on with each run of white space as one space and without `**`; `start` is text's own offset."""
    if not _RUNS.search(text, begin):
        return Stretch(text[begin:], range(start + begin, start + len(text)))
    characters: list[str] = []
    offsets: list[int] = []
    position = begin
    for run in _RUNS.finditer(text, begin):
        characters.append(text[position : run.start()])
        offsets.extend(range(start + position, start + run.start()))
        if run[0] != "**":
            characters.append(" ")
            offsets.append(start + run.start())
        position = run.end()
    characters.append(text[position:])
    offsets.extend(range(start + position, start + len(text)))
    return Stretch("".join(characters), offsets).stripped()


def scan(document: Document) -> list[Line]:
    """The document's lines that are not blank, but for those that a damaged file repeats without end."""
    lines: list[Line] = []
    counts: Counter[str] = Counter()
    gap = 0
    text = document.text
    for start, end in walk_lines(text):
        raw = text[start:end]
        words = raw.strip(" \r\n\f\v\u3000\u00a0\ufeff\u200b")
        if not words.strip():
            gap += 1
            continue
        counts[words] += 1
        if counts[words] > _MOST_ALIKE:
            continue
        lead = raw.index(words)
        begin = start + lead
        level = document.headings.get(start, document.headings.get(begin, 0))
        marker = None if "\t" in words else read_marker(words)
        lines.append(Line(words, begin, begin + len(words), gap, raw[:lead], level, marker))
        gap = 0
    return lines
