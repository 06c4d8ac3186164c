"""A document brought in through a page: read, kept, its facts proposed or admitted."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from hansa.reading.document import Document
from hansa.reading.files import read_file
from hansa.reading.formats import DocumentError
from hansa.reading.pages import page_numbers
from hansa.register.documents import sha256_of
from hansa.register.domain.loading import Summary, load
from hansa.register.domain.sources import Reading
from hansa.register.enums import Admit
from hansa.register.models import User
from hansa.register.rules import may_admit, may_propose
from hansa.web.forms.document import DocumentForm, as_file
from hansa.web.kinds import address_of_ref
from hansa.web.refusals import reason_of
from hansa.web.request import OfficeRequest, home_of


class UploadForm(DocumentForm):
    """Which document, and whether what it surely states goes into the register at once."""

    admit = forms.BooleanField(
        label=gettext_lazy("Admit at once what is sure and whose names are known"),
        required=False,
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_admit(user):
            del self.fields["admit"]


def _load(file: "UploadedFile[Any]", admit: Admit, user: User) -> tuple[Summary | None, Document]:
    """Read and keep the file; no summary where the same file is kept already. Raises DocumentError."""
    home = home_of(user)
    with as_file(file) as path:
        document, facts = read_file(path, str(home) if home else None)
        reading = Reading(path, sha256_of(path), path.stat().st_size, document, facts)
        summaries = load(by=user, readings=[reading], home=home, admit=admit)
    return (summaries[0] if summaries else None), document


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: OfficeRequest) -> HttpResponse:
    """The form; with a document, its page once it is read."""
    if not may_propose(request.user):
        raise PermissionDenied
    form = UploadForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/upload.html", {"form": form})
    admit = Admit.SURE if form.cleaned_data.get("admit") else Admit.NONE
    try:
        summary, document = _load(form.cleaned_data["document"], admit, request.user)
    except DocumentError as error:
        why = {"file": form.cleaned_data["document"].name, "reason": reason_of(error)}
        form.add_error("document", _("%(file)s cannot be read: it %(reason)s.") % why)
        return render(request, "web/upload.html", {"form": form})
    if summary is None:
        messages.info(request, _("This document is kept already; nothing was changed."))
        return redirect("web:sources")
    words = ngettext("Read: it states %(count)s fact.", "Read: it states %(count)s facts.", summary.read)
    messages.success(request, words % {"count": summary.read})
    if document.pictures:
        words = ngettext(
            "Page %(pages)s is only a picture and was not read.",
            "Pages %(pages)s are only pictures and were not read.",
            len(document.pictures),
        )
        messages.warning(request, words % {"pages": page_numbers(document.pictures)})
    return redirect(address_of_ref(summary.source))
