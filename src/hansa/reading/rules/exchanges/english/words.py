"""The words of an English text. Whether it has any of some is soon told, and asked before a pattern is tried."""

from functools import lru_cache

from hansa.reading.patterns import regex

_WORD = regex(r"[a-z]+")


@lru_cache(maxsize=2048)
def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case; what a hyphen or apostrophe joins is several."""
    return frozenset(_WORD.findall(text.lower()))


def has_any(text: str, words: frozenset[str]) -> bool:
    """Whether a text has any of these words."""
    return not words.isdisjoint(words_of(text))
