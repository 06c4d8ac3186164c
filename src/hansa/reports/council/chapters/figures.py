"""The department's other figures: a slide for each section of its report."""

from collections.abc import Iterator

from hansa.reports.council.items import Counted
from hansa.reports.council.making import Making
from hansa.reports.council.slides import Numbers, Slide


def figures(making: Making, *, abroad: bool) -> Iterator[Slide]:
    """Big figures with what they count; their sources in the notes. Those on matters abroad, or the others."""
    for group in (one for one in making.report.figures if one.abroad == abroad):
        numbers = tuple(making.wording.number(one, _aside(making, one)) for one in group.figures)
        notes = [note for one in group.figures for note in making.figure_notes(one)]
        title = making.wording.words(group.title)
        kicker = making.titles.exchanges if abroad else making.titles.figures
        yield making.slide(kicker, title, Numbers(numbers, roomy=True), notes=notes)


def _aside(making: Making, figure: Counted) -> str:
    """The figure's period, where it is more than a year: a bare one may be but the year that the document is of."""
    return making.wording.date(figure.period) if len(figure.period) > len("2026") else ""
