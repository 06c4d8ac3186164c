"""The records that measures count, read once however many measures of a page count them."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from hansa.register.domain.queries.agreements import agreements_in_force
from hansa.register.domain.queries.exchanges import exchanges_between
from hansa.register.domain.queries.figures import figures_between
from hansa.register.domain.queries.parties import Partner, partners_of
from hansa.register.models import Agreement, Exchange, Figure, Party

T = TypeVar("T")


class Gathered:
    """What was read for one page or report; for no longer than that, since later changes are not seen."""

    def __init__(self) -> None:
        self._read: dict[Hashable, list[Any]] = {}

    def _once(self, key: Hashable, read: Callable[[], Iterable[T]]) -> list[T]:
        if key not in self._read:
            self._read[key] = list(read())
        return self._read[key]

    def partners(self, home: Party, on: dt.date) -> list[Partner]:
        """The home city's partners on a day; three queries, the first time."""
        return self._once(("partners", home.pk, on), lambda: partners_of(home, on))

    def agreements(self, home: Party, on: dt.date) -> list[Agreement]:
        """The home city's agreements in force on a day, oldest first; three queries, the first time."""
        return self._once(
            ("agreements", home.pk, on),
            lambda: agreements_in_force(on).filter(parties=home).order_by("signed_first", "pk"),
        )

    def exchanges(self, home: Party, first: dt.date, last: dt.date) -> list[Exchange]:
        """The home city's exchanges that share a day with these, oldest first; four queries, the first time."""
        return self._once(("exchanges", home.pk, first, last), lambda: exchanges_between(first, last).filter(home=home))

    def figures(self, home: Party, first: dt.date, last: dt.date) -> list[Figure]:
        """The figures published of the home city for periods within these days; one query, the first time."""
        return self._once(("figures", home.pk, first, last), lambda: figures_between(first, last).filter(home=home))
