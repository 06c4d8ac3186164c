"""A paper in the form of its office: in the office's own template where one is in use, else in ours."""

from dataclasses import replace

from hansa.register.domain.queries.templates import template_content
from hansa.register.models import Office
from hansa.register.templates import BLOCKS, WORDS
from hansa.reports.blocks import Language, Paper, Paragraph, Run
from hansa.reports.council.pptx import TEMPLATE
from hansa.reports.render import write


def in_form_of(office: Office, report: str, paper: Paper, suffix: str, year: int | None = None) -> bytes:
    """The paper in the format of the suffix, in the template that the office uses for the kind of report.

    `year` is what {{ year }} becomes. One query. Raises `render.pdf.FontMissing` where a PDF lacks its font.
    """
    named = replace(paper, year=str(year)) if year else paper
    return write(named, suffix, template_content(office, report, suffix))


def starter(suffix: str, language: Language) -> bytes:
    """Our own form as a template to begin with, each field in its place; of slides the empty ones."""
    if suffix == ".pptx":
        return TEMPLATE.read_bytes()
    fields = {name: f"{{{{ {name} }}}}" for name in (*WORDS, *BLOCKS)}
    blocks = tuple(Paragraph((Run(fields[name]),)) for name in ("contents", "body"))
    head = (fields["title"], fields["publisher"], fields["dateline"])
    return write(Paper(language, *head, "", "", blocks), suffix)
