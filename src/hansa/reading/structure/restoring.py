"""From a document to its blocks, step by step."""

from collections.abc import Iterable
from itertools import groupby

from hansa.reading.document import Block, Document
from hansa.reading.structure.joining import Wrapping, joined
from hansa.reading.structure.lines import Line, scan
from hansa.reading.structure.outline import Piece, outline
from hansa.reading.structure.tables import heads_of, is_row, table

_BROKEN = ("text/plain", "application/pdf")


def restore(document: Document) -> list[Block]:
    """The document's blocks in reading order, each knowing the headings above it and the place of its characters."""
    return outline(_pieces(scan(document), broken=document.media_type in _BROKEN))


def _pieces(lines: list[Line], *, broken: bool) -> list[Piece]:
    wrapping = Wrapping(lines, broken)
    pieces: list[Piece] = []
    tables = 0
    heads: tuple[str, ...] = ()
    for rows, region in groupby(lines, is_row):
        if rows:
            tables += 1
            pieces += table(list(region), tables, heads)
            heads = heads_of(pieces[-1:])
        else:
            pieces += [_piece(group) for group in _paragraphs(region, wrapping)]
    return pieces


def _paragraphs(lines: Iterable[Line], wrapping: Wrapping) -> list[list[Line]]:
    groups: list[list[Line]] = []
    last: dict[str, int] = {}
    for line in lines:
        if groups and wrapping.continues(groups[-1][-1], line, last):
            groups[-1].append(line)
            continue
        groups.append([line])
        if line.marker:
            last[line.marker.family] = line.marker.ordinal
    return groups


def _piece(group: list[Line]) -> Piece:
    head = group[0]
    return Piece(joined(group), head.marker, head.gap, head.indent, head.level, head.clumped)
