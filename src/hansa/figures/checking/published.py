"""The figures that the register holds of a city, with the words in which documents report them."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from hansa.facts import Span
from hansa.figures.checking.likeness import Grams, grams
from hansa.figures.checking.writing import plain_number
from hansa.register.enums import FactState
from hansa.register.models import Fact, Figure, Party


@dataclass(frozen=True)
class Reported:
    """A figure of the register: its ref, what it counts, its value, unit and period, and the passages that state it."""

    ref: str
    measure: str
    value: Decimal
    unit: str
    period: str
    days: Span | None
    section: str
    quotes: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def shown(self) -> str:
        """Its value with unit and period, as a person reads it."""
        return f"{plain_number(self.value)} {self.unit} ({self.period or '–'})".replace(" (–)", "")

    @cached_property
    def own(self) -> Grams:
        """The grams of what it counts."""
        return grams(self.measure)

    @cached_property
    def around(self) -> Grams:
        """The grams of what it counts, of its heading and of the passages that state it."""
        return grams("\n".join((self.measure, self.section, *self.quotes)))


def reported_of(home: Party) -> list[Reported]:
    """The figures of a city, oldest first; two queries."""
    quotes: dict[int, list[str]] = defaultdict(list)
    sources: dict[int, dict[str, None]] = defaultdict(dict)
    stated = Fact.objects.filter(state=FactState.ADMITTED, figure__home=home)
    for number, quote, source in stated.values_list("figure_id", "passage__quote", "passage__source_id"):
        quotes[number].append(quote)
        sources[number][f"source-{source}"] = None
    return [
        Reported(
            figure.ref,
            figure.measure,
            figure.value,
            figure.unit,
            figure.period,
            Span(figure.first, figure.last) if figure.first or figure.last else None,
            figure.section,
            tuple(quotes[figure.pk]),
            tuple(sources[figure.pk]),
        )
        for figure in Figure.objects.filter(home=home).order_by("first", "pk")
    ]
