"""A paper in the form of its office: in the office's own template where one is in use, else in ours."""

from dataclasses import replace

from hansa.register.domain.queries.templates import template_content
from hansa.register.models import Office
from hansa.reports.blocks import Paper
from hansa.reports.render import write


def in_form_of(office: Office, report: str, paper: Paper, suffix: str, year: int | None = None) -> bytes:
    """The paper in the format of the suffix, in the template that the office uses for the kind of report.

    `year` is what {{ year }} becomes. One query. Raises `render.pdf.FontMissing` where a PDF lacks its font.
    """
    named = replace(paper, year=str(year)) if year else paper
    return write(named, suffix, template_content(office, report, suffix))
