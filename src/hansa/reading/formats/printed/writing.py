"""A document's text out of its printed pages: paragraphs with a blank line where they end, tables as rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hansa.reading.document import Document
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.printed.columns import by_columns, column_edge, regions
from hansa.reading.formats.printed.lines import PrintedLine
from hansa.reading.formats.printed.paragraphs import Paragraph, continues, in_one, paragraphs, right_edge
from hansa.reading.formats.printed.ruling import Grid
from hansa.reading.formats.printed.running import footnotes, without_running
from hansa.reading.formats.printed.stitching import have_same_columns, stitch
from hansa.reading.formats.printed.tables import Table, ruled, unruled
from hansa.reading.formats.printed.tabs import TabStops, find_tab_stops, set_tabs, tabbed

_MEDIA_TYPE = "application/pdf"
_MOST_PARTS = 20  # over which pages or columns one paragraph may go

Block = Paragraph | Table


@dataclass(frozen=True)
class PrintedPage:
    """A page's lines as they were printed, its ruled tables, its width in points, and whether it is only a picture."""

    lines: Sequence[PrintedLine]
    grids: Sequence[Grid]
    width: float
    is_picture: bool = False


@dataclass(frozen=True)
class _Layout:
    """How far the text of a document goes, how far where it is set in two columns, and where its tab stops are."""

    edge: float
    column: float | None
    stops: TabStops | None

    def edge_of(self, lines: Sequence[PrintedLine]) -> float:
        """How far the text of some lines goes: a page may have a left column only."""
        if self.column and all(line.right < self.column + line.height for line in lines):
            return self.column
        return self.edge


def written(pages: Sequence[PrintedPage], title: str) -> Document:
    """The document of such pages. Raises DocumentError where they hold no text."""
    parts = [ruled(page.lines, page.grids) if page.grids else list(page.lines) for page in pages]
    free = [[part for part in found if isinstance(part, PrintedLine)] for found in parts]
    edge = right_edge(free, max((page.width for page in pages), default=0))
    free = without_running(free, edge - min((line.left for lines in free for line in lines), default=0))
    stops = find_tab_stops(free)
    for line in (line for lines in free for line in lines):
        set_tabs(line, stops)
    layout = _Layout(edge, column_edge(free), stops)
    kept = [{id(line) for line in lines} for lines in free]
    blocks = [
        list(_blocks([part for part in found if isinstance(part, Table) or id(part) in ours], layout))
        for found, ours in zip(parts, kept, strict=True)
    ]
    for above, below in pairwise(found for found in blocks if found):
        if isinstance(above[-1], Table) and isinstance(below[0], Table):
            stitch(above[-1], below[0])
    return _composed(blocks, title)


def _blocks(parts: Sequence[PrintedLine | Table], layout: _Layout) -> Iterator[Block]:
    """A page's paragraphs and tables in reading order, footnotes before the last paragraph, which may go on."""
    notes = footnotes([part for part in parts if isinstance(part, PrintedLine)])
    small = set(map(id, notes))
    found: list[Block] = []
    for run in _runs([part for part in parts if id(part) not in small]):
        found += [run] if isinstance(run, Table) else _read(run, layout)
    last = len(found) - 1 if found and isinstance(found[-1], Paragraph) else len(found)
    yield from found[:last]
    yield from paragraphs(notes, layout.edge)
    yield from found[last:]


def _read(lines: Sequence[PrintedLine], layout: _Layout) -> Iterator[Block]:
    """The paragraphs of lines, and the tables among them that have no rules."""
    ordered = by_columns(lines)
    # Between tab stops, cells of different columns stand below each other by chance.
    for run in _runs(ordered if layout.stops else unruled(ordered)):
        if isinstance(run, Table):
            yield run
            continue
        for number, (column, right) in enumerate(regions(run, layout.edge_of(run))):
            for rows, part in tabbed(column, right, layout.stops):
                yield from [Table(rows)] if rows else paragraphs(part, right, begins_column=number > 0)


def _runs(parts: Sequence[PrintedLine | Table]) -> Iterator[list[PrintedLine] | Table]:
    """Each table by itself, the lines between tables together."""
    lines: list[PrintedLine] = []
    for part in parts:
        if isinstance(part, PrintedLine):
            lines.append(part)
            continue
        if lines:
            yield lines
        lines = []
        yield part
    if lines:
        yield lines


def _composed(pages: Sequence[Sequence[Block]], title: str) -> Document:
    out = _Writer()
    for blocks in pages:
        for at, block in enumerate(blocks):
            if isinstance(block, Table):
                out.table(block, goes_on=at == 0)
            else:
                out.paragraph(block, goes_on=at == 0 or block.begins_column)
        out.end_page()
    return out.document(title)


class _Writer:
    """Writes block after block; a paragraph is kept until it is known whether it goes on with the next page."""

    def __init__(self) -> None:
        self._out = Composer(_MEDIA_TYPE)
        self._open: list[Paragraph] = []
        self._page_ends: list[int] = []  # after how many of the kept parts pages end
        self._above: Table | None = None

    def paragraph(self, block: Paragraph, *, goes_on: bool) -> None:
        """A paragraph; `goes_on` where it is the first of its page or column and may belong to the one before."""
        if goes_on and 0 < len(self._open) < _MOST_PARTS and continues(self._open[-1], block):
            self._open.append(block)
            return
        self._flush()
        if block.apart:
            self._out.blank()
        self._open.append(block)
        self._above = None

    def table(self, block: Table, *, goes_on: bool) -> None:
        """A table; `goes_on` where it stands first on its page, and may belong to the one before."""
        if not block.rows:
            return
        self._flush()
        if not (goes_on and self._above and have_same_columns(self._above, block)):
            self._out.blank()
        for row in block.rows:
            self._out.row(row)
        self._above = block

    def end_page(self) -> None:
        """The end of a page."""
        if self._open:
            self._page_ends.append(len(self._open))
        else:
            self._out.end_page()

    def document(self, title: str) -> Document:
        """The document. Raises DocumentError where no text was found."""
        self._flush()
        return self._out.document(title)

    def _flush(self) -> None:
        """Write the paragraph that was kept, and the ends of the pages over which it goes."""
        lines = [line for block in self._open for line in block.lines]
        text = in_one(lines)
        if text:
            self._out.line(text)
        for end in self._page_ends:
            before = in_one([line for block in self._open[:end] for line in block.lines])
            self._out.end_page(len(text) - len(before))
        self._open, self._page_ends = [], []
