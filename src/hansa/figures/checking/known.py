"""The numbers that the register knows: what each is of, by which words documents tell it, and on what it rests."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from hansa.facts import Span
from hansa.figures.checking.likeness import Grams, grams
from hansa.figures.checking.writing import plain_number
from hansa.register.enums import FactState
from hansa.register.models import Fact, Figure, Party


@dataclass(frozen=True)
class Known:
    """A number that the register holds.

    `measure` says in the documents' words what it is of, `heading` what stands above it, `quotes` are the passages
    that state it. `values` begins with what the record holds; others are what further documents say. `days` is None
    where it has no period. `records` are the refs of the record and of its sources.
    """

    measure: str
    values: tuple[Decimal, ...]
    unit: str
    records: tuple[str, ...]
    period: str = ""
    days: Span | None = None
    heading: str = ""
    quotes: tuple[str, ...] = ()
    key: str = ""

    @property
    def value(self) -> Decimal:
        """What the record holds."""
        return self.values[0]

    @property
    def shown(self) -> str:
        """What it is of, with value, unit and period, as a person reads it."""
        period = f" ({self.period})" if self.period else ""
        return f"{self.measure} {plain_number(self.value)} {self.unit}".rstrip() + period

    @cached_property
    def own(self) -> Grams:
        """The grams of what it is of."""
        return grams(self.measure)

    @cached_property
    def around(self) -> Grams:
        """The grams of what it is of, of its heading and of the passages that state it."""
        return grams("\n".join((self.measure, self.heading, *self.quotes)))


def known_figures(home: Party) -> list[Known]:
    """The figures of a city, oldest first; two queries."""
    stated = Fact.objects.filter(state=FactState.ADMITTED, figure__home=home)
    told: dict[int, list[tuple[str, int, object]]] = defaultdict(list)
    for number, quote, source, value in stated.values_list(
        "figure_id", "passage__quote", "passage__source_id", "data__value"
    ):
        told[number].append((quote, source, value))
    return [
        Known(
            measure=figure.measure,
            values=_values(figure.value, (value for _, _, value in told[figure.pk])),
            unit=figure.unit,
            records=tuple(dict.fromkeys((figure.ref, *(f"source-{source}" for _, source, _ in told[figure.pk])))),
            period=figure.period,
            days=Span(figure.first, figure.last) if figure.first or figure.last else None,
            heading=figure.section,
            quotes=tuple(quote for quote, _, _ in told[figure.pk]),
            key=figure.measure_key,
        )
        for figure in Figure.objects.filter(home=home).order_by("first", "pk")
    ]


def _values(held: Decimal, stated: Iterable[object]) -> tuple[Decimal, ...]:
    others = (Decimal(str(value)) for value in stated if isinstance(value, int | float))
    return tuple(dict.fromkeys((held, *others)))
