"""Commitments that are not done yet, by the day on which they are due."""

from collections.abc import Sequence

from django.db.models import Q

from hansa.figures.words import Words
from hansa.register.domain.queries.agreements import sides
from hansa.register.enums import CommitmentKind, CommitmentState
from hansa.register.models import Commitment
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import (
    NOTHING,
    Contents,
    ListOf,
    Row,
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
    words_of,
)

_PENDING = (CommitmentState.OPEN, CommitmentState.UNDER_WAY)


def _contents(asked: Asked) -> Contents:
    """The office's commitments that are open or under way, the most overdue first, those without a day last.

    Up to the last day asked about, where one is. Two queries.
    """
    found = Commitment.objects.filter(Q(office=asked.office) | Q(office=None), state__in=_PENDING)
    if asked.last:
        found = found.filter(Q(due_last__lte=asked.last) | Q(due_last=None))
    if asked.first:
        found = found.filter(due_last__gte=asked.first)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.unit:
        found = found.filter(unit=asked.unit)
    found = found.select_related("agreement", "exchange", "party", "unit").prefetch_related(sides("agreement__sides"))
    held = sorted(found, key=lambda one: (one.due_last is None, one.due_last or asked.on, one.pk))
    return Contents(
        scope=asked.say(f"{day_said(asked.on, 'zh-hant')}之狀態", f"as of {day_said(asked.on, 'en')}"),
        columns=(
            Column(asked.say("期限", "Due"), 4, "date"),
            Column(asked.say("逾期日數", "Days overdue"), 2, "amount"),
            Column(asked.say("應辦事項", "What is to be done"), 9),
            Column(asked.say("種類", "Kind"), 3),
            Column(asked.say("來自", "From"), 7),
            Column(asked.say("承諾者", "By whom"), 4),
            Column(asked.say("狀態", "State"), 3),
            Column(asked.say("主責單位", "Unit"), 4),
            id_column(asked),
        ),
        rows=tuple(_row(one, asked) for one in held),
        notes=_notes(held, asked),
    )


def _row(one: Commitment, asked: Asked) -> Row:
    language = asked.language
    overdue = (asked.on - one.due_last).days if one.due_last and one.due_last < asked.on else None
    return (
        date_cell(one.due, language) if one.due else Cell(asked.say("未訂期限", "no day set")),
        Cell(overdue),
        linked(one.text, one, asked),
        Cell(words_of(CommitmentKind, language)[one.kind]),
        _origin(one, asked),
        Cell(party_said(one.party, language)),
        Cell(words_of(CommitmentState, language)[one.state]),
        Cell(unit_said(one.unit, language)),
        id_cell(one, asked),
    )


def _origin(one: Commitment, asked: Asked) -> Cell:
    """The agreement or exchange that it comes from."""
    if one.agreement:
        others = [side.party for side in one.agreement.sides.all() if side.party_id != asked.home.pk]
        names = joined((party_said(party, asked.language) for party in others), asked.language)
        return linked(
            f"{names} {one.agreement.title or kind_said(one.agreement, asked.language)}", one.agreement, asked
        )
    return linked(exchange_said(one.exchange, asked.language), one.exchange, asked) if one.exchange else NOTHING


def _notes(held: Sequence[Commitment], asked: Asked) -> tuple[str, ...]:
    overdue = sum(one.due_last is not None and one.due_last < asked.on for one in held)
    undated = sum(one.due_last is None for one in held)
    unowned = sum(one.unit is None for one in held)
    return (
        asked.say(
            f"待辦及辦理中共{len(held)}件：逾期{overdue}件，未訂期限{undated}件，未定主責單位{unowned}件；"
            "已完成及停辦者不列。",
            f"{len(held)} to be done or under way: {overdue} overdue, {undated} without a day, {unowned} without a "
            "unit responsible. What is done or given up is left out.",
        ),
    )


COMMITMENTS = ListOf(
    name="commitments",
    title=Words("承諾事項待辦一覽表", "Commitments due"),
    about=Words(
        "協定及交流中承諾而尚未完成之事項，依期限排列。", "What was promised and is not done yet, by the day due."
    ),
    filters=("from", "to", "on", "kind", "unit"),
    make=_contents,
    kinds=dict(CommitmentKind.choices),
)
