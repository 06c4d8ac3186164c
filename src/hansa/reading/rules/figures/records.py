"""Lines of a label and a number (`Delegations hosted: 64`, 接待外賓：64團), which are restored as one row."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import UNSET

from hansa.facts import Fact, Figure
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Cell
from hansa.reading.patterns import regex
from hansa.reading.rules.figures import periods
from hansa.reading.values.numbers import Quantity, chinese_value, find_quantities, whole
from hansa.reading.values.numbers.quantity import plain

_BARE = regex(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_YEAR = regex(r"(?:18|19|20)\d\d")
_NO_FIGURE = regex(
    r"\b(?:members?|membership|population|inhabitants|years?|term|duration|pages?|rooms?|phone|tel|fax|ref|no|id|date"
    r"|area"
    r"|volume|issue|since|founded|size|target)\b|會員|人口|面積|電話|編號|期別|年$|日期|目標|效期|地址|傳真|字號",
    re.IGNORECASE,
)
_EARLIER = regex(r"[(（](?P<year>(?:19|20)\d\d)\s?[:：]\s?(?P<number>[\d,.]*\d)[)）]")
_LABEL = regex(r"[^\d]*[A-Za-z\u3400-\u9fff]{3}[^\d]*")
_ROWS = 2


def told_in_a_record(block: Block, context: Context) -> Iterator[Fact]:
    """The numbers of a record that consists of labels and numbers alone, each a figure of its label."""
    told = [(cell, found) for cell in block.cells for found in [_quantities(cell)] if found]
    few = len(told) < 2 or len(told) * 3 < len(block.cells) * 2
    if few or told[0][0] is not block.cells[0] or not _is_alone(block, context):
        return
    for cell, found in told:
        proof = context.proof(context.with_label(cell), "reported_in_a_table", 0.8)
        if proof is None or _NO_FIGURE.search(cell.header):
            continue
        for quantity in found:
            yield Figure(
                measure=cell.header,
                value=quantity.value,
                unit=quantity.unit or UNSET,
                period=periods.fallback(context, standing=False) or UNSET,
                section=block.headings[-1] if block.headings else UNSET,
                **proof,
            )


def told_beside_a_label(block: Block, context: Context) -> Iterator[Fact]:
    """The number of a row without heads that is a label and a number, with that of an earlier year in brackets behind:
    `Delegations  112  (2018: 97)`. At least two rows of the table are such."""
    if any(cell.header for cell in block.cells) or not _is_label_and_number(block):
        return
    proof = context.proof(block, "reported_in_a_table", 0.8)
    label = block.cells[0].text.strip()
    alike = islice(filter(_is_label_and_number, same_table(block, context)), _ROWS)
    if proof is None or _NO_FIGURE.search(label) or len(list(alike)) < _ROWS:
        return
    told = [(quantity, periods.fallback(context, standing=False)) for quantity in _quantities(block.cells[1])]
    told += [(_plain(found["number"]), found["year"]) for found in _EARLIER.finditer(block.text)]
    for quantity, period in told:
        yield Figure(
            measure=label,
            value=quantity.value,
            unit=quantity.unit or UNSET,
            period=period or UNSET,
            section=block.headings[-1] if block.headings else UNSET,
            **proof,
        )


def same_table(block: Block, context: Context) -> Sequence[Block]:
    """The rows of the block's table up to some way from it, in order."""
    near = context.blocks[max(0, context.index - 60) : context.index + 60]
    return [other for other in near if other.kind is BlockKind.ROW and other.table == block.table]


def _is_label_and_number(block: Block) -> bool:
    first, second, *more = block.cells
    alone = all(not cell.text.strip() or _EARLIER.fullmatch(cell.text.strip()) for cell in more)
    return alone and bool(_LABEL.fullmatch(first.text.strip())) and bool(_quantities(second))


def _is_alone(block: Block, context: Context) -> bool:
    """Whether the row is a record: labels of its own, and no other row beside it."""
    around = (context.index - 1, context.index + 1)
    beside = [context.blocks[at] for at in around if 0 <= at < len(context.blocks)]
    rows = [other for other in beside if other.kind is BlockKind.ROW and other.table == block.table]
    return all(cell.header for cell in block.cells) and not rows


def _quantities(cell: Cell) -> list[Quantity]:
    """The numbers of which a cell consists: 64, €240,000, 64 團、1,105 人次; none where it says anything else."""
    text = cell.text.strip()
    if _BARE.fullmatch(text):
        return [] if _YEAR.fullmatch(text) else [_plain(text)]
    parts = [whole(part) for part in re.split(r"[、，／/|｜]|,\s|(?<=[\u3400-\u9fff])\s+(?=\d)", text)]
    return [part for part in parts if part] if all(parts) and len(list(find_quantities(text))) == len(parts) else []


def _plain(text: str) -> Quantity:
    return Quantity(plain(chinese_value(text)), "", 0, len(text), (0, len(text)))
