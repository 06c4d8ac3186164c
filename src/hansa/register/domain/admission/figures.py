"""Admitting a figure: the same number told again, another number for the same thing, or a new one."""

from hansa import facts
from hansa.register.domain.admission.numbers import measured
from hansa.register.domain.admission.outcome import Outcome, Unresolved, days_of, stated
from hansa.register.domain.known import KnownNames
from hansa.register.domain.parties import key_of
from hansa.register.enums import Hindrance
from hansa.register.models import Figure, Party, Source


def _for_the_same(fact: facts.Figure, home: Party | None) -> list[Figure]:
    """The figures of the same city for the same measure, unit and period."""
    first, last = days_of(stated(fact.period) or "")
    found = Figure.objects.filter(home=home, folded=key_of(fact.measure), first=first, last=last).order_by("pk")
    unit = key_of(stated(fact.unit) or "")
    return [figure for figure in found.prefetch_related("facts__passage") if key_of(figure.unit) == unit]


def _under_one_heading(figure: Figure, fact: facts.Figure) -> bool:
    section = key_of(stated(fact.section) or "")
    return not section or not figure.section or key_of(figure.section) == section


def _same_figure(fact: facts.Figure, home: Party | None, source: Source) -> Figure | None:
    candidates = _for_the_same(fact, home)
    value = measured(fact.value)
    equal = [figure for figure in candidates if figure.value == value]
    # A document that gives two numbers for the same words means two things, unless they are the same number.
    others = [
        figure
        for figure in candidates
        if _under_one_heading(figure, fact)
        and not any(told.passage.source_id == source.pk for told in figure.facts.all())
    ]
    return next(iter([*equal, *others]), None)


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
