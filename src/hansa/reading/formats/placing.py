"""The order in which things placed on a page or slide are read: row by row, from left to right."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Placed(Generic[Thing]):
    """A thing with its upper left corner and its height, in any unit of length; y counts downwards."""

    thing: Thing
    left: float
    top: float
    height: float


def reading_order(things: Iterable[Placed[Thing]]) -> list[Thing]:
    """The things row by row. Those stand in one row whose tops differ by less than half of the lower one's height."""
    rows: list[list[Placed[Thing]]] = []
    for placed in sorted(things, key=lambda placed: (placed.top, placed.left)):
        first = rows[-1][0] if rows else None
        if first is not None and placed.top - first.top < min(first.height, placed.height) / 2:
            rows[-1].append(placed)
        else:
            rows.append([placed])
    return [placed.thing for placed in chain.from_iterable(sorted(row, key=lambda placed: placed.left) for row in rows)]
