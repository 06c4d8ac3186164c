"""The rows of two records as one list, and rows that name another record from now on, on plain values."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from hansa.facts import span
from hansa.register.domain.merging.fields import derive_again, is_more_precise
from hansa.register.domain.merging.rules import Rows
from hansa.register.states import Part, State

Row = Any


def _likeness(rule: Rows, row: Row) -> Hashable:
    return tuple(row.get(name) for name in rule.alike) if isinstance(row, dict) else row


def _may_be_one(rule: Rows, row: Row, other: Row) -> bool:
    if not rule.dated:
        return True
    date, told = row.get(rule.dated), other.get(rule.dated)
    return not date or not told or span(date).meets(span(told))


def _as_one(rule: Rows, part: Part, row: Row, other: Row) -> Row:
    """The row, its empty columns filled from the other."""
    if not isinstance(row, dict):
        return row
    one: State = {**other, **row}
    date = rule.dated
    if date and date in row and date in other and is_more_precise(other[date], row[date]):
        one[date] = other[date]
    derive_again(part.model, one, row)
    return one


def united_rows(rule: Rows, part: Part, rows: Iterable[tuple[Row, bool]]) -> list[Row]:
    """The rows in their order, where one that comes (True) and is like one that stays (False) becomes one with it."""
    given = list(rows)
    held: list[Row] = [row for row, _ in given]
    staying: dict[Hashable, list[int]] = defaultdict(list)
    for place, (row, comes) in enumerate(given):
        if not comes:
            staying[_likeness(rule, row)].append(place)
    gone = set()
    for place, (row, comes) in enumerate(given):
        places = staying[_likeness(rule, row)] if comes else []
        same = next((other for other in places if _may_be_one(rule, held[other], row)), None)
        if same is not None:
            held[same] = _as_one(rule, part, held[same], row)
            places.remove(same)
            gone.add(place)
    return [row for place, row in enumerate(held) if place not in gone]


def repointed_rows(
    rule: Rows, part: Part, rows: Sequence[Row], columns: Sequence[str], refs: tuple[str, str]
) -> list[Row]:
    """The rows with the second of two refs wherever these columns name the first; those then alike are one."""
    old, new = refs

    def repointed(row: Row) -> tuple[Row, bool]:
        if not isinstance(row, dict):
            return (new, True) if row == old else (row, False)
        named = [column for column in columns if row.get(column) == old]
        return {**row, **dict.fromkeys(named, new)}, bool(named)

    return united_rows(rule, part, map(repointed, rows))
