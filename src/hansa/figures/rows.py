"""The records behind a number, fetched only as far as somebody looks at them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

# So many are fetched at a time when all are looked at.
_BATCH = 2_000


@dataclass(frozen=True)
class Row:
    """A record that a measure counted: its ref and name, and how much it adds.

    `amount` is None where the record says nothing on the matter (a visit without a headcount) and so adds nothing;
    `note` is what was counted of it, such as the codes of its countries. `things` are the distinct things that it
    counts for; empty where it is one itself.
    """

    ref: str
    label: str
    amount: int | None = 1
    note: str = ""
    things: tuple[str, ...] = ()


class Rows(Sequence[Row]):
    """The rows of an answer: their number is known, a page of them is one query (`rows[50:100]`)."""

    def __init__(self, number: int, fetch: Callable[[int, int], list[Row]]) -> None:
        self._number, self._fetch = number, fetch

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(index, slice):
            start, stop, step = index.indices(self._number)
            return tuple(self._fetch(start, max(start, stop)))[::step] if step > 0 else tuple(self)[index]
        return self._fetch(*_place(index, self._number))[0]

    def __iter__(self) -> Iterator[Row]:
        for start in range(0, self._number, _BATCH):
            yield from self._fetch(start, min(start + _BATCH, self._number))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{self._number} rows>"


def _place(index: int, number: int) -> tuple[int, int]:
    place = index + number if index < 0 else index
    if not 0 <= place < number:
        raise IndexError(index)
    return place, place + 1


NO_ROWS = Rows(0, lambda _start, _stop: [])


def rows_of(rows: Sequence[Row]) -> Rows:
    """Rows that are there already."""
    return Rows(len(rows), lambda start, stop: list(rows[start:stop]))
