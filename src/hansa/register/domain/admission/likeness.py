"""How alike two wordings are."""

from functools import lru_cache

from hansa.register.search.words import terms


@lru_cache(10_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(terms(text).split())


def likeness(one: str, other: str) -> float:
    """The share of the shorter wording's words that the longer one has too, from 0 to 1.

    Words are those of search: pairs of Chinese characters and lower-cased words, in any script form.
    """
    first, second = _words(one), _words(other)
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0
