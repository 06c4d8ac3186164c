"""Offices' templates: those that there are, and the one in use."""

from django.db.models import QuerySet

from hansa.register.documents import path_of
from hansa.register.models import Office, Template


def templates_of(office: Office | None) -> QuerySet[Template]:
    """The templates of an office, by report and format, those in use first; one query."""
    return Template.objects.filter(office=office).order_by("report", "suffix", "-in_use", "-pk")


def template_in_use(office: Office, report: str, suffix: str) -> Template | None:
    """The office's template for a kind of report in a format, if there is one in use; one query."""
    return Template.objects.filter(office=office, report=report, suffix=suffix, in_use=True).first()


def template_content(office: Office, report: str, suffix: str) -> bytes | None:
    """The file of the template in use, None where there is none. Raises OSError where the file is gone."""
    template = template_in_use(office, report, suffix)
    return path_of(template.sha256).read_bytes() if template else None
