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
from hansa.register.domain.facts import admit_fact, refuse_fact, split_fact, undo_decision
from hansa.register.domain.publishing import publish
from hansa.register.domain.queries.evidence import open_conflicts
from hansa.register.errors import RegisterError
from hansa.register.models import Fact, User
from hansa.register.models.record import Record
from hansa.register.rules import may_admit, may_decide, may_publish
from hansa.web.held import record_of
from hansa.web.kinds import address_of
from hansa.web.request import OfficeRequest, allow, back


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


def _carry_out(decision: str, by: User, fact: Fact, into: Record | None, reason: str) -> Record:
    """Do what was decided; the record whose page tells of it."""
    if decision == "admit":
        return admit_fact(by=by, fact=fact, into=into, reason=reason)
    if decision == "split":
        return split_fact(by=by, fact=fact, reason=reason)
    if decision == "undo":
        undo_decision(by=by, fact=fact, reason=reason)
    else:
        refuse_fact(by=by, fact=fact, reason=reason)
    return fact


_TOLD = {
    "admit": gettext_lazy("Admitted: this record now rests on it."),
    "split": gettext_lazy("Split off: this record rests on it alone."),
    "undo": gettext_lazy("Undone: the fact is as it was before."),
    "refuse": gettext_lazy("Refused."),
}


@require_POST
def decide_fact(request: OfficeRequest, pk: int) -> HttpResponse:
    """Admit a proposed fact, `into` a record if one is named, refuse or split it, or undo what was decided."""
    allow(may_admit(request.user))
    fact = cast(Fact, fetch("fact", pk, request.user))
    into = record_of(request.POST["into"], request.user) if "into" in request.POST else None
    allow(may_decide(request.user, fact.passage.source, *filter(None, [into])))
    decision = "admit" if into else request.POST.get("decision", "")
    shown: Record = fact
    try:
        shown = _carry_out(decision, request.user, fact, into, _reason(request))
        messages.success(request, _TOLD.get(decision, _TOLD["refuse"]))
    except RegisterError as error:
        messages.error(request, str(error))
    return redirect(back(request) or address_of(shown.kind_of_record, shown.pk))


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
