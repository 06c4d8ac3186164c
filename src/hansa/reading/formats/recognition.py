"""What a file is, by its first bytes and, where those do not tell, by its name."""

import re
from typing import Final

from hansa.reading.formats.archive import part_names, read_part
from hansa.reading.formats.errors import DocumentError

PDF: Final = "pdf"
DOCX: Final = "docx"
ODT: Final = "odt"
HTML: Final = "html"
TEXT: Final = "text"

READ = "PDF, DOCX, ODT, HTML or plain text"
XML = "an XML file"
ARCHIVE = "an archive, not a document"
NO_DOCUMENTS = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\0\0\1\0", "an icon"),
    (b"RIFF", "a sound, film or WebP image"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"{\\rtf", "an RTF file"),
    (b"%!PS", "a PostScript file"),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_BINARY_SUFFIXES = {".pdf": PDF, ".docx": DOCX, ".odt": ODT}
OTHER_OFFICE = {"xl/workbook.xml": "an Excel workbook (XLSX)", "ppt/presentation.xml": "a PowerPoint file (PPTX)"}
_ODT_TYPES = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")
_SNIFFED = 4096


def recognise(data: bytes, suffix: str) -> str:
    """The kind of a file: PDF, DOCX, ODT, HTML or TEXT. Raises DocumentError for what is none of them."""
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK"):
        return _packed(data)
    if data.startswith(_COMPOUND):
        raise _compound(data)
    for magic, what in NO_DOCUMENTS:
        if data.startswith(magic) or (magic == b"RIFF" and data[4:8] == b"ftyp"):
            raise DocumentError(
                "is {what}, not a document, whatever its name; save it as {formats}", what=what, formats=READ
            )
    return _text_kind(data, suffix.lower())


def _text_kind(data: bytes, suffix: str) -> str:
    claimed = _BINARY_SUFFIXES.get(suffix)
    if claimed and not _is_plain(data):
        raise DocumentError(
            "is not the {format} that its name says: it is damaged; get it again or save it anew",
            format=claimed.upper(),
        )
    if _HTML.match(data[:_SNIFFED]) or (suffix in (".html", ".htm", ".xhtml") and b"<" in data[:_SNIFFED]):
        return HTML
    if data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        raise DocumentError("is {what}, which is not read; save it as {formats}", what=XML, formats=READ)
    return TEXT


def _is_plain(data: bytes) -> bool:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return "\0" not in text


def _packed(data: bytes) -> str:
    names = part_names(data)
    if "word/document.xml" in names:
        return DOCX
    if "mimetype" in names:
        kind = read_part(data, "mimetype").strip()
        if kind in _ODT_TYPES:
            return ODT
        what = kind.decode("ascii", "replace")[:80]
        raise DocumentError("is {what}, which is not read; save it as {formats}", what=what, formats=READ)
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return ODT
    other = next((what for name, what in OTHER_OFFICE.items() if name in names), ARCHIVE)
    raise DocumentError("is {what}, which is not read; save it as {formats}", what=other, formats=READ)


def _compound(data: bytes) -> DocumentError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return DocumentError("is encrypted; save it without a password and try again")
    return DocumentError("is in the old Office format (DOC, XLS, PPT); save it as DOCX or ODT and try again")
