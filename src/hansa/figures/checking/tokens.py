"""A text as one character for each of its words, Chinese characters and numbers, so that texts can be laid together.

All numbers are the same character, so that sentences that differ in their numbers only look alike; what the numbers
are is asked afterwards.
"""

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from hansa.reading.patterns import regex

NUMBER = "0"
_TOKEN = regex(
    # 1.111年 is the year of the first item.
    r"\d+(?:,\d{3})*(?:\.\d+(?!\d|\s*年))?|[^\W\d_\u2e80-\U0010ffff]+(?:['’][^\W\d_\u2e80-\U0010ffff]+)*"
    r"|[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
)
_SPACELESS = "\u2e80"
_PRIVATE, _ROOM = 0xF0000, 0xFFFD


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text: `key` has one character for each, `starts` and `ends` their places in the text."""

    text: str
    key: str
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.key)

    def word(self, at: int) -> str:
        """A token as it stands in the text."""
        return self.text[self.starts[at] : self.ends[at]]

    def words(self, first: int, end: int) -> str:
        """The text from one token up to another, with what stands between them."""
        return self.text[self.starts[first] : self.ends[end - 1]] if first < end else ""

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that stand in these characters, from one up to another."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def tokens_of(text: str) -> Tokens:
    """The tokens of a text."""
    keys: list[str] = []
    starts, ends = array("L"), array("L")
    for match in _TOKEN.finditer(text):
        word = match[0]
        keys.append(word if word >= _SPACELESS else NUMBER if word[0].isdigit() else _of_word(word))
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, "".join(keys), starts, ends)


def _of_word(word: str) -> str:
    """A word in a script with spaces, as one character of private use."""
    return chr(_PRIVATE + zlib.crc32(word.casefold().encode()) % _ROOM)
