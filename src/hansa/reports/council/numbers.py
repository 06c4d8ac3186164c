"""The figures of the period: visitors, and those of the department's other work by section."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from django.db.models import Q

from hansa.figures.gathered import Gathered
from hansa.figures.measure import Measure
from hansa.figures.measures import answer
from hansa.figures.recognition import Recognition
from hansa.figures.words import Words
from hansa.register.models import Figure, Office
from hansa.reports.council.items import Counted, Group, Happened, Visitors
from hansa.reports.council.period import Period, belongs
from hansa.reports.outline.citations import citations_of
from hansa.reports.outline.items import Citation
from hansa.reports.outline.sections import Section, chapters, place

# 國, 場次, 人次: the order in which the department writes them.
VISITS = ("inbound_countries", "inbound_sessions", "inbound_persons")
ABROAD = "international"
_ABROAD_TITLE = Words("國際參與數據", "International activities in figures")
_OTHERS = Words("其他數據", "Other figures")


def figures_of(period: Period, office: Office, documents: Collection[int]) -> list[Counted]:
    """The figures that belong to the period, in the order of their documents; four queries."""
    dated = Q(first__lte=period.last, last__gte=period.first)
    undated = Q(first=None, facts__passage__source__in=documents)
    found = list(Figure.objects.filter(dated | undated, home=office.home).distinct())
    cited = citations_of("figure", [figure.pk for figure in found])
    held = [
        figure
        for figure in found
        if belongs((figure.period, figure.first, figure.last), cited.get(figure.pk, ()), period, documents)
    ]
    recognition = Recognition(held)
    counted = (_counted(figure, recognition.measure_of(figure), cited.get(figure.pk, ())) for figure in held)
    return sorted(counted, key=_place_in_document)


def _counted(figure: Figure, measure: Measure | None, citations: tuple[Citation, ...]) -> Counted:
    """A figure under the words of its measure, or under its own where nobody knows the measure."""
    own = figure.measure.removesuffix(figure.unit) if len(figure.unit) > 1 else figure.measure
    placed = place(figure.section, figure.measure)
    return Counted(
        ref=figure.ref,
        key=measure.key if measure else "",
        label=measure.label if measure else Words(own or figure.measure, own or figure.measure),
        words=figure.measure,
        value=figure.value,
        unit=Words(figure.unit, measure.unit.en if measure else ""),
        period=figure.period,
        section=measure.section if measure else placed.key if placed else "",
        heading=figure.section,
        citations=citations,
    )


def _place_in_document(item: Counted) -> tuple[bool, int, int, int, str]:
    """Documents in the order in which they were entered, figures as they stand there; those without one last."""
    if not item.citations:
        return (True, 0, 0, 0, item.words)
    citation = item.citations[0]
    within = citation.quote.find(f"{item.value.normalize():,f}")
    return (False, int(citation.ref.rpartition("-")[2]), citation.start, within, item.words)


def visitors(figures: Iterable[Counted], period: Period, office: Office, gathered: Gathered) -> Visitors:
    """The published figures of visitors by period, and what the register's records give for the whole period."""
    published: dict[str, list[Counted]] = {}
    for figure in figures:
        if figure.key in VISITS:
            published.setdefault(figure.period, []).append(figure)
    computed = tuple(
        answer(key, office.home, first=period.first, last=period.last, gathered=gathered) for key in VISITS
    )
    in_order = sorted(
        (date, tuple(sorted(found, key=lambda one: VISITS.index(one.key)))) for date, found in published.items()
    )
    return Visitors(tuple(in_order), computed)


def by_section(figures: Sequence[Counted]) -> tuple[Group, ...]:
    """The other figures by the second level of the department's report, in its order; the unplaced by heading, last."""
    placed: dict[str, list[Counted]] = {}
    headings: dict[str, list[Counted]] = {}
    for figure in figures:
        if figure.key in VISITS:
            continue
        if figure.section:
            levels = 1 if figure.section.startswith(ABROAD) else 2
            placed.setdefault(".".join(figure.section.split(".")[:levels]), []).append(figure)
        else:
            headings.setdefault(figure.heading, []).append(figure)
    abroad = [Group(_ABROAD_TITLE, tuple(placed[ABROAD]), abroad=True)] if ABROAD in placed else []
    known = (
        Group(one.title, tuple(placed[one.key])) for one in _two_levels() if one.key in placed and one.key != ABROAD
    )
    others = (
        Group(Words(heading, heading) if heading else _OTHERS, tuple(found)) for heading, found in headings.items()
    )
    return (*abroad, *known, *others)


def _two_levels() -> list[Section]:
    return [one for chapter in chapters() for one in (*chapter.sections, chapter)]


def by_month(exchanges: Iterable[Happened], period: Period) -> tuple[tuple[str, int, int], ...]:
    """Inbound and outbound visits by month (YYYY-MM), of those whose month is known; no more than two years of months.

    Empty where there was none at all.
    """
    counted = Counter(
        (one.date[:7], one.kind)
        for one in exchanges
        if one.kind in ("inbound_visit", "outbound_visit") and len(one.date.partition("/")[0]) >= len("2026-03")
    )
    first, last = (day.year * 12 + day.month - 1 for day in (period.first, period.last))
    months = [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(max(first, last - 23), last + 1)]
    return tuple(
        (month, counted[month, "inbound_visit"], counted[month, "outbound_visit"]) for month in months if counted
    )


def by_country(exchanges: Iterable[Happened], home: str) -> tuple[tuple[str, int], ...]:
    """The exchanges by the code of the counterparts' country, the most first; each counts once for a country."""
    counted = Counter(country for one in exchanges for country in {party.country for party in one.parties} - {"", home})
    return tuple(sorted(counted.items(), key=lambda told: (-told[1], told[0])))
