"""Which measure a published figure is of: a person's choice, else what its words, sentence and heading say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from hansa.figures.catalogue import reported_measures
from hansa.figures.computed import COMPUTED
from hansa.figures.measure import Measure
from hansa.figures.wording import Said, country_in, plain
from hansa.register.enums import FactState
from hansa.register.models import Fact, Figure

# So many characters before a number can be of its sentence.
_BEFORE = 200
_SENTENCE_ENDS = re.compile(r"[。；;！？!?]|\n\s*\n")
_ORDINAL = re.compile(r"(?P<before>[一-鿿]{2,8})(第[一二三四五六七八九十0-9]+|首)[個座]")
# The weight of what is as good as certain: four characters of the figure's own words.
_CERTAIN = 8.0


@dataclass(frozen=True)
class Recognised:
    """A measure that words may be of; `score` from 0 to 1 says how much of it they tell."""

    measure: Measure
    score: float


@cache
def _by_unit() -> dict[str, list[Measure]]:
    """The measures by the units in which they are published, those that are computed first."""
    found: dict[str, list[Measure]] = {}
    for measure in (*COMPUTED, *reported_measures()):
        for unit in dict.fromkeys(plain(unit) for unit in measure.reported_units):
            found.setdefault(unit, []).append(measure)
    return found


@cache
def _by_key() -> dict[str, Measure]:
    return {measure.key: measure for measure in (*COMPUTED, *reported_measures())}


def measure_named(key: str) -> Measure | None:
    """The measure of that key, if there is one."""
    return _by_key().get(key)


def _of_one_country(words: str, sentence: str) -> str:
    """The words with the country of which they tell an order: 姊妹市 of 波蘭第二個姊妹市 is 波蘭姊妹市."""
    ordinal = _ORDINAL.search(sentence)
    country = country_in(ordinal["before"]) if ordinal else ""
    return f"{country}{words}" if country and country not in words else words


def recognise(words: str, unit: str, heading: str = "", *, sentence: str = "", around: str = "") -> list[Recognised]:
    """The measures that a number published under these words and in this unit may be of, the likeliest first.

    `words` name what is counted (消費爭議第一次申訴); `sentence` is its sentence up to the number, `heading` what it
    stands under, `around` the rest of the passage. Words of a sentence count half, those of headings a quarter: they
    may be about a neighbour. No query.
    """
    sentence = plain(sentence)
    said = Said(_of_one_country(plain(words), sentence), sentence, plain(f"{heading} {around}"))
    weighed = [(measure.wordings.weight(said), measure) for measure in _by_unit().get(plain(unit), [])]
    found = sorted((one for one in weighed if one[0]), key=lambda one: -one[0])
    return [Recognised(measure, round(min(weight / _CERTAIN, 1.0), 3)) for weight, measure in found]


@dataclass(frozen=True)
class Passage:
    """The words of a document that state a figure: before its number from the beginning of the sentence, and all."""

    sentence: str
    quote: str


class Recognition:
    """The measures of figures, with the passages that state them read for all of them at once."""

    def __init__(self, figures: Iterable[Figure] = ()) -> None:
        self._passages: dict[int, list[Passage]] = {}
        self._measures: dict[int, Measure | None] = {}
        self.take(figures)

    def take(self, figures: Iterable[Figure]) -> None:
        """Read the passages of these figures, if they were not read; two queries."""
        fresh = {figure.pk: figure for figure in figures if figure.pk not in self._passages}
        self._passages |= {pk: [] for pk in fresh}
        for pk, passage in _passages(fresh):
            self._passages[pk].append(passage)

    def measure_of(self, figure: Figure) -> Measure | None:
        """The measure of a figure that was taken; None where nothing tells it."""
        if figure.pk not in self._measures:
            self._measures[figure.pk] = self._found(figure)
        return self._measures[figure.pk]

    def _found(self, figure: Figure) -> Measure | None:
        if figure.measure_key:
            return measure_named(figure.measure_key)
        passages = self._passages[figure.pk] or [Passage("", "")]
        found = [
            one
            for passage in passages
            for one in recognise(
                figure.measure, figure.unit, figure.section, sentence=passage.sentence, around=passage.quote
            )[:1]
        ]
        return max(found, key=lambda one: one.score).measure if found else None


def _passages(figures: dict[int, Figure]) -> Iterable[tuple[int, Passage]]:
    facts = Fact.objects.filter(figure__in=list(figures), state=FactState.ADMITTED).select_related("passage__source")
    for fact in facts.order_by("pk"):
        start, text = fact.passage.start, fact.passage.source.text
        figure = figures[fact.figure_id or 0]
        quote = text[start : fact.passage.end]
        number = _number_in(quote, figure)
        before = text[max(0, start - _BEFORE) : start] + quote[:number]
        yield figure.pk, Passage(_SENTENCE_ENDS.split(before)[-1], quote)


def _number_in(quote: str, figure: Figure) -> int:
    """Where the figure's number ends in the quote, in digits or with 億 and 萬; the quote's end where it is not."""
    for written in _writings(Decimal(figure.value)):
        spaced = r"[,，]?\s*".join(re.escape(sign) for sign in written)
        if found := re.search(rf"(?<![0-9.,]){spaced}(?![0-9])", quote):
            return found.end()
    return len(quote)


def _writings(value: Decimal) -> Iterator[str]:
    yield f"{value.normalize():f}"
    yield f"{(value / 10_000).normalize():f}萬"
    hundred_millions, rest = divmod(value, 100_000_000)
    ten_thousands, ones = divmod(rest, 10_000)
    parts = ((hundred_millions, "億"), (ten_thousands, "萬"), (ones, ""))
    yield "".join(f"{number.normalize():f}{mark}" for number, mark in parts if number)


def measure_of(figure: Figure) -> Measure | None:
    """The measure that a figure is of: a person's choice, else what its words say; None if nothing. Two queries."""
    return Recognition([figure]).measure_of(figure)


def section_of(figure: Figure, recognition: Recognition | None = None) -> str:
    """The key of the section of the department's report in which the figure's measure stands; empty without one.

    For many figures, give the `recognition` that took them.
    """
    measure = (recognition or Recognition([figure])).measure_of(figure)
    return measure.section if measure else ""
