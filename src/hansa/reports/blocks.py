"""The block model of a report: what every writer takes, and nothing else.

Text is plain Unicode; each writer escapes it for its own format. Numbers of headings and items are not written in
the text: they follow from where a block stands, by the scheme of the report's language (`reports.numerals`).
"""

from dataclasses import dataclass, replace
from typing import Literal

Language = Literal["zh-hant", "en"]


@dataclass(frozen=True)
class Run:
    """Words of one look; `link` is the address that they lead to, if there is one."""

    text: str
    bold: bool = False
    link: str = ""


@dataclass(frozen=True)
class Mark:
    """A mark `[3]` that leads to the note of that number. `first` is the mark that the note leads back to."""

    note: int
    first: bool = False


Inline = Run | Mark
Line = tuple[Inline, ...]


def bold(line: Line) -> Line:
    """The line with all its words in bold."""
    return tuple(replace(part, bold=True) if isinstance(part, Run) else part for part in line)


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (chapter), 2 or 3."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: text, a subtitle, a quotation, or a remark to whoever edits the paper, in a box.

    `label` stands before a remark: 待確認, To be confirmed.
    """

    line: Line
    kind: Literal["text", "subtitle", "quotation", "remark"] = "text"
    label: str = ""


@dataclass(frozen=True)
class Item:
    """A numbered item: its paragraphs, then the items one level deeper."""

    paragraphs: tuple[Line, ...]
    items: tuple["Item", ...] = ()


@dataclass(frozen=True)
class Items:
    """A numbered list, which starts again at 1."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Table:
    """A table: the words of its head, repeated on each page, and its rows of cells.

    `widths` are shares of the page's width, one per column; `numeric` names the columns set to the right. `caption`
    stands above it, `total` is its last row, of sums.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]
    numeric: frozenset[int] = frozenset()
    caption: str = ""
    total: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A picture: the bytes of its file (JPEG or PNG), what it shows for those who do not see it, and its caption.

    `width` is the share of the text's width that it fills; it is never higher than half a page.
    """

    content: bytes
    media_type: str
    alt: str
    caption: str = ""
    width: float = 1.0


Block = Heading | Paragraph | Items | Table | Picture


@dataclass(frozen=True)
class Note:
    """Where something stands: the source's title, the page and the words quoted. Notes count from 1, in order."""

    number: int
    text: str


@dataclass(frozen=True)
class Paper:
    """A whole report. The notes stand at its end under `notes_title`; `contents_title` heads the contents.

    A paper without a `contents_title` has no contents. `year` is for templates that name it alone.
    """

    language: Language
    title: str
    publisher: str
    dateline: str
    contents_title: str
    notes_title: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    landscape: bool = False
    year: str = ""
