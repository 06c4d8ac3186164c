"""Columns that follow from others: worked out again, and compared."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from hansa.register.derived import DERIVED, Derived
from hansa.register.states import ref_to

_BATCH = 2000


def wrong_columns() -> Iterator[str]:
    """Rows in which such a column holds something else than what follows; one query for each table."""
    for table, columns in DERIVED.items():
        names = list(dict.fromkeys(name for one in columns for name in (one.column, *one.sources)))
        rows: Any = table._base_manager
        for number, *values in rows.order_by("pk").values_list("pk", *names).iterator(chunk_size=_BATCH):
            row = dict(zip(names, values, strict=True))
            yield from (f"{ref_to(table, number)}: {wrong}" for one in columns if (wrong := _wrong(one, row)))


def _wrong(one: Derived, row: dict[str, Any]) -> str:
    try:
        follows = _worked_out(one, tuple(row[name] for name in one.sources))
    except ValueError as error:
        return f"{one.sources[0]} is no date ({error}), so that it is not found by its days"
    if row[one.column] == follows:
        return ""
    sources = " or ".join(one.sources)
    return (
        f"{one.column} holds {row[one.column]}, but {follows} follows from {sources}: it is found and counted wrongly"
    )


@lru_cache(100_000)
def _worked_out(one: Derived, sources: Sequence[str]) -> object:
    return one.by(next(filter(None, sources), ""))
