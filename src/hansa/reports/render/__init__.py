"""The writers: each takes a paper and gives the bytes of one format."""

from collections.abc import Callable

from hansa.reports.blocks import Paper
from hansa.reports.render import docx, html, markdown, odt, pdf

# In these an office's own template takes the place of our form.
_TEMPLATED: dict[str, Callable[[Paper, bytes | None], bytes]] = {".odt": odt.render, ".docx": docx.render}
WRITERS: dict[str, Callable[[Paper], bytes]] = {
    ".odt": odt.render,
    ".docx": docx.render,
    ".pdf": pdf.render,
    ".html": html.render,
    ".md": markdown.render,
}

MEDIA_TYPES = {
    ".odt": "application/vnd.oasis.opendocument.text",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
}


def write(paper: Paper, suffix: str, template: bytes | None = None) -> bytes:
    """The paper in the format of the suffix, one of WRITERS; ODT and DOCX in an office's template where one is given.

    Raises `pdf.FontMissing` where a PDF lacks its font.
    """
    if template is not None and suffix in _TEMPLATED:
        return _TEMPLATED[suffix](paper, template)
    return WRITERS[suffix](paper)
