"""The partners of the city by kind and country: since when, how they stand, when one last met, what is to celebrate."""

from collections import Counter
from collections.abc import Mapping

from hansa.figures.gathered import Gathered
from hansa.figures.measures import answer
from hansa.figures.rules import PARTNER_KINDS
from hansa.figures.words import Words
from hansa.register.domain.queries.agreements import with_state
from hansa.register.enums import AgreementKind, AgreementState
from hansa.register.models import Agreement, Exchange, Party
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import (
    NOTHING,
    Contents,
    ListOf,
    Row,
    country_said,
    date_cell,
    date_said,
    day_said,
    evidence_column,
    evidence_note,
    evidence_of,
    exchange_said,
    id_cell,
    id_column,
    kind_said,
    linked,
    state_said,
)
from hansa.reports.lists.last import last_exchanges
from hansa.reports.lists.scope import agreements_of, is_in, sides_of
from hansa.reports.lists.years import next_round

_ORDER = {kind.value: place for place, kind in enumerate(AgreementKind)}
_Line = tuple[Agreement, Party]


def _contents(asked: Asked) -> Contents:
    """A row for each agreement and party abroad, by kind and country; about ten queries."""
    kinds = (asked.kind,) if asked.kind else PARTNER_KINDS
    held = with_state(agreements_of(asked, kinds), asked.on)
    evidence, met = evidence_of("agreement", held), last_exchanges(asked.home, asked.on)
    lines = sorted(_lines(held, asked), key=lambda line: _place(line, asked))
    return Contents(
        scope=asked.say(f"{day_said(asked.on, 'zh-hant')}之狀態", f"as of {day_said(asked.on, 'en')}"),
        columns=(
            Column(asked.say("種類", "Kind"), 3),
            Column(asked.say("國家", "Country"), 3),
            Column(asked.say("中文名稱", "Name in Chinese"), 5),
            Column(asked.say("英文名稱", "Name in English"), 5),
            Column(asked.say("簽署日", "Signed"), 4, "date"),
            Column(asked.say("效力", "State"), 3),
            Column(asked.say("最近一次交流", "Last exchange"), 6),
            Column(asked.say("下次逢五逢十周年", "Next round anniversary"), 4),
            evidence_column(asked),
            id_column(asked),
        ),
        rows=tuple(_row(line, evidence, met, asked) for line in lines),
        notes=(*_counts(lines, asked), *_counting(asked), evidence_note(asked)),
    )


def _lines(held: object, asked: Asked) -> list[_Line]:
    lines: list[_Line] = []
    for agreement in held:  # type: ignore[attr-defined]
        ours, others = sides_of(agreement, asked.home)
        abroad = [party for party in others if not (party.country and party.country == asked.home.country)]
        lines += [(agreement, party) for party in abroad if ours and is_in([party], asked.country)]
    return lines


def _place(line: _Line, asked: Asked) -> tuple[int, str, str, int]:
    agreement, party = line
    country = country_said(party.country, asked.language) or "\uffff"
    return _ORDER.get(agreement.kind, len(_ORDER)), country, agreement.signed or "9", agreement.pk


def _row(line: _Line, evidence: Mapping[int, int], met: Mapping[int, Exchange], asked: Asked) -> Row:
    agreement, party = line
    last, coming = met.get(party.pk), next_round(agreement.signed, asked.on.year)
    return (
        Cell(kind_said(agreement, asked.language)),
        Cell(country_said(party.country, asked.language)),
        linked(party.name_zh, party, asked),
        Cell(party.name_en),
        date_cell(agreement.signed, asked.language),
        Cell(state_said(agreement, asked.language)),
        _met(last, asked),
        Cell(_celebrated(coming.date, coming.years, asked)) if coming else NOTHING,
        Cell(evidence.get(agreement.pk, 0)),
        id_cell(agreement, asked),
    )


def _met(last: Exchange | None, asked: Asked) -> Cell:
    if last is None:
        return Cell(asked.say("登錄簿無紀錄", "none in the register"))
    words = f"{date_said(last.date, asked.language)} {exchange_said(last, asked.language)}"
    return linked(words if last.title else exchange_said(last, asked.language), last, asked)


def _celebrated(date: str, years: int, asked: Asked) -> str:
    said = date_said(date, asked.language)
    return asked.say(f"{said}（{years}周年）", f"{said} ({years} years)")


def _counts(lines: list[_Line], asked: Asked) -> tuple[str, ...]:
    """How many there are of each kind, those in force apart from the others."""
    in_force = [line for line in lines if line[0].state == AgreementState.IN_FORCE]  # type: ignore[attr-defined]
    kinds = Counter(kind_said(agreement, asked.language) for agreement, _party in in_force)
    told = [asked.say(f"{kind}{count}", f"{kind} {count}") for kind, count in kinds.items()]
    undated, placeless = sum(not one.signed for one, _ in lines), sum(not party.country for _, party in lines)
    return (
        asked.say(
            f"本表計{len(lines)}列，其中有效{len(in_force)}列（{'、'.join(told) or '無'}）；"
            f"簽署日不詳{undated}列，國家不詳{placeless}列。",
            f"{len(lines)} rows, {len(in_force)} of them in force ({', '.join(told) or 'none'}); "
            f"{undated} without a date of signing, {placeless} without a country.",
        ),
    )


def _counting(asked: Asked) -> tuple[str, ...]:
    """The number of partners that is published, with its rule, where the list shows all of them."""
    if asked.kind or asked.country or asked.unit:
        return ()
    gathered = Gathered()
    total = answer("partners_total", asked.home, on=asked.on, gathered=gathered)
    countries = answer("partner_countries", asked.home, on=asked.on, gathered=gathered)
    return (
        asked.say(
            f"依計數規則「partners」，於該日有效之姊妹市及友好夥伴城市計{total.value}個、{countries.value}國："
            "限國外城市及地區，兼有數種關係者只計一次，故可能少於列數。",
            f"By the counting rule “partners” there are {total.value} partners in {countries.value} countries in "
            "force on that day: cities and regions abroad, one with ties of several kinds counted once.",
        ),
    )


PARTNERS = ListOf(
    name="partners",
    title=Words("締盟城市一覽表", "Partner cities"),
    about=Words(
        "姊妹市、友好城市及夥伴城市，依種類及國家排列，含簽署日、效力、最近一次交流及下次周年。",
        "Sister, friendship and partner cities by kind and country: when signed, how they stand, when one last met.",
    ),
    filters=("on", "kind", "country", "unit"),
    make=_contents,
    kinds=dict(AgreementKind.choices),
)
