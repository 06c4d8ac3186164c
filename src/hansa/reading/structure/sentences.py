"""Sentences of a block, in Chinese and English, each knowing where its characters stand."""

import re

from hansa.reading.document import Stretch

_END = re.compile(r"[。！？；]+[」』）)”’]*|[.!?;]+[”’\")]*(?=\s+[“‘\"(]?[A-Z0-9])|[.!?;]+(?=[\u4e00-\u9fff])")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|etc|Inc|Ltd|Co|Jr|Sr|Gov|Gen|Rep|Sen|Hon|Dept|Fig|Art|approx|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b(?:[A-Z]\.)*[A-Z]|\b(?:e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|U\.N))$"
)


def sentences(block: Stretch) -> list[Stretch]:
    """The block's sentences without white space at their ends, in order.

    Ends: 。！？； anywhere; `. ! ? ;` before white space and a capital or number, or before Chinese; not after an
    abbreviation or an initial, nor inside a number.
    """
    found: list[Stretch] = []
    start = 0
    for end in _END.finditer(block.text):
        if end[0][0] == "." and _SHORTENED.search(block.text, start, end.start()):
            continue
        found.append(block.part(start, end.end()).stripped())
        start = end.end()
    found.append(block.part(start, len(block.text)).stripped())
    return [sentence for sentence in found if sentence.text]
