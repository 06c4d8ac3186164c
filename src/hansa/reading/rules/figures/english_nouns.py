"""What stands around a number in an English sentence: the noun that it counts, and the words before and after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hansa.reading.patterns import regex
from hansa.reading.values.dates import Dated
from hansa.reading.values.numbers import Quantity, find_english

_STOP = (
    r"(?!(?:in|on|at|from|for|to|by|with|of|off|out|and|or|but|were|was|are|is|be|have|has|had|took|take|came|come"
    r"|went|go|than|as|who|which|that|when|while|this|these|also|more|less|fewer|per|each|will|would|since|after"
    r"|before|other)\b)"
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

# Sentences are shorter; what is longer is a table of thousands of numbers in one line.
_NEAR, _RIGHT_BEFORE = 400, 80


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
        """The sentence up to the number, as far back as words belong together."""
        return self.text[max(0, self.quantity.start - _NEAR) : self.quantity.start]

    @property
    def near(self) -> str:
        """The words right before the number."""
        return self.text[max(0, self.quantity.start - _RIGHT_BEFORE) : self.quantity.start]

    @property
    def lead(self) -> str:
        """The same with what hedges the number: `no more than`."""
        return self.text[max(0, self.quantity.start - _RIGHT_BEFORE) : self.quantity.digits[0]]

    @property
    def after(self) -> str:
        """The sentence from the number's end on, as far as words belong together."""
        return self.text[self.quantity.end : self.quantity.end + _NEAR]


def numbers(text: str, dates: Sequence[Dated]) -> Iterator[Number]:
    """The numbers of a sentence that are no part of a date, in order."""
    for quantity in find_english(text):
        if any(dated.start < quantity.end and quantity.start < dated.end for dated in dates):
            continue
        counted = COUNTED.match(text, quantity.end)
        if counted and any(dated.start < counted.end() and quantity.end < dated.end for dated in dates):
            counted = None
        near = max(0, quantity.start - _NEAR)
        starts = [match.end() for match in _CLAUSE.finditer(text, near, quantity.start)]
        clause = text[starts[-1] if starts else near : quantity.start]
        yield Number(
            quantity, text, counted["what"] if counted else "", counted.end() if counted else quantity.end, clause
        )


def thing(number: Number) -> str:
    """The noun with what it consists of: pairs of shoes, hours of work; of tonnes only what they are of."""
    contents = _CONTENTS.match(number.text, number.end)
    if not number.what:
        return contents["what"].removeprefix("of ") if contents else ""
    return f"{number.what} {contents['what']}" if contents else number.what
