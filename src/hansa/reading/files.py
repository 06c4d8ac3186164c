"""A file in, its document and facts out: what every face calls."""

import logging
from collections.abc import Callable
from pathlib import Path

from hansa.facts import Fact
from hansa.reading.document import Document
from hansa.reading.formats import DocumentError, read_document
from hansa.reading.reader import read_facts

Reader = Callable[[Document, str | None], list[Fact]]
"""Gives the facts of a document, whose own city is named or None: `read_facts`, or a reader by language model."""

_log = logging.getLogger(__name__)


def read_file(
    path: Path, home: str | None = None, reader: Reader = read_facts, *, ocr: bool = False
) -> tuple[Document, list[Fact]]:
    """The document in the file, and the facts that it states; the rules read it, or another reader.

    With `ocr`, pages of a PDF that are only pictures are read by Tesseract, which has to be installed.

    Raises DocumentError, with a sentence for the user, where the file cannot be read. That includes a fault of our
    own: one document that trips a rule must not keep the others of a call from being read.
    """
    try:
        document = read_document(path, ocr=ocr)
        return document, reader(document, home)
    except DocumentError:
        raise
    except Exception as error:
        _log.debug("fault while reading %s", path, exc_info=True)
        raise DocumentError(
            "could not be read because of a fault in Hansa ({kind}: {error}); please report it",
            kind=type(error).__name__,
            error=str(error),
        ) from error
