"""From a document to its blocks, step by step."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from hansa.reading.document import Block, Document
from hansa.reading.structure.clumps import without_clumps
from hansa.reading.structure.cut_tables import find_cut_table, read_cut_table
from hansa.reading.structure.joining import Wrapping, are_broken, joined, stops_throughout
from hansa.reading.structure.lines import Line, scan
from hansa.reading.structure.notes import without_notes
from hansa.reading.structure.outline import Piece, outline
from hansa.reading.structure.records import is_record_line, record, records
from hansa.reading.structure.repetition import without_repetition
from hansa.reading.structure.running import without_running
from hansa.reading.structure.tables import heads_of, parted, row_kinds, table

_PLAIN = "text/plain"
_PRINTED = "application/pdf"


def restore(document: Document) -> list[Block]:
    """The document's blocks in reading order, each knowing the headings above it and the place of its characters."""
    lines = scan(document)
    broken = document.media_type in (_PLAIN, _PRINTED) or document.preformatted or are_broken(lines)
    if broken:
        lines = without_clumps(without_running(lines, stops=stops_throughout(lines)))
    blocks = list(outline(list(_Pieces(lines, document, broken=broken))))
    return list(without_repetition(without_notes(blocks)))


class _Pieces:
    """The pieces of a document's lines: tables and records as rows, all else as paragraphs."""

    def __init__(self, lines: list[Line], document: Document, *, broken: bool) -> None:
        self._lines = lines
        self._document = document
        self._broken = broken
        self._tables = 0
        self._heads: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Piece]:
        start = 0
        tried: set[str] = set()
        for at, line in enumerate(self._lines):
            if not self._broken or at < start or line.text in tried:
                continue
            tried.add(line.text)
            cut = find_cut_table(self._lines, at)
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
                for rows in parted(run, kind):
                    yield from self._table(rows, kind)
            else:
                yield from self._plain(run)

    def _table(self, lines: Sequence[Line], kind: str) -> list[Piece]:
        self._tables += 1
        beside = len(lines[0].text.split("\t")) == len(self._heads)
        pieces = table(lines, kind, self._tables, self._heads if beside or kind != "tab" else ())
        self._heads = heads_of(pieces)
        return pieces

    def _plain(self, lines: Sequence[Line]) -> Iterator[Piece]:
        wrapping = Wrapping(lines, self._document.text, broken=self._broken)
        # On a printed page space stands between any two lines of a form, in plain text between two records.
        by_gaps = self._document.media_type != _PRINTED
        for keyed, group in groupby(_paragraphs(lines, wrapping), lambda paragraph: is_record_line(paragraph[0])):
            for part in records(list(group), parted_by_gaps=by_gaps) if keyed else [list(group)]:
                if keyed and len(part) > 1:
                    self._tables += 1
                    yield record(part, self._tables)
                else:
                    yield from map(_piece, part)


def _paragraphs(lines: Sequence[Line], wrapping: Wrapping) -> list[list[Line]]:
    groups: list[list[Line]] = []
    last: dict[str, int] = {}
    for line in lines:
        beside = groups and is_record_line(line) and is_record_line(groups[-1][0])
        if groups and not beside and wrapping.continues(groups[-1], line, last):
            groups[-1].append(line)
            continue
        groups.append([line])
        if line.marker:
            last[line.marker.family] = line.marker.ordinal
    return groups


def _piece(group: Sequence[Line]) -> Piece:
    head = group[0]
    words = joined(group)
    if head.marker and not head.marker.is_number and words.text.endswith(head.marker.text):
        words = words.part(0, len(words.text) - len(head.marker.text)).stripped()
    return Piece(words, head.marker, head.gap, head.level, head.clumped)
