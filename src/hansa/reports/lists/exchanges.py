"""The exchanges of a period: when, what, with whom, how many people."""

from collections import Counter
from collections.abc import Sequence

from hansa.figures.words import Words
from hansa.register.domain.queries.exchanges import exchanges_between
from hansa.register.enums import ExchangeKind
from hansa.register.models import Exchange
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import (
    NOTHING,
    Contents,
    ListOf,
    Row,
    country_said,
    date_cell,
    evidence_column,
    evidence_note,
    evidence_of,
    exchange_said,
    id_cell,
    id_column,
    joined,
    linked,
    party_said,
    period_said,
    unit_said,
    words_of,
)


def _contents(asked: Asked) -> Contents:
    """The exchanges that share a day with the period, oldest first; five queries."""
    first, last = asked.period()
    found = exchanges_between(first, last).filter(home=asked.home)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.country:
        found = found.filter(parties__country=asked.country).distinct()
    if asked.unit:
        found = found.filter(unit=asked.unit)
    evidence = evidence_of("exchange", found.select_related(None).prefetch_related(None))
    held = list(found.select_related("unit").prefetch_related(None).prefetch_related("parties"))
    return Contents(
        scope=period_said(first, last, asked.language),
        columns=(
            Column(asked.say("日期", "Date"), 4, "date"),
            Column(asked.say("種類", "Kind"), 3),
            Column(asked.say("交流", "Exchange"), 8),
            Column(asked.say("對象", "With"), 6),
            Column(asked.say("國家", "Country"), 3),
            Column(asked.say("人數", "People"), 2, "amount"),
            Column(asked.say("主責單位", "Unit"), 4),
            evidence_column(asked),
            id_column(asked),
        ),
        rows=tuple(_row(one, evidence.get(one.pk, 0), asked) for one in held),
        total=_total(held, asked) if held else (),
        notes=_notes(held, asked),
    )


def _row(one: Exchange, evidence: int, asked: Asked) -> Row:
    language = asked.language
    parties = one.parties.all()
    return (
        date_cell(one.date, language),
        Cell(words_of(ExchangeKind, language)[one.kind]),
        linked(exchange_said(one, language), one, asked),
        Cell(joined((party_said(party, language) for party in parties), language)),
        Cell(joined((country_said(party.country, language) for party in parties), language)),
        Cell(one.headcount),
        Cell(unit_said(one.unit, language)),
        Cell(evidence),
        id_cell(one, asked),
    )


def _total(held: Sequence[Exchange], asked: Asked) -> Row:
    heads = [one.headcount for one in held if one.headcount is not None]
    count = asked.say(f"合計{len(held)}場", f"{len(held)} in all")
    return (Cell(count), *(NOTHING,) * 4, Cell(sum(heads) if heads else None), *(NOTHING,) * 3)


def _notes(held: Sequence[Exchange], asked: Asked) -> tuple[str, ...]:
    kinds = Counter(words_of(ExchangeKind, asked.language)[one.kind] for one in held)
    told = asked.say("、", ", ").join(asked.say(f"{kind}{count}", f"{kind} {count}") for kind, count in kinds.items())
    silent = sum(one.headcount is None for one in held)
    return (
        asked.say(
            f"共{len(held)}場（{told or '無'}）；期間內有任何一日者均列，日期不詳者不列；人數未登錄者{silent}場。",
            f"{len(held)} exchanges ({told or 'none'}) with a day in the period; those without a date are left out; "
            f"{silent} without a headcount.",
        ),
        evidence_note(asked),
    )


EXCHANGES = ListOf(
    name="exchanges",
    title=Words("國際交流一覽表", "Exchanges"),
    about=Words(
        "期間內各類交流之日期、對象、人數及主責單位。", "The exchanges of a period: when, with whom, how many people."
    ),
    filters=("year", "from", "to", "years", "country", "kind", "unit"),
    make=_contents,
    kinds=dict(ExchangeKind.choices),
)
