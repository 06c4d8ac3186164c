"""Parts of a packed document (DOCX, ODS and their kin), with archives refused that unpack to more than one holds."""

import io
import lzma
import struct
import zipfile
import zlib

from hansa.reading.formats.errors import DocumentError

# The text part of a long report has a few MB; with its pictures a document stays below 200 MB unpacked.
LARGEST_UNPACKED = 200_000_000
LARGEST_PART = 40_000_000
# XML shrinks to a tenth or a thirtieth, that of a sheet's empty cells to a hundredth. Beyond that there is only
# filling, which does no harm in parts of a few megabytes.
LARGEST_RATIO = 100
_RATIO_FROM = 10_000_000
_MOST_PARTS = 10_000
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError)
DAMAGED = "is damaged or cut off; get it again or save it anew"
TOO_MUCH = "unpacks to far more than a document holds; it is not opened"
ENCRYPTED = "is encrypted; save it without a password and try again"


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
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


def check_parts(data: bytes, streamed: tuple[str, ...] = ()) -> None:
    """See that a library may open the archive by itself, which holds its XML in memory.

    `streamed` are the beginnings of the names of parts that it reads bit by bit. Raises DocumentError for a damaged,
    encrypted or too large archive.
    """
    with _open(data) as archive:
        parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise DocumentError(ENCRYPTED)
    kept = (part for part in parts if part.filename.endswith((".xml", ".rels")))
    if sum(part.file_size for part in kept if not part.filename.startswith(streamed)) > LARGEST_PART:
        raise DocumentError(TOO_MUCH)


def read_part(data: bytes, name: str) -> bytes:
    """One part's bytes, empty where there is none. Raises DocumentError where it is encrypted, damaged or too large."""
    with _open(data) as archive:
        if name not in archive.namelist():
            return b""
        if archive.getinfo(name).flag_bits & 1:
            raise DocumentError(ENCRYPTED)
        try:
            with archive.open(name) as part:
                content = part.read(LARGEST_PART + 1)
        except _BROKEN as error:
            raise DocumentError(DAMAGED) from error
    if len(content) > LARGEST_PART:
        raise DocumentError(TOO_MUCH)
    return content
