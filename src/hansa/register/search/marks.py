"""The words sought, marked in a text."""

import re
from functools import lru_cache

from hansa.atlas.folding import scan
from hansa.register.search.matching import Question
from hansa.register.search.words import CJK, IS_CJK

_SNIPPET = 160


@lru_cache(100)
def _pattern(question: Question) -> re.Pattern[str]:
    """Finds each word sought wherever it begins, words that overlap too; words of letters only where one begins."""
    words = sorted((*question.words, *question.beginnings), key=len, reverse=True)
    places = (word if IS_CJK.match(word) else rf"(?<![^\W_{CJK}]){word}" for word in words)
    return re.compile(rf"(?=({'|'.join(places)}))")


def snippet(text: str, question: Question) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A piece of the text from shortly before the first word sought, and the (start, end) of those words in it.

    Those that touch or overlap are joined. The beginning of the text, and nothing marked, where it has none of them.
    """
    folded, pattern = scan(text), _pattern(question)
    first = pattern.search(folded)
    start = max(0, first.start() - _SNIPPET // 4) if first else 0
    end = start + _SNIPPET
    joined: list[tuple[int, int]] = []
    for found in pattern.finditer(folded, start, end) if first else ():
        at, until = found.start(1) - start, min(found.end(1), end) - start
        if joined and at <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(until, joined[-1][1]))
        else:
            joined.append((at, until))
    return text[start:end], tuple(joined)
