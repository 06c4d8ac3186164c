"""The measures: what the register counts in a period, beside what was published, and the records behind each number."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from hansa.figures.answers import Answer, Asked
from hansa.figures.breakdowns import BY, breakdown, ways_of
from hansa.figures.gathered import Gathered
from hansa.figures.measure import Measure
from hansa.figures.measures import UnknownMeasure, all_measures, answer, measure_named
from hansa.figures.page import summed_words
from hansa.figures.rulebook import UnknownRule
from hansa.figures.rules import CountingRule
from hansa.figures.words import Words
from hansa.register.access import records
from hansa.register.models import Party, User
from hansa.reports.outline.sections import Section, chapters
from hansa.web.forms.measures import PeriodForm
from hansa.web.held import held
from hansa.web.request import OfficeRequest, home_of

# So many years stand beside the one asked about, and so many rows on a page.
YEARS = 8
PER_PAGE = 50


def latest_year(user: User) -> int:
    """The last year that the register knows something of; this year where it knows nothing."""
    kinds = ("exchange", "figure")
    lasts = [records(kind, user).order_by().aggregate(last=Max("last"))["last"] for kind in kinds]
    today = timezone.localdate()
    return max((last.year for last in lasts if last and last <= today), default=today.year)


@dataclass(frozen=True)
class Group:
    """The answers of a section of the department's report, under its chapter's title."""

    chapter: Words
    section: Words | None
    answers: list[Answer]


def _sections() -> Iterator[tuple[Section, Section]]:
    """Every section with its chapter, in the report's order."""
    for chapter in chapters():
        for section in chapter.walk():
            yield chapter, section


def _groups(answers: Iterable[tuple[Measure, Answer]]) -> list[Group]:
    by_section: dict[str, list[Answer]] = {}
    for measure, found in answers:
        by_section.setdefault(measure.section, []).append(found)
    order = {section.key: (chapter, section) for chapter, section in _sections()}
    groups = []
    for key in sorted(by_section, key=list(order).index):
        chapter, section = order[key]
        groups.append(Group(chapter.title, section.title if section is not chapter else None, by_section[key]))
    return groups


def _matches(measure: Measure, words: str) -> bool:
    label, unit = measure.label, measure.unit
    return words in f"{measure.key} {label.zh} {label.en} {unit.zh} {unit.en}".lower()


@require_safe
def measures_page(request: OfficeRequest) -> HttpResponse:
    """Every measure with its number for the period, by the sections of the department's report."""
    form, home = PeriodForm(request.GET, latest_year(request.user)), home_of(request.user)
    first, last = form.days
    gathered = Gathered(many=True)
    wanted = [one for one in all_measures() if _matches(one, form.words)]
    answered = [(one, answer(one.key, home, first=first, last=last, gathered=gathered)) for one in wanted if home]
    told = [(measure, one) for measure, one in answered if one.value or one.published]
    context = {
        "form": form,
        "home": home,
        "period": _period(first, last),
        "sections": _groups(told),
        "silent": [one for _, one in answered if not (one.value or one.published)],
        "asked": _asked(request),
    }
    return render(request, "web/measures.html", context)


def _period(first: dt.date, last: dt.date) -> str:
    """The days in EDTF: a whole year as such."""
    is_year = (first.month, first.day, last) == (1, 1, dt.date(first.year, 12, 31))
    return f"{first.year:04}" if is_year else f"{first}/{last}"


def _asked(request: HttpRequest) -> str:
    """The period of the address, as it leads from one page of measures to another."""
    data = request.GET.copy()
    for name in ("q", "page", "rule"):
        data.pop(name, None)
    return data.urlencode()


@require_safe
def measure_page(request: OfficeRequest, key: str) -> HttpResponse:
    """One measure: its definition, its number for the period and the years before, and the records counted."""
    try:
        measure = measure_named(key)
    except UnknownMeasure as error:
        raise Http404(str(error)) from error
    form, home = PeriodForm(request.GET, latest_year(request.user)), home_of(request.user)
    context: dict[str, Any] = {
        "form": form,
        "home": home,
        "measure": measure,
        "summed": summed_words(measure),
        "period": _period(*form.days),
        "asked": _asked(request),
    }
    if home:
        context |= _told(request, measure, home, form.days)
    return render(request, "web/measure.html", context)


def _told(request: OfficeRequest, measure: Measure, home: Party, days: tuple[dt.date, dt.date]) -> dict[str, Any]:
    gathered = Gathered()
    rules = _rules(measure, gathered)
    chosen = request.GET.get("rule", "")
    try:
        rule = gathered.rulebook.rule(chosen, days[1]) if chosen in {one.name for one in rules} else None
    except UnknownRule:
        rule = None
    found = answer(measure.key, home, first=days[0], last=days[1], gathered=gathered, rule=rule)
    page = Paginator(found.rows, PER_PAGE).get_page(request.GET.get("page"))
    refs = [row.ref for row in page.object_list]
    records_held = held(refs, request.user)
    by = request.GET.get("by", "")
    by = by if by in ways_of(measure) else ""
    asked = Asked(home, found.first, found.last, gathered)
    parts = breakdown(measure, found.rule, asked, by) if by and found.rule else []
    series = list(_series(measure, home, days[1].year, rule, gathered))
    return {
        "answer": found,
        "page": page,
        "rows": [(row, records_held.get(row.ref)) for row in page.object_list],
        "rules": rules,
        "ways": [(name, BY[name]) for name in ways_of(measure)],
        "by": by,
        "parts": parts,
        "greatest": max((part.value for part in parts), default=0),
        "series": series,
        "most": max((one.value for one in series), default=0),
    }


def _rules(measure: Measure, gathered: Gathered) -> list[CountingRule]:
    """The rules by which the measure can be counted: its own first."""
    if measure.rule is None:
        return []
    own = measure.rule
    alike = [rule for rule in gathered.rulebook.latest() if rule.counts == own.counts]
    return sorted(alike, key=lambda rule: rule.name != own.name)


def _series(
    measure: Measure, home: Party, last: int, rule: CountingRule | None, gathered: Gathered
) -> Iterator[Answer]:
    """The measure in the years up to `last` of which anything is known, the latest first."""
    for year in range(last, last - YEARS, -1):
        days = {"first": dt.date(year, 1, 1), "last": dt.date(year, 12, 31)}
        found = answer(measure.key, home, gathered=gathered, rule=rule, **days)
        if found.value or found.published:
            yield found
