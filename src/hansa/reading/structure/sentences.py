"""Sentences of a block, in Chinese and English, each knowing where its characters stand."""

from collections.abc import Iterator
from itertools import pairwise

from hansa.reading.document import Stretch, without_space
from hansa.reading.patterns import regex

_END = regex(
    # Begins with a choice of characters, so that the machine passes over all others in one step.
    r"[。！？；.!?;](?:(?<=[。！？；])[。！？；]*[」』）)”’]*"
    r"|(?<=[.!?;])[.!?;]*(?:[”’\")]*(?=\s+[“‘\"(]?[A-Z0-9])|(?=[\u4e00-\u9fff])))"
)
_SHORTENED = regex(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|etc|Inc|Ltd|Co|Jr|Sr|Gov|Gen|Rep|Sen|Hon|Dept|Fig|Art|approx|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b(?:[A-Z]\.)*[A-Z]|\b(?:e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|U\.N))$"
)
_LONGEST_SHORT = 16
# Four times what the longest sentence of an official report takes.
_LONGEST = 1500
_MARKS = "，、,; \t"


def sentences(block: Stretch) -> list[Stretch]:
    """The block's sentences without white space at their ends, in order.

    Ends: 。！？； anywhere; `. ! ? ;` before white space and a capital or number, or before Chinese; not after an
    abbreviation or an initial, nor inside a number. What is longer than 1500 characters is parted.
    """
    text = block.text
    ends = [
        end.end()
        for end in _END.finditer(text)
        if end[0][0] != "." or not _SHORTENED.search(text, max(0, end.start() - _LONGEST_SHORT), end.start())
    ]
    parts = [part for start, end in pairwise((0, *ends, len(text))) for part in _cut(text, start, end)]
    return [block.part(start, end) for start, end in (without_space(text, *part) for part in parts) if start < end]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is too long for a sentence in several, parted after a comma or blank: a table may come as one line."""
    while end - start > _LONGEST:
        stop = max(text.rfind(mark, start, start + _LONGEST) for mark in _MARKS) + 1 or start + _LONGEST
        yield start, stop
        start = stop
    yield start, end
