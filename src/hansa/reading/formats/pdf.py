"""PDF: its pages as they are printed; those that are only pictures are named, or read by Tesseract where asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2

from hansa.reading.document import Document
from hansa.reading.formats.archive import DAMAGED
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.ocr import MOST_PAGES as MOST_PICTURES
from hansa.reading.formats.ocr import read_picture, require_tesseract
from hansa.reading.formats.printed.outlines import without_outlines
from hansa.reading.formats.printed.pictures import is_picture
from hansa.reading.formats.printed.rebuilding import opens_in_time
from hansa.reading.formats.printed.ruling import grids
from hansa.reading.formats.printed.textlayer import printed_lines
from hansa.reading.formats.printed.writing import PrintedPage, written
from hansa.reading.pages import page_numbers

_MOST_PAGES = 3000


def read(data: bytes, *, ocr: bool = False) -> Document:
    """The document in a PDF; with `ocr`, pages that are only pictures are read by Tesseract.

    Raises DocumentError where it is encrypted, damaged or holds only pictures, or where Tesseract is missing.
    """
    with _opened(without_outlines(data)) as pdf:
        pages = [_printed(pdf, number) for number in range(len(pdf))]
        title = pdf.get_metadata_value("Title")
    if ocr:
        _read_pictures(data, pages)
    pictures = tuple(number for number, page in enumerate(pages, 1) if page.is_picture)
    if pictures and not any(page.lines for page in pages):
        raise DocumentError(
            "holds only pictures of pages, no text (pages {pages}); read it with `hansa read --ocr`, or make it "
            "searchable (OCR) where it was scanned",
            pages=page_numbers(pictures),
        )
    return replace(written(pages, title), pictures=pictures)


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF in the bytes, which is closed again. Raises DocumentError where it cannot be read."""
    if not opens_in_time(data):
        raise DocumentError(DAMAGED)
    pdf = None
    try:
        pdf = pypdfium2.PdfDocument(data)
        if len(pdf) > _MOST_PAGES:
            raise DocumentError("has more than {limit} pages; split it and try again", limit=_MOST_PAGES)
        yield pdf
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise DocumentError("is encrypted; save it without a password and try again") from error
        raise DocumentError(DAMAGED) from error
    finally:
        if pdf:
            pdf.close()


def _printed(pdf: pypdfium2.PdfDocument, number: int) -> PrintedPage:
    page = pdf[number]
    try:
        tables = grids(page)
        lines = printed_lines(page, in_cells=bool(tables))
        picture = is_picture(page, lines)
        return PrintedPage([] if picture else lines, tables, page.get_width(), picture)
    finally:
        page.close()


def _read_pictures(data: bytes, pages: list[PrintedPage]) -> None:
    """Put what Tesseract sees in the place of pages that are pictures; one on which it sees nothing stays."""
    pictures = [number for number, page in enumerate(pages) if page.is_picture]
    if not pictures:
        return
    require_tesseract()
    if len(pictures) > MOST_PICTURES:
        raise DocumentError(
            "has more than {limit} pages that are pictures; split it and try again", limit=MOST_PICTURES
        )
    with _opened(data) as pdf:
        for number in pictures:
            page = pdf[number]
            try:
                lines = read_picture(page)
            finally:
                page.close()
            pages[number] = replace(pages[number], lines=lines, is_picture=not lines)
