"""Anniversaries of agreements: the next thing to prepare."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from hansa.facts import span
from hansa.register.models import Agreement


@dataclass(frozen=True)
class Anniversary:
    """The day, in EDTF as precise as the signing is known, on which an agreement is so many years old."""

    agreement: Agreement
    date: str
    years: int

    @property
    def is_round(self) -> bool:
        """Whether it is one that cities celebrate: 5, 10, 15 … years."""
        return self.years % 5 == 0


def _next(agreement: Agreement, today: dt.date) -> Anniversary | None:
    """The first anniversary that is not over today; None where the signing is not known to the month."""
    year, _dash, rest = agreement.signed.partition("-")
    if not rest or "/" in rest:
        return None
    for later in (today.year, today.year + 1):
        date = f"{later}-{'02-28' if rest == '02-29' else rest}"
        if (span(date).last or today) >= today and later > int(year):
            return Anniversary(agreement, date, later - int(year))
    return None


def coming_anniversaries(agreements: Iterable[Agreement], today: dt.date) -> list[Anniversary]:
    """The next anniversary of each agreement signed on a known day or in a known month, the nearest first.

    All fall within twelve months. Where only the year of signing is known, there is no day to prepare for.
    """
    found = [anniversary for agreement in agreements if (anniversary := _next(agreement, today))]
    return sorted(found, key=lambda anniversary: anniversary.date)
