"""Parts of a packed document (ODT, DOCX), with archives refused that unpack to more than a document holds."""

import io
import zipfile
import zlib

from hansa.reading.formats.errors import DocumentError

# The text part of a long report has a few MB; with its pictures a document stays below 200 MB unpacked.
LARGEST_UNPACKED = 200_000_000
LARGEST_PART = 60_000_000
# XML shrinks to a tenth or a thirtieth. Beyond a hundredfold, in parts of more than a megabyte, there is only filling.
LARGEST_RATIO = 100
_RATIO_FROM = 1_000_000
_MOST_PARTS = 10_000
DAMAGED = "is damaged or cut off; get it again or save it anew"


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise DocumentError(DAMAGED) from error
    parts = archive.infolist()
    if (
        len(parts) > _MOST_PARTS
        or sum(part.file_size for part in parts) > LARGEST_UNPACKED
        or any(map(_is_bomb, parts))
    ):
        raise DocumentError("unpacks to far more than a document holds, as an archive bomb does; it is not opened")
    return archive


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _RATIO_FROM and part.file_size > LARGEST_RATIO * max(part.compress_size, 1)


def part_names(data: bytes) -> set[str]:
    """The names of the parts. Raises DocumentError for a damaged archive and for a bomb."""
    with _open(data) as archive:
        return set(archive.namelist())


def read_part(data: bytes, name: str) -> bytes:
    """One part's bytes, empty where there is none. Raises DocumentError where it is encrypted, damaged or too large."""
    with _open(data) as archive:
        if name not in archive.namelist():
            return b""
        if archive.getinfo(name).flag_bits & 1:
            raise DocumentError("is encrypted; save it without a password and try again")
        try:
            with archive.open(name) as part:
                content = part.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise DocumentError(DAMAGED) from error
    if len(content) > LARGEST_PART:
        raise DocumentError("unpacks to far more than a document holds; it is not opened")
    return content
