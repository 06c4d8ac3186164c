"""Files that are no readable documents are refused in one sentence."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from hansa.reading.formats import DocumentError, read_document
from hansa.reading.formats.loading import LARGEST_FILE

ODT = "application/vnd.oasis.opendocument.text"
SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
SLIDES = b"application/vnd.oasis.opendocument.presentation"
WORD, HANGUL, OUTLOOK = (
    name.encode("utf-16-le") for name in ("WordDocument", "HwpSummaryInformation", "__substg1.0_0")
)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def packed(**parts: bytes) -> bytes:
    """An archive; `__` in a part's name stands for a slash, `_` for a dot."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return data.getvalue()


def odt(content: bytes, **parts: bytes) -> bytes:
    """An ODT with that text part."""
    return packed(mimetype=ODT.encode(), content_xml=content, **parts)


def refusal(path: Path) -> str:
    """What is said of a file that is refused."""
    with pytest.raises(DocumentError) as raised:
        read_document(path)
    return str(raised.value)


BAD = {
    "blank.txt": (b"\0\n \n", "is empty; save it again where it came from"),
    "picture.pdf": (b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "is a PNG image, not a document, whatever its name"),
    "noise.txt": (hashlib.shake_256(b"one").digest(9000), "is no text in any encoding known here"),
    "noise.pdf": (hashlib.shake_256(b"two").digest(9000), "is not the PDF that its name says: it is damaged"),
    "noise.docx": (b"\xff" * 900, "is not the DOCX that its name says: it is damaged"),
    "cut.txt": ("高雄市".encode()[:-1], "is cut off in the middle of a character"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj\n<<", "is damaged or cut off"),
    "cut.odt": (odt(b"<a/>")[:-30], "is damaged or cut off"),
    "broken.odt": (odt(b"<a><b></a>"), "is damaged or cut off"),
    "bodiless.odt": (odt(b"<a/>"), "is damaged: it has no text part"),
    "bodiless.docx": (packed(word__document_xml=b"<a/>"), "is damaged: it has no text part"),
    "locked.docx": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "is encrypted; save it without a password"),
    "old": (COMPOUND, "is an old Office file; open it in its program or in LibreOffice, save it as PDF"),
    "old.doc": (COMPOUND + WORD, "is an old Word document (DOC); open it in its program or in LibreOffice, save it as"),
    "old.hwp": (COMPOUND + HANGUL, "is a Hangul document (HWP); open it in its program or in LibreOffice"),
    "mail.msg": (COMPOUND + OUTLOOK, "is an Outlook message (MSG); open it in its program or in LibreOffice"),
    "sheet.xlsb": (packed(xl__workbook_bin=b"a"), "is a binary Excel workbook (XLSB), which is not read"),
    "broken.xlsx": (packed(xl__workbook_xml=b"<a/>"), "is damaged or cut off"),
    "broken.pptx": (packed(ppt__presentation_xml=b"<a/>"), "is damaged or cut off"),
    "broken.ods": (packed(mimetype=SHEET, content_xml=b"<a><b></a>"), "is damaged or cut off"),
    "empty.ods": (packed(mimetype=SHEET, content_xml=b"<a/>"), "holds no text"),
    "bodiless.odp": (packed(mimetype=SLIDES, content_xml=b"<a/>"), "is damaged: it has no text part"),
    "entities.ods": (packed(mimetype=SHEET, content_xml=b"<!DOCTYPE a><a/>"), "declares a document type of its own"),
    "drawing.odg": (packed(mimetype=b"application/vnd.oasis.opendocument.graphics"), "is application/vnd.oasis"),
    "open.csv": (b'a,b\n"' + b"c" * 200_000, "is no table: a cell is longer than any"),
    "long.txt": (b"city " * 1_100_000, "holds more text than a document has"),
    "lines.txt": (b"city\n" * 160_000, "holds more text than a document has"),
    "files.zip": (packed(a_txt=b"a"), "is an archive, not a document, which is not read"),
    "garbled.odt": (packed(mimetype=b"\xffa\n"), "is an archive, not a document, which is not read"),
    "drawing.svg": (b'<?xml version="1.0"?><svg/>', "is an XML file, which is not read"),
    "bomb.odt": (odt(b" " * 90_000_000), "unpacks to far more than a document holds"),
    "crowd.odt": (packed(**{f"p{n}": b"" for n in range(10_001)}), "unpacks to far more than a document holds"),
    "entities.odt": (
        odt(b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
        "declares a document type of its own",
    ),
    "deep.odt": (odt(b"<a>" * 5000 + b"</a>" * 5000), "is damaged or cut off"),
    "deep.html": (b"<html>" + b"<div>" * 20_000, "is nested far deeper than any page"),
    "deeper.html": (b"<html>" + b"<nav>" * 20_000, "is nested far deeper than any page"),
    "crowd.html": (b"<html>" + b"<p>" * 700_000, "holds more text than a document has"),
    "silent.html": (b"<html><body><script>x</script></body></html>", "holds no text"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_file_is_refused_with_the_reason(name: str, tmp_path: Path) -> None:
    content, reason = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    said = refusal(path)
    assert said.startswith(reason)
    assert "\n" not in said


def test_encrypted_odt_is_refused(tmp_path: Path) -> None:
    manifest = (
        b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        b'<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'
    )
    data = io.BytesIO(odt(b"\x01\x02"))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("META-INF/manifest.xml", manifest)
    path = tmp_path / "locked.odt"
    path.write_bytes(data.getvalue())
    assert refusal(path) == "is encrypted; save it without a password and try again"


def test_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    # A password's hash that no password has: the file can be opened by none.
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")>>endobj\n"
        b"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000055 00000 n \n0000000104 00000 n \n"
        b"trailer<</Root 1 0 R/Size 4/Encrypt 3 0 R/ID[("
        + b"i" * 16
        + b")("
        + b"i" * 16
        + b")]>>\nstartxref\n241\n%%EOF\n"
    )
    assert refusal(path) == "is encrypted; save it without a password and try again"


def test_pdf_of_pictures_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
    )
    assert refusal(path).startswith("holds no text, perhaps only pictures; make it searchable (OCR)")


def test_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt") == "does not exist; check the name and the folder"


def test_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "is a folder; name the files in it"


def test_impossible_name_is_refused() -> None:
    assert refusal(Path("a\0b")).startswith("cannot be opened")


def test_file_larger_than_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert refusal(path) == f"has 200 MB, more than the {LARGEST_FILE // 1_000_000} MB read; split it or save its text"
