"""The annual report, written from the register and handed over as a file."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hansa.register.models import Office
from hansa.reports.annual import YEARS, write
from hansa.reports.render import MEDIA_TYPES, WRITERS
from hansa.reports.render.pdf import FontMissing
from hansa.web.request import OfficeRequest
from hansa.web.views.measures import latest_year

LABELS = {
    ".odt": _("ODT (LibreOffice)"),
    ".docx": _("DOCX (Word)"),
    ".pdf": _("PDF"),
    ".html": _("Web page"),
    ".md": _("Markdown"),
}
LANGUAGES = [("zh-hant", "中文"), ("en", "English")]


class ReportForm(forms.Form):
    """Which report: the year, the format and the language."""

    year = forms.IntegerField(
        label=_("Year"),
        min_value=YEARS[0],
        max_value=YEARS[-1],
        widget=forms.NumberInput({"class": "form-control"}),
        help_text=_("For example 2022, which is year 111 of the Republic."),
    )
    suffix = forms.ChoiceField(
        label=_("Format"),
        choices=[(suffix, LABELS.get(suffix, suffix)) for suffix in WRITERS],
        widget=forms.Select({"class": "form-select"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, widget=forms.Select({"class": "form-select"}))


def _file(chosen: dict[str, Any], office: Office) -> HttpResponse:
    content = write(chosen["year"], chosen["suffix"], chosen["language"], office)
    response = HttpResponse(content, content_type=MEDIA_TYPES[chosen["suffix"]])
    name = f"annual-report-{chosen['year']}-{chosen['language']}{chosen['suffix']}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def report_page(request: OfficeRequest) -> HttpResponse:
    """The form; with a year, the report itself."""
    office = request.user.office
    first = {"year": latest_year(request.user), "language": get_language()}
    form = ReportForm(request.GET) if "year" in request.GET else ReportForm(initial=first)
    if office and form.is_bound and form.is_valid():
        try:
            return _file(form.cleaned_data, office)
        except FontMissing as error:
            messages.error(request, str(error))
    return render(request, "web/report.html", {"form": form, "office": office})
