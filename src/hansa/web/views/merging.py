"""Two records become one: what the result will hold is shown before; and the undoing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from hansa.register.access import merged_into
from hansa.register.domain.merging.merge import merge, outcome_of
from hansa.register.domain.merging.slate import Slate, split
from hansa.register.domain.merging.undo import undo_merge
from hansa.register.errors import RegisterError
from hansa.register.models.record import Record
from hansa.register.rules import Somebody, may_admit, may_merge
from hansa.register.states import State
from hansa.web.beside import counts_told
from hansa.web.held import record_of
from hansa.web.histories import fields_held
from hansa.web.kinds import BY_NAME, address_of
from hansa.web.request import OfficeRequest, allow


@dataclass(frozen=True)
class Outcome:
    """A field of two records that become one: what each holds, what the result holds, and whence, in words."""

    label: str
    kept: str
    merged: str
    now: str
    whence: str | Promise


def _whence(field: str, kept: State, merged: State, now: State) -> str | Promise:
    one, other, both = (state.get(field) for state in (kept, merged, now))
    if one == other == both:
        return gettext_lazy("the same in both")
    if both == one:
        return gettext_lazy("kept as it is")
    return gettext_lazy("from the other") if both == other else gettext_lazy("united")


def _outcomes(slate: Slate, kept: Record, merged: Record, user: Somebody) -> Iterator[Outcome]:
    states = slate.before[kept.ref], slate.before[merged.ref], slate.now[kept.ref]
    for field in fields_held(type(kept), states, user):
        stays, comes, becomes = field.words
        yield Outcome(field.label, stays, comes, becomes, _whence(field.name, *states))


def _others(slate: Slate, pair: set[str]) -> dict[str, Any]:
    """What becomes of the records that name the merged one: how many name the kept one, how many become one."""
    refs = {ref: now for ref, (_was, now) in slate.changes.items() if ref not in pair}
    kinds = Counter(split(ref)[0] for ref, now in refs.items() if "merged_into" not in now)
    return {
        "named": counts_told(kinds),
        "united": [ref for ref, now in refs.items() if split(ref)[0] == "membership" and "merged_into" in now],
    }


@require_http_methods(["GET", "HEAD", "POST"])
def merge_page(request: OfficeRequest, kept: str, merged: str) -> HttpResponse:
    """What the record `kept` will hold once `merged` is merged into it; with a reason, it is done."""
    allow(may_admit(request.user))
    one, other = (record_of(ref, request.user) for ref in (kept, merged))
    if one.ref == other.ref:
        messages.info(request, _("These two are one already."))
        return redirect(address_of(one.kind_of_record, one.pk))
    allow(may_merge(request.user, one, other))
    if request.method == "POST":
        try:
            merge(by=request.user, kept=one, merged=other, reason=request.POST.get("reason", ""))
        except RegisterError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Merged. This record answers for both from now on."))
            return redirect(address_of(one.kind_of_record, one.pk))
    return render(request, "web/merge.html", _context(request, one, other))


def _context(request: OfficeRequest, kept: Record, merged: Record) -> dict[str, Any]:
    context: dict[str, Any] = {"kept": kept, "merged": merged, "kind": BY_NAME.get(kept.kind_of_record)}
    try:
        slate = outcome_of(kept, merged)
    except RegisterError as error:
        return {**context, "refused": str(error)}
    outcomes = list(_outcomes(slate, kept, merged, request.user))
    return {**context, "outcomes": outcomes, **_others(slate, {kept.ref, merged.ref})}


@require_POST
def unmerge(request: OfficeRequest, merged: str) -> HttpResponse:
    """Let a merged record stand by itself again, for a reason."""
    allow(may_admit(request.user))
    survivor = record_of(merged, request.user)
    record = get_object_or_404(merged_into(survivor, request.user), pk=split(merged)[1])
    allow(may_merge(request.user, survivor, record))
    try:
        undo_merge(by=request.user, merged=record, reason=request.POST.get("reason", ""))
    except RegisterError as error:
        messages.error(request, str(error))
        return redirect(address_of(survivor.kind_of_record, survivor.pk))
    messages.success(request, _("Undone: this record stands by itself again."))
    return redirect(address_of(record.kind_of_record, record.pk))
