"""How alike two wordings are."""

from hansa.register.search.words import terms


def likeness(one: str, other: str) -> float:
    """The share of the shorter wording's words that the longer one has too, from 0 to 1.

    Words are those of search: pairs of Chinese characters and lower-cased words, in any script form.
    """
    first, second = set(terms(one).split()), set(terms(other).split())
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0
