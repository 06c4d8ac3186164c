"""The first page: the register in figures, what waits for somebody, and what comes next."""

from collections import Counter
from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from hansa.register.access import records
from hansa.register.domain.queries.agreements import agreements_in_force
from hansa.register.domain.queries.evidence import open_conflicts
from hansa.register.domain.queries.memberships import memberships_current
from hansa.register.domain.queries.parties import Partner, partners_of
from hansa.register.enums import AgreementKind, FactState
from hansa.register.models import User
from hansa.web.anniversaries import coming_anniversaries
from hansa.web.request import OfficeRequest, home_of

ANNIVERSARIES = 6
YEARS = 6
LATEST = 6


def _by_kind(partners: list[Partner]) -> list[tuple[AgreementKind, int]]:
    """How many partners there are by each kind of agreement that occurs, the most frequent first."""
    return Counter(kind for partner in partners for kind in partner.kinds).most_common()


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
    partners = partners_of(home) if home else []
    agreements = agreements_in_force().filter(parties=home) if home else agreements_in_force()
    years = _exchanges_by_year(user)
    context = {
        "home": home,
        "partners": partners,
        "partner_kinds": _by_kind(partners),
        "countries": len({partner.party.country for partner in partners if partner.party.country}),
        "memberships": memberships_current().filter(party=home).count() if home else memberships_current().count(),
        "years": years,
        "most": max((count for _year, count in years), default=0),
        "anniversaries": coming_anniversaries(agreements, timezone.localdate())[:ANNIVERSARIES],
        "exchanges": records("exchange", user).exclude(first=None)[:LATEST],
        "sources": records("source", user)[:LATEST],
        **_waiting(user),
    }
    return render(request, "web/dashboard.html", context)
