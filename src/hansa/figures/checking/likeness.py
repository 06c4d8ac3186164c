"""How alike two wordings are, by the characters, pairs of characters and words that they share."""

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from hansa.atlas.folding import scan
from hansa.reading.patterns import regex

Grams = frozenset[str]
_RUN = regex(r"[\u3040-\u30ff\u3400-\u9fff]+|[a-z]{2,}")
# What says that something was counted or done, not what.
_EMPTY = regex(
    r"辦理|計有|共計|合計|總計|共有|累計|全年|年度|本年|本期|期間|截至|已有|達到|完成|受理|推動|相關|以及|等計"
    r"|\b(?i:the|of|in|and|to|for|were|was|had|has|have|with|by|at|on|from|its|total|this|that|year|which|during|an?)\b"
)
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ed", ""))
_SHORTEST_STEM = 3
# A pair of characters says more than either of them.
_OF_ONE_CHARACTER = 0.4


@lru_cache(maxsize=20_000)
def grams(text: str) -> Grams:
    """The folded characters and pairs of a Chinese text, and its words without their endings."""
    found: set[str] = set()
    for run in _RUN.findall(scan(_EMPTY.sub(" ", text).replace("姐", "姊"))):
        if run.isascii():
            found.add(_stem(run))
        else:
            found.update(run)
            found.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(found)


def _stem(word: str) -> str:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)] + instead
    return word


class Weights:
    """How much each gram of some texts tells, by how few of them have it; one that none has, as much as the rarest."""

    def __init__(self, texts: Iterable[Grams]) -> None:
        everything = list(texts)
        counts = Counter(gram for one in everything for gram in one)
        self._rarest = math.log(1 + len(everything))
        self._of = {gram: self._worth(gram, math.log(1 + len(everything) / count)) for gram, count in counts.items()}
        self._whole: dict[Grams, float] = {}

    @staticmethod
    def _worth(gram: str, weight: float) -> float:
        return weight if len(gram) > 1 else weight * _OF_ONE_CHARACTER

    def of(self, wanted: Grams) -> float:
        """What the grams weigh together."""
        weight = self._whole.get(wanted)
        if weight is None:
            weight = self._whole[wanted] = self._sum(wanted)
        return weight

    def _sum(self, wanted: Grams) -> float:
        known, rarest = self._of, self._rarest
        return sum(known[gram] if gram in known else self._worth(gram, rarest) for gram in wanted)

    def covered(self, wanted: Grams, given: Grams) -> float:
        """Which share of the wanted grams the given ones have, by weight, from 0 to 1; 0 where none are wanted."""
        shared = wanted & given
        return self._sum(shared) / self.of(wanted) if shared else 0.0
