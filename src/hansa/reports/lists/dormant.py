"""Agreements in force whose parties one has not met for years."""

from collections.abc import Mapping

from hansa.figures.words import Words
from hansa.register.domain.queries.agreements import with_state
from hansa.register.enums import AgreementKind, AgreementState
from hansa.register.models import Agreement, Exchange, Party
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked, years_before
from hansa.reports.lists.contents import (
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
    kind_said,
    linked,
    party_said,
    unit_said,
)
from hansa.reports.lists.last import last_exchanges
from hansa.reports.lists.scope import agreements_of, is_in, sides_of

YEARS = 3
_SILENT = (AgreementKind.SISTER_SCHOOL.value, AgreementKind.SISTER_PORT.value)
_KINDS = tuple(kind.value for kind in AgreementKind if kind.value not in _SILENT)


def _contents(asked: Asked) -> Contents:
    """A row for each agreement, those never followed by an exchange first; five queries."""
    years = asked.years or YEARS
    since = years_before(asked.on, years)
    held = with_state(agreements_of(asked, [asked.kind] if asked.kind else _KINDS), asked.on)
    met, found = last_exchanges(asked.home, asked.on), []
    for agreement in held.filter(state=AgreementState.IN_FORCE):
        ours, others = sides_of(agreement, asked.home)
        last = _last(others, met)
        quiet = last is None or (last.first is not None and last.first < since)
        signed_lately = agreement.signed_last is not None and agreement.signed_last >= since
        if asked.home in ours and others and quiet and not signed_lately and is_in(others, asked.country):
            found.append((agreement, others, last))
    found.sort(key=lambda one: (one[2] is not None, one[2].date if one[2] else one[0].signed, one[0].pk))
    never = sum(last is None for _, _, last in found)
    return Contents(
        scope=asked.say(f"{day_said(asked.on, 'zh-hant')}之狀態", f"as of {day_said(asked.on, 'en')}"),
        columns=(
            Column(asked.say("種類", "Kind"), 3),
            Column(asked.say("對象", "With"), 6),
            Column(asked.say("國家", "Country"), 3),
            Column(asked.say("簽署日", "Signed"), 4, "date"),
            Column(asked.say("最近一次交流日期", "Last exchange on"), 4, "date"),
            Column(asked.say("最近一次交流", "Last exchange"), 7),
            Column(asked.say("主責單位", "Unit"), 4),
            id_column(asked),
        ),
        rows=tuple(_row(*one, asked) for one in found),
        notes=(
            asked.say(
                f"有效協定中，自{day_said(since, 'zh-hant')}起與任一締約方均無交流登錄者，共{len(found)}件，"
                f"其中{never}件從無交流登錄；此後始簽署者不列。",
                f"{len(found)} agreements in force with whose parties no exchange is recorded since "
                f"{day_said(since, 'en')}; with {never} of them none ever was. Those signed since then are left out.",
            ),
            asked.say(
                "未登錄不等於未辦理：清單亦供補登之用。",
                "What is not recorded may yet have happened: the list also shows what is to be entered.",
            ),
        ),
    )


def _last(others: list[Party], met: Mapping[int, Exchange]) -> Exchange | None:
    found = [met[party.pk] for party in others if party.pk in met]
    return max(found, key=lambda exchange: (str(exchange.first), exchange.pk), default=None)


def _row(agreement: Agreement, others: list[Party], last: Exchange | None, asked: Asked) -> Row:
    language = asked.language
    return (
        Cell(kind_said(agreement, asked.language)),
        linked(joined((party_said(party, language) for party in others), language), agreement, asked),
        Cell(joined((country_said(party.country, language) for party in others), language)),
        date_cell(agreement.signed, language),
        date_cell(last.date, language) if last else Cell(asked.say("無", "none")),
        linked(exchange_said(last, language), last, asked) if last else Cell(""),
        Cell(unit_said(agreement.unit, language)),
        id_cell(agreement, asked),
    )


DORMANT = ListOf(
    name="dormant",
    title=Words("久無交流之協定一覽表", "Agreements without exchanges"),
    about=Words("有效而N年以上無任何交流登錄之協定。", "Agreements in force without any exchange for so many years."),
    filters=("years", "on", "kind", "country", "unit"),
    make=_contents,
    kinds={kind: AgreementKind(kind).label for kind in _KINDS},
)
