"""What stands around a number in an English sentence: the noun that it counts, and the words before and after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hansa.reading.patterns import regex
from hansa.reading.values.dates import Dated
from hansa.reading.values.numbers import Quantity, find_english

_STOP = (
    r"(?!(?:in|on|at|from|for|to|by|with|of|off|out|and|or|but|were|was|are|is|be|have|has|had|took|take|came|come"
    r"|went|go"
    r"|than|as|who|which|that|when|while|this|these|also|more|less|fewer|per|each|will|would|since|after|before"
    r"|other)\b)"
)
_NO_PLURAL = (
    r"(?<!ous)(?<!ss)(?<!\bhas)(?<!\bwas)(?<!\bits)(?<!\bthis)(?<!\bas)(?<!\bus)(?<!seas)(?<!wards)(?<!besides)"
)
_PLURAL = rf"(?:[a-z][\w’'-]*s{_NO_PLURAL}|people|children|men|women|staff|personnel|persons|media|memoranda)"
COUNTED = regex(
    rf"\s(?P<of>of (?:the|its|our|their|them"
    rf"|these)\s?)?(?P<what>(?:{_STOP}[A-Za-z][\w'’.-]*,?\s){{0,5}}?{_PLURAL})\b(?=[\s.,;:)–—]|$)"
)
"""A number's noun with what describes it: ` requests for` gives requests, ` young Polish engineers` all three."""

_CONTENTS = regex(r"\s(?P<what>of (?:[a-z-]+\s){0,2}?[a-z][\w-]+)\b")
_CLAUSE = regex(r"[;:]\s|,\s(?=(?:and|but|while|of which|of whom|bringing|with|which|where)\b)")


@dataclass(frozen=True)
class Number:
    """A number in a sentence: `what` is the noun that it counts (empty where none follows), which ends at `end`;
    `clause` the words of its clause before it."""

    quantity: Quantity
    text: str
    what: str
    end: int
    clause: str

    @property
    def before(self) -> str:
        """The sentence up to the number."""
        return self.text[: self.quantity.start]

    @property
    def after(self) -> str:
        """The sentence from the number's end on."""
        return self.text[self.quantity.end :]


def numbers(text: str, dates: Sequence[Dated]) -> Iterator[Number]:
    """The numbers of a sentence that are no part of a date, in order."""
    for quantity in find_english(text):
        if any(dated.start < quantity.end and quantity.start < dated.end for dated in dates):
            continue
        counted = COUNTED.match(text, quantity.end)
        if counted and any(dated.start < counted.end() and quantity.end < dated.end for dated in dates):
            counted = None
        starts = [match.end() for match in _CLAUSE.finditer(text, 0, quantity.start)]
        clause = text[starts[-1] if starts else 0 : quantity.start]
        yield Number(
            quantity, text, counted["what"] if counted else "", counted.end() if counted else quantity.end, clause
        )


def thing(number: Number) -> str:
    """The noun with what it consists of: pairs of shoes, hours of work; of tonnes only what they are of."""
    contents = _CONTENTS.match(number.text, number.end)
    if not number.what:
        return contents["what"].removeprefix("of ") if contents else ""
    return f"{number.what} {contents['what']}" if contents else number.what
