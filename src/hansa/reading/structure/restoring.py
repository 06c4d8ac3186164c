"""From a document to its blocks, step by step."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from hansa.reading.document import Block, Document
from hansa.reading.structure.clumps import without_clumps
from hansa.reading.structure.cut_tables import find_cut_table, read_cut_table
from hansa.reading.structure.joining import Wrapping, joined, stops_throughout
from hansa.reading.structure.lines import Line, scan
from hansa.reading.structure.outline import Piece, outline
from hansa.reading.structure.records import are_one_record, is_record_line, record
from hansa.reading.structure.running import without_running
from hansa.reading.structure.tables import heads_of, row_kinds, table

_BROKEN = ("text/plain", "application/pdf")


def restore(document: Document) -> list[Block]:
    """The document's blocks in reading order, each knowing the headings above it and the place of its characters."""
    lines = scan(document)
    broken = document.media_type in _BROKEN
    if broken:
        lines = without_clumps(without_running(lines, stops=stops_throughout(lines)))
    return outline(list(_Pieces(lines, document.text, broken=broken)))


class _Pieces:
    """The pieces of a document's lines: tables and records as rows, all else as paragraphs."""

    def __init__(self, lines: list[Line], text: str, *, broken: bool) -> None:
        self._lines = lines
        self._text = text
        self._broken = broken
        self._tables = 0
        self._heads: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Piece]:
        start = 0
        for at in range(len(self._lines)):
            cut = find_cut_table(self._lines, at) if self._broken and at >= start else None
            if cut:
                yield from self._prose(self._lines[start:at])
                self._tables += 1
                yield from read_cut_table(self._lines, cut, self._tables)
                start = cut.end
        yield from self._prose(self._lines[start:])

    def _prose(self, lines: Sequence[Line]) -> Iterator[Piece]:
        kinds = row_kinds(lines)
        for kind, group in groupby(zip(kinds, lines, strict=True), lambda pair: pair[0]):
            run = [line for _, line in group]
            if kind:
                yield from self._table(run, kind)
            else:
                yield from self._plain(run)

    def _table(self, lines: Sequence[Line], kind: str) -> list[Piece]:
        self._tables += 1
        pieces = table(lines, kind, self._tables, self._heads)
        self._heads = heads_of(pieces)
        return pieces

    def _plain(self, lines: Sequence[Line]) -> Iterator[Piece]:
        wrapping = Wrapping(lines, self._text, broken=self._broken)
        for keyed, group in groupby(lines, is_record_line):
            run = list(group)
            if keyed and are_one_record(run):
                self._tables += 1
                yield record(run, self._tables)
            else:
                yield from (_piece(part) for part in _paragraphs(run, wrapping))


def _paragraphs(lines: Iterable[Line], wrapping: Wrapping) -> list[list[Line]]:
    groups: list[list[Line]] = []
    last: dict[str, int] = {}
    for line in lines:
        if groups and wrapping.continues(groups[-1], line, last):
            groups[-1].append(line)
            continue
        groups.append([line])
        if line.marker:
            last[line.marker.family] = line.marker.ordinal
    return groups


def _piece(group: list[Line]) -> Piece:
    head = group[0]
    words = joined(group)
    if head.marker and not head.marker.is_number and words.text.endswith(head.marker.text):
        words = words.part(0, len(words.text) - len(head.marker.text)).stripped()
    return Piece(words, head.marker, head.gap, head.level, head.clumped)
