"""How alike two wordings are, by the characters, pairs of characters and words that they share."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from hansa.atlas.folding import scan
from hansa.reading.patterns import regex

Grams = frozenset[str]
_RUN = regex(r"[\u3040-\u30ff\u3400-\u9fff]+|[a-z]{2,}")
# What says that something was counted or done, not what.
_EMPTY = regex(
    r"辦理|計有|共計|合計|總計|共有|累計|全年|年度|本年|本期|期間|截至|已有|達到|完成|受理|推動|相關|以及|等計"
    r"|\b(?:the|of|in|and|to|for|were|was|had|has|have|with|by|at|on|from|its|total|this|that|year|which|during|an?)\b"
)
_SHORTEST_STEM = 4


def grams(text: str) -> Grams:
    """The folded characters and pairs of a Chinese text, and its words without their endings."""
    found: set[str] = set()
    for run in _RUN.findall(_EMPTY.sub(" ", scan(text))):
        if run.isascii():
            found.add(_stem(run))
        else:
            found.update(run)
            found.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(found)


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s", "ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM - 1:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def weights(texts: Iterable[Grams]) -> Mapping[str, float]:
    """How much each gram tells, by how few of the texts have it; one that none has weighs as much as the rarest."""
    everything = list(texts)
    counts = Counter(gram for one in everything for gram in one)
    return {gram: math.log(1 + len(everything) / count) for gram, count in counts.items()}


def covered(wanted: Grams, given: Grams, weight: Mapping[str, float]) -> float:
    """Which share of the wanted grams the given ones have, by weight, from 0 to 1; 0 where none are wanted."""
    rarest = max(weight.values(), default=1.0)
    whole = sum(_worth(gram, weight, rarest) for gram in wanted)
    return sum(_worth(gram, weight, rarest) for gram in wanted & given) / whole if whole else 0.0


def _worth(gram: str, weight: Mapping[str, float], rarest: float) -> float:
    # A pair of characters says more than either of them.
    return weight.get(gram, rarest) * (1.0 if len(gram) > 1 else 0.4)
