"""Anniversaries of a date that is known to the day, the month or the year."""

from dataclasses import dataclass

# What cities celebrate: 5, 10, 15 … years.
ROUND = 5
_LEAP_DAY = "-02-29"


@dataclass(frozen=True)
class Anniversary:
    """So many years after a signing: the date in EDTF, as precise as that of the signing is known."""

    date: str
    years: int

    @property
    def is_round(self) -> bool:
        """Whether it is one that cities celebrate."""
        return self.years % ROUND == 0


def anniversary_in(signed: str, year: int) -> Anniversary | None:
    """The anniversary in a year of what was signed on a date in EDTF; None where it was not signed before it."""
    begin = signed.partition("/")[0]
    if not begin[:4].isdigit() or year <= int(begin[:4]):
        return None
    date = f"{year}{begin[4:]}".replace(_LEAP_DAY, "-02-28")
    return Anniversary(date, year - int(begin[:4]))


def next_round(signed: str, year: int) -> Anniversary | None:
    """The first anniversary from that year on which cities celebrate."""
    found = (anniversary_in(signed, later) for later in range(year, year + ROUND + 1))
    return next((one for one in found if one and one.is_round), None)
