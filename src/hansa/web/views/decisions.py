"""What editors decide: whether a fact goes into the register, who is right in a conflict, what visitors see."""

from typing import cast

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from hansa.register.access import fetch
from hansa.register.domain.conflicts import settle_conflict
from hansa.register.domain.facts import admit_fact, refuse_fact
from hansa.register.domain.publishing import publish
from hansa.register.domain.queries.evidence import open_conflicts
from hansa.register.errors import RegisterError
from hansa.register.models import Fact
from hansa.register.rules import may_admit, may_publish
from hansa.web.kinds import address_of
from hansa.web.request import OfficeRequest, allow


class DecisionForm(forms.Form):
    """Why somebody decided so."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        required=False,
        widget=forms.TextInput({"class": "form-control"}),
    )


def _reason(request: OfficeRequest) -> str:
    form = DecisionForm(request.POST)
    return str(form.cleaned_data["reason"]).strip() if form.is_valid() else ""


@require_POST
def decide_fact(request: OfficeRequest, pk: int) -> HttpResponse:
    """Admit a proposed fact, which leads on to its record, or refuse it for a reason."""
    allow(may_admit(request.user))
    fact = cast(Fact, fetch("fact", pk, request.user))
    reason = _reason(request)
    try:
        if request.POST.get("decision") == "admit":
            record = admit_fact(by=request.user, fact=fact)
            messages.success(request, _("Admitted: this record now rests on it."))
            return redirect(address_of(record.kind_of_record, record.pk))
        if not reason:
            messages.error(request, _("Write why the fact is refused."))
        else:
            refuse_fact(by=request.user, fact=fact, reason=reason)
            messages.success(request, _("Refused."))
    except RegisterError as error:
        messages.error(request, str(error))
    return redirect(address_of("fact", fact.pk))


@require_POST
def settle(request: OfficeRequest, pk: int) -> HttpResponse:
    """Settle a conflict: the record keeps what it holds, or takes what the document states."""
    allow(may_admit(request.user))
    conflict = get_object_or_404(open_conflicts(), pk=pk)
    reason = _reason(request)
    if not reason:
        messages.error(request, _("Write why it is settled so."))
        return redirect("web:conflicts")
    try:
        take = request.POST.get("decision") == "stated"
        settle_conflict(by=request.user, conflict=conflict, take_stated=take, reason=reason)
        messages.success(request, _("Settled."))
    except RegisterError as error:
        messages.error(request, str(error))
    return redirect("web:conflicts")


@require_POST
def publish_record(request: OfficeRequest, kind: str, pk: int) -> HttpResponse:
    """Show a record to visitors, or no longer."""
    record = fetch(kind, pk, request.user)
    allow(may_publish(request.user, record))
    shown = request.POST.get("published") == "1"
    publish(by=request.user, record=record, published=shown)
    messages.success(request, _("Visitors can see this record.") if shown else _("Visitors no longer see this record."))
    return redirect(address_of(kind, record.pk))
