"""Questions that a document puts to itself and answers with a number: How many sisters do we have? Seven."""

from dataclasses import dataclass

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.sentence import Sentence

_ASKS = regex(
    r"\b[Hh]ow many (?P<en>[a-z][\w' -]*?)"
    r" (?:do|does|did|are|is|have|has|had|were|was|came|went|took|visited)\b[^?]*\?\s*$"
    r"|(?:幾|多少)\s?(?P<unit>[個座件場次國位名批團])?(?P<zh>[^，。；？?]{2,16}?)(?:呢|了)?[？?]\s*$"
)
_ENDS = regex(r"\s*(?:[.,;:!，。；：、！]|$)")


@dataclass(frozen=True)
class Asked:
    """What a question asks the number of, and the period that it names."""

    what: str
    period: str = ""


def asked_before(sentence: Sentence, number: int, context: Context) -> Asked | None:
    """What the question right before a sentence of the block being read asks, which may be the end of the block before
    it; `number` is the sentence's place in the block."""
    if number:
        question = context.sentences()[number - 1]
    elif context.index and context.blocks[context.index - 1].text.rstrip().endswith(("?", "？")):
        question = context.sentences(context.index - 1)[-1]
    else:
        return None
    asks = _ASKS.search(question.text)
    if not asks or sentence.text.rstrip().endswith(("?", "？")):
        return None
    return Asked(asks["en"] or asks["zh"], question.dates[-1].edtf if question.dates else "")


def answers(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins with the number at a place, and goes on with nothing that it counts."""
    return not text[:start].strip(" 共計約有") and bool(_ENDS.match(text, end))
