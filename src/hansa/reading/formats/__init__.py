"""Files in, text with pages and headings out: one file a format, told apart by content first, then by name."""

from pathlib import Path

from hansa.reading.document import Document
from hansa.reading.formats.dispatching import read_bytes
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.loading import load
from hansa.reading.formats.recognition import recognise

__all__ = ["DocumentError", "read_document"]


def read_document(path: Path, *, ocr: bool = False) -> Document:
    """The document in a file: its text, pages and marked headings.

    With `ocr`, pages of a PDF that are only pictures are read by Tesseract, which has to be installed.

    Raises DocumentError, whose message is one sentence for the user without the file's name, where the file is
    missing, a folder, empty, encrypted, damaged, too large, a bomb, or of a kind that is not read.
    """
    data = load(path)
    return read_bytes(data, recognise(data, path.suffix), ocr=ocr)
