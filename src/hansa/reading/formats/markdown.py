"""Markdown: made into a web page, and read as one."""

import re

from markdown_it import MarkdownIt

from hansa.reading.document import Document
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.html import read_page
from hansa.reading.formats.loading import TOO_LONG
from hansa.reading.formats.text import decode

# What some programs write about a text between two rules above it.
_FRONT_MATTER = re.compile(r"\A---\r?\n.*?\n(?:---|\.\.\.)\r?\n", re.DOTALL)

# Two thick books, which the library takes some seconds for.
_LONGEST = 1_000_000


def read(data: bytes) -> Document:
    """The document in a Markdown file. Raises DocumentError where it is no text, or holds none."""
    text = decode(data)
    if len(text) > _LONGEST:
        raise DocumentError(TOO_LONG)
    page = MarkdownIt("commonmark").enable("table").render(_FRONT_MATTER.sub("", text))
    return read_page(f"<main>{page}</main>", "text/markdown")
