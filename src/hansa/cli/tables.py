"""Aligned tables in a terminal, where a Chinese character is two columns wide."""

import unicodedata
from collections.abc import Iterable, Sequence

_GAP = "  "


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    marks = sum(unicodedata.combining(character) > 0 for character in text)
    return len(text) + wide - marks


def shortened(text: str, columns: int) -> str:
    """The text on one line, cut with an ellipsis where it takes more columns than that."""
    line = " ".join(text.split())
    if width(line) <= columns:
        return line
    while line and width(line) > columns - 1:
        line = line[:-1]
    return f"{line}…"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows under their heads, each column as wide as its widest cell; no blanks at the ends of lines."""
    lines = [list(head), *map(list, rows)]
    widths = [max(width(line[column]) for line in lines) for column in range(len(head))]
    padded = (
        _GAP.join(cell + " " * (columns - width(cell)) for cell, columns in zip(line, widths, strict=True))
        for line in lines
    )
    return "\n".join(line.rstrip() for line in padded)
