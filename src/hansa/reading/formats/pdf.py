"""PDF: its pages as they are printed, read by `printed`."""

import pypdfium2

from hansa.reading.document import Document
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.printed.outlines import without_outlines
from hansa.reading.formats.printed.ruling import grids
from hansa.reading.formats.printed.textlayer import printed_lines
from hansa.reading.formats.printed.writing import PrintedPage, written

_MOST_PAGES = 3000


def read(data: bytes) -> Document:
    """The document in a PDF. Raises DocumentError where it is encrypted, damaged, or holds only pictures."""
    try:
        pdf = pypdfium2.PdfDocument(without_outlines(data))
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    try:
        if len(pdf) > _MOST_PAGES:
            raise DocumentError("has more than {limit} pages; split it and try again", limit=_MOST_PAGES)
        return written([_printed(pdf, number) for number in range(len(pdf))], pdf.get_metadata_value("Title"))
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    finally:
        pdf.close()


def _refusal(error: pypdfium2.PdfiumError) -> DocumentError:
    if "password" in str(error).casefold():
        return DocumentError("is encrypted; save it without a password and try again")
    return DocumentError("is damaged or cut off; get it again or save it anew")


def _printed(pdf: pypdfium2.PdfDocument, number: int) -> PrintedPage:
    page = pdf[number]
    try:
        tables = grids(page)
        return PrintedPage(printed_lines(page, in_cells=bool(tables)), tables, page.get_width())
    finally:
        page.close()
