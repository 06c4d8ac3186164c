"""The first page: the register in figures, what waits for somebody, and what comes next."""

from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from hansa.figures.answers import Answer
from hansa.figures.gathered import Gathered
from hansa.figures.measures import all_measures, answer
from hansa.register.access import records
from hansa.register.domain.queries.agreements import agreements_in_force
from hansa.register.domain.queries.evidence import open_conflicts
from hansa.register.domain.queries.memberships import memberships_current
from hansa.register.enums import FactState
from hansa.register.models import Party, User
from hansa.web.anniversaries import coming_anniversaries
from hansa.web.request import OfficeRequest, home_of

ANNIVERSARIES = 6
YEARS = 6
LATEST = 6


def _in_force(home: Party) -> dict[str, Answer]:
    """What the measures count of partners and agreements in force today, by key: the numbers that reports publish."""
    today, gathered = timezone.localdate(), Gathered()
    as_of_a_day = [measure.key for measure in all_measures() if measure.moment == "day"]
    keys = [key for key in as_of_a_day if key.startswith(("partner", "agreement"))]
    return {key: answer(key, home, on=today, gathered=gathered) for key in keys}


def _exchanges_by_year(user: User) -> list[tuple[int, int]]:
    """(year, exchanges begun in it) of the last years that have any, the latest first."""
    dated = records("exchange", user).prefetch_related(None).select_related(None).exclude(first=None).order_by()
    counts = dated.values_list("first__year").annotate(Count("pk"))
    return sorted(counts, reverse=True)[:YEARS]


def _waiting(user: User) -> dict[str, Any]:
    """What waits for a person: facts to admit or refuse, conflicts to settle."""
    return {
        "proposed": records("fact", user).filter(state=FactState.PROPOSED).count(),
        "conflicts": open_conflicts().count(),
    }


@require_safe
def dashboard(request: OfficeRequest) -> HttpResponse:
    """The register of the user's city at a glance."""
    user, home = request.user, home_of(request.user)
    in_force = _in_force(home) if home else {}
    total, countries = in_force.pop("partners_total", None), in_force.pop("partner_countries", None)
    agreements = agreements_in_force().filter(parties=home) if home else agreements_in_force()
    years = _exchanges_by_year(user)
    context = {
        "home": home,
        "total": total,
        "countries": countries,
        "in_force": [one for one in in_force.values() if one.value],
        "memberships": memberships_current().filter(party=home).count() if home else memberships_current().count(),
        "years": years,
        "most": max((count for _year, count in years), default=0),
        "anniversaries": coming_anniversaries(agreements, timezone.localdate())[:ANNIVERSARIES],
        "exchanges": records("exchange", user).exclude(first=None)[:LATEST],
        "sources": records("source", user)[:LATEST],
        **_waiting(user),
    }
    return render(request, "web/dashboard.html", context)
