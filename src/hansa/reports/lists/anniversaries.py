"""The anniversaries of a year that cities celebrate: five years and each five after that."""

from hansa.figures.words import Words
from hansa.register.domain.queries.agreements import with_state
from hansa.register.enums import AgreementKind, AgreementState
from hansa.register.models import Agreement, Party
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import (
    Contents,
    ListOf,
    Row,
    country_said,
    date_cell,
    date_said,
    id_cell,
    id_column,
    joined,
    kind_said,
    linked,
    party_said,
    unit_said,
)
from hansa.reports.lists.scope import agreements_of, is_in, sides_of
from hansa.reports.lists.years import ROUND, Anniversary, anniversary_in


def _contents(asked: Asked) -> Contents:
    """The round anniversaries of the year by their day, those known by the year only last; three queries."""
    year = asked.first.year if asked.first else asked.on.year
    kinds = [asked.kind] if asked.kind else [kind.value for kind in AgreementKind]
    held = with_state(agreements_of(asked, kinds), asked.on).filter(state=AgreementState.IN_FORCE)
    undated, found = 0, []
    for agreement in held:
        ours, others = sides_of(agreement, asked.home)
        if not ours or not is_in(others, asked.country):
            continue
        undated += not agreement.signed
        coming = anniversary_in(agreement.signed, year)
        if coming and coming.is_round:
            found.append((coming, agreement, others))
    found.sort(key=lambda one: (len(one[0].date) < len("2026-01"), one[0].date, one[1].pk))
    return Contents(
        scope=date_said(str(year), asked.language),
        columns=(
            Column(asked.say("日期", "Date"), 4, "date"),
            Column(asked.say("周年", "Years"), 2, "amount"),
            Column(asked.say("種類", "Kind"), 3),
            Column(asked.say("對象", "With"), 7),
            Column(asked.say("國家", "Country"), 3),
            Column(asked.say("簽署日", "Signed"), 4, "date"),
            Column(asked.say("主責單位", "Unit"), 4),
            id_column(asked),
        ),
        rows=tuple(_row(*one, asked) for one in found),
        notes=(
            asked.say(
                f"列有效協定於{date_said(str(year), 'zh-hant')}屆滿{ROUND}年之倍數者，共{len(found)}件；"
                f"日期精確至簽署日所知者。簽署日不詳而無從推算者{undated}件。",
                f"{len(found)} agreements in force that are a multiple of {ROUND} years old in {year}, as precise as "
                f"their signing is known; of {undated} more it is not known.",
            ),
        ),
    )


def _row(coming: Anniversary, agreement: Agreement, others: list[Party], asked: Asked) -> Row:
    language = asked.language
    return (
        date_cell(coming.date, language),
        Cell(coming.years),
        Cell(kind_said(agreement, asked.language)),
        linked(joined((party_said(party, language) for party in others), language), agreement, asked),
        Cell(joined((country_said(party.country, language) for party in others), language)),
        date_cell(agreement.signed, language),
        Cell(unit_said(agreement.unit, language)),
        id_cell(agreement, asked),
    )


ANNIVERSARIES = ListOf(
    name="anniversaries",
    title=Words("締盟周年一覽表", "Anniversaries"),
    about=Words(
        "某年屆滿五年、十年等周年之協定，依日期排列。", "The agreements that are 5, 10, 15 … years old in a year."
    ),
    filters=("year", "kind", "country", "unit"),
    make=_contents,
    kinds=dict(AgreementKind.choices),
)
