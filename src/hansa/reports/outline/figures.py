"""The reported figures of a year, each in its section, those of one passage together."""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from django.db.models import QuerySet

from hansa.atlas.folding import fold
from hansa.figures.measure import Measure
from hansa.figures.recognition import Recognition
from hansa.figures.words import Words
from hansa.register.models import Figure, Party
from hansa.reports.outline.citations import Citations, citations_of
from hansa.reports.outline.items import AgreementItem, ExchangeItem, FigureGroup, FigureItem, FilledSection
from hansa.reports.outline.sections import Section, chapters, place, section_named
from hansa.reports.quantities import chinese_quantity, grouped

T = TypeVar("T", ExchangeItem, AgreementItem)
_UNPLACED = Words("未分類", "Not classified")
# Figures belong to one sentence where their passages are this near, in characters.
_NEAR = 120


def figures_of_year(home: Party, first: dt.date, last: dt.date) -> QuerySet[Figure]:
    """The city's figures whose period shares a day with the year; a term of office of two years is among them."""
    return Figure.objects.filter(home=home, first__lte=last, last__gte=first)


def figure_items(home: Party, first: dt.date, last: dt.date) -> list[FigureItem]:
    """Those figures with their passages and measures, in the order of their documents; four queries."""
    figures = list(figures_of_year(home, first, last))
    cited = citations_of("figure", [figure.pk for figure in figures])
    recognition = Recognition(figures)
    items = [_item(figure, recognition.measure_of(figure), cited) for figure in figures]
    return sorted(items, key=_place_in_document)


def _item(figure: Figure, measure: Measure | None, cited: Citations) -> FigureItem:
    return FigureItem(
        figure.ref,
        figure.measure,
        figure.value,
        figure.unit,
        figure.period,
        figure.section,
        cited.get(figure.pk, ()),
        measure,
    )


def _place_in_document(item: FigureItem) -> tuple[float, int, str]:
    """Documents in the order in which they were entered, numbers as they stand in them; without a document last."""
    if not item.citations:
        return (math.inf, 0, item.measure)
    citation = item.citations[0]
    quote = citation.quote.replace(" ", "")
    written = (grouped(item.value) + item.unit, chinese_quantity(item.value, item.unit), grouped(item.value))
    within = next((quote.index(words) for words in written if words in quote), 0)
    return (int(citation.ref.rpartition("-")[2]), citation.start + within, item.measure)


class Told:
    """Figures that documents report of what an exchange or agreement was, told with it; the `rest` by themselves."""

    def __init__(self, figures: Iterable[FigureItem]) -> None:
        self._by_heading: dict[str, list[FigureItem]] = defaultdict(list)
        for item in figures:
            self._by_heading[fold(item.heading)].append(item)

    def of(self, item: T) -> T:
        """The happening with the figures that stood under its title, which no other gets then."""
        figures = self._by_heading.pop(fold(item.title), ()) if item.title else ()
        return replace(item, figures=tuple(figures))

    @property
    def rest(self) -> list[FigureItem]:
        """The figures that nothing took, in their order."""
        left = (item for items in self._by_heading.values() for item in items)
        return sorted(left, key=_place_in_document)


def groups_of(items: Iterable[FigureItem], title: Words) -> tuple[FigureGroup, ...]:
    """Figures of one heading together; a heading that is the section's own, or a part of it, is no title of theirs."""
    groups: dict[str, list[FigureItem]] = {}
    for item in items:
        groups.setdefault("" if _is_title(item.heading, title) else item.heading, []).append(item)
    return tuple(
        FigureGroup(heading, tuple(part)) for heading, found in groups.items() for part in _parts(found, bool(heading))
    )


def _is_title(heading: str, own: Words) -> bool:
    """Whether a heading is that of a section of the report, or says no more or less than this section's own."""
    known = fold(heading)
    named = any(title.startswith(known) for title in _titles())
    return named or any(known in title or title in known for title in (fold(own.zh), fold(own.en)))


@cache
def _titles() -> frozenset[str]:
    found = [section.title for chapter in chapters() for section in chapter.walk()]
    return frozenset(fold(name) for title in found for name in (title.zh, title.en))


def _parts(items: Sequence[FigureItem], titled: bool) -> Iterator[Sequence[FigureItem]]:
    """Figures under a title are one item; others are one for each passage of a document and period."""
    if titled:
        yield items
        return
    start = 0
    for end in range(1, len(items) + 1):
        if end == len(items) or not _belong_together(items[end - 1], items[end]):
            yield items[start:end]
            start = end


def _belong_together(a: FigureItem, b: FigureItem) -> bool:
    if not (a.citations and b.citations):
        return not a.citations and not b.citations and a.period == b.period
    one, other = a.citations[0], b.citations[0]
    return one.ref == other.ref and other.start - one.start <= _NEAR and a.period == b.period


def _filled(section: Section, placed: dict[str, list[FigureItem]]) -> FilledSection:
    below = tuple(_filled(inner, placed) for inner in section.sections)
    return FilledSection(section.key, section.title, groups_of(placed.get(section.key, []), section.title), below)


def _section_of(item: FigureItem) -> Section | None:
    """The section of its measure, or the part of that which its words name; without a measure by its words alone."""
    known = section_named(item.known.section) if item.known else None
    return place(item.heading, item.measure, within=known) or known


def place_figures(
    items: Iterable[FigureItem],
) -> tuple[tuple[FilledSection, ...], tuple[FilledSection, ...]]:
    """The chapters filled with their figures, and sections of the figures that belong in none, by their headings."""
    placed: dict[str, list[FigureItem]] = {}
    others: dict[str, list[FigureItem]] = {}
    for item in items:
        section = _section_of(item)
        if section:
            placed.setdefault(section.key, []).append(item)
        else:
            others.setdefault(item.heading, []).append(item)
    unknown = tuple(
        FilledSection(f"others.{number}", title, groups_of(found, title))
        for number, (heading, found) in enumerate(others.items(), 1)
        for title in (Words(heading, heading) if heading else _UNPLACED,)
    )
    return tuple(_filled(chapter, placed) for chapter in chapters()), unknown
