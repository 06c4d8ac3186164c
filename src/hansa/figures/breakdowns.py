"""A measure's number by country, kind, field of cooperation, goal of sustainable development, unit or month.

The parts of a number need not sum up to it: a visit from two countries counts in both.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from hansa.atlas.countries import country_name
from hansa.figures.answers import Asked
from hansa.figures.computed.exchanges import persons, sessions
from hansa.figures.computed.partners import partners, partners_counted
from hansa.figures.exchanges import exchanges_counted
from hansa.figures.explaining import in_both
from hansa.figures.measure import Measure
from hansa.figures.rows import Row, Rows, rows_of
from hansa.figures.rules import EXCHANGE_LABELS, KIND_LABELS, CountingRule
from hansa.figures.words import Words
from hansa.register.enums import Field
from hansa.register.errors import RegisterError
from hansa.register.fields import GOALS
from hansa.register.models import Exchange, ExchangeField, Party, Unit

_NOT_STATED = Words("未載明", "Not stated")
BY = {
    "country": Words("國家", "country"),
    "kind": Words("種類", "kind"),
    "field": Words("合作領域", "field of cooperation"),
    "sdg": Words("永續發展目標", "goal of sustainable development"),
    "unit": Words("主責單位", "unit responsible"),
    "month": Words("月份", "month"),
}
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
# The key under which a row counts, its number, and the people whom it tells of.
_Told = tuple[Hashable, int, int | None]


@dataclass(frozen=True)
class Part:
    """One of the parts: its key (`JP`, `tourism`, `2022-03`; empty where the records do not say), number and rows."""

    key: str
    label: Words
    value: int
    rows: Rows


def ways_of(measure: Measure) -> tuple[str, ...]:
    """By what a measure's number can be parted: the keys of `BY`; none where it cannot."""
    if measure.count in (sessions, persons):
        return tuple(BY)
    return ("country", "kind") if measure.count is partners else ()


def breakdown(measure: Measure, rule: CountingRule, asked: Asked, by: str) -> list[Part]:
    """The parts of the number, the greatest first, months in their order; those of which nothing is said last.

    Two or three queries. Raises RegisterError where the measure is not parted so.
    """
    if by not in ways_of(measure):
        raise RegisterError(f"{measure.key} is not told by {by}; it is by {', '.join(ways_of(measure)) or 'nothing'}")
    if measure.count is partners:
        parts = list(_partners(rule, asked, by))
    else:
        parts = list(_exchanges(rule, asked, by, measure.count is persons))
    if by == "month":
        return sorted(parts, key=lambda part: (not part.key, part.key))
    return sorted(parts, key=lambda part: (not part.key, -part.value, part.key))


def _partners(rule: CountingRule, asked: Asked, by: str) -> Iterator[Part]:
    found: dict[str, list[Party]] = defaultdict(list)
    for party, agreements in partners_counted(rule, asked).items():
        keys = {party.country} if by == "country" else {agreement.kind for agreement in agreements}
        for key in keys:
            found[key].append(party)
    for key, parties in found.items():
        label = KIND_LABELS[key] if by == "kind" else _label(by, key)
        yield Part(key, label, len(parties), rows_of([Row(one.ref, str(one)) for one in parties]))


def _exchanges(rule: CountingRule, asked: Asked, by: str, people: bool) -> Iterator[Part]:
    counted = exchanges_counted(rule, asked)
    numbers: dict[str, dict[int, int | None]] = defaultdict(dict)
    for key, number, headcount in _told(counted, asked, by):
        numbers[str(key or "")][number] = headcount
    units = Unit.objects.in_bulk([int(key) for key in numbers if key]) if by == "unit" else {}
    for key, found in numbers.items():
        value = sum(headcount or 0 for headcount in found.values()) if people else len(found)
        label = _unit(units[int(key)]) if key and units else _label(by, key)
        yield Part(key, label, value, _rows(list(found), people))


def _told(counted: QuerySet[Exchange], asked: Asked, by: str) -> Iterable[_Told]:
    if by == "country":
        return _countries(counted, asked)
    if by in ("field", "sdg"):
        return _fields(counted, by)
    column = {"kind": "kind", "unit": "unit", "month": "date"}[by]
    told = counted.order_by().values_list(column, "pk", "headcount")
    return ((_month(key) if by == "month" else key, number, headcount) for key, number, headcount in told)


def _month(date: str) -> str:
    """The month in which it began; empty where only the year is known."""
    found = _MONTH.match(date)
    return found[0] if found else ""


def _countries(counted: QuerySet[Exchange], asked: Asked) -> Iterator[_Told]:
    abroad = {}
    met = Exchange.parties.through.objects.filter(exchange__in=counted.values("pk")).order_by()
    for number, country, headcount in met.values_list("exchange", "party__country", "exchange__headcount"):
        abroad[number, country if country != asked.home.country else ""] = headcount
    known = {number for number, country in abroad if country}
    for (number, country), headcount in abroad.items():
        if country or number not in known:
            yield country, number, headcount
    alone = counted.filter(~Exists(Exchange.parties.through.objects.filter(exchange=OuterRef("pk")))).order_by()
    yield from (("", number, headcount) for number, headcount in alone.values_list("pk", "headcount"))


def _fields(counted: QuerySet[Exchange], by: str) -> Iterator[_Told]:
    of_field = ExchangeField.objects.filter(exchange__in=counted.values("pk")).order_by()
    told = set()
    for field, number, headcount in of_field.values_list("field", "exchange", "exchange__headcount"):
        told.add(number)
        for key in (field,) if by == "field" else GOALS[Field(field)]:
            yield key, number, headcount
    rest = counted.order_by().values_list("pk", "headcount")
    yield from (("", number, headcount) for number, headcount in rest if number not in told)


def _rows(numbers: list[int], people: bool) -> Rows:
    def fetch(start: int, stop: int) -> list[Row]:
        found = Exchange.objects.filter(pk__in=numbers[start:stop]).order_by("first", "last", "pk")
        return [Row(one.ref, str(one), one.headcount if people else 1, one.date) for one in found]

    return Rows(len(numbers), fetch)


def _unit(unit: Unit) -> Words:
    return Words(unit.name_zh or unit.name_en, unit.name_en or unit.name_zh)


_LABELS: dict[str, Callable[[str], Words]] = {
    "country": lambda key: Words(country_name(key), country_name(key, "en")),
    "kind": lambda key: EXCHANGE_LABELS[key],
    "field": lambda key: in_both(Field(key).label),
    "sdg": lambda key: Words(f"目標{key}", f"Goal {key}"),
    "month": lambda key: Words(key, key),
}


def _label(by: str, key: str) -> Words:
    return _LABELS[by](key) if key else _NOT_STATED
