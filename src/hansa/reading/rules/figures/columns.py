"""Numbers below years that stand in a line of their own, in a table that was typed with spaces."""

from collections.abc import Iterator, Sequence

from msgspec import UNSET

from hansa.facts import Fact, Figure
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.values.dates import Dated, find_dates
from hansa.reading.values.numbers import chinese_value
from hansa.reading.values.numbers.quantity import plain

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_LINE = regex(rf"(?P<label>[^\d]{{2,60}}?)\s+(?P<numbers>{_NUMBER}(?:\s+{_NUMBER})+)")
_LOOK_BACK = 12


def told_below_years(block: Block, context: Context) -> Iterator[Fact]:
    """A line of a label and numbers, each below one of the years that a line above it consists of."""
    if block.kind is BlockKind.ROW or not block.text[-1:].isdigit():
        return
    line = _LINE.fullmatch(block.text)
    proof = context.proof(block, "reported_in_a_table", 0.75) if line else None
    if line is None or proof is None:
        return
    numbers = line["numbers"].split()
    for dated, number in zip(_years_above(len(numbers), context), numbers, strict=False):
        yield Figure(
            measure=line["label"].strip(),
            value=plain(chinese_value(number)),
            period=dated.edtf,
            section=block.headings[0] if block.headings[1:] else UNSET,
            **proof,
        )


def _years_above(many: int, context: Context) -> Sequence[Dated]:
    """The years of the nearest line above that is nothing but so many of them."""
    for other in reversed(context.blocks[max(0, context.index - _LOOK_BACK) : context.index]):
        dates = find_dates(other.text) if other.text[:1].isdigit() else ()
        if len(dates) == many and sum(dated.end - dated.start for dated in dates) == len("".join(other.text.split())):
            return dates
    return ()
