"""What documents published for a measure: beside a computed number, and as the answer of a reported one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hansa.figures.answers import Answer, Asked, Gap, Published
from hansa.figures.measure import Measure
from hansa.figures.recognition import Recognition
from hansa.figures.rows import Row, rows_of
from hansa.register.models import Figure

_A_DAY = dt.timedelta(days=1)


def as_published(figure: Figure) -> Published:
    """The figure as answers carry it."""
    return Published(
        figure.ref, figure.measure, _plain(figure.value), figure.unit, figure.period, figure.first, figure.last
    )


def _plain(value: Decimal) -> Decimal:
    """The value without idle noughts, never as 1E+3."""
    return Decimal(int(value)) if value == int(value) else Decimal(value).normalize()


def of_measure(measure: Measure, asked: Asked) -> list[Figure]:
    """The figures of a measure whose period lies within the days asked, oldest first; two queries for all measures."""
    figures = asked.gathered.figures(asked.home, asked.first, asked.last)
    recognition = asked.gathered.once("recognition", Recognition)
    recognition.take(figures)
    return [figure for figure in figures if recognition.measure_of(figure) is measure]


def published(measure: Measure, asked: Asked) -> tuple[Published, ...]:
    """The figures that documents state for the measure and period, oldest first.

    What was published as of some day within the period stands beside the state at its end.
    """
    return tuple(
        as_published(figure)
        for figure in of_measure(measure, asked)
        if measure.moment == "day" or (figure.first, figure.last) == (asked.first, asked.last)
    )


def reported(measure: Measure, asked: Asked) -> Answer:
    """The answer of a reported measure: the figure published for the period, or the sum of those of its parts.

    Of a state the latest figure counts. Months, quarters and whatever else lies within the period are added up only
    where the measure may be summed over periods, each day once, the longest first; `missing` are the days that no
    figure covers, unless one of the figures is of an occasion of some days, which leaves nothing open.
    """
    figures = of_measure(measure, asked)
    counted = list(_counted(measure, asked, figures))
    value = sum((figure.value for figure in counted), Decimal(0))
    rows = [Row(figure.ref, str(figure), None, figure.period) for figure in counted]
    return Answer(
        key=measure.key,
        label=measure.label,
        unit=measure.unit,
        first=asked.first,
        last=asked.last,
        value=int(value) if value == int(value) else value.normalize(),
        rows=rows_of(rows),
        published=tuple(as_published(figure) for figure in figures),
        missing=tuple(_gaps(asked, counted)),
    )


def _counted(measure: Measure, asked: Asked, figures: Sequence[Figure]) -> list[Figure]:
    exact = [figure for figure in figures if (figure.first, figure.last) == (asked.first, asked.last)]
    if measure.moment == "day" and figures:
        return [max(figures, key=lambda figure: (_last(figure), figure.pk))]
    if exact:
        return exact if "sites" in measure.summed_over and _of_sites(exact) else [exact[-1]]
    return _tiles(figures) if "periods" in measure.summed_over else []


def _of_sites(figures: Sequence[Figure]) -> bool:
    """Whether figures of one period are of several sites: they are told in different words."""
    return len({figure.folded for figure in figures}) == len(figures)


def _tiles(figures: Sequence[Figure]) -> list[Figure]:
    """Figures that share no day, the longest first, the latest entered of equals; in the order of their days."""
    chosen: list[Figure] = []
    for figure in sorted(figures, key=lambda figure: (_first(figure) - _last(figure), -figure.pk)):
        if all(_last(figure) < _first(one) or _first(figure) > _last(one) for one in chosen):
            chosen.append(figure)
    return sorted(chosen, key=_first)


def _gaps(asked: Asked, counted: Sequence[Figure]) -> Iterator[Gap]:
    if not counted or not all(_is_of_months(figure) for figure in counted):
        return
    ends = [asked.first - _A_DAY, *(_last(figure) for figure in counted)]
    begins = [*(_first(figure) for figure in counted), asked.last + _A_DAY]
    for end, begin in zip(ends, begins, strict=True):
        if begin - end > _A_DAY:
            yield Gap(end + _A_DAY, begin - _A_DAY)


def _is_of_months(figure: Figure) -> bool:
    return _first(figure).day == 1 and (_last(figure) + _A_DAY).day == 1


def _first(figure: Figure) -> dt.date:
    return figure.first or dt.date.min


def _last(figure: Figure) -> dt.date:
    return figure.last or dt.date.max
