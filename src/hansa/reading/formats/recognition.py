"""What a file is, by its first bytes and, where those do not tell, by its name."""

import re
from typing import Final

from hansa.reading.formats.archive import ENCRYPTED, part_names, read_part
from hansa.reading.formats.errors import DocumentError

CSV: Final = "csv"
DOCX: Final = "docx"
EML: Final = "eml"
HTML: Final = "html"
MARKDOWN: Final = "markdown"
ODP: Final = "odp"
ODS: Final = "ods"
ODT: Final = "odt"
PDF: Final = "pdf"
PPTX: Final = "pptx"
TEXT: Final = "text"
XLSX: Final = "xlsx"

READ = "PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, CSV, HTML, Markdown, EML or plain text"
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
# A stream that each of the old formats has, and what to save it as. Those that most often hold others come first.
OLD_OFFICE = (
    ("PowerPoint Document", "an old PowerPoint file (PPT)", "PPTX, ODP"),
    ("WordDocument", "an old Word document (DOC)", "DOCX, ODT"),
    ("Workbook", "an old Excel workbook (XLS)", "XLSX, ODS"),
    ("HwpSummaryInformation", "a Hangul document (HWP)", "DOCX, ODT, PDF"),
    ("__substg1.0_", "an Outlook message (MSG)", "EML"),
)
OLD = "an old Office file"
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_MESSAGE = re.compile(rb"(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){3}")
_OF_MESSAGES = re.compile(rb"^(?:received|message-id|mime-version|return-path|x-mailer):", re.I | re.M)
_SENDER = re.compile(rb"^(?:from|subject|date):", re.I | re.M)
_BINARY_SUFFIXES = {f".{kind}": kind for kind in (PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS)}
_TEXT_SUFFIXES = {".csv": CSV, ".tsv": CSV, ".md": MARKDOWN, ".markdown": MARKDOWN}
_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
OTHER_OFFICE = {
    "xl/workbook.bin": "a binary Excel workbook (XLSB)",
    "Contents/content.hpf": "a Hangul document (HWPX)",
    "Index/Document.iwa": "an iWork document (Pages, Numbers, Keynote)",
}
_OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.(text|presentation|spreadsheet)(?:-template)?")
_OPEN_KINDS = {b"text": ODT, b"presentation": ODP, b"spreadsheet": ODS}
_MEDIA_TYPE = re.compile(rb"[a-z]{1,20}/[a-z0-9.+-]{1,80}")
_SNIFFED = 4096
_FIRST_LINES = 10
_LEAST_LINES = 3


def recognise(data: bytes, suffix: str) -> str:
    """The kind of a file, one of those above. Raises DocumentError for what is none of them."""
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
    head = data[:_SNIFFED]
    if _HTML.match(head) or (suffix in (".html", ".htm", ".xhtml") and b"<" in head):
        return HTML
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        raise DocumentError("is {what}, which is not read; save it as {formats}", what=XML, formats=READ)
    if _MESSAGE.match(head) and (_OF_MESSAGES.search(head) or (suffix == ".eml" and _SENDER.search(head))):
        return EML
    return _TEXT_SUFFIXES.get(suffix, CSV if _is_table(head) else TEXT)


def _is_table(head: bytes) -> bool:
    """Whether the first lines, three at least, hold as many commas or semicolons each, two at least."""
    lines = [line for line in head.splitlines()[:_FIRST_LINES] if line.strip()]
    counts = ({line.count(mark) for line in lines} for mark in (b",", b";"))
    return len(lines) >= _LEAST_LINES and any(len(count) == 1 and min(count) > 1 for count in counts)


def _is_plain(data: bytes) -> bool:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return "\0" not in text


def _packed(data: bytes) -> str:
    names = part_names(data)
    for name, kind in _PARTS.items():
        if name in names:
            return kind
    declared = read_part(data, "mimetype").strip()
    form = _OPEN_DOCUMENT.fullmatch(declared)
    if form:
        return _OPEN_KINDS[form[1]]
    if not declared and {"content.xml", "META-INF/manifest.xml"} <= names:
        return ODT
    other = next((what for name, what in OTHER_OFFICE.items() if name in names), None)
    what = other or (declared.decode() if _MEDIA_TYPE.fullmatch(declared) else ARCHIVE)
    raise DocumentError("is {what}, which is not read; save it as {formats}", what=what, formats=READ)


def _compound(data: bytes) -> DocumentError:
    """Why a file is refused that is packed as Office did until 2003, and does still what is encrypted."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return DocumentError(ENCRYPTED)
    known = (old for old in OLD_OFFICE if old[0].encode("utf-16-le") in data)
    _, what, formats = next(known, ("", OLD, READ))
    return DocumentError(
        "is {what}; open it in its program or in LibreOffice, save it as {formats} and try again",
        what=what,
        formats=formats,
    )
