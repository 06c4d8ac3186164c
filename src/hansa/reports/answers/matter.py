"""What a question is about, as it was understood."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from hansa.register.enums import Field


class Topic(StrEnum):
    """What a question may ask for; each has a section of the answer."""

    PARTIES = "parties"
    MEMORANDA = "memoranda"
    PARTNERS = "partners"
    DIFFERENCE = "difference"
    EXCHANGES = "exchanges"
    VISITORS = "visitors"
    COSTS = "costs"
    MEMBERSHIPS = "memberships"
    SCHOOLS = "schools"
    GIFTS = "gifts"
    COMMITMENTS = "commitments"
    FIGURES = "figures"


@dataclass(frozen=True)
class Mentioned:
    """A party or organization of the register that the question names: its ref, and the words that name it."""

    ref: str
    words: str


@dataclass(frozen=True)
class Asked:
    """The days that a question asks about; `words` are its own, empty where it says none. `term` marks a term of office
    whose beginning is that of the local governments of Taiwan.
    """

    first: dt.date
    last: dt.date
    words: str = ""
    term: bool = False


@dataclass(frozen=True)
class Matter:
    """A question as it was understood.

    `named` are the parties and organizations of the register that it names, `unknown` the places named that the
    register does not hold, `countries` the codes of countries, `keywords` what is searched for.
    """

    words: str
    on: dt.date
    period: Asked | None
    topics: tuple[Topic, ...]
    named: tuple[Mentioned, ...] = ()
    unknown: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    keywords: tuple[str, ...] = ()

    def days(self, years: int) -> tuple[dt.date, dt.date]:
        """The days asked about; where the question says none, the last so many years until the day it was asked."""
        if self.period:
            return self.period.first, self.period.last
        return _years_before(self.on, years), self.on


def _years_before(day: dt.date, years: int) -> dt.date:
    """The day after the same day so many years earlier."""
    year = max(day.year - years, 1)
    same = dt.date(year, day.month, 28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
    return same + dt.timedelta(1)
