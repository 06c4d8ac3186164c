"""The reported figures of a year, each in its section, those of one passage together."""

import datetime as dt
import math
from collections.abc import Iterable

from django.db.models import QuerySet

from hansa.figures.words import Words
from hansa.register.models import Figure, Party
from hansa.reports.outline.citations import citations_of
from hansa.reports.outline.items import FigureItem, FilledSection
from hansa.reports.outline.sections import Section, chapters, place
from hansa.reports.quantities import chinese_quantity, grouped

Group = tuple[FigureItem, ...]
_UNPLACED = Words("未分類", "Not classified")
# Figures belong to one sentence where their passages are this near, in characters, and they are not too many to read.
_NEAR = 120
_TOGETHER = 6


def figures_of_year(home: Party, first: dt.date, last: dt.date) -> QuerySet[Figure]:
    """The city's figures whose period shares a day with the year; a term of office of two years is among them."""
    return Figure.objects.filter(home=home, first__lte=last, last__gte=first)


def figure_items(home: Party, first: dt.date, last: dt.date) -> list[FigureItem]:
    """Those figures with their passages, in the order of their documents; two queries."""
    figures = list(figures_of_year(home, first, last))
    cited = citations_of("figure", [figure.pk for figure in figures])
    items = [
        FigureItem(
            figure.ref,
            figure.measure,
            figure.value,
            figure.unit,
            figure.period,
            figure.section,
            cited.get(figure.pk, ()),
        )
        for figure in figures
    ]
    return sorted(items, key=_place_in_document)


def _place_in_document(item: FigureItem) -> tuple[float, int, str]:
    """Documents in the order in which they were entered, numbers as they stand in them; without a document last."""
    if not item.citations:
        return (math.inf, 0, item.measure)
    citation = item.citations[0]
    quote = citation.quote.replace(" ", "")
    written = (grouped(item.value) + item.unit, chinese_quantity(item.value, item.unit), grouped(item.value))
    within = next((quote.index(words) for words in written if words in quote), 0)
    return (int(citation.ref.rpartition("-")[2]), citation.start + within, item.measure)


def _belong_together(a: FigureItem, b: FigureItem) -> bool:
    if not (a.citations and b.citations):
        return not a.citations and not b.citations and a.period == b.period
    one, other = a.citations[0], b.citations[0]
    return one.ref == other.ref and other.start - one.start <= _NEAR and a.period == b.period


def groups_of(items: Iterable[FigureItem]) -> tuple[Group, ...]:
    """Neighbours in one document and of one period put together."""
    groups: list[list[FigureItem]] = []
    for item in items:
        if groups and len(groups[-1]) < _TOGETHER and _belong_together(groups[-1][-1], item):
            groups[-1].append(item)
        else:
            groups.append([item])
    return tuple(tuple(group) for group in groups)


def _filled(section: Section, placed: dict[str, list[FigureItem]]) -> FilledSection:
    below = tuple(_filled(inner, placed) for inner in section.sections)
    return FilledSection(section.title, groups_of(placed.get(section.key, [])), below)


def place_figures(
    items: Iterable[FigureItem],
) -> tuple[tuple[FilledSection, ...], tuple[FilledSection, ...]]:
    """The chapters filled with their figures, and sections of the figures that belong in none, by their headings."""
    placed: dict[str, list[FigureItem]] = {}
    others: dict[str, list[FigureItem]] = {}
    for item in items:
        section = place(item.heading, item.measure)
        if section:
            placed.setdefault(section.key, []).append(item)
        else:
            others.setdefault(item.heading, []).append(item)
    unknown = tuple(
        FilledSection(Words(heading, heading) if heading else _UNPLACED, groups_of(found))
        for heading, found in others.items()
    )
    return tuple(_filled(chapter, placed) for chapter in chapters()), unknown
