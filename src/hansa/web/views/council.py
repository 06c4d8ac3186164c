"""The council's slides: a period is chosen, the slides are looked through, the file is handed over."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hansa.register.models import Office
from hansa.reports.blocks import Language
from hansa.reports.council.period import Period
from hansa.reports.council.report import MEDIA_TYPES, deck, write
from hansa.reports.council.slides import Deck
from hansa.reports.render.pdf import FontMissing
from hansa.web.request import OfficeRequest

FORMATS = {".pptx": _("PPTX (PowerPoint)"), ".odp": _("ODP (LibreOffice)"), ".pdf": _("PDF")}
LANGUAGES = [("zh-hant", "中文"), ("en", "English")]
# A session reports on half a year or so; the page offers the one that has just ended.
_MONTHS = 6
_WIDGET = {"class": "form-control"}


class CouncilForm(forms.Form):
    """Which slides: the period, the session, who reports, the language and the format."""

    first = forms.DateField(label=_("From"), widget=forms.DateInput(_WIDGET | {"type": "date"}, "%Y-%m-%d"))
    last = forms.DateField(label=_("To"), widget=forms.DateInput(_WIDGET | {"type": "date"}, "%Y-%m-%d"))
    session = forms.CharField(
        label=_("Session of the council"),
        max_length=100,
        required=False,
        widget=forms.TextInput(_WIDGET),
        help_text=_("As the title is to name it."),
    )
    reporter = forms.CharField(label=_("Reported by"), max_length=100, required=False, widget=forms.TextInput(_WIDGET))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, widget=forms.Select({"class": "form-select"}))
    suffix = forms.ChoiceField(
        label=_("Format"), choices=list(FORMATS.items()), widget=forms.Select({"class": "form-select"})
    )

    def clean(self) -> dict[str, Any]:
        """A period that ends after it begins."""
        chosen: dict[str, Any] = self.cleaned_data
        if "first" in chosen and "last" in chosen and chosen["first"] > chosen["last"]:
            self.add_error("last", ValidationError(_("The period ends before it begins.")))
        return chosen

    @property
    def period(self) -> Period:
        """The period chosen."""
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])


def _first_choice(today: dt.date) -> dict[str, Any]:
    """The last whole months, in the reader's language."""
    last = today.replace(day=1) - dt.timedelta(days=1)
    months = last.year * 12 + last.month - _MONTHS
    return {"first": dt.date(months // 12, months % 12 + 1, 1), "last": last, "language": get_language()}


def _deck(form: CouncilForm, office: Office) -> Deck:
    chosen = form.cleaned_data
    language = cast(Language, chosen["language"])
    return deck(form.period, language, office, session=chosen["session"], reporter=chosen["reporter"])


def _file(form: CouncilForm, slides: Deck, office: Office) -> HttpResponse:
    suffix = form.cleaned_data["suffix"]
    response = HttpResponse(write(slides, suffix, office), content_type=MEDIA_TYPES[suffix])
    name = f"council-report-{form.period.first}-{form.period.last}-{slides.language}{suffix}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def council_page(request: OfficeRequest) -> HttpResponse:
    """The form; with a period, what the slides say; asked to download, the file."""
    office = request.user.office
    form = (
        CouncilForm(request.GET) if "first" in request.GET else CouncilForm(initial=_first_choice(timezone.localdate()))
    )
    context: dict[str, Any] = {"form": form, "office": office}
    if office and form.is_bound and form.is_valid():
        slides = _deck(form, office)
        if "download" in request.GET:
            try:
                return _file(form, slides, office)
            except FontMissing as error:
                messages.error(request, str(error))
        context["deck"] = slides
    return render(request, "web/council.html", context)
