"""What each number of a draft claims: the words that say what it counts, and the period for which it holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from hansa.facts import Exchange, Fact, Span, span
from hansa.facts import Figure as FigureFact
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.likeness import Grams, grams
from hansa.figures.checking.numbers import BLANK, Number
from hansa.figures.checking.readings import Read
from hansa.figures.checking.times import told_in
from hansa.figures.recognition import recognise
from hansa.reading.document import BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.figures import periods
from hansa.reading.rules.figures.counting import counted
from hansa.reading.rules.figures.naming import Named, named

_CLAUSE = regex(r"[，；。！？：|｜,;:!?.](?!\d)|\t")
_HEADINGS = 3


@dataclass(frozen=True)
class Claim:
    """A number with what it counts, in words, and when: `periods` in EDTF, the likeliest first; may be none.

    `told_in` is the time that the draft as a whole tells of. `counts` is false for an ordinal that is no total.
    """

    number: Number
    words: str
    clause: str
    periods: tuple[str, ...]
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
    def sentence(self) -> Grams:
        """The grams of the sentence."""
        return grams(f"{self.number.text}\n{self.words}")

    @cached_property
    def spans(self) -> Sequence[Span | None]:
        """The days that its periods may be; None for a number without any."""
        return [span(period) for period in self.periods] or [None]

    @cached_property
    def measures(self) -> Mapping[str, float]:
        """The keys of the measures that it may be of, with how much of each its words tell, from 0 to 1."""
        number = self.number
        heading = " ".join(number.read.block.headings[-_HEADINGS:])
        before, after = number.text[: number.start], number.text[number.end :]
        block = number.read.block
        further = () if block.cells else (number.text, block.text)
        for words in (self.words, *further):
            for unit in (number.unit,) if number.unit else (number.noun, *number.noun.split()):
                found = recognise(words, unit, heading, sentence=before, around=after)
                if found:
                    return {one.measure.key: one.score for one in found if one.score == found[0].score}
        return {}


def claims_of(draft: Draft) -> Iterator[Claim]:
    """The claims of the draft's numbers, in its order."""
    figures = defaultdict[float, list[FigureFact]](list)
    for fact in draft.facts:
        if isinstance(fact, FigureFact):
            figures[fact.value].append(fact)
    whole = told_in([span(date) for date in _dates_of(draft.facts)])
    last: Read | None = None
    earlier = Named()
    for number in draft.numbers:
        if last is None or number.read is not last:
            last, earlier = number.read, Named()
            draft.context.enter(number.read.index)
        claim, earlier = _claim(number, draft, figures.get(float(number.value), []), earlier, whole)
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
    return Claim(number, words, _clause(number), tuple(_periods(number, draft, fact)), whole, counts), name or earlier


def _periods(number: Number, draft: Draft, fact: FigureFact | None) -> list[str]:
    """The periods for which a number may hold: the one that reading gives, and the date last said before it."""
    dates = number.read.sentence.dates
    told = fact.period if fact else periods.stated(dates, number.text, number.start)
    if not told and not fact:
        told = periods.fallback(draft.context, standing=False)
    before = [dated for dated in dates if dated.end <= number.start and not dated.aside]
    # The year of a name, 2026智慧城市展, may be that of the number.
    of_name = [dated.edtf for dated in before if not dated.sure]
    return list(dict.fromkeys(filter(None, (told or "", *(one.edtf for one in before[-1:]), *of_name))))


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
