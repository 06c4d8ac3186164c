"""The numbers that the register knows: what each is of, by which words documents tell it, and on what it rests."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from hansa.facts import Span
from hansa.figures.checking.likeness import Grams, grams
from hansa.figures.checking.times import told_in
from hansa.figures.checking.writing import plain_number
from hansa.figures.recognition import measure_named, recognise
from hansa.register.enums import FactState
from hansa.register.models import Fact, Figure, Party

_SOME_DAYS = dt.timedelta(days=14)


@dataclass(frozen=True)
class Known:
    """A number that the register holds.

    `measure` says in the documents' words what it is of, `heading` what stands above it, `quotes` are the passages
    that state it. `values` begins with what the record holds; others are what further documents say. `days` is None
    where it has no period, `told_in` then the time that its documents tell of; what is `timeless` holds whenever it is
    told. `records` are the refs of the record and of its sources.
    """

    measure: str
    values: tuple[Decimal, ...]
    unit: str
    records: tuple[str, ...]
    period: str = ""
    days: Span | None = None
    told_in: Span | None = None
    heading: str = ""
    quotes: tuple[str, ...] = ()
    key: str = ""
    timeless: bool = False

    @property
    def value(self) -> Decimal:
        """What the record holds."""
        return self.values[0]

    def shown_as(self, value: Decimal) -> str:
        """What it is of, with one of its values, unit and period, as a person reads it."""
        period = f" ({self.period})" if self.period else ""
        return f"{self.measure} {plain_number(value)} {self.unit}".rstrip() + period

    @property
    def is_of_days(self) -> bool:
        """Whether it is of a day or some days, not of months or years."""
        days = self.days
        return bool(days and days.first and days.last and days.last - days.first <= _SOME_DAYS)

    @cached_property
    def own(self) -> Grams:
        """The grams of what it is of."""
        return grams(self.measure)

    @cached_property
    def telling(self) -> Grams:
        """Those of its grams, in either language, without any of which words are not alike: no single characters."""
        return frozenset(gram for gram in self.own | self.in_english if len(gram) > 1) or self.own

    @cached_property
    def in_english(self) -> Grams:
        """The grams of what it is of in English: by its own words, else by its measure; empty where neither tells."""
        measure = measure_named(self.key)
        return grams(self.measure) if self.measure.isascii() else grams(measure.label.en) if measure else frozenset()

    @cached_property
    def nouns(self) -> Grams:
        """The grams of the English nouns that count it, with those of what it is of."""
        measure = measure_named(self.key)
        units = (measure.unit.en, *measure.reported_units) if measure else ()
        return self.in_english | grams("\n".join(unit for unit in units if unit.isascii()))

    @cached_property
    def around(self) -> Grams:
        """The grams of what it is of, of its heading and of the passages that state it, and of its measure."""
        measure = measure_named(self.key)
        label = (measure.label.zh, measure.label.en) if measure else ()
        return grams("\n".join((self.measure, self.heading, *label, *self.quotes)))


def known_figures(home: Party) -> list[Known]:
    """The figures of a city, oldest first; three queries."""
    stated = Fact.objects.filter(state=FactState.ADMITTED, figure__home=home)
    told: dict[int, list[tuple[str, int, object]]] = defaultdict(list)
    columns = ("figure_id", "passage__quote", "passage__source_id", "data__value")
    for number, quote, source, value in stated.values_list(*columns):
        told[number].append((quote, source, value))
    figures = list(Figure.objects.filter(home=home).order_by("first", "pk"))
    times = _times_of_sources() if any(figure.first is None for figure in figures) else {}
    return [_known(figure, told[figure.pk], times) for figure in figures]


def _known(figure: Figure, told: Sequence[tuple[str, int, object]], times: Mapping[int, Span | None]) -> Known:
    sources = list(dict.fromkeys(source for _, source, _ in told))
    return Known(
        measure=figure.measure,
        values=_values(figure.value, (value for _, _, value in told)),
        unit=figure.unit,
        records=(figure.ref, *(f"source-{source}" for source in sources)),
        period=figure.period,
        days=Span(figure.first, figure.last) if figure.first or figure.last else None,
        told_in=told_in([times.get(source) for source in sources]),
        heading=figure.section,
        quotes=tuple(quote for quote, _, _ in told),
        key=figure.measure_key or _measure_of(figure, [quote for quote, _, _ in told]),
    )


def _measure_of(figure: Figure, quotes: Sequence[str]) -> str:
    """The key of the measure that its words tell; empty where they tell none."""
    for quote in quotes or ("",):
        found = recognise(figure.measure, figure.unit, figure.section, sentence=quote, around=quote)
        if found:
            return found[0].measure.key
    return ""


def _times_of_sources() -> dict[int, Span | None]:
    """The time that each source tells of, by the figures and exchanges in it; one query."""
    days: dict[int, list[Span]] = defaultdict(list)
    facts = Fact.objects.filter(state=FactState.ADMITTED)
    columns = ("figure__first", "figure__last", "exchange__first", "exchange__last")
    for source, *ends in facts.values_list("passage__source_id", *columns):
        days[source] += [Span(*ends[:2]), Span(*ends[2:])]
    return {source: told_in(spans) for source, spans in days.items()}


def _values(held: Decimal, stated: Iterable[object]) -> tuple[Decimal, ...]:
    others = (Decimal(str(value)) for value in stated if isinstance(value, int | float))
    return tuple(dict.fromkeys((held, *others)))
