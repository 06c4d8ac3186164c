"""Finds many names at once in running text: whole words only, with their places in characters."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

Found = tuple[int, int, int]
"""The number of a name in the list of names, and its start and end in the text."""

# From here on scripts write words without a space between, so that a name may begin and end anywhere.
_SPACELESS: Final = "\u2e80"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Stands behind a text's last character and, as Python counts, before its first.
_BORDER = "\0"
_ONE_WORD = re.compile(r"(?:(?![\u2e80-\U0010ffff])[^\W_])+")
_ANYWHERE: Final = 0
_WORD: Final = 1
_WORDS: Final = 2
_UNKNOWN: Final = 3


class NameFinder:
    """Names by the hundred thousand that are looked for in texts as they are written.

    A letter or figure at a name's end counts only where no further one stands beside it, as in scripts with spaces
    between words: Bern is not in Bernburg, but it is in 到Bern參加. Of equal names the first is meant.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Raises ValueError for an empty name."""
        self._names = list(names)
        self._sorts = bytearray([_UNKNOWN]) * len(self._names)
        self._reach = max(map(len, self._names), default=0)

    @cached_property
    def _longest(self) -> AhoCorasick:
        return AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest, store_patterns=False)

    @cached_property
    def _overlapping(self) -> AhoCorasick:
        return AhoCorasick(self._names, store_patterns=False)

    def find(self, text: str) -> list[Found]:
        """The names in a text from left to right, the longest at each place, never overlapping."""
        return self._whole(_matches(self._longest, text), text + _BORDER, mend=True)

    def every(self, text: str) -> list[Found]:
        """The names in a text with those inside and across others, by their start, of one start the longest first."""
        found = self._whole(_matches(self._overlapping, text, overlapping=True), text + _BORDER, mend=False)
        return sorted(found, key=lambda hit: (hit[1], -hit[2])) if len(found) > 1 else found

    def _whole(self, hits: Iterable[Found], text: str, *, mend: bool) -> list[Found]:
        """The hits that are whole words."""
        sorts, spaceless = self._sorts, _SPACELESS
        found: list[Found] = []
        refused: list[Found] = []
        # A long report has ten thousand hits and more, so that each step here counts.
        for hit in hits:
            number, start, end = hit
            sort = sorts[number]
            if sort == _UNKNOWN:
                sort = sorts[number] = _sort(self._names[number])
            if sort == _ANYWHERE:
                found.append(hit)
                continue
            before, after = text[start - 1], text[end]
            if not ((before.isalnum() and before < spaceless) or (after.isalnum() and after < spaceless)):
                found.append(hit)
            elif sort == _WORDS:
                (refused if _joins(text, start) or _joins(text, end) else found).append(hit)
        return self._mended(text, found, refused) if mend and refused else found

    def _mended(self, text: str, found: Sequence[Found], refused: Sequence[Found]) -> list[Found]:
        """What is found, with the shorter names that stand where longer ones end within a word."""
        mended: list[Found] = []
        kept = 0
        for _, start, end in refused:
            while kept < len(found) and found[kept][1] < start:
                mended.append(found[kept])
                kept += 1
            at = max(start, mended[-1][2]) if mended else start
            while at < end:
                longest = self._longest_at(text, at)
                at = longest[2] if longest else at + 1
                if longest:
                    mended.append(longest)
                # What such a name meets gives way to it, and may in turn have hidden others.
                while kept < len(found) and found[kept][1] < at:
                    end = max(end, found[kept][2])
                    kept += 1
        return [*mended, *found[kept:]]

    def _longest_at(self, text: str, at: int) -> Found | None:
        """The longest name that begins at a place."""
        reach = at + self._reach
        while not _joins(text, at) and (hits := _matches(self._longest, text[at:reach])):
            number, start, end = hits[0]
            if start:
                return None
            if not _joins(text, at + end):
                return number, at, at + end
            reach = at + end - 1
        return None


def _matches(automaton: AhoCorasick, text: str, *, overlapping: bool = False) -> list[Found]:
    try:
        return automaton.find_matches_as_indexes(text, overlapping)
    except UnicodeEncodeError:
        # Half a character is in no name.
        return automaton.find_matches_as_indexes(_LONE_SURROGATE.sub("\ufffd", text), overlapping)


def _joins(text: str, at: int) -> bool:
    """Whether the characters before and at a place belong to one word."""
    before, after = text[at - 1], text[at]
    return before < _SPACELESS and after < _SPACELESS and before.isalnum() and after.isalnum()


def _sort(name: str) -> int:
    """Where a name may stand: anywhere, or only as a word, or as several, of which one may be a name itself."""
    if name and name[0] >= _SPACELESS and name[-1] >= _SPACELESS:
        return _ANYWHERE
    return _WORD if _ONE_WORD.fullmatch(name) else _WORDS
