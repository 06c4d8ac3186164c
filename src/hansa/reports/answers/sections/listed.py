"""A section of an answer that says what a list says: its first note as a sentence, its rows below it."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from hansa.reports.answers.stated import Scope, Section, Statement
from hansa.reports.listing import Cell
from hansa.reports.lists import ListOf, listing
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import day_said
from hansa.reports.quantities import grouped

# So many rows stand in an answer; the list itself has all of them.
_ROWS = 20


def said_by(one: ListOf, asked: Asked, scope: Scope, columns: Sequence[int]) -> Section:
    """What the list says, with these columns of its rows."""
    made = listing(one, asked)
    rows = [_row(row, columns, scope) for row in made.rows[:_ROWS]]
    if len(made.rows) > _ROWS:
        more = len(made.rows) - _ROWS
        words = scope.say(f"其餘{more}筆詳「{one.title.zh}」。", f"{more} more stand in the list “{one.title.en}”.")
        rows.append(Statement(words))
    refs = tuple(str(row[-1].value) for row in made.rows)
    return Section(
        scope.say(one.title.zh.removesuffix("一覽表"), one.title.en), (Statement(made.notes[0], refs, tuple(rows)),)
    )


def _row(row: Sequence[Cell], columns: Sequence[int], scope: Scope) -> Statement:
    words = [_said(row[column], scope) for column in columns]
    return Statement(scope.say("，", ", ").join(filter(None, words)) + scope.say("。", "."), (str(row[-1].value),))


def _said(cell: Cell, scope: Scope) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return day_said(value, scope.language)
    return grouped(value) if isinstance(value, int | Decimal) else str(value)
