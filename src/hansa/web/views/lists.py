"""Lists and tables: which there are, one of them as a page, and the same as a file in six formats."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from hansa.register.domain.queries.templates import template_content
from hansa.register.enums import ReportKind
from hansa.register.models import Office
from hansa.reports.blocks import Language, Table
from hansa.reports.listing import Listing
from hansa.reports.lists import LISTS, ListError, ListOf, list_named, listing
from hansa.reports.lists.asking import asked
from hansa.reports.render import MEDIA_TYPES
from hansa.reports.render.listings import paper_of, write_listing
from hansa.reports.render.pdf import FontMissing
from hansa.reports.render.sheet import SheetFull
from hansa.web.forms.lists import ListForm
from hansa.web.kinds import address_of_ref
from hansa.web.request import OfficeRequest

FORMATS = {".odt": "ODT", ".docx": "DOCX", ".pdf": "PDF", ".xlsx": "XLSX", ".ods": "ODS", ".csv": "CSV"}
_MEDIA_TYPES = MEDIA_TYPES | {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv; charset=utf-8",
}
# What a page shows of a long list; the files have all of it.
SHOWN = 200


@require_safe
def lists_page(request: OfficeRequest) -> HttpResponse:
    """The lists that there are, each with what it is for."""
    return render(request, "web/lists.html", {"lists": LISTS.values(), "office": request.user.office})


@require_safe
def list_page(request: OfficeRequest, key: str) -> HttpResponse:
    """A list as a table, narrowed as chosen; with a format, the file."""
    one, office = _list(key), request.user.office
    form = ListForm(one, request.user, request.GET, get_language() or "")
    context: dict[str, Any] = {"list": one, "form": form, "formats": FORMATS, "office": office, "shown": SHOWN}
    if office and form.is_valid():
        suffix = request.GET.get("format", "")
        made = _listing(one, office, form, _absolute(request) if suffix else address_of_ref)
        if suffix in FORMATS:
            try:
                return _file(one, made, suffix, office)
            except (FontMissing, SheetFull) as error:
                messages.error(request, str(error))
        context |= {"listing": made, "table": _table(made)}
    return render(request, "web/list_of.html", context)


def _list(key: str) -> ListOf:
    try:
        return list_named(key)
    except ListError as error:
        raise Http404(str(error)) from error


def _absolute(request: OfficeRequest) -> Callable[[str], str]:
    """The whole address of a record's page, for those who open a file elsewhere."""
    begin = request.build_absolute_uri("/").removesuffix("/")
    return lambda ref: f"{begin}{address_of_ref(ref)}"


def _listing(one: ListOf, office: Office, form: ListForm, link: Callable[[str], str]) -> Listing:
    language = cast(Language, form.cleaned_data["language"])
    wish = asked(office, language, form.given, allowed=one.filters, kinds=one.kinds or (), link=link)
    return listing(one, wish)


def _table(made: Listing) -> Table:
    return next(block for block in paper_of(made).blocks if isinstance(block, Table))


def _file(one: ListOf, made: Listing, suffix: str, office: Office) -> HttpResponse:
    template = template_content(office, ReportKind.LIST, suffix)
    response = HttpResponse(write_listing(made, suffix, template), content_type=_MEDIA_TYPES[suffix])
    response.headers["Content-Disposition"] = f'attachment; filename="{one.name}-{made.language}{suffix}"'
    return response
