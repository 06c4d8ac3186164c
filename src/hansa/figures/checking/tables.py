"""Totals of a draft's tables, by column and by row: 合計, 總計, 小計, Total. In time that grows with the rows.

Cells that are empty or hold a dash count nothing, nor do rows of what is within another (其中). A column is summed
where its cells are numbers of one unit; one of rates, of years or of countries, which are counted once, is not.
"""

import re
from collections.abc import Iterator, Sequence
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
_OF_TIME = frozenset(("年", "年度", "月", "月份", "日", "季", "週", "期", "屆"))
_YEARS = range(1900, 2101)
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


@dataclass(frozen=True)
class _Table:
    """A table's rows below its head, and the words of the head above each column, those of several rows together."""

    heads: Sequence[tuple[str, ...]]
    rows: Sequence[Block]

    def is_summed(self, column: int) -> bool:
        """Whether the numbers of a column may be added up."""
        return not any(map(_NOT_SUMMED.search, self.heads[column]))


def totals_of_tables_come_out(draft: Draft, _held: Held) -> Iterator[Finding]:
    """Each total of the draft's tables against the cells above or below it, and beside it."""
    rows = (block for block in draft.blocks if block.kind is BlockKind.ROW)
    for _, group in groupby(rows, key=lambda block: block.table):
        table = _table(list(group))
        told = [*_by_column(table), *_by_row(table)]
        wrong = {id(one.total.cell) for one in told if not one.holds}
        # A cell that is right one way and wrong the other is told as wrong.
        yield from (_finding(one) for one in told if not one.holds or id(one.total.cell) not in wrong)


def _table(rows: list[Block]) -> _Table:
    """The table with what heads its columns: where reading saw no head, its first rows that count nothing."""
    below = next((at for at, row in enumerate(rows) if row.cells and (row.cells[0].header or _counts(row))), len(rows))
    heads = [
        tuple(row.cells[at].text.strip() for row in rows[:below] if at < len(row.cells))
        + tuple(row.cells[at].header.strip() for row in rows[below : below + 1] if at < len(row.cells))
        for at in range(max(len(row.cells) for row in rows))
    ]
    return _Table(heads, rows[below:])


def _counts(row: Block) -> bool:
    """Whether a row counts anything; a row of years does not."""
    amounts = [amount for cell in row.cells if (amount := _amount(cell, row))]
    return any(amount.unit or amount.value not in _YEARS for amount in amounts)


def _by_column(table: _Table) -> Iterator[_Told]:
    """Totals under (or at the head of) their columns; parts that are summed up by 小計 count once."""
    rows, parts = _sums(table), _sums(table)
    heading: Block | None = None
    for row in table.rows:
        labels = _labels(row)
        if any(map(_TOTAL.fullmatch, labels)):
            # What follows the last 小計 counts beside the parts.
            sums = [_joined(*pair) for pair in zip(parts, rows, strict=True)]
            heading = None if any(one.count for one in sums) else row
            yield from _told(table, row, sums)
            rows, parts = _sums(table), _sums(table)
        elif any(map(_PART.fullmatch, labels)):
            yield from _told(table, row, rows)
            _add(row, parts)
            rows = _sums(table)
        elif not any(map(_WITHIN.match, labels)):
            _add(row, rows)
    if heading:
        yield from _told(table, heading, [_joined(*pair) for pair in zip(parts, rows, strict=True)])


def _sums(table: _Table) -> list[_Sum]:
    return [_Sum() for _ in table.heads]


def _add(row: Block, sums: Sequence[_Sum]) -> None:
    for one, cell in zip(sums, row.cells, strict=False):
        one.add(cell, row)


def _joined(one: _Sum, other: _Sum) -> _Sum:
    return _Sum(one.value + other.value, one.count + other.count, one.units | other.units, one.clear and other.clear)


def _told(table: _Table, row: Block, sums: Sequence[_Sum]) -> list[_Told]:
    """The totals of a row, each with the sum of its column.

    None where several are not that sum and none is: then they are no sums.
    """
    found = []
    for at, (cell, one) in enumerate(zip(row.cells, sums, strict=False)):
        total = _amount(cell, row)
        if total and one.is_told_by(total) and table.is_summed(at):
            found.append(_Told(total, one.value))
    wrong = sum(not one.holds for one in found)
    return [] if wrong > 1 and wrong == len(found) else found


def _by_row(table: _Table) -> Iterator[_Told]:
    """Totals at the end (or beginning) of their rows; only where about half of the rows have it so."""
    ends = [at for at, head in enumerate(table.heads) if any(map(_TOTAL.fullmatch, head))]
    if len(ends) != 1:
        return
    told = [one for row in table.rows if len(row.cells) == len(table.heads) for one in _across(table, row, ends[0])]
    right = sum(one.holds for one in told)
    if right and len(told) - right <= right + 1:
        yield from told


def _across(table: _Table, row: Block, end: int) -> Iterator[_Told]:
    total = _amount(row.cells[end], row)
    one = _Sum()
    for at, cell in enumerate(row.cells):
        if at not in (0, end) and table.is_summed(at):
            one.add(cell, row)
    if total and one.is_told_by(total):
        yield _Told(total, one.value)


def _labels(row: Block) -> list[str]:
    """The words that a row begins with, before its first number."""
    labels: list[str] = []
    for cell in row.cells:
        if _amount(cell, row) and labels:
            break
        labels.append(cell.text.strip())
    return labels


def _amount(cell: Cell, row: Block) -> _Amount | None:
    """The number that a cell holds, if it holds nothing else."""
    match = _NUMBER.fullmatch(cell.text)
    if not match or match["unit"] in _OF_TIME:
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
