"""Totals of a draft's tables, by column and by row: 合計, 總計, 小計, Total. In time that grows with the rows.

Cells that are empty or hold a dash count nothing, nor do rows of what is within another (其中). A column is summed
where its cells are numbers of one unit; one of rates, of years or of countries, which are counted once, is not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from hansa.facts import quoted
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding
from hansa.figures.checking.held import Held
from hansa.figures.checking.writing import plain_number
from hansa.figures.words import Words
from hansa.reading.document import Block, BlockKind, Cell
from hansa.reading.patterns import regex
from hansa.reading.values.numbers import chinese_value

_TOTAL = regex(
    r"(?:總\s*計|合\s*計|共\s*計|總\s*和|總\s*數|(?:grand )?total|sum|altogether)(?:\s*[(（][^()（）]*[)）])?",
    re.IGNORECASE,
)
_PART = regex(r"小\s*計|sub-?total", re.IGNORECASE)
_WITHIN = regex(r"\s*(?:其中|內含|含|of which)", re.IGNORECASE)
_NOT_SUMMED = regex(
    r"率|比例|比重|平均|年度|年份|日期|編號|項次|序號|單價|國數|國家|排名|名次|[%％]"
    r"|\b(?:rates?|shares?|average|mean|years?|no|rank|countries|per)\b",
    re.IGNORECASE,
)
_NUMBER = regex(
    r"\s*(?P<digits>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?[萬億](?:\s?\d[\d,]*)?)*)\s?(?P<unit>[\u3400-\u9fff]{0,4})\s*"
)
_EMPTY = regex(r"[\s\-–—－…/無]*")
_FEWEST = 2


@dataclass(frozen=True)
class _Amount:
    """A number in a cell; `written` is the number alone."""

    value: Decimal
    unit: str
    written: str
    cell: Cell
    row: Block
    start: int
    end: int


@dataclass
class _Sum:
    """What a column, or a stretch of a row, has added up to."""

    value: Decimal = Decimal(0)
    count: int = 0
    units: set[str] = field(default_factory=set)
    clear: bool = True

    def add(self, cell: Cell, row: Block) -> None:
        """Take a cell; one that holds words makes it unclear what the sum is."""
        amount = _amount(cell, row)
        if amount:
            self.take(amount)
        elif not _EMPTY.fullmatch(cell.text):
            self.clear = False

    def take(self, amount: _Amount) -> None:
        """Take a number."""
        self.value += amount.value
        self.count += 1
        self.units.add(amount.unit)

    def is_told_by(self, total: _Amount) -> bool:
        """Whether it is clear that a number is its total."""
        return (
            self.clear and self.count >= _FEWEST and self.units == {total.unit} and not _NOT_SUMMED.search(total.unit)
        )


@dataclass(frozen=True)
class _Told:
    """A total with what should stand there."""

    total: _Amount
    value: Decimal

    @property
    def holds(self) -> bool:
        """Whether the total is right."""
        return self.total.value == self.value


def totals_of_tables_come_out(draft: Draft, _held: Held) -> Iterator[Finding]:
    """Each total of the draft's tables against the cells above or below it, and beside it."""
    rows = (block for block in draft.blocks if block.kind is BlockKind.ROW)
    for _, group in groupby(rows, key=lambda block: block.table):
        table = list(group)
        told = [*_by_column(table), *_by_row(table)]
        wrong = {id(one.total.cell) for one in told if not one.holds}
        # A cell that is right one way and wrong the other is told as wrong.
        yield from (_finding(one) for one in told if not one.holds or id(one.total.cell) not in wrong)


