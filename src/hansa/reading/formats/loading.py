"""A file's bytes, with what cannot be a document refused before it is read."""

from pathlib import Path

from hansa.reading.formats.errors import DocumentError

# A printed report of a thousand pages with its pictures is about 20 MB. What is larger is a scan or a film, and would
# fill the memory several times over while it is read.
LARGEST_FILE = 50_000_000
# A report of a thousand pages has 1,500,000 characters on 40,000 lines. Nobody wrote what unpacks to more than these.
LONGEST_TEXT = 2_000_000
MOST_LINES = 150_000
TOO_LONG = "holds more text than a document has; split it and try again"


def load(path: Path) -> bytes:
    """The bytes of a file. Raises DocumentError where it is missing, a folder, unreadable, empty or too large."""
    try:
        if path.is_dir():
            raise DocumentError("is a folder; name the files in it")
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE else b""
    except DocumentError:
        raise
    except FileNotFoundError:
        raise DocumentError("does not exist; check the name and the folder") from None
    except PermissionError:
        raise DocumentError("may not be read; ask its owner for the right to") from None
    except (OSError, ValueError) as error:
        raise DocumentError("cannot be opened ({error}); check the name", error=str(error)) from error
    if size > LARGEST_FILE:
        raise DocumentError(
            "has {size} MB, more than the {limit} MB read; split it or save its text",
            size=round(size / 1_000_000),
            limit=LARGEST_FILE // 1_000_000,
        )
    if not data.strip(b"\0 \r\n\t"):
        raise DocumentError("is empty; save it again where it came from")
    return data
