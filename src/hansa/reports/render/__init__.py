"""The writers: each takes a paper and gives the bytes of one format."""

from collections.abc import Callable

from hansa.reports.blocks import Paper
from hansa.reports.render import docx, html, markdown, odt, pdf

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
