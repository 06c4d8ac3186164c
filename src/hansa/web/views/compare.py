"""Two numbers side by side: what one counts and the other does not, with the reason."""

import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from hansa.figures.comparing import Side, Told, compare, side, side_of
from hansa.figures.gathered import Gathered
from hansa.figures.measure import Measure
from hansa.figures.measures import UnknownMeasure, all_measures, measure_named
from hansa.figures.recognition import Recognition
from hansa.register.domain.queries.past import moment_of
from hansa.register.errors import RegisterError
from hansa.register.models import Figure, Party
from hansa.web.forms.measures import CompareForm
from hansa.web.held import held
from hansa.web.request import OfficeRequest, home_of


def _figures(home: Party) -> dict[str, list[Figure]]:
    """The published figures of the city that have days, the latest first, by the key of their measure."""
    figures = list(Figure.objects.filter(home=home, first__isnull=False).select_related("rule").order_by("-last", "pk"))
    recognition = Recognition(figures)
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        if measure := recognition.measure_of(figure):
            found.setdefault(measure.key, []).append(figure)
    return found


def _measure(asked: str) -> Measure:
    try:
        return measure_named(asked)
    except UnknownMeasure:
        return all_measures()[0]


@require_safe
def compare_page(request: OfficeRequest) -> HttpResponse:
    """The form, and the comparison of what was asked; of a measure alone, its two latest published figures."""
    home = home_of(request.user)
    if home is None:
        return render(request, "web/compare.html", {"home": None})
    figures = _figures(home)
    measure = _measure(request.GET.get("measure", ""))
    mine = figures.get(measure.key, [])
    measures = [one for one in all_measures() if one.rule or one.key in figures]
    data = request.GET if _is_asked(request) else _first_asked(measure, mine)
    rulebook = Gathered().rulebook
    rules = [rule.name for rule in rulebook.latest() if measure.rule and rule.counts == measure.rule.counts]
    form = CompareForm(data, measures, measure, mine, rules)
    context: dict[str, Any] = {"home": home, "form": form, "measure": measure}
    if form.is_valid():
        context |= _compared(request, home, measure, form, {one.ref: one for one in mine})
    return render(request, "web/compare.html", context)


def _is_asked(request: OfficeRequest) -> bool:
    return any(name.startswith(("one", "other")) for name in request.GET)


def _first_asked(measure: Measure, figures: list[Figure]) -> dict[str, Any]:
    today = timezone.localdate()
    year = {"first": dt.date(today.year, 1, 1), "last": today}
    asked: dict[str, Any] = {"measure": measure.key}
    for name, figure in zip(("other", "one"), [*figures[:2], None, None], strict=False):
        if figure:
            asked[name] = figure.ref
        else:
            asked |= {f"{name}_{part}": day for part, day in year.items()}
    return asked


def _compared(
    request: OfficeRequest, home: Party, measure: Measure, form: CompareForm, figures: dict[str, Figure]
) -> dict[str, Any]:
    try:
        sides = [_side(measure, form.cleaned_data, name, figures) for name in ("one", "other")]
        found = compare(home, *sides)
    except (RegisterError, ValueError) as error:
        return {"refused": str(error)}
    records = held((item.ref for item in found.items), request.user)
    return {
        "found": found,
        "sides": [_shown(found.one), _shown(found.other)],
        "items": [(item, records.get(item.ref)) for item in found.items],
    }


def _shown(told: Told) -> dict[str, Any]:
    first, last = told.side.first, told.side.last
    days = str(last) if first == last else f"{first}/{last}"
    return {"side": told.side, "value": told.value, "counted": told.counted, "days": days}


def _side(measure: Measure, told: dict[str, Any], name: str, figures: dict[str, Figure]) -> Side:
    known = told.get(f"{name}_known")
    asked: dict[str, Any] = {
        "rule": told.get(f"{name}_rule") or "",
        "known": moment_of(known.isoformat()) if known else None,
    }
    if ref := told.get(name):
        return side_of(figures[ref], **asked)
    last = told.get(f"{name}_last") or timezone.localdate()
    if measure.moment == "day":
        return side(measure.key, on=last, **asked)
    return side(measure.key, first=told.get(f"{name}_first") or last.replace(month=1, day=1), last=last, **asked)
