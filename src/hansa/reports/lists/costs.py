"""What visits cost: each line with its budget, sums for each currency, and whether the trip's report was handed in."""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet

from hansa.figures.words import Words
from hansa.register.domain.queries.exchanges import exchanges_between
from hansa.register.enums import ExchangeKind
from hansa.register.models import CostLine, Exchange
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import (
    NOTHING,
    Contents,
    ListOf,
    Row,
    country_said,
    date_cell,
    day_said,
    exchange_said,
    id_cell,
    id_column,
    joined,
    linked,
    party_said,
    period_said,
    sums_said,
    unit_said,
)


def visits_with_costs(asked: Asked) -> QuerySet[Exchange]:
    """The visits of the period with their costs, oldest first; five queries."""
    first, last = asked.period()
    found = exchanges_between(first, last).filter(home=asked.home, kind=asked.kind or ExchangeKind.OUTBOUND_VISIT)
    if asked.country:
        found = found.filter(parties__country=asked.country).distinct()
    if asked.unit:
        found = found.filter(unit=asked.unit)
    return found.select_related("unit").prefetch_related("costs")


def _contents(asked: Asked) -> Contents:
    visits = list(visits_with_costs(asked))
    lines = [line for visit in visits for line in visit.costs.all()]
    currencies = {line.currency for line in lines}
    return Contents(
        scope=period_said(*asked.period(), asked.language),
        columns=(
            Column(asked.say("日期", "Date"), 4, "date"),
            Column(asked.say("訪問", "Visit"), 7),
            Column(asked.say("對象", "With"), 6),
            Column(asked.say("國家", "Country"), 3),
            Column(asked.say("項目", "What for"), 5),
            Column(asked.say("金額", "Amount"), 3, "amount"),
            Column(asked.say("幣別", "Currency"), 2),
            Column(asked.say("經費來源", "Paid from"), 5),
            Column(asked.say("出國報告", "Report of the trip"), 6),
            Column(asked.say("主責單位", "Unit"), 4),
            id_column(asked),
        ),
        rows=tuple(row for visit in visits for row in _rows(visit, asked)),
        total=_total(lines, asked) if len(currencies) == 1 else (),
        notes=_notes(visits, lines, asked),
    )


def _rows(visit: Exchange, asked: Asked) -> Iterator[Row]:
    """A row for each line of costs; one that says so where none is recorded."""
    language = asked.language
    head = (
        date_cell(visit.date, language),
        linked(exchange_said(visit, language), visit, asked),
        Cell(joined((party_said(party, language) for party in visit.parties.all()), language)),
        Cell(joined((country_said(party.country, language) for party in visit.parties.all()), language)),
    )
    foot = (Cell(_report(visit, asked)), Cell(unit_said(visit.unit, language)), id_cell(visit, asked))
    unknown = Cell(asked.say("未登錄經費", "no costs recorded"))
    costs = [(Cell(line.item), Cell(line.amount), Cell(line.currency), Cell(line.budget)) for line in visit.costs.all()]
    for cost in costs or [(unknown, NOTHING, NOTHING, NOTHING)]:
        yield (*head, *cost, *foot)


def _report(visit: Exchange, asked: Asked) -> str:
    """Whether the report of a trip was handed in, is due or overdue on the day."""
    if visit.report_handed_in:
        day = day_said(visit.report_handed_in, asked.language)
        return asked.say(f"已於{day}提出", f"handed in on {day}")
    if visit.report_due is None:
        return ""
    day = day_said(visit.report_due, asked.language)
    if visit.report_due < asked.on:
        return asked.say(f"逾期（應於{day}前提出）", f"overdue since {day}")
    return asked.say(f"應於{day}前提出", f"due by {day}")


def _total(lines: Sequence[CostLine], asked: Asked) -> Row:
    total = Cell(sum(line.amount for line in lines))
    return (Cell(asked.say("合計", "Total")), *(NOTHING,) * 4, total, Cell(lines[0].currency), *(NOTHING,) * 4)


def _notes(visits: Sequence[Exchange], lines: Sequence[CostLine], asked: Asked) -> tuple[str, ...]:
    sums = sums_said(((line.amount, line.currency) for line in lines), asked.language)
    silent = sum(not visit.costs.all() for visit in visits)
    overdue = sum(
        visit.report_handed_in is None and visit.report_due is not None and visit.report_due < asked.on
        for visit in visits
    )
    return (
        asked.say(
            f"共{len(visits)}案，經費合計：{sums or '無登錄'}；不同幣別不相加。未登錄經費者{silent}案。",
            f"{len(visits)} visits; costs in all: {sums or 'none recorded'}; currencies are never added. "
            f"Of {silent} no costs are recorded.",
        ),
        asked.say(
            f"出國報告逾期未提出者{overdue}案，以{day_said(asked.on, 'zh-hant')}為準。",
            f"The reports of {overdue} trips are overdue on {day_said(asked.on, 'en')}.",
        ),
    )


COSTS = ListOf(
    name="costs",
    title=Words("出訪經費一覽表", "Costs by visit"),
    about=Words(
        "各次出訪之經費項目、幣別、經費來源及出國報告提出情形，依幣別合計。",
        "What each visit abroad cost, from which budget, and whether its report was handed in; summed by currency.",
    ),
    filters=("year", "from", "to", "years", "on", "country", "kind", "unit"),
    make=_contents,
    kinds=dict(ExchangeKind.choices),
)
