"""The lists and pages of the records, the same way for every kind."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hansa.register.access import fetch, records
from hansa.register.domain.queries.evidence import evidence_of, removal_of
from hansa.register.models import RECORD_KINDS
from hansa.register.rules import may_add, may_edit, may_propose, may_publish, may_read
from hansa.web.absorbed import absorbed_by
from hansa.web.filters import FILTERS
from hansa.web.histories import history_shown
from hansa.web.kinds import BY_NAME, address_of
from hansa.web.related import related_to
from hansa.web.request import OfficeRequest

PER_PAGE = 50
# A city like one's own rests on everything; its page shows the first of it.
EVIDENCE_SHOWN = 50


@require_safe
def record_list(request: OfficeRequest, kind: str) -> HttpResponse:
    """The records of a kind, narrowed by the list's filter, a page at a time."""
    form = FILTERS[kind](request.GET, records(kind, request.user), request.user)
    page = Paginator(form.filter(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": BY_NAME[kind],
        "form": form,
        "page": page,
        "table": f"web/tables/{BY_NAME[kind].plural}.html",
        "may_load": kind == "source" and may_propose(request.user),
        "may_add": may_add(request.user, kind),
        "add_page": f"web:add_{kind}",
    }
    return render(request, "web/list.html", context)


@require_safe
def record_page(request: OfficeRequest, kind: str, pk: int) -> HttpResponse:
    """One record with what belongs to it and its evidence; a merged one leads on to where it was merged into."""
    try:
        record = fetch(kind, pk, request.user)
    except Http404:
        if gone := _removed(request, kind, pk):
            return gone
        raise
    if record.pk != pk:
        return redirect(address_of(kind, record.pk))
    facts = evidence_of(record).defer("passage__source__text")[: EVIDENCE_SHOWN + 1]
    evidence = list({fact.passage_id: fact for fact in facts}.values())
    context = {
        "kind": BY_NAME[kind],
        "record": record,
        "evidence": evidence[:EVIDENCE_SHOWN],
        "evidence_goes_on": len(evidence) > EVIDENCE_SHOWN,
        "may_edit": may_edit(request.user, record),
        "edit_page": f"web:edit_{kind}",
        "may_publish": may_publish(request.user, record),
        "history": history_shown(record, request.user),
        **absorbed_by(record, request.user),
        **related_to(record, request.user),
    }
    return render(request, f"web/records/{kind}.html", context)


def _removed(request: OfficeRequest, kind: str, pk: int) -> HttpResponse | None:
    """The page of a record that was taken out of the register, for those who read everything; None if it never was."""
    record: Any = RECORD_KINDS[kind](pk=pk)
    if not may_read(request.user) or not removal_of(record.ref):
        return None
    context = {"kind": BY_NAME[kind], "ref": record.ref, "history": history_shown(record, request.user)}
    return render(request, "web/removed.html", context, status=410)
