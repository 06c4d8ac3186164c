"""The pages for visitors: each reads what is published, whoever asks."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from hansa.public.forms import PartnerFilter
from hansa.public.published import shown_agreements, shown_evidence, shown_organizations
from hansa.register.domain.queries.memberships import published_memberships
from hansa.register.domain.queries.parties import published_partners

EVIDENCE_SHOWN = 50


@login_not_required
@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """The partners, as a list and on a map."""
    held = published_partners()
    form = PartnerFilter(request.GET, held)
    shown = set(shown_agreements().values_list("pk", flat=True))
    rows = [(partner, [one for one in partner.agreements if one.pk in shown]) for partner in form.filter()]
    countries = {partner.party.country for partner in held if partner.party.country}
    context = {
        "form": form,
        "rows": rows,
        "homes": list(dict.fromkeys(partner.home for partner in held)),
        "total": len(held),
        "countries": len(countries),
    }
    return render(request, "public/partners.html", context)


@login_not_required
@require_safe
def memberships(request: HttpRequest) -> HttpResponse:
    """The organizations that the home cities belong to."""
    return render(request, "public/memberships.html", {"rows": published_memberships()})


@login_not_required
@require_safe
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """One published agreement with its evidence."""
    record = get_object_or_404(shown_agreements(), pk=pk)
    context = {"record": record, "evidence": shown_evidence(record)[:EVIDENCE_SHOWN]}
    return render(request, "public/agreement.html", context)


@login_not_required
@require_safe
def organization(request: HttpRequest, pk: int) -> HttpResponse:
    """One published organization with its published members and its evidence."""
    record = get_object_or_404(shown_organizations(), pk=pk)
    context = {
        "record": record,
        "memberships": published_memberships().filter(organization=record),
        "evidence": shown_evidence(record)[:EVIDENCE_SHOWN],
    }
    return render(request, "public/organization.html", context)
