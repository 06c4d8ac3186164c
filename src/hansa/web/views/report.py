"""The annual report: its outline on a page, and handed over as a file."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from hansa.register.models import Office
from hansa.reports.annual import manuscript, to_confirm, write
from hansa.reports.render import MEDIA_TYPES
from hansa.reports.render.pdf import FontMissing
from hansa.web.forms.report import LABELS, FileForm, ReportForm
from hansa.web.manuscripts import Page, anchor_of
from hansa.web.request import OfficeRequest
from hansa.web.views.measures import latest_year


def _file(chosen: dict[str, Any], office: Office) -> HttpResponse:
    content = write(chosen["year"], chosen["suffix"], chosen["language"], office)
    response = HttpResponse(content, content_type=MEDIA_TYPES[chosen["suffix"]])
    name = f"annual-report-{chosen['year']}-{chosen['language']}{chosen['suffix']}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def report_page(request: OfficeRequest) -> HttpResponse:
    """A year's report item by item; with a `suffix`, the report itself as a file."""
    office = request.user.office
    first = {"year": latest_year(request.user), "language": get_language()}
    file = FileForm(request.GET)
    if office and "suffix" in request.GET and file.is_valid():
        try:
            return _file(file.cleaned_data, office)
        except FontMissing as error:
            messages.error(request, str(error))
    form = ReportForm(request.GET if "year" in request.GET else first)
    context: dict[str, Any] = {"form": form, "office": office, "formats": LABELS}
    if office and form.is_valid():
        context |= _outline(form.cleaned_data, office, request)
    return render(request, "web/report.html", context)


def _outline(chosen: dict[str, Any], office: Office, request: OfficeRequest) -> dict[str, Any]:
    told = manuscript(chosen["year"], chosen["language"], office)
    return {
        "told": told,
        "year": chosen["year"],
        "chapters": Page(told, chosen["year"], request.user).chapters(),
        "to_confirm": [(entry, anchor_of(entry.key)) for entry in to_confirm(told)],
    }
