"""Each kind of file to its reader, which is loaded with its libraries only when a file of that kind is read."""

import importlib
import logging
import traceback
from collections import deque

from hansa.reading.document import Document
from hansa.reading.formats import recognition
from hansa.reading.formats.archive import DAMAGED
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.loading import LONGEST_TEXT, MOST_LINES, TOO_LONG

_log = logging.getLogger(__name__)
_READERS = {
    recognition.CSV: "hansa.reading.formats.delimited",
    recognition.DOCX: "hansa.reading.formats.docx",
    recognition.EML: "hansa.reading.formats.eml",
    recognition.HTML: "hansa.reading.formats.html",
    recognition.MARKDOWN: "hansa.reading.formats.markdown",
    recognition.ODP: "hansa.reading.formats.odp",
    recognition.ODS: "hansa.reading.formats.ods",
    recognition.ODT: "hansa.reading.formats.odt",
    recognition.PDF: "hansa.reading.formats.pdf",
    recognition.PPTX: "hansa.reading.formats.pptx",
    recognition.TEXT: "hansa.reading.formats.text",
    recognition.XLSX: "hansa.reading.formats.xlsx",
}


def read_bytes(data: bytes, kind: str, *, ocr: bool = False) -> Document:
    """The document in a file of a kind; with `ocr`, pages of a PDF that are only pictures are read by Tesseract.

    Raises DocumentError where it is encrypted, damaged, too long or a bomb."""
    reader = importlib.import_module(_READERS[kind])
    try:
        document = reader.read(data, ocr=True) if ocr and kind == recognition.PDF else reader.read(data)
    except DocumentError:
        raise
    except Exception as error:
        if _is_our_fault(error):
            raise
        # Files that break the rules of their format make the libraries fail in ways that none of them lists.
        _log.debug("fault in reading %s", kind, exc_info=True)
        raise DocumentError(DAMAGED) from error
    if not isinstance(document, Document):
        raise TypeError(f"{reader.__name__}.read gave no document")
    if len(document.text) > LONGEST_TEXT or len(document.text.splitlines()) > MOST_LINES:
        raise DocumentError(TOO_LONG)
    return document


def _is_our_fault(error: Exception) -> bool:
    """Whether one of Python's own errors arose in Hansa's code, and not in a library at work for it."""
    innermost = deque(traceback.walk_tb(error.__traceback__), maxlen=1)[0][0]
    module: str = innermost.f_globals.get("__name__", "")
    return type(error).__module__ == "builtins" and module.startswith("hansa.")
