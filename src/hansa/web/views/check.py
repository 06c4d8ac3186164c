"""A draft held against the register, while its reader waits; nothing of it is kept."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hansa.reading.formats import DocumentError
from hansa.web.checked import check_file
from hansa.web.forms.document import DocumentForm, as_file
from hansa.web.refusals import reason_of
from hansa.web.request import OfficeRequest, home_of


@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: OfficeRequest) -> HttpResponse:
    """The form; with a draft, its text with each place marked, and what is said of each."""
    home = home_of(request.user)
    form = DocumentForm(request.POST, request.FILES) if request.method == "POST" else DocumentForm()
    context: dict[str, Any] = {"form": form, "home": home}
    if home and form.is_bound and form.is_valid():
        draft = form.cleaned_data["document"]
        try:
            with as_file(draft) as path:
                context["checked"] = check_file(path, home, request.user)
        except DocumentError as error:
            why = {"file": draft.name, "reason": reason_of(error)}
            form.add_error("document", _("%(file)s cannot be read: it %(reason)s.") % why)
    return render(request, "web/check.html", context)
