"""Why a document cannot be read, in the reader's language: what reading says in English, listed for translation."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from hansa.reading.formats import DocumentError

# Every sentence that `hansa.reading` gives a DocumentError.
SENTENCES = (
    _("is empty; save it again where it came from"),
    _("is a folder; name the files in it"),
    _("does not exist; check the name and the folder"),
    _("may not be read; ask its owner for the right to"),
    _("cannot be opened ({error}); check the name"),
    _("has {size} MB, more than the {limit} MB read; split it or save its text"),
    _("has more than {limit} pages; split it and try again"),
    _("holds more text than a document has; split it and try again"),
    _("holds no text, perhaps only pictures; make it searchable (OCR) and try again"),
    _(
        "holds only pictures of pages, no text (pages {pages}); read it with `hansa read --ocr`, or make it searchable "
        "(OCR) where it was scanned"
    ),
    _("has more than {limit} pages that are pictures; split it and try again"),
    _(
        "has pages that are pictures, and the program that reads them is missing; install it with: sudo apt-get "
        "install tesseract-ocr tesseract-ocr-chi-tra"
    ),
    _(
        "has pages that are pictures, and Tesseract has not learnt to read {languages}; install that with: sudo "
        "apt-get install tesseract-ocr-chi-tra tesseract-ocr-eng"
    ),
    _("cannot be read: Tesseract does not start ({error})"),
    _("is encrypted; save it without a password and try again"),
    _("is damaged or cut off; get it again or save it anew"),
    _("is damaged: it has no text part; get it again or save it anew"),
    _("is cut off in the middle of a character; get it again or save it anew"),
    _("is no text in any encoding known here, or no text at all; save it as UTF-8 and try again"),
    _("is not the {format} that its name says: it is damaged; get it again or save it anew"),
    _("is {what}; open it in its program or in LibreOffice, save it as {formats} and try again"),
    _("is no table: a cell is longer than any; check its quotation marks"),
    _("is {what}, not a document, whatever its name; save it as {formats}"),
    _("is {what}, which is not read; save it as {formats}"),
    _("is nested far deeper than any page; save its text and try again"),
    _("declares a document type of its own, which no office program writes; it is not opened"),
    _("unpacks to far more than a document holds; it is not opened"),
    _("unpacks to far more than a document holds, as an archive bomb does; it is not opened"),
    _("could not be read because of a fault in Hansa ({kind}: {error}); please report it"),
)
# The words that stand in for names in these sentences.
WORDS = (
    _("PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, CSV, HTML, Markdown, EML or plain text"),
    _("a PNG image"),
    _("a JPEG image"),
    _("a GIF image"),
    _("a bitmap image"),
    _("a TIFF image"),
    _("an icon"),
    _("a sound, film or WebP image"),
    _("a sound"),
    _("a gzip archive"),
    _("a RAR archive"),
    _("a 7-Zip archive"),
    _("an archive, not a document"),
    _("a program"),
    _("a database"),
    _("an RTF file"),
    _("a PostScript file"),
    _("an XML file"),
    _("a binary Excel workbook (XLSB)"),
    _("a Hangul document (HWPX)"),
    _("an iWork document (Pages, Numbers, Keynote)"),
    _("an old Word document (DOC)"),
    _("an old Excel workbook (XLS)"),
    _("an old PowerPoint file (PPT)"),
    _("a Hangul document (HWP)"),
    _("an Outlook message (MSG)"),
    _("an old Office file"),
)


def reason_of(error: DocumentError) -> str:
    """Why the document cannot be read, as a clause in the reader's language."""
    values = {name: gettext(value) if value in WORDS else value for name, value in error.values.items()}
    return gettext(error.template).format(**values)
