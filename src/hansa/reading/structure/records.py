"""Records written as one `Key: value` a line, and tables kept in shape by spaces or pipes."""

import re
from collections.abc import Sequence
from itertools import pairwise

from hansa.reading.document import Cell
from hansa.reading.structure.lines import Line, folded
from hansa.reading.structure.outline import Piece
from hansa.reading.structure.tables import row_text

_KEY = re.compile(
    r"(?P<key>[A-Z][^:：.。;，、\t]{1,44}?|[\u4e00-\u9fff][^:：。，；、\t0-9「」]{1,9}?)(?:\s*[:：]\s*|\s{2,})(?=\S)"
)
_LONGEST_KEY_WORDS = 7


def is_record_line(line: Line) -> bool:
    """Whether a line has the form of a key and its value."""
    if line.marker or line.level or "\t" in line.text:
        return False
    match = _KEY.match(line.text)
    if match is None or "//" in line.text[: match.end() + 2]:
        return False
    words = match["key"].partition(",")[0].split()
    return len(words) <= _LONGEST_KEY_WORDS and not any(word[0].isupper() for word in words[1:])


def record(lines: Sequence[Line], number: int) -> Piece:
    """Consecutive keys and values as one row, whose cells have the keys for heads."""
    cells = []
    for line in lines:
        match = _KEY.match(line.text)
        if match:
            value = folded(line.text, line.start, match.end())
            cells.append(Cell(value.text, value.offsets, match["key"].strip()))
    return Piece(row_text(cells), gap=lines[0].gap, cells=tuple(cells), table=number)


def are_one_record(lines: Sequence[Line]) -> bool:
    """Whether lines that look like keys and values are a record: two or more, under keys that differ."""
    return len(lines) > 1 and not any(after.gap for _, after in pairwise(lines))
