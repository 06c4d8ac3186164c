"""Pictures: brought in for a record, shown small and large, told of anew, taken away."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hansa.register.access import fetch, fetch_for_editing
from hansa.register.domain.pictures import PICTURED, add_picture, change_picture, remove_picture
from hansa.register.models import Picture, User
from hansa.register.models.record import Record
from hansa.register.pictures import PictureError, shown
from hansa.register.rules import may_edit
from hansa.web.forms.pictures import CaptionForm, PictureForm
from hansa.web.histories import history_shown
from hansa.web.kinds import BY_NAME, address_of
from hansa.web.request import OfficeRequest

# Pixels on the long side.
SIZES = {"small": 480, "large": 1600}


@require_safe
def picture_file(request: OfficeRequest, pk: int, size: str) -> HttpResponse:
    """The picture as JPEG, drawn anew: upright, without what the camera wrote into it."""
    picture = cast(Picture, fetch("picture", pk, request.user))
    if size not in SIZES:
        raise Http404(f"no size of pictures: {size}")
    try:
        content = shown(picture.sha256, SIZES[size])
    except PictureError as error:
        raise Http404(str(error)) from error
    response = HttpResponse(content, content_type="image/jpeg")
    response.headers["X-Content-Type-Options"] = "nosniff"
    # Only for whoever may see the record; a picture's file never changes.
    response.headers["Cache-Control"] = "private, max-age=86400, immutable"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def add_picture_page(request: OfficeRequest, kind: str, pk: int) -> HttpResponse:
    """The form with which a picture of a record is brought in; then the record's page."""
    if kind not in PICTURED:
        raise Http404(f"there are no pictures of a {kind}")
    record = fetch_for_editing(kind, pk, request.user)
    form = PictureForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _added(form, record, request.user):
        messages.success(request, _("The picture was added."))
        return redirect(address_of(kind, record.pk))
    context = {"record": record, "kind": BY_NAME[kind], "form": form}
    return render(request, "web/add_picture.html", context)


def _added(form: PictureForm, record: Record, user: User) -> Picture | None:
    """The picture; None where the form then says what is wrong."""
    file: UploadedFile[Any] = form.cleaned_data["picture"]
    name = Path(file.name or "picture").name
    with TemporaryDirectory() as folder:
        path = Path(folder) / "picture"
        with path.open("wb") as copy:
            copy.writelines(file.chunks())
        try:
            return add_picture(by=user, file=path, of=record, filename=name, **form.told)
        except PictureError as error:
            form.add_error("picture", str(error))
        except ValidationError as error:
            form.refuse(error)
    return None


@require_http_methods(["GET", "HEAD", "POST"])
def picture_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """The picture, what it is of, and its history; with a form for those who may change or remove it."""
    picture = cast(Picture, fetch("picture", pk, request.user))
    may = may_edit(request.user, picture)
    if request.method == "POST" and not may:
        raise PermissionDenied
    of = next(record for kind in PICTURED if (record := getattr(picture, kind)))
    if request.method == "POST" and "remove" in request.POST:
        remove_picture(by=request.user, picture=picture)
        messages.success(request, _("The picture was removed."))
        return redirect(address_of(of.kind_of_record, of.pk))
    told = {"title": picture.title, "credit": picture.credit, "date": picture.date}
    form = CaptionForm(request.POST or None, initial=told)
    if form.is_bound and form.is_valid() and _changed(form, picture, request.user):
        messages.success(request, _("The record was saved."))
        return redirect("web:picture", picture.pk)
    context = {
        "record": picture,
        "of": of,
        "kind": BY_NAME[of.kind_of_record],
        "form": form,
        "may_edit": may,
        "history": history_shown(picture, request.user),
    }
    return render(request, "web/picture.html", context)


def _changed(form: CaptionForm, picture: Picture, user: User) -> bool:
    try:
        change_picture(by=user, picture=picture, **form.told)
    except ValidationError as error:
        form.refuse(error)
        return False
    return True
