"""Offices' templates: taken in, put to use in place of ours, withdrawn."""

from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from hansa.register.documents import keeping, sha256_of
from hansa.register.domain.history import changing, lock_history
from hansa.register.domain.users import SYSTEM
from hansa.register.enums import ReportKind
from hansa.register.models import Office, Template, User
from hansa.register.rules import is_of_own_office, may_admit
from hansa.register.templates import LARGEST, TemplateError, examine
from hansa.register.validators import validate

# The formats in which each kind of report takes a template.
FORMATS: dict[str, tuple[str, ...]] = {
    ReportKind.ANNUAL: (".odt", ".docx"),
    ReportKind.COUNCIL: (".pptx",),
    ReportKind.LIST: (".odt", ".docx"),
    ReportKind.ANSWER: (".odt", ".docx"),
}


def add_template(*, by: User, office: Office, file: Path, report: str, title: str = "", filename: str = "") -> Template:
    """Take in a template for a kind of report and put it to use, in place of the one before; by the file's suffix.

    The file is kept whole under its SHA-256; `filename` is the name that it had where it came from, which is the title
    where none is given. One history entry, and one for the template that it replaces. Raises PermissionDenied for all
    but editors, TemplateError where the file cannot be used or has a field that is not known.
    """
    _check_may(by, office)
    name = (filename or file.name)[:300]
    suffix = Path(name).suffix.lower()
    if suffix not in FORMATS[report]:
        values = {"formats": ", ".join(FORMATS[report])}
        raise TemplateError(_("A template for this report is one of %(formats)s.") % values)
    if file.stat().st_size <= LARGEST:
        examine(file.read_bytes(), suffix)
    else:
        raise TemplateError(_("The file has more than %(limit)s MB.") % {"limit": LARGEST // 10**6})
    sha256 = sha256_of(file)
    template = Template(
        office=office,
        report=report,
        suffix=suffix,
        title=title or Path(name).stem,
        filename=name,
        sha256=sha256,
        size=file.stat().st_size,
    )
    with transaction.atomic(), keeping() as keep:
        lock_history()
        _put_out_of_use(by, template)
        validate(template)
        with changing(by=by, action="add", record=template):
            template.save()
            keep(file, sha256)
    return template


def use_template(*, by: User, template: Template) -> None:
    """Put a template to use, in place of the one before. A history entry for each. Raises PermissionDenied."""
    _check_may(by, template.office)
    with transaction.atomic():
        lock_history()
        _put_out_of_use(by, template)
        _set(by, template, in_use=True)


def withdraw_template(*, by: User, template: Template) -> None:
    """Write reports without a template again; it is kept and can be put to use anew. One history entry.

    Raises PermissionDenied.
    """
    _check_may(by, template.office)
    _set(by, template, in_use=False)


def _put_out_of_use(by: User, successor: Template) -> None:
    same = {"office": successor.office, "report": successor.report, "suffix": successor.suffix}
    for template in Template.objects.filter(**same, in_use=True).exclude(pk=successor.pk):
        _set(by, template, in_use=False)


def _set(by: User, template: Template, *, in_use: bool) -> None:
    with changing(by=by, action="change", record=template):
        template.in_use = in_use
        template.save(update_fields=["in_use", "changed"])


def _check_may(by: User, office: Office | None) -> None:
    """Editors keep their own office's templates; the program itself acts for whoever works at the machine."""
    own = is_of_own_office(by, Template(office=office))
    if by.username != SYSTEM and not (may_admit(by) and own):
        raise PermissionDenied(f"the templates of {office} are not {by}'s to change")
