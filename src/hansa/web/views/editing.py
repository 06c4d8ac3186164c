"""Entering a record, changing one, and the suggestions while other records are named in it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hansa.register.access import fetch_for_editing
from hansa.register.domain.editing import Overtaken, add_record, change_record, version_of
from hansa.register.models.record import Record
from hansa.register.rules import EDITED, may_add
from hansa.web.forms.records import MORE_ROWS, RecordForm
from hansa.web.forms.suggestions import suggested
from hansa.web.forms.values import record_words
from hansa.web.histories import events_of
from hansa.web.kinds import BY_NAME, address_of
from hansa.web.request import OfficeRequest

_LONGEST_REASON = 300


@require_http_methods(["GET", "HEAD", "POST"])
def add_page(request: OfficeRequest, kind: str) -> HttpResponse:
    """The form of a new record; what the address names is filled in: `?agreement=agreement-12`."""
    if not may_add(request.user, kind):
        raise PermissionDenied
    form = RecordForm(kind, request.user, data=_data(request), initial=request.GET.dict())
    return _page(request, kind, None, form)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_page(request: OfficeRequest, kind: str, pk: int) -> HttpResponse:
    """The form of a record that is there; what others changed meanwhile is shown, not overwritten."""
    # First the version, then what it is the version of: a change between the two is then found out.
    version = version_of(f"{kind}-{pk}")
    record = fetch_for_editing(kind, pk, request.user)
    if record.pk != pk:
        return redirect(f"web:edit_{kind}", record.pk)
    return _page(request, kind, record, RecordForm(kind, request.user, record, _data(request)), version)


def _data(request: OfficeRequest) -> QueryDict | None:
    """What was sent; with empty rows more in the part for which more were asked."""
    if request.method != "POST":
        return None
    data, more = request.POST.copy(), f"{request.POST.get('more')}-TOTAL_FORMS"
    if (rows := str(data.get(more, ""))).isdecimal():
        data[more] = str(int(rows) + MORE_ROWS)
    return data


def _page(request: OfficeRequest, kind: str, record: Record | None, form: RecordForm, version: int = 0) -> HttpResponse:
    context: dict[str, Any] = {"kind": BY_NAME[kind], "record": record, "form": form}
    context["version"] = request.POST.get("version") or version
    context["refused"] = request.method == "POST" and "more" not in request.POST
    if context["refused"] and form.is_valid():
        try:
            saved = _save(request, kind, record, form)
        except ValidationError as error:
            form.refuse(error)
        except Overtaken as error:
            # Whoever sends the form once more has seen what others did.
            context["overtaken"] = events_of(error.record, error.entries, request.user)
            context["version"] = error.entries[-1].pk
        else:
            messages.success(request, _("The record was saved.") if record else _("The record was entered."))
            return redirect(address_of(kind, saved.pk))
    return render(request, "web/edit.html", context)


def _save(request: OfficeRequest, kind: str, record: Record | None, form: RecordForm) -> Record:
    reason = request.POST.get("reason", "")[:_LONGEST_REASON]
    if record is None:
        return add_record(by=request.user, kind=kind, values=form.values, parts=form.parts, reason=reason)
    seen = request.POST.get("version", "")
    return change_record(
        by=request.user,
        record=record,
        values=form.values,
        parts=form.parts,
        reason=reason,
        version=int(seen) if seen.isdecimal() else 0,
    )


@require_safe
def choices(request: OfficeRequest, kind: str) -> HttpResponse:
    """Records of a kind for what somebody has typed so far, whatever the field is called."""
    if kind not in EDITED:
        raise Http404
    typed = str(next(iter(request.GET.values()), ""))
    words = [record_words(record) for record in suggested(kind, typed, request.user)]
    return render(request, "web/parts/choices.html", {"words": words})
