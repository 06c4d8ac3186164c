"""Lines as they would be printed, for tests: 10 points high, a Chinese character 10 wide."""

from hansa.reading.formats.printed.lines import PrintedLine, Word
from hansa.reading.formats.printed.textlayer import set_apart


def line(
    text: str, top: float, left: float = 50, right: float = 0, first: float = 10, height: float = 10
) -> PrintedLine:
    """One word; without `right` as wide as its characters."""
    return PrintedLine([Word(text, left, right or left + 10 * len(text))], top, top - height, first)


def row(top: float, *words: tuple[float, str]) -> PrintedLine:
    """Words put at these left edges."""
    found: list[Word] = []
    for left, text in words:
        gap = left - found[-1].right if found else 0.0
        found.append(Word(text, left, left + 10 * len(text), gap, drawn=True))
    printed = PrintedLine(found, top, top - 10, 10)
    set_apart(printed)
    return printed