def _by_column(table: Sequence[Block]) -> Iterator[_Told]:
    """Totals under (or at the head of) their columns; parts that are summed up by 小計 count once."""
    rows, parts = _sums(table), _sums(table)
    heading: Block | None = None
    for row in table:
        label = _label(row)
        if _PART.fullmatch(label):
            yield from _sure(_told(row, rows))
            for part, cell in zip(parts, row.cells, strict=False):
                part.add(cell, row)
            rows = _sums(table)
        elif _TOTAL.fullmatch(label):
            if any(one.count for one in (*rows, *parts)):
                # What follows the last 小計 counts beside the parts.
                yield from _sure(_told(row, [_joined(*pair) for pair in zip(parts, rows, strict=True)]))
                heading = None
            else:
                heading = row
            rows, parts = _sums(table), _sums(table)
        elif not _WITHIN.match(label):
            for one, cell in zip(rows, row.cells, strict=False):
                one.add(cell, row)
    if heading:
        yield from _sure(_told(heading, [_joined(*pair) for pair in zip(parts, rows, strict=True)]))


def _sums(table: Sequence[Block]) -> list[_Sum]:
    return [_Sum() for _ in range(max(len(row.cells) for row in table))]


def _joined(one: _Sum, other: _Sum) -> _Sum:
    return _Sum(one.value + other.value, one.count + other.count, one.units | other.units, one.clear and other.clear)


def _told(row: Block, sums: Sequence[_Sum]) -> list[_Told]:
    """The totals of a row, each with the sum of its column."""
    found = []
    for cell, one in zip(row.cells, sums, strict=False):
        total = _amount(cell, row)
        if total and one.is_told_by(total) and not _NOT_SUMMED.search(cell.header):
            found.append(_Told(total, one.value))
    return found


def _sure(told: Sequence[_Told]) -> Iterable[_Told]:
    """None of the totals of a row where several are not the sum of their column and none is: they are no sums."""
    wrong = sum(not one.holds for one in told)
    return () if wrong > 1 and wrong == len(told) else told


def _by_row(table: Sequence[Block]) -> Iterator[_Told]:
    """Totals at the end (or beginning) of their rows; only where about half of the rows have it so."""
    ends = [at for at, cell in enumerate(table[0].cells) if _TOTAL.fullmatch(cell.header.strip())]
    if len(ends) != 1:
        return
    told = [one for row in table if len(row.cells) == len(table[0].cells) for one in _across(row, ends[0])]
    right = sum(one.holds for one in told)
    if right and len(told) - right <= right + 1:
        yield from told


def _across(row: Block, at: int) -> Iterator[_Told]:
    total = _amount(row.cells[at], row)
    one = _Sum()
    for cell in (*row.cells[1:at], *row.cells[at + 1 :]):
        if not _NOT_SUMMED.search(cell.header):
            one.add(cell, row)
    if total and one.is_told_by(total):
        yield _Told(total, one.value)


def _label(row: Block) -> str:
    """The words that a row begins with."""
    return next((cell.text.strip() for cell in row.cells if cell.text.strip()), "")


def _amount(cell: Cell, row: Block) -> _Amount | None:
    """The number that a cell holds, if it holds nothing else."""
    match = _NUMBER.fullmatch(cell.text)
    if not match:
        return None
    written = match["digits"]
    minus = -1 if written.startswith("-") else 1
    value = minus * chinese_value(written.lstrip("-"))
    start, end = cell.part(match.start("digits"), match.end("unit")).extent
    return _Amount(value, match["unit"], written, cell, row, start, end)


def _finding(told: _Told) -> Finding:
    total, right = told.total, _like(told.total.written, told.value)
    reason = (
        Words(f"表內加總相符：{right}", f"The table's sum comes out: {right}")
        if told.holds
        else Words(
            f"表內加總為 {right}，而非 {total.written}",
            f"The cells of the table add up to {right}, not {total.written}",
        )
    )
    return Finding(
        start=total.start,
        end=total.end,
        quote=quoted(total.written + total.unit),
        sentence=quoted(total.row.text),
        verdict="agrees" if told.holds else "differs",
        matter="sum",
        found=total.written,
        expected="" if told.holds else right,
        reason=reason,
        checker=totals_of_tables_come_out.__name__,
    )


def _like(written: str, value: Decimal) -> str:
    """The value with thousands parted where the table parts them."""
    text = plain_number(value)
    return text.replace(",", "") if "," not in written and len(written) > len("999") else text
