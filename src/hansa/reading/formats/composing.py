"""A document's text put together line by line as a format's reader goes through it."""

import re
from collections.abc import Sequence

from hansa.reading.document import Document, Page
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.loading import LONGEST_TEXT, MOST_LINES, TOO_LONG

_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_BREAK_IN_CHINESE = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef，。、])\s*\n\s*(?=[\u2e80-\u9fff\uff00-\uffef])")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\u200b\u2060\ufeff\ufffe]")
_NUMBERED = re.compile(r"^[ \u3000]*[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)]、?|[、.．](?!\d))", re.MULTILINE)
_ROW_TABS = 2
_WIDEST_ROW = 200
_LONGEST_CELL = 800
_CHAPTER_ITEMS = 3


class Composer:
    """Takes lines, table rows and page ends in reading order, and gives the document."""

    def __init__(self, media_type: str) -> None:
        self._media_type = media_type
        self._lines: list[str] = []
        self._length = 0
        self._verbatim = 0
        self._headings: dict[int, int] = {}
        self._pages: list[Page] = []

    def line(self, text: str, level: int = 0) -> None:
        """A paragraph, or with a `level` from 1 a heading; a break within a paragraph begins a line of its own.

        An empty paragraph is a blank line. Tabs stay where they make columns: two and more, not at the beginning.
        """
        text = _UNPRINTABLE.sub("", text)
        parts = [" ".join(text.split("\n"))] if level else text.split("\n")
        for part in parts:
            words = part.strip("\t").rstrip()
            if words.count("\t") < _ROW_TABS:
                words = words.replace("\t", "  ")
            if words.strip():
                self._add(words, level)
            else:
                self.blank()

    def verbatim(self, text: str) -> None:
        """Preformatted text, whose lines stand as in plain text: with their indents, tabs and blank lines."""
        for line in _UNPRINTABLE.sub("", text).split("\n"):
            self._add(line, 0)
            self._verbatim += len(line)

    def row(self, cells: Sequence[str]) -> None:
        """A table's row, its cells parted by tabs; rows without a word are left out.

        Where a cell holds a chapter, the table is a page in columns, and its cells are written one below the other.
        """
        words = [in_one_line(cell) for cell in cells[:_WIDEST_ROW]]
        if len(words) == 1 or any(map(_is_chapter, cells)):
            for cell in cells:
                self.line(cell)
                self.blank()
        elif any(words):
            self._add("\t".join(words), 0)

    def blank(self) -> None:
        """An empty line, as between paragraphs; never two, nor one at the beginning."""
        if self._lines and self._lines[-1]:
            self._add("", 0)

    @property
    def has_pages(self) -> bool:
        """Whether a page has ended already."""
        return bool(self._pages)

    def whole(self, document: Document) -> None:
        """Another document as a part of this one, with its headings and pages."""
        start = self._length
        self._headings.update({start + offset: level for offset, level in document.headings.items()})
        self._add(document.text.removesuffix("\n"), 0)
        if document.preformatted or document.media_type == "text/plain":
            self._verbatim += len(document.text)
        for page in document.pages:
            self._pages.append(Page(len(self._pages) + 1, start + page.start, start + page.end))
        if not document.pages:
            self.end_page()

    def end_page(self, beyond: int = 0) -> None:
        """The end of a page; the next lines are on another, and so are the last `beyond` characters of the last one."""
        start = self._pages[-1].end if self._pages else 0
        end = self._length - beyond - 1 if beyond else self._length
        self._pages.append(Page(len(self._pages) + 1, start, max(start, end)))

    def document(self, title: str = "") -> Document:
        """The document. Raises DocumentError where no text was found."""
        text = "".join(f"{line}\n" for line in self._lines)
        if not text.strip():
            raise DocumentError("holds no text, perhaps only pictures; make it searchable (OCR) and try again")
        preformatted = 2 * self._verbatim > self._length
        return Document(
            text, tuple(self._pages), self._media_type, " ".join(title.split()), self._headings, preformatted
        )

    def _add(self, line: str, level: int) -> None:
        if level:
            self._headings[self._length] = level
        self._lines.append(line)
        self._length += len(line) + 1
        if self._length > LONGEST_TEXT or len(self._lines) > MOST_LINES:
            raise DocumentError(TOO_LONG)


def _is_chapter(cell: str) -> bool:
    """Whether a cell holds a list of numbered items, or more than a table's cell has room for."""
    return len(cell) > _LONGEST_CELL or len(_NUMBERED.findall(cell)) >= _CHAPTER_ITEMS


def in_one_line(text: str) -> str:
    """A cell's text in one line: Chinese broken over lines is joined without a space, all else with one."""
    return _SPACE.sub(" ", _BREAK_IN_CHINESE.sub("", _UNPRINTABLE.sub("", text))).strip()
