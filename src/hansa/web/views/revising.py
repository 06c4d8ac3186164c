"""An item of the annual report edited, left out, taken back, moved; an item added."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from hansa.register.domain.editing import Overtaken, version_of
from hansa.register.domain.revising import Item, add_item, leave_out, move_item, place_of, revise, withdraw
from hansa.register.models import Office, Revision
from hansa.reports.annual import manuscript, report_named
from hansa.reports.blocks import Language
from hansa.reports.manuscript import Entry, Manuscript
from hansa.reports.revising import item_of
from hansa.web.forms.report import ItemForm, NewItemForm, PlaceForm, ReportForm, WordsForm
from hansa.web.manuscripts import Page, may_revise, report_address
from hansa.web.request import OfficeRequest, allow

_TOLD = {
    "save": gettext_lazy("The report now says this."),
    "leave_out": gettext_lazy("Left out of the report."),
    "withdraw": gettext_lazy("The report says again what the records hold."),
    "move": gettext_lazy("Moved."),
}


class _Editing:
    """What is edited: the item of a report, its revision if there is one, and what the report says of it."""

    def __init__(self, request: OfficeRequest) -> None:
        form = ItemForm(request.GET)
        if not form.is_valid() or request.user.office is None:
            raise Http404
        self.office: Office = request.user.office
        self.year: int = form.cleaned_data["year"]
        self.language: Language = form.cleaned_data["language"]
        self.key: str = form.cleaned_data["item"]
        self.told: Manuscript = manuscript(self.year, self.language, self.office)
        report = report_named(self.year)
        found = item_of(self.told, report, self.key)
        if found is None:
            raise Http404
        self.item: Item = found
        self.entry: Entry = next(entry for entry in self.told.entries() if entry.key == self.key)
        self.revision = Revision.objects.filter(
            pk=int(self.entry.revision.rpartition("-")[2] or 0), office=self.office
        ).first()

    @property
    def added(self) -> bool:
        """Whether the item is the office's own."""
        return place_of(self.key) is not None

    def text(self) -> str:
        """The words that the form begins with."""
        return self.revision.text if self.revision and self.revision.text else self.entry.text

    def report(self, key: str = "") -> str:
        """The address of the report, at the item."""
        return report_address(self.year, self.language, key or self.key)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_item_page(request: OfficeRequest) -> HttpResponse:
    """An item with its evidence and what Hansa would write of it, to be put into other words."""
    allow(may_revise(request.user, None))
    editing = _Editing(request)
    version = version_of(editing.revision.ref) if editing.revision else 0
    allow(may_revise(request.user, editing.revision))
    words = WordsForm(request.POST if _decision(request) == "save" else None, initial={"text": editing.text()})
    place = _place_form(request, editing) if editing.added else None
    if request.method == "POST":
        answer = _carried_out(request, editing, words, place)
        if answer:
            return answer
    return render(request, "web/revise.html", _shown(request, editing, words, place, version))


def _decision(request: OfficeRequest) -> str:
    return request.POST.get("decision", "save") if request.method == "POST" else ""


def _place_form(request: OfficeRequest, editing: _Editing) -> PlaceForm:
    section, number = place_of(editing.key) or ("", 1)
    data = request.POST if _decision(request) == "move" else None
    return PlaceForm(editing.told.chapters, data, initial={"section": section, "number": number})


def _carried_out(
    request: OfficeRequest, editing: _Editing, words: WordsForm, place: PlaceForm | None
) -> HttpResponse | None:
    """The report where what was decided is done; None where the form tells what hinders it."""
    decision = _decision(request)
    form = place if decision == "move" and place else words
    if form.is_bound and not form.is_valid():
        return None
    try:
        kept = _decide(request, editing, decision, form.cleaned_data if form.is_bound else {})
    except ValidationError as error:
        form.add_error(None, error.messages)
        return None
    except Overtaken as error:
        messages.error(request, str(error))
        return redirect(request.get_full_path())
    messages.success(request, _TOLD[decision])
    return redirect(editing.report(kept.item if kept else ""))


def _decide(request: OfficeRequest, editing: _Editing, decision: str, chosen: dict[str, Any]) -> Revision | None:
    by, revision, seen = request.user, editing.revision, _version(request.POST)
    if decision == "move" and revision:
        return move_item(by=by, revision=revision, section=chosen["section"], number=chosen["number"])
    if decision == "withdraw" and revision:
        return withdraw(by=by, revision=revision, version=seen)
    if decision == "leave_out":
        return leave_out(by=by, item=editing.item, version=seen)
    if decision != "save":
        raise Http404
    return revise(by=by, item=editing.item, text=chosen["text"], version=seen)


def _version(data: QueryDict) -> int | None:
    seen = data.get("version", "")
    return int(seen) if seen.isdecimal() else None


def _shown(
    request: OfficeRequest, editing: _Editing, words: WordsForm, place: PlaceForm | None, version: int
) -> dict[str, Any]:
    page = Page(editing.told, editing.year, request.user)
    return {
        "entry": editing.entry,
        "item": editing.item,
        "marks": page.marks(editing.entry),
        "records": page.records(editing.entry),
        "differences": page.differences(editing.entry),
        "form": words,
        "place": place,
        "revision": editing.revision,
        "version": version,
        "back": editing.report(),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def add_item_page(request: OfficeRequest) -> HttpResponse:
    """A new item of the office's own, in the section that the address names."""
    allow(may_revise(request.user, None))
    form = ReportForm(request.GET)
    office = request.user.office
    if not form.is_valid() or office is None:
        raise Http404
    year, language = form.cleaned_data["year"], form.cleaned_data["language"]
    told = manuscript(year, language, office)
    section = next((one for one in told.sections() if one.key == request.GET.get("section")), told.chapters[0])
    first = {"section": section.key, "number": len(section.entries) + 1}
    new = NewItemForm(told.chapters, request.POST if request.method == "POST" else None, initial=first)
    if new.is_bound and new.is_valid():
        chosen = {name: new.cleaned_data[name] for name in ("section", "number", "text")}
        added = add_item(by=request.user, report=report_named(year), language=language, **chosen)
        messages.success(request, _("The item was added."))
        return redirect(report_address(year, language, added.item))
    return render(request, "web/revise.html", {"form": new, "back": report_address(year, language)})
