"""The measures: what the register counts in a year, beside what was published, and the records behind each number."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import Max
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hansa.figures.measures import UnknownMeasure, answer, answers, measure_named
from hansa.register.access import records
from hansa.register.models import User
from hansa.web.held import held
from hansa.web.request import OfficeRequest, home_of

EARLIEST = 1900


class YearForm(forms.Form):
    """Which year is asked about."""

    year = forms.IntegerField(
        label=_("Year"),
        min_value=EARLIEST,
        max_value=2999,
        widget=forms.NumberInput({"class": "form-control", "data-submit": "true"}),
    )


def latest_year(user: User) -> int:
    """The last year that the register knows something of; this year where it knows nothing."""
    kinds = ("exchange", "figure")
    lasts = [records(kind, user).order_by().aggregate(last=Max("last"))["last"] for kind in kinds]
    today = timezone.localdate()
    return max((last.year for last in lasts if last and last <= today), default=today.year)


def _year(request: OfficeRequest) -> tuple[YearForm, int]:
    """The form, and the year asked about: the latest known one where none or nonsense was asked."""
    latest = latest_year(request.user)
    form = YearForm(request.GET if "year" in request.GET else {"year": latest})
    return form, form.cleaned_data["year"] if form.is_valid() else latest


def _days(year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


@require_safe
def measures_page(request: OfficeRequest) -> HttpResponse:
    """Every measure with its number for the year."""
    form, year = _year(request)
    home = home_of(request.user)
    answered = answers(home, *_days(year)) if home else []
    told = [one for one in answered if one.value or one.published]
    silent = [one for one in answered if not (one.value or one.published)]
    context = {"form": form, "year": year, "home": home, "answers": told, "silent": silent}
    return render(request, "web/measures.html", context)


@require_safe
def measure_page(request: OfficeRequest, key: str) -> HttpResponse:
    """One measure in a year: its definition, its number, and the records that were counted."""
    try:
        measure = measure_named(key)
    except UnknownMeasure as error:
        raise Http404(str(error)) from error
    form, year = _year(request)
    home = home_of(request.user)
    context: dict[str, Any] = {"form": form, "year": year, "home": home, "measure": measure}
    if home:
        first, last = _days(year)
        counted = answer(key, home, first=first, last=last)
        found = held((row.ref for row in counted.rows), request.user)
        context |= {"answer": counted, "rows": [(row, found.get(row.ref)) for row in counted.rows]}
    return render(request, "web/measure.html", context)
