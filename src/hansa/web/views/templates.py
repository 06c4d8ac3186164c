"""The office's templates: listed, brought in, downloaded, put to use and withdrawn."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hansa.register.access import fetch, fetch_for_editing
from hansa.register.documents import path_of
from hansa.register.domain.queries.templates import templates_of
from hansa.register.domain.templates import FORMATS, add_template, use_template, withdraw_template
from hansa.register.models import Office, Template, User
from hansa.register.rules import may_admit
from hansa.register.templates import BLOCKS, WORDS, TemplateError
from hansa.reports.forms import starter
from hansa.web.forms.templates import TemplateForm
from hansa.web.packs import language_read
from hansa.web.request import OfficeRequest

_ENDINGS = sorted({suffix for formats in FORMATS.values() for suffix in formats})
_FIELDS = tuple(f"{{{{ {name} }}}}" for name in (*WORDS, *BLOCKS))
_ANY_FILE = "application/octet-stream"


@require_http_methods(["GET", "HEAD", "POST"])
def templates_page(request: OfficeRequest) -> HttpResponse:
    """The templates that the office has; editors bring in new ones."""
    office, may = request.user.office, may_admit(request.user)
    if request.method == "POST" and not (may and office):
        raise PermissionDenied
    form = TemplateForm(request.POST or None, request.FILES or None)
    if office and form.is_bound and form.is_valid() and _added(form, office, request.user):
        messages.success(request, _("The template is in use."))
        return redirect("web:templates")
    context: dict[str, Any] = {
        "form": form,
        "templates": templates_of(office) if office else (),
        "office": office,
        "may_edit": may,
        "endings": [ending.removeprefix(".") for ending in _ENDINGS],
        "fields": _FIELDS,
    }
    return render(request, "web/templates.html", context)


def _added(form: TemplateForm, office: Office, user: User) -> Template | None:
    """The template; None where the form then says what is wrong."""
    file: UploadedFile[Any] = form.cleaned_data["file"]
    name = Path(file.name or "template").name
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template"
        with path.open("wb") as copy:
            copy.writelines(file.chunks())
        chosen = {key: form.cleaned_data[key] for key in ("report", "title")}
        try:
            return add_template(by=user, office=office, file=path, filename=name, **chosen)
        except TemplateError as error:
            form.add_error("file", str(error))
    return None


@require_POST
def change_template(request: OfficeRequest, pk: int) -> HttpResponse:
    """Put a template to use, or withdraw it."""
    if not may_admit(request.user):
        raise PermissionDenied
    template = cast(Template, fetch_for_editing("template", pk, request.user))
    if "use" in request.POST:
        use_template(by=request.user, template=template)
        messages.success(request, _("The template is in use."))
    else:
        withdraw_template(by=request.user, template=template)
        messages.success(request, _("The template was withdrawn; reports have Hansa's own form again."))
    return redirect("web:templates")


@require_safe
def template_file(request: OfficeRequest, pk: int) -> HttpResponseBase:
    """The file of a template, as it was brought in."""
    template = cast(Template, fetch("template", pk, request.user))
    path = path_of(template.sha256)
    if not path.is_file():
        raise Http404(f"the file of {template.ref} is gone")
    return FileResponse(path.open("rb"), as_attachment=True, filename=template.filename, content_type=_ANY_FILE)


@require_safe
def starter_file(request: OfficeRequest, ending: str) -> HttpResponse:
    """Our own form, to begin a template with."""
    suffix = f".{ending}"
    if suffix not in _ENDINGS:
        raise Http404(f"no templates in {suffix}")
    response = HttpResponse(starter(suffix, language_read()), content_type=_ANY_FILE)
    response.headers["Content-Disposition"] = content_disposition_header(True, f"hansa{suffix}") or "attachment"
    return response
