"""What somebody asks of a list: the period, the day, the country, the kind and the unit, as they write them."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from django.utils import timezone

from hansa.atlas.countries import country_code
from hansa.facts import span
from hansa.register.models import Office, Party, Unit
from hansa.register.transfer.dates import edtf_in
from hansa.reports.annual import ReportError, year_named
from hansa.reports.blocks import Language

By = Literal["month", "quarter", "year"]
PERIODS: tuple[By, ...] = get_args(By)
# What each filter is called where somebody types it.
FILTERS = ("year", "from", "to", "years", "on", "country", "kind", "unit", "by")
_MOST_YEARS = 100


class ListError(ValueError):
    """A list that cannot be made as it was asked for; `option` is the filter, the message one line for the user."""

    def __init__(self, option: str, message: str) -> None:
        super().__init__(message)
        self.option = option


def _nowhere(_ref: str) -> str:
    return ""


@dataclass(frozen=True)
class Asked:
    """What a list is asked for. What nobody chose is None, 0 or empty; the list then takes its own.

    `first` and `last` bound a period, `on` is the day that the list shows, `made` that on which it is made. `link`
    gives the address of a record's page by its ref, empty where the list has none.
    """

    office: Office
    language: Language
    on: dt.date
    first: dt.date | None = None
    last: dt.date | None = None
    years: int = 0
    country: str = ""
    kind: str = ""
    unit: Unit | None = None
    by: By | None = None
    made: dt.date = field(default_factory=timezone.localdate)
    link: Callable[[str], str] = field(default=_nowhere, compare=False)

    @property
    def home(self) -> Party:
        """The city whose list it is."""
        return self.office.home

    def say(self, zh: str, en: str) -> str:
        """The words in the list's language."""
        return en if self.language == "en" else zh

    def period(self, years: int = 0) -> tuple[dt.date, dt.date]:
        """The days asked about; where none were given the `years` until the day, or its year so far."""
        if self.first or self.last:
            return self.first or dt.date.min, self.last or self.on
        begin = years_before(self.on, self.years or years) + dt.timedelta(1)
        return (begin if self.years or years else self.on.replace(month=1, day=1)), self.on


def years_before(day: dt.date, years: int) -> dt.date:
    """The same day so many years earlier; the 28th for a 29 February that is not there."""
    year = max(day.year - years, 1)
    leap = day.month == 2 and day.day == 29
    return day.replace(year=year, day=28) if leap and not _is_leap(year) else day.replace(year=year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def asked(
    office: Office,
    language: Language,
    given: Mapping[str, str],
    *,
    allowed: Collection[str] = FILTERS,
    kinds: Collection[str] = (),
    link: Callable[[str], str] = _nowhere,
) -> Asked:
    """What somebody typed, by the names of FILTERS, understood; empty words are passed over.

    A filter that is not `allowed`, a kind that is none of `kinds` and a value that cannot be meant raise ListError.
    At most one query.
    """
    typed = {name: words.strip() for name, words in given.items() if words.strip()}
    for name in typed:
        if name not in allowed:
            raise ListError(name, f"this list knows no --{name}; it takes {_options(allowed)}")
    first, last = _period(typed)
    return Asked(
        office=office,
        language=language,
        on=_day("on", typed["on"]) if "on" in typed else timezone.localdate(),
        first=first,
        last=last,
        years=_years(typed.get("years", "")),
        country=_country(typed.get("country", "")),
        kind=_one_of("kind", typed.get("kind", ""), kinds),
        unit=_unit(typed.get("unit", ""), office),
        by=next((by for by in PERIODS if by == _one_of("by", typed.get("by", ""), PERIODS)), None),
        link=link,
    )


def _options(names: Collection[str]) -> str:
    return ", ".join(f"--{name}" for name in FILTERS if name in names) or "none"


def _period(typed: Mapping[str, str]) -> tuple[dt.date | None, dt.date | None]:
    if "year" in typed:
        if "from" in typed or "to" in typed:
            raise ListError("year", "--year and --from or --to: write one or the other")
        try:
            year = year_named(typed["year"])
        except ReportError as error:
            raise ListError("year", f"--year: {error}") from error
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    first, last = (_day(name, typed[name]) if name in typed else None for name in ("from", "to"))
    if first and last and last < first:
        raise ListError("to", f"--to {last} lies before --from {first}")
    return first, last


def _day(name: str, words: str) -> dt.date:
    days = span(edtf) if (edtf := edtf_in(words)) else None
    if days is None or days.first is None or days.first != days.last:
        raise ListError(name, f"--{name} {words}: no day; write one such as 2026-03-31 or 115年3月31日")
    return days.first


def _years(words: str) -> int:
    if not words:
        return 0
    if not (words.isascii() and words.isdigit() and 1 <= int(words[:9]) <= _MOST_YEARS):
        raise ListError("years", f"--years {words}: write a number of years from 1 to {_MOST_YEARS}")
    return int(words)


def _country(words: str) -> str:
    code = country_code(words.upper() if len(words) == 2 and words.isascii() else words) if words else ""
    if code is None:
        raise ListError("country", f"--country {words}: no country; write a code such as JP, or a name such as 日本")
    return code


def _one_of(name: str, words: str, choices: Collection[str]) -> str:
    if words and words not in choices:
        raise ListError(name, f"--{name} {words}: write one of {', '.join(choices)}")
    return words


def _unit(words: str, office: Office) -> Unit | None:
    if not words:
        return None
    number = words.removeprefix("unit-")
    for unit in Unit.objects.filter(office=office):
        if words in (unit.name_zh, unit.name_en) or number == str(unit.pk):
            return unit
    raise ListError("unit", f"--unit {words}: the office has no unit of this name; write a name or an id (unit-3)")
