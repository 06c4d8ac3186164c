"""Word documents: paragraphs, headings, automatic numbers and tables of the parts of a DOCX in their order.

Notes, comments, deleted changes and the heads and feet of pages are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from hansa.reading.document import Document
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.markup import natural, read_xml
from hansa.reading.formats.numbering import Counts, Level, label

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", _CHOICE}
_HEADING_NAME = re.compile(r"(?:heading|標題|标题)\s*(\d)", re.IGNORECASE)
_PREFORMATTED = re.compile(r"preformatted|plain text|純文字|纯文本", re.IGNORECASE)
_SHOWN = re.compile(r"%(\d)")
_WIDEST_SPAN = 50
# The names of Office Open XML (ST_NumberFormat) for the styles of numeral that are written here.
_STYLES = {
    "decimal": "1", "decimalZero": "1", "decimalFullWidth": "1", "upperRoman": "I", "lowerRoman": "i",
    "upperLetter": "A", "lowerLetter": "a", "decimalEnclosedCircle": "①", "decimalEnclosedCircleChinese": "①",
    "chineseCounting": "一", "chineseCountingThousand": "一", "taiwaneseCounting": "一",
    "taiwaneseCountingThousand": "一", "japaneseCounting": "一", "ideographDigital": "一",
    "taiwaneseDigital": "一", "ideographLegalTraditional": "壹", "chineseLegalSimplified": "壹",
    "japaneseLegal": "壹", "ideographTraditional": "甲", "none": "",
}  # fmt: skip


def read(data: bytes) -> Document:
    """The document in a DOCX file. Raises DocumentError where it is encrypted or damaged."""
    reader = TextReader(data)
    reader.blocks(reader.body)
    return reader.out.document()


class _Numbers:
    """The document's lists: their levels and how far each has counted."""

    def __init__(self, part: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._changed: dict[str, dict[int, int]] = {}
        self._counts: dict[str, Counts] = {}
        for abstract in part.findall(f"{_W}abstractNum") if part is not None else ():
            self._abstract[abstract.get(f"{_W}abstractNumId", "")] = _levels(abstract)
        for number in part.findall(f"{_W}num") if part is not None else ():
            self._read_list(number)

    def _read_list(self, number: etree._Element) -> None:
        name = number.get(f"{_W}numId", "")
        self._lists[name] = _value(number, "abstractNumId")
        for change in number.findall(f"{_W}lvlOverride"):
            start = _value(change, "startOverride")
            if start.isdigit():
                self._changed.setdefault(name, {})[natural(change.get(f"{_W}ilvl"), 0)] = int(start)

    def label(self, name: str, level: int) -> str:
        """The number or bullet of the list's next item; empty for a list that is not there."""
        abstract = self._lists.get(name, "")
        levels = dict(self._abstract.get(abstract, {}))
        changed = self._changed.get(name, {})
        for at, start in changed.items():
            if at in levels:
                levels[at] = replace(levels[at], start=start)
        # A list that starts anew has a count of its own; the others of one definition count on.
        return label(levels, level, self._counts.setdefault(name if changed else f"of {abstract}", Counts()))


class _Styles:
    """What paragraph styles say of headings and lists, with what each inherits."""

    def __init__(self, part: etree._Element | None) -> None:
        self._styles = {
            style.get(f"{_W}styleId", ""): style for style in (part.findall(f"{_W}style") if part is not None else ())
        }

    def _family(self, name: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = _value(self._styles[name], "basedOn")

    def level(self, name: str) -> int:
        """The level of the headings of a style, 0 where it is none."""
        for style in self._family(name):
            outline = _value(style, "pPr", "outlineLvl")
            if outline.isdigit():
                return int(outline) + 1 if int(outline) < 9 else 0
            match = _HEADING_NAME.match(_value(style, "name"))
            if match:
                return int(match[1])
            if _value(style, "name").casefold() == "title":
                return 1
        return 0

    def is_preformatted(self, name: str) -> bool:
        """Whether a style is one for text that stands as it was typed."""
        return any(_PREFORMATTED.search(_value(style, "name")) for style in self._family(name))

    def list(self, name: str) -> tuple[str, str]:
        """The list and level that a style puts its paragraphs in, each empty where it names none."""
        for style in self._family(name):
            number = style.find(f"{_W}pPr/{_W}numPr")
            if number is not None:
                return _value(number, "numId"), _value(number, "ilvl")
        return "", ""


class TextReader:
    """Reads paragraphs, headings, lists and tables of a DOCX file's `body` into `out`.

    Raises DocumentError where the file is encrypted or damaged.
    """

    def __init__(self, data: bytes) -> None:
        content = read_xml(data, "word/document.xml")
        body = content.find(f"{_W}body") if content is not None else None
        if body is None:
            raise DocumentError("is damaged: it has no text part; get it again or save it anew")
        self.body = body
        self.out = Composer(_MEDIA_TYPE)
        self._numbers = _Numbers(read_xml(data, "word/numbering.xml"))
        self._styles = _Styles(read_xml(data, "word/styles.xml"))

    def blocks(self, parent: etree._Element) -> None:
        """What stands in a body or box, in order."""
        for element in parent:
            if element.tag == f"{_W}p":
                self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                for row in element.iterfind(f"{_W}tr"):
                    self.out.row(self._cells(row))
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
                self.blocks(element)

    def _paragraph(self, element: etree._Element) -> None:
        words, level = self.mark(element) + words_of(element), self._level(element)
        if not level and self._styles.is_preformatted(_value(element, "pPr", "pStyle")):
            self.out.verbatim(words)
        else:
            self.out.line(words, level)
        for box in element.iter(f"{_W}txbxContent"):
            if not any(parent.tag == _CHOICE for parent in box.iterancestors()):
                self.blocks(box)

    def _level(self, element: etree._Element) -> int:
        outline = _value(element, "pPr", "outlineLvl")
        if outline.isdigit():
            return int(outline) + 1 if int(outline) < 9 else 0
        return self._styles.level(_value(element, "pPr", "pStyle"))

    def mark(self, element: etree._Element) -> str:
        """The number or bullet of a paragraph's list, which counts on; asked once for each paragraph, in order."""
        if not words_of(element).strip():
            return ""
        name, level = self._styles.list(_value(element, "pPr", "pStyle"))
        name = _value(element, "pPr", "numPr", "numId") or name
        level = _value(element, "pPr", "numPr", "ilvl") or level or "0"
        return self._numbers.label(name, int(level)) if name not in ("", "0") and level.isdigit() else ""

    def _cells(self, row: etree._Element) -> list[str]:
        cells: list[str] = []
        for cell in row.iter(f"{_W}tc"):
            if next(cell.iterancestors(f"{_W}tr")) is not row:
                continue
            words = "\n".join(self.mark(p) + words_of(p) for p in cell.iter(f"{_W}p"))
            span = _value(cell, "tcPr", "gridSpan")
            cells += [words, *[""] * (min(int(span), _WIDEST_SPAN) - 1 if span.isdigit() else 0)]
        return cells


def _value(element: etree._Element, *path: str) -> str:
    found = element.find("/".join(f"{_W}{step}" for step in path))
    return found.get(f"{_W}val", "") if found is not None else ""


def _levels(abstract: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for level in abstract.findall(f"{_W}lvl"):
        written = _value(level, "lvlText")
        shown = _SHOWN.findall(written)
        form = _value(level, "numFmt") or "decimal"
        start = _value(level, "start")
        if form == "bullet":
            levels[natural(level.get(f"{_W}ilvl"), 0)] = Level(bullet=_bullet(written))
            continue
        levels[natural(level.get(f"{_W}ilvl"), 0)] = Level(
            style=_STYLES.get(form, "1") if shown else "",
            before=written[: written.index("%")] if shown else "",
            after=written[written.rindex("%") + 2 :] if shown else "",
            start=int(start) if start.isdigit() else 1,
            shown=max(len(shown), 1),
        )
    return levels


def _bullet(written: str) -> str:
    """The bullet, with those of the symbol fonts, which no other font has, as a plain one."""
    return written if written and not "\ue000" <= written[0] <= "\uf8ff" else "•"


def words_of(element: etree._Element) -> str:
    """The words of a paragraph, without its number, deleted changes and the boxes in it."""
    return "".join(words for words, _ in pieces_of(element))


def pieces_of(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The words of a paragraph piece by piece, each with the element that it is the text of, or stands for."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or "", child
        elif child.tag in (f"{_W}tab", f"{_W}ptab"):
            yield "\t", child
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n", child
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-", child
        elif _holds_words(child):
            yield from pieces_of(child)


def _holds_words(element: etree._Element) -> bool:
    """Whether an element holds words of the text; the repeated number of a note is none."""
    if element.tag == f"{_W}fldSimple":
        return "NOTEREF" not in element.get(f"{_W}instr", "")
    return element.tag not in _LEFT_OUT and element.tag != f"{_W}pPr" and isinstance(element.tag, str)
