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

# A footnote, with the lines that go on with it, and the marks that lead to footnotes: CommonMark knows neither.
_NOTE = re.compile(r"^\[\^[^\]\s]+\]:.*\n?(?:(?: {2,}|\t).*\n?)*", re.MULTILINE)
_MARK = re.compile(r"\[\^[^\]\s]+\]")

# Two thick books, which the library takes some seconds for.
_LONGEST = 1_000_000


def read(data: bytes) -> Document:
    """The document in a Markdown file, its footnotes left out. Raises DocumentError where it holds no text."""
    text = decode(data)
    if len(text) > _LONGEST:
        raise DocumentError(TOO_LONG)
    words = _MARK.sub("", _NOTE.sub("", _FRONT_MATTER.sub("", text)))
    page = MarkdownIt("commonmark").enable("table").render(words)
    return read_page(f"<main>{page}</main>", "text/markdown")
