"""The list of exchanges, counted and read a page at a time, as a paginator takes it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from hansa.register.domain.queries.listing import (
    COUNTED,
    ListedExchange,
    Narrowing,
    count_exchanges,
    exchanges_listed,
)
from hansa.register.rules import Somebody

# Where the number of hits is known, so many are shown; nobody turns further pages.
LISTED = 5_000


class ListedExchanges(Sequence[ListedExchange]):
    """What a narrowing leaves of the exchanges that the user may see, the newest first; the first thousands of them."""

    def __init__(self, narrowing: Narrowing, user: Somebody) -> None:
        self.narrowing = narrowing
        self.user = user

    @cached_property
    def total(self) -> int:
        """How many there are; more than COUNTED where they were not all counted."""
        return count_exchanges(self.narrowing, user=self.user)

    @property
    def is_counted(self) -> bool:
        """Whether the total is exact."""
        return self.narrowing.is_tallied or self.total <= COUNTED

    @property
    def goes_on(self) -> bool:
        """Whether there are more than the pages show."""
        return self.total > len(self)

    def __len__(self) -> int:
        """How many the pages show."""
        return min(self.total, LISTED if self.narrowing.is_tallied else COUNTED)

    def __iter__(self) -> Iterator[ListedExchange]:
        return iter(self[: len(self)])

    @overload
    def __getitem__(self, part: int) -> ListedExchange: ...
    @overload
    def __getitem__(self, part: slice) -> list[ListedExchange]: ...
    def __getitem__(self, part: int | slice) -> ListedExchange | list[ListedExchange]:
        """One of them, or a page of them."""
        if isinstance(part, int):
            return self[part : part + 1][0]
        start = part.start or 0
        return exchanges_listed(self.narrowing, user=self.user, limit=part.stop - start, offset=start)
