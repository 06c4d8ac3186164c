"""Visitors by country and period: sessions and persons, and how many countries they came from."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from hansa.figures.words import Words
from hansa.register.domain.queries.exchanges import exchanges_between
from hansa.register.enums import ExchangeKind
from hansa.register.models import Exchange
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import Contents, ListOf, Row, country_said, period_said
from hansa.reports.lists.periods import Period, periods

_EXACT = len("2022-06-09")
# More columns than these cannot be read.
_MOST_PERIODS = 24


def _contents(asked: Asked) -> Contents:
    """A pair of rows for each country, the most visitors first, below those for all; four queries."""
    first, last = asked.period()
    visits = _visits(asked, first, last)
    earliest = max(first, min((visit.first for visit in visits if visit.first), default=last))
    parts = _parts(asked, earliest if first == dt.date.min else first, last)
    by_country = _by_country(visits, asked)
    codes = sorted(by_country, key=lambda code: (code == "", -_persons(by_country[code]), -len(by_country[code]), code))
    known = {code: found for code, found in by_country.items() if code}
    rows = [_countries(known, parts, asked), *_pair(asked.say("全部", "All"), visits, parts, asked)]
    for code in codes:
        name = country_said(code, asked.language) or asked.say("國家不詳", "country not known")
        rows += _pair(name, by_country[code], parts, asked)
    of_one_year = len({part.first.year for part in parts}) == 1
    said = [part.said(asked.language, with_year=not of_one_year) for part in parts]
    return Contents(
        scope=period_said(first, last, asked.language),
        columns=(
            Column(asked.say("國家", "Country"), 4),
            Column(asked.say("項目", "What"), 2),
            *(Column(words, 2, "amount") for words in said),
            Column(asked.say("合計", "Total"), 2, "amount"),
        ),
        rows=tuple(rows),
        notes=_notes(visits, asked),
    )


def _visits(asked: Asked, first: dt.date, last: dt.date) -> list[Exchange]:
    """The visits that began in the period; one known by month or year only where all of it lies in the period."""
    found = exchanges_between(first, last).filter(home=asked.home, kind=asked.kind or ExchangeKind.INBOUND_VISIT)
    if asked.unit:
        found = found.filter(unit=asked.unit)
    visits = []
    for visit in found:
        exact = len(visit.date.partition("/")[0]) >= _EXACT
        end = visit.first if exact else visit.last
        in_period = visit.first is not None and end is not None and first <= visit.first and end <= last
        if in_period and (not asked.country or asked.country in _countries_of(visit, asked)):
            visits.append(visit)
    return visits


def _countries_of(visit: Exchange, asked: Asked) -> set[str]:
    return {party.country for party in visit.parties.all() if party.country} - {asked.home.country}


def _parts(asked: Asked, first: dt.date, last: dt.date) -> list[Period]:
    """The periods asked for; where nobody chose, as fine as can be read."""
    for by in [asked.by] if asked.by else ["month", "quarter", "year"]:
        found = list(periods(first, last, by))  # type: ignore[arg-type]
        if asked.by or len(found) <= _MOST_PERIODS // 2:
            return found
    return found


def _by_country(visits: Iterable[Exchange], asked: Asked) -> dict[str, list[Exchange]]:
    found: dict[str, list[Exchange]] = defaultdict(list)
    for visit in visits:
        for code in _countries_of(visit, asked) or {""}:
            found[code].append(visit)
    return found


def _persons(visits: Iterable[Exchange]) -> int:
    return sum(visit.headcount or 0 for visit in visits)


def _persons_cell(visits: Sequence[Exchange]) -> Cell:
    """The persons of visits; no number where there were visits and none states how many came."""
    silent = bool(visits) and all(visit.headcount is None for visit in visits)
    return Cell("—" if silent else _persons(visits))


def _in(part: Period, visits: Iterable[Exchange]) -> list[Exchange]:
    return [visit for visit in visits if visit.first and part.holds(visit.first)]


def _countries(by_country: dict[str, list[Exchange]], parts: Sequence[Period], asked: Asked) -> Row:
    """How many countries: counted anew for each period and for all of it, never summed."""
    counts = [sum(bool(_in(part, visits)) for visits in by_country.values()) for part in parts]
    return (
        Cell(asked.say("全部", "All")),
        Cell(asked.say("國家數", "countries")),
        *map(Cell, counts),
        Cell(len(by_country)),
    )


def _pair(name: str, visits: Sequence[Exchange], parts: Sequence[Period], asked: Asked) -> list[Row]:
    each = [_in(part, visits) for part in parts]
    sessions, persons = asked.say("場次", "sessions"), asked.say("人次", "persons")
    return [
        (Cell(name), Cell(sessions), *(Cell(len(found)) for found in each), Cell(len(visits))),
        (Cell(name), Cell(persons), *map(_persons_cell, each), _persons_cell(visits)),
    ]


def _notes(visits: Sequence[Exchange], asked: Asked) -> tuple[str, ...]:
    silent = sum(visit.headcount is None for visit in visits)
    placeless = sum(not _countries_of(visit, asked) for visit in visits)
    several = sum(len(_countries_of(visit, asked)) > 1 for visit in visits)
    return (
        asked.say(
            "一案計一場次，以首日所在期間計；國家數於各期間及合計均分別計算，同一國只計一次，不得加總。",
            "Each visit is one session, counted where it began. Countries are counted anew for each period and for all "
            "of it, each once, and never summed.",
        ),
        asked.say(
            f"多國共同來訪者{several}場，各國均列計，「全部」只計一次；人數未登錄者{silent}場，不計入人次，全無登錄時以「—」表示；"
            f"國家不詳者{placeless}場。",
            f"{several} visits from several countries stand with each of these and once among all; {silent} without a "
            f"headcount add no persons, and “—” says that none has one; of {placeless} the country is not known.",
        ),
    )


VISITORS = ListOf(
    name="visitors",
    title=Words("訪賓國別統計表", "Visitors by country and period"),
    about=Words(
        "依國家及月、季或年統計之場次與人次，並計國家數。",
        "Sessions and persons by country and month, quarter or year.",
    ),
    filters=("year", "from", "to", "years", "by", "country", "kind", "unit"),
    make=_contents,
    kinds=dict(ExchangeKind.choices),
)
