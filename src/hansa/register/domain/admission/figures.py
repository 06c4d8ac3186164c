"""Admitting a figure: the same number told again, another number for the same thing, or a new one."""

from collections import defaultdict

from hansa import facts
from hansa.register.domain.admission.numbers import measured
from hansa.register.domain.admission.outcome import Outcome, Unresolved, days_of, stated
from hansa.register.domain.known import KnownNames
from hansa.register.domain.parties import key_of
from hansa.register.enums import FactType, Hindrance
from hansa.register.models import Fact, Figure, Party, Source


def _for_the_same(fact: facts.Figure, home: Party | None) -> list[Figure]:
    """The figures of the same city for the same measure, unit and period."""
    first, last = days_of(stated(fact.period) or "")
    found = Figure.objects.filter(home=home, folded=key_of(fact.measure), first=first, last=last).order_by("pk")
    unit = key_of(stated(fact.unit) or "")
    return [figure for figure in found.prefetch_related("facts__passage") if key_of(figure.unit) == unit]


def _under_one_heading(figure: Figure, fact: facts.Figure) -> bool:
    section = key_of(stated(fact.section) or "")
    return not section or not figure.section or key_of(figure.section) == section


def _mean_one_thing(fact: facts.Figure, candidates: list[Figure], home: Party | None) -> bool:
    """Whether no document of the city gives two numbers for these words, unit and period: then they mean one thing.

    Words such as 件數 stand under many headings; only the heading tells what they count.
    """
    words = {fact.measure, *(figure.measure for figure in candidates)}
    told = Fact.objects.filter(type=FactType.FIGURE, data__measure__in=words, passage__source__home=home)
    unit, days = key_of(stated(fact.unit) or ""), days_of(stated(fact.period) or "")
    numbers: dict[int, set[float]] = defaultdict(set)
    for source, data in told.values_list("passage__source_id", "data"):
        if key_of(data.get("unit", "")) == unit and days_of(data.get("period", "")) == days:
            numbers[source].add(data["value"])
    return all(len(values) == 1 for values in numbers.values())


def _same_figure(fact: facts.Figure, home: Party | None, source: Source) -> Figure | None:
    candidates = _for_the_same(fact, home)
    value = measured(fact.value)
    equal = [figure for figure in candidates if figure.value == value]
    # A document that gives two numbers for the same words means two things, unless they are the same number.
    others = [
        figure for figure in candidates if all(told.passage.source_id != source.pk for told in figure.facts.all())
    ]
    alike = [figure for figure in others if _under_one_heading(figure, fact)]
    if not equal and not alike and others and _mean_one_thing(fact, others, home):
        alike = others
    return next(iter([*equal, *alike]), None)


def admit_figure(fact: facts.Figure, names: KnownNames, source: Source, home: Party | None) -> Outcome:
    """Join the fact to the figure that it repeats or contradicts, or make one."""
    key = key_of(fact.measure)
    if not key:
        raise Unresolved(Hindrance.NO_NAME, fact.measure)
    value = measured(fact.value)
    held = _same_figure(fact, home, source)
    figure = held or Figure(home=home, measure=fact.measure, folded=key, value=value, published=names.publish)
    outcome = Outcome(figure, joined=held is not None)
    if figure.value != value:
        outcome.differ("value", format(figure.value, "f"), format(value, "f"))
    outcome.date("period", fact.period, "first", "last")
    outcome.fill("unit", fact.unit)
    outcome.fill("section", fact.section)
    figure.save()
    return outcome
