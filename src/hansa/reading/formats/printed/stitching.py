"""Tables that a page break cut: rows put together again, heads that were repeated left out."""

from hansa.reading.formats.printed.tables import Table

_SENTENCE_ENDS = "。！？.!?；;"
_NEVER_FIRST = "年月日，。、；：？！）)」』》"
_LONG = 8


def stitch(above: Table, below: Table) -> None:
    """Take out of a page's first table what belongs to the last one of the page before, where it goes on with it."""
    if not have_same_columns(above, below):
        return
    if below.rows[0] == above.head:
        del below.rows[0]
    below.head = above.head
    if below.rows and _is_rest(above.rows[-1], below.rows[0]):
        rest = below.rows.pop(0)
        above.rows[-1] = ["\n".join(filter(None, both)) for both in zip(above.rows[-1], rest, strict=True)]


def have_same_columns(above: Table, below: Table) -> bool:
    """Whether two tables have as many columns."""
    return bool(above.rows and below.rows) and len(above.rows[-1]) == len(below.rows[0])


def _is_rest(row: list[str], below: list[str]) -> bool:
    """Whether a row goes on with the one above: cells are empty, and what others add to was cut off."""
    cells = [(cell, rest) for cell, rest in zip(row, below, strict=True) if rest]
    if all(below) or not all(cell for cell, _ in cells):
        return False
    if any(rest[0] in _NEVER_FIRST or rest[0].islower() for _, rest in cells):
        return True
    return not below[0] and (len(cells) == 1 or all(_is_cut(cell) for cell, _ in cells))


def _is_cut(cell: str) -> bool:
    return len(cell) > _LONG and cell[-1] not in _SENTENCE_ENDS
