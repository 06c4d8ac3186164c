"""Paragraphs of a printed page: where they end, which the lines' edges and the space between them tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from hansa.reading.formats.printed.lines import FIRST_CHINESE, PrintedLine, starts_item

_APART = 1.25
_INDENT = 1.2
_FEW_FULL = 3
_FIFTIETH = 50
_EIGHTH = 8
_NEARLY = 0.85
_SHARE_OF_STEPS = 5
_SENTENCE_ENDS = "。！？.!?；;"
_LONGEST_ADDRESS = 300
_ADDRESS = re.compile(r"(?:://|www\.|@)\S*$")
_DASH = re.compile(r"(?<! )[-–—/(“]$")


class Pitch(NamedTuple):
    """The distance from one line to the next, in points and as a share of a line's height."""

    points: float
    share: float


@dataclass(frozen=True)
class Paragraph:
    """The lines of a paragraph in one column of a page.

    `margin` is how far the text around its last line may go, in points; `apart` tells that more space stands above it
    than between lines, `begins_column` that it is the first of a further column.
    """

    lines: Sequence[PrintedLine]
    margin: float
    apart: bool
    begins_column: bool


def in_one(lines: Sequence[PrintedLine]) -> str:
    """Lines as one: Chinese without a space between, nor where a number was cut; words cut by a hyphen whole."""
    texts = [line.text for line in lines]
    whole = "".join(texts[:1])
    chinese = any(character >= FIRST_CHINESE for text in texts for character in text)
    for line, text in zip(lines, texts[1:], strict=False):
        last, first = whole[-1:], text[:1]
        if line.hyphen:
            whole += hyphenated(whole, text)
        elif max(last, first) >= FIRST_CHINESE or (chinese and last.isdigit() and first.isdigit()):
            whole += text
        else:
            whole += text if _DASH.search(whole[-2:]) else f" {text}"
    return whole


def hyphenated(before: str, text: str) -> str:
    """What follows a line that ended with a hyphen, with the hyphen where it belongs to the word: Asia-Pacific."""
    return text if text[:1].islower() and not _ADDRESS.search(before[-_LONGEST_ADDRESS:]) else f"-{text}"


def paragraphs(lines: Sequence[PrintedLine], edge: float, *, begins_column: bool = False) -> Iterator[Paragraph]:
    """The paragraphs of lines in one column, whose text may go as far as `edge`."""
    usual, begun, apart = pitch(lines), 0, True
    for at, line in enumerate(lines, 1):
        if at == len(lines) or ends_paragraph(line, edge, lines[at], usual):
            yield Paragraph(lines[begun:at], edge, apart, begins_column and not begun)
            begun, apart = at, at < len(lines) and stands_apart(line, lines[at], usual)


def continues(above: Paragraph, below: Paragraph) -> bool:
    """Whether a paragraph at a page's beginning goes on with the last one of the page before."""
    return not ends_paragraph(above.lines[-1], above.margin, below.lines[0], None)


def pitch(lines: Sequence[PrintedLine]) -> Pitch:
    """How far the next line stands below a line on a page, where no space is between them."""
    steps = sorted(above.top - line.top for above, line in pairwise(lines) if above.top - line.top > line.height / 2)
    usual = steps[len(steps) // _SHARE_OF_STEPS] if steps else 0.0
    return Pitch(usual, usual / median(line.height for line in lines) if lines else 0.0)


def right_edge(pages: Sequence[Sequence[PrintedLine]], width: float) -> float:
    """How far the text of a document goes on pages of that width: as far from the right as it is from the left.

    Where many of its lines end a little before that, it goes as far as these.
    """
    lines = [line for lines in pages for line in lines]
    if not lines:
        return width
    begin = median(min(line.left for line in lines) for lines in pages if lines)
    rights = sorted((line.right for line in lines), reverse=True)
    # Not the longest: a few lines go over the margin, with a table or with punctuation that hangs there.
    most = rights[max(len(rights) // _FIFTIETH, 1 if len(rights) > _EIGHTH else 0)]
    full = sum(abs(right - most) < lines[0].height for right in rights)
    edge = max(most, width - begin)
    many = full >= max(_FEW_FULL, len(lines) / _EIGHTH)
    return most if many and most - begin > _NEARLY * (edge - begin) else edge


def ends_paragraph(line: PrintedLine, margin: float, after: PrintedLine, usual: Pitch | None) -> bool:
    """Whether a paragraph ends with a line: the next one's first word had room on it, or stands apart from it.

    `usual` is the page's pitch, None where the next line is on another page.
    """
    if line.hyphen:
        return False
    if line.right + after.first + line.height < margin:
        return True
    if usual is None:
        return line.text[-1] in _SENTENCE_ENDS
    if line.text[-1] in _SENTENCE_ENDS and starts_item(after.text):
        return True
    indent = (after.left - line.left) / line.height
    return stands_apart(line, after, usual) or (indent > _INDENT and not starts_item(line.text))


def stands_apart(line: PrintedLine, after: PrintedLine, usual: Pitch) -> bool:
    """Whether more space is between two lines than there usually is, or the second does not stand below the first."""
    step = max(usual.points, usual.share * min(line.height, after.height))
    return not 0 < line.top - after.top <= _APART * step
