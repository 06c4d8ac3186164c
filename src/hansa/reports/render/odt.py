"""The ODT writer: native headings, numbering, contents, lists, tables and endnotes, valid OpenDocument 1.3."""

from hansa.reports.blocks import Paper
from hansa.reports.render.odt_body import Body, contents, front
from hansa.reports.render.odt_styles import page_width, styles
from hansa.reports.render.odt_template import filled
from hansa.reports.render.opendocument import Package, packed

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def render(paper: Paper, template: bytes | None = None) -> bytes:
    """The report as an OpenDocument text, in our own form or in an office's template."""
    if template is not None:
        return filled(template, paper)
    body = Body(paper, page_width(paper), bool(paper.contents_title))
    text = f"{front(paper)}{contents(paper)}{body.blocks()}"
    return packed(
        Package(
            MEDIA_TYPE,
            paper.title,
            paper.publisher,
            paper.language,
            f"<office:automatic-styles>{body.automatic}</office:automatic-styles>"
            f"<office:body><office:text>{text}</office:text></office:body>",
            styles(paper),
            files=body.pictures,
        )
    )
