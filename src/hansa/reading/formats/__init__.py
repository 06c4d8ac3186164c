"""Files in, text with pages and headings out: one file a format, told apart by content first, then by suffix."""

from pathlib import Path

from hansa.reading.document import Document
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.text import read_text

__all__ = ["DocumentError", "read_document"]


def read_document(path: Path) -> Document:
    """The document in a file. Raises DocumentError, with a sentence for the user, where it cannot be read."""
    try:
        return read_text(path.read_bytes())
    except OSError as error:
        raise DocumentError(f"cannot be read: {error.strerror}") from error
