"""What each number of a draft claims: the words that say what it counts, and the period for which it holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from hansa.facts import Exchange, Fact, Span, span
from hansa.facts import Figure as FigureFact
from hansa.figures.checking.draft import Draft, Read
from hansa.figures.checking.likeness import Grams, grams
from hansa.figures.checking.numbers import BLANK, Number, numbers_of
from hansa.figures.checking.times import told_in
from hansa.reading.document import BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.figures import periods
from hansa.reading.rules.figures.counting import counted
from hansa.reading.rules.figures.naming import Named, named

_CLAUSE = regex(r"[，；。！？：|｜,;:!?.](?!\d)|\t")
_HEADINGS = 3


@dataclass(frozen=True)
class Claim:
    """A number with what it counts, in words, and when: `period` in EDTF, empty where the draft does not tell.

    `told_in` is the time that the draft as a whole tells of. `counts` is false for an ordinal that is no total.
    """

    number: Number
    words: str
    clause: str
    period: str
    told_in: Span | None
    counts: bool

    @cached_property
    def own(self) -> Grams:
        """The grams of the words that say what is counted."""
        return grams(self.words) or grams(self.clause)

    @cached_property
    def around(self) -> Grams:
        """The grams of the sentence and of the headings above it."""
        read = self.number.read
        return grams("\n".join((read.block.text, *read.block.headings[-_HEADINGS:], self.words)))

    @cached_property
    def days(self) -> Span | None:
        """The first and last day of its period; None where it has none."""
        return span(self.period) if self.period else None


def claims_of(draft: Draft) -> Iterator[Claim]:
    """The claims of the draft's numbers, in its order."""
    figures = [fact for fact in draft.facts if isinstance(fact, FigureFact)]
    whole = told_in([span(date) for date in _dates_of(draft.facts)])
    last: Read | None = None
    earlier = Named()
    for number in numbers_of(draft):
        if last is None or number.read is not last:
            last, earlier = number.read, Named()
            draft.context.enter(number.read.index)
        claim, earlier = _claim(number, draft, figures, earlier, whole)
        yield claim


def _dates_of(facts: Sequence[Fact]) -> Iterator[str]:
    """The days and periods of what is told: figures and exchanges, not since when somebody is a partner."""
    for fact in facts:
        if isinstance(fact, FigureFact) and isinstance(fact.period, str):
            yield fact.period
        elif isinstance(fact, Exchange) and isinstance(fact.date, str):
            yield fact.date


def _claim(
    number: Number, draft: Draft, figures: list[FigureFact], earlier: Named, whole: Span | None
) -> tuple[Claim, Named]:
    fact = _fact_of(number, figures)
    name = None if fact else _name(number, earlier)
    words = fact.measure if fact else name.measure if name else _words(number)
    counts = bool(fact or name or not number.ordinal)
    stated = periods.stated(number.read.sentence.dates, number.text, number.start)
    period = _period_of(fact) if fact else stated or periods.fallback(draft.context, standing=False)
    return Claim(number, words, _clause(number), period, whole, counts), name or earlier


def _period_of(fact: FigureFact) -> str:
    return fact.period if isinstance(fact.period, str) else ""


def _fact_of(number: Number, figures: list[FigureFact]) -> FigureFact | None:
    """The figure that reading took this number for."""
    start, end = number.place
    for fact in figures:
        covers = isinstance(fact.start, int) and isinstance(fact.end, int) and fact.start <= start and end <= fact.end
        if covers and fact.value == number.value and (fact.unit or "") == number.unit:
            return fact
    return None


def _name(number: Number, earlier: Named) -> Named | None:
    """What the number counts as reading names it, by the words around it or by what was counted before it."""
    undated = _undated(number)
    for found in counted(undated) if number.read.block.kind is not BlockKind.ROW else ():
        if found.quantity.digits == number.digits:
            return replace(named(found, undated, earlier, number.read.block), end=found.end)
    return None


def _words(number: Number) -> str:
    """The words of the number's clause, or of its column and row."""
    if number.read.block.kind is BlockKind.ROW:
        return _words_of_cell(number)
    return f"{_clause(number)} {number.noun}"


def _undated(number: Number) -> str:
    text = number.text
    for dated in number.read.sentence.dates:
        text = text[: dated.start] + BLANK * (dated.end - dated.start) + text[dated.end :]
    return text


def _words_of_cell(number: Number) -> str:
    """The words of a number in a table: its column's head, the first cell of its row, and its own cell."""
    cells = number.read.block.cells
    own = next((cell for cell in cells if number.place[0] in cell.offsets), None)
    head = own.header if own else ""
    return " ".join(dict.fromkeys((cells[0].text if cells else "", head, own.text if own else number.text)))


def _clause(number: Number) -> str:
    """The clause in which the number stands, without the number."""
    text = number.text
    start = max((match.end() for match in _CLAUSE.finditer(text, 0, number.start)), default=0)
    end = _CLAUSE.search(text, number.end)
    return text[start : number.start] + BLANK + text[number.end : end.start() if end else len(text)]
