"""The lines of a printed page: their words with their places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

FIRST_CHINESE = "\u2e80"
_MARKER = re.compile(r"[（(]?[0-9一二三四五六七八九十壹貳參肆伍陸柒捌玖拾A-Za-z]{1,4}[）).、．]|[^\w\s「『《〈（(]")


@dataclass(slots=True)
class Word:
    """What stands between two spaces, with its edges in points and the `gap` between it and the word before.

    A gap that is `drawn` has no space character in it: the word was put there. `joint` is what stands for the gap in
    text: nothing where Chinese is only set off from figures and Latin letters, three spaces where the gap is wide, tabs
    where the word stands at a tab stop.
    """

    text: str
    left: float
    right: float
    gap: float = 0.0
    drawn: bool = False
    joint: str = " "

    @property
    def is_apart(self) -> bool:
        """Whether the gap is wider than between words."""
        return self.joint not in ("", " ")


@dataclass(slots=True)
class PrintedLine:
    """A line of a page; `first` is the width of what may not be broken at its beginning, all in points.

    `hyphen` tells that its last word goes on in the next line.
    """

    words: list[Word]
    top: float
    bottom: float
    first: float
    hyphen: bool = False
    left: float = field(init=False)
    right: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.right = min(word.left for word in self.words), max(word.right for word in self.words)

    @property
    def text(self) -> str:
        """The line's words."""
        return joined(self.words)

    @property
    def height(self) -> float:
        """Points from the line's bottom to its top, at least one."""
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        """How high the line's middle stands."""
        return (self.top + self.bottom) / 2

    @property
    def is_parted(self) -> bool:
        """Whether a wide gap stands between words."""
        return any(word.is_apart for word in self.words[1:])

    def pieces(self) -> list[list[Word]]:
        """The words between wide gaps."""
        found = [[self.words[0]]]
        for word in self.words[1:]:
            if word.is_apart:
                found.append([word])
            else:
                found[-1].append(word)
        return found


def is_marker(word: str) -> bool:
    """Whether a word is the number or mark of an item."""
    return _MARKER.fullmatch(word) is not None


def starts_item(text: str) -> bool:
    """Whether a line begins with the number or mark of an item."""
    return _MARKER.match(text) is not None


def joined(words: Sequence[Word]) -> str:
    """The text of words that stand beside each other."""
    return words[0].text + "".join(f"{word.joint}{word.text}" for word in words[1:])


def line_of(words: list[Word], like: PrintedLine) -> PrintedLine:
    """A line of some words of another."""
    first = like.first if words[0] is like.words[0] else words[0].right - words[0].left
    return PrintedLine(words, like.top, like.bottom, first, like.hyphen and words[-1] is like.words[-1])
