"""The words of a text as search keeps them: overlapping pairs of Chinese characters, and lower-cased words."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hansa.atlas.folding import scan

CJK = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003134f"
_RUN = re.compile(rf"[{CJK}]+|[^\W_{CJK}]+")
IS_CJK = re.compile(rf"[{CJK}]")
# PostgreSQL takes no word longer than 2046 bytes.
LONGEST_WORD = 100
# Stands before the words of titles, where one index of PostgreSQL holds them beside the others. FTS5 passes over it.
TITLE_MARK = "^"


@dataclass(frozen=True)
class Run:
    """A stretch of Chinese characters, or one word of letters and digits, with its place in the text."""

    word: str
    start: int
    cjk: bool

    @property
    def pairs(self) -> list[str]:
        """The overlapping pairs of Chinese characters; a character alone is itself."""
        return [self.word[i : i + 2] for i in range(len(self.word) - 1)] or [self.word]


def runs(text: str) -> list[Run]:
    """The folded runs of a text, whose offsets are the text's own."""
    return [Run(match[0], match.start(), bool(IS_CJK.match(match[0]))) for match in _RUN.finditer(scan(text))]


def terms(text: str) -> str:
    """The folded words of a text, parted by spaces, as the index keeps them.

    A run of Chinese characters gives its overlapping pairs and its last character, so that every character begins a
    word and can be searched for alone; letters and digits give whole words.
    """
    words: list[str] = []
    for run in _RUN.findall(scan(text)):
        if IS_CJK.match(run):
            words += [run[i : i + 2] for i in range(len(run))]
        else:
            words.append(run[:LONGEST_WORD])
    return " ".join(words)


# Names, kinds and days stand in many records.
terms_of_line = lru_cache(50_000)(terms)


def title_terms(title: str) -> str:
    """The folded words of a title, each marked as such."""
    words = terms_of_line(title)
    return f"{TITLE_MARK}{words.replace(' ', f' {TITLE_MARK}')}" if words else ""
