"""Files in, text with pages and headings out: one file a format, told apart by content first, then by name."""

import importlib
from pathlib import Path

from hansa.reading.document import Document
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.loading import load
from hansa.reading.formats.recognition import DOCX, HTML, ODT, PDF, TEXT, recognise

__all__ = ["DocumentError", "read_document"]

# By name, so that a text is read without the libraries of the other formats being loaded.
_READERS = {
    DOCX: "hansa.reading.formats.docx",
    HTML: "hansa.reading.formats.html",
    ODT: "hansa.reading.formats.odt",
    PDF: "hansa.reading.formats.pdf",
    TEXT: "hansa.reading.formats.text",
}


def read_document(path: Path) -> Document:
    """The document in a file: its text, pages and marked headings.

    Raises DocumentError, whose message is one sentence for the user without the file's name, where the file is
    missing, a folder, empty, encrypted, damaged, too large, a bomb, or of a kind that is not read.
    """
    data = load(path)
    reader = importlib.import_module(_READERS[recognise(data, path.suffix)])
    document = reader.read(data)
    if not isinstance(document, Document):
        raise TypeError(f"{reader.__name__}.read gave no document")
    return document
