"""What documents published for a measure, so that it can be laid beside what the register's records give."""

from hansa.figures.answers import Asked, Published
from hansa.figures.measure import Measure
from hansa.register.models import Figure


def _same_period(figure: Figure, measure: Measure, asked: Asked) -> bool:
    # What was published as of some day within the period stands beside the state at its end.
    return measure.moment == "day" or (figure.first == asked.first and figure.last == asked.last)


def published(measure: Measure, asked: Asked) -> tuple[Published, ...]:
    """The figures that documents state for the measure and period, oldest first; at most one query."""
    figures = asked.gathered.figures(asked.home, asked.first, asked.last)
    return tuple(
        Published(figure.ref, figure.measure, figure.value, figure.unit, figure.period)
        for figure in figures
        if measure.answers_to(figure.measure, figure.unit) and _same_period(figure, measure, asked)
    )
