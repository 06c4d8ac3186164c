"""A sheet's cells written as a page: its tables with one row of heads each, what stands above and below as lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from hansa.reading.formats.composing import Composer, in_one_line
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.loading import TOO_LONG

# Ten columns of twenty thousand rows: more than any office's register has, and read within half a minute.
_MOST_TOLD = 200_000
# Rows, and cells that may be empty but for a colour: to be passed over within some seconds.
_MOST_PASSED = 2_500_000
_LONGEST_HEAD = 24
_REMARKS = re.compile(r"(?:備註|備考|附註|附記|註記|註|說明|(?i:notes?|remarks?))[:：]?")
_YEAR = re.compile(r"(?:民國 ?)?(?:\d{2,3} ?年度?|(?:19|20)\d\d(?: ?年度?)?)|FY ?\d{2,4}")

Row = list[str]


class Budget:
    """What the sheets of one book may hold together."""

    def __init__(self) -> None:
        self._told = _MOST_TOLD
        self._passed = _MOST_PASSED

    def spent_on(self, rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
        """The rows, as long as there are not too many. Raises DocumentError."""
        for row in rows:
            self._passed -= 1 + len(row)
            self._told -= sum(map(bool, row))
            if self._passed < 0 or self._told < 0:
                raise DocumentError(TOO_LONG)
            yield row


def write_sheet(out: Composer, rows: Iterable[Sequence[str]], name: str = "") -> None:
    """A sheet as a page, under its name where it has one. Empty rows part tables, empty columns are dropped."""
    columns: list[int] = []
    for block in chain.from_iterable(map(_tables, _blocks(rows))):
        if name and not columns:
            out.line(name, 1)
        columns = _columns(block, columns)
        out.blank()
        _write(_picked(block, columns), out)
    out.blank()
    out.end_page()


def _blocks(rows: Iterable[Sequence[str]]) -> Iterator[list[Row]]:
    """Runs of rows that are not empty, the words of each cell in one line."""
    block: list[Row] = []
    for row in rows:
        words = [in_one_line(cell) for cell in row]
        if any(words):
            block.append(words)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _tables(block: list[Row]) -> Iterator[list[Row]]:
    """The tables of a run of rows: a line of its own above heads of another number begins the next."""
    start = widest = 0
    for at, row in enumerate(block[:-1]):
        filled = sum(map(bool, row))
        heads = _without_ends(block[at + 1]) if filled == 1 else []
        if at > start and _is_head(heads) and len(heads) != widest:
            yield block[start:at]
            start, widest = at, 0
        widest = max(widest, filled)
    yield block[start:]


def _without_ends(row: Row) -> Row:
    """The cells from the first to the last that is not empty."""
    told = [at for at, words in enumerate(row) if words]
    return row[told[0] : told[-1] + 1] if told else []


def _columns(block: Sequence[Row], before: list[int]) -> list[int]:
    """The columns that a block uses; those of the block before where it goes on with that one's table."""
    used = sorted({at for row in block for at, words in enumerate(row) if words})
    rows = _picked(block, used)
    top = _titles(rows)
    headed = top < len(rows) and (_is_head(rows[top]) or _are_heads(rows[top], rows[min(top + 1, len(rows) - 1)]))
    return before if set(used) < set(before) and len(used) > 1 and not headed else used


def _picked(block: Sequence[Row], columns: Sequence[int]) -> list[Row]:
    return [[row[at] if at < len(row) else "" for at in columns] for row in block]


def _write(block: list[Row], out: Composer) -> None:
    top = _titles(block)
    for at, row in enumerate(block[:top]):
        # The first line above a table is its title.
        out.line("  ".join(filter(None, row)), 2 if at == 0 and top < len(block) else 0)
    for row in _with_one_head(block[top:]):
        if row[0] and not any(row[1:]):
            # Remarks stand beside the table, not under its title.
            out.line(row[0], 2 if _REMARKS.fullmatch(row[0]) else 0)
        else:
            out.row(row)


def _titles(block: Sequence[Row]) -> int:
    """How many rows stand above the row of heads: those half empty, up to a row that is a head or one with the next."""
    for at, row in enumerate(block):
        if _is_head(row) or (at + 1 < len(block) and _are_heads(row, block[at + 1])):
            return at
        if 2 * sum(map(bool, row)) > len(row):
            break
    return next((at for at, row in enumerate(block) if sum(map(bool, row)) > 1), len(block))


def _is_head(row: Row) -> bool:
    return len(row) > 1 and all(map(_may_head, row))


def _may_head(words: str) -> bool:
    """Whether words may stand over a column: a few, without figures but for a year."""
    if not 0 < len(words) <= _LONGEST_HEAD:
        return False
    return not any(character.isdigit() for character in words) or _YEAR.fullmatch(words) is not None


def _are_heads(upper: Row, lower: Row) -> bool:
    """Whether two rows are the heads of one table: what the upper spans is told apart by the lower, and but for that
    the lower is empty.
    """
    if not upper[0] or all(upper) or all(lower) or not all(map(any, zip(upper, lower, strict=True))):
        return False
    return all(_may_head(words) for words in (*upper, *lower) if words)


def _with_one_head(rows: list[Row]) -> list[Row]:
    """The rows, where two hold the heads with one instead: the lower words, or both where these come twice."""
    if len(rows) < 2 or not _are_heads(rows[0], rows[1]):
        return rows
    lower = [below or above for above, below in zip(rows[0], rows[1], strict=True)]
    return [lower if len(set(lower)) == len(lower) else _both(rows[0], rows[1]), *rows[2:]]


def _both(upper: Row, lower: Row) -> Row:
    """The words that span a column with those below them."""
    heads: Row = []
    spanning = ""
    for above, below in zip(upper, lower, strict=True):
        spanning = above or spanning
        apart = " " if below and spanning.isascii() else ""
        heads.append(f"{spanning}{apart}{below}" if below else above)
    return heads
