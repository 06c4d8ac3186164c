"""Facts that people put into a record draw those that state the same and came later."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from hansa.register.domain.admission.statement import Statement


def by_record(placed: Iterable[Statement]) -> Iterable[tuple[int, list[Statement]]]:
    """The facts that people have placed, by the numbers of their records."""
    held: dict[int, list[Statement]] = defaultdict(list)
    for statement in placed:
        if statement.record:
            held[statement.record].append(statement)
    return sorted(held.items())


def may_be_drawn(statement: Statement, record: int | None) -> bool:
    """Whether a fact may go where people put others: what stands in another record, they have left there."""
    return record is None or statement.record in (None, record)


def drawn_last(statements: Iterable[Statement], drawing: Collection[Any]) -> Sequence[Statement]:
    """The facts in their order; those that may be drawn after those that stay, which they may belong to as well."""
    return sorted(statements, key=lambda one: not one.record) if drawing else list(statements)
