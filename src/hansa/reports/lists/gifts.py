"""Gifts given and received: to and from whom, their value, where they are kept."""

from collections.abc import Sequence

from django.db.models import Q

from hansa.figures.words import Words
from hansa.register.enums import GiftDirection
from hansa.register.models import Gift
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import (
    NOTHING,
    Contents,
    ListOf,
    Row,
    country_said,
    date_cell,
    exchange_said,
    id_cell,
    id_column,
    joined,
    linked,
    party_said,
    period_said,
    sums_said,
    unit_said,
    words_of,
)
from hansa.reports.outline.names import named


def _contents(asked: Asked) -> Contents:
    """The office's gifts of the period, those without a date last or left out; two queries."""
    first, last = asked.period()
    everything = not (asked.first or asked.last or asked.years)
    wanted = Q() if everything else Q(first__lte=last, last__gte=first)
    own = Q(office=asked.office) | Q(office=None)
    found = Gift.objects.filter(own, wanted)
    if asked.kind:
        found = found.filter(direction=asked.kind)
    if asked.country:
        found = found.filter(party__country=asked.country)
    if asked.unit:
        found = found.filter(unit=asked.unit)
    gifts = list(found.select_related("party", "person", "exchange", "unit").order_by("first", "pk"))
    gifts.sort(key=lambda gift: gift.first is None)
    left_out = 0 if everything else Gift.objects.filter(own, first=None).count()
    return Contents(
        scope=asked.say("全部", "all") if everything else period_said(first, last, asked.language),
        columns=(
            Column(asked.say("日期", "Date"), 4, "date"),
            Column(asked.say("致贈或收受", "Given or received"), 3),
            Column(asked.say("禮品", "Gift"), 6),
            Column(asked.say("對象", "To or from"), 6),
            Column(asked.say("國家", "Country"), 3),
            Column(asked.say("場合", "Occasion"), 6),
            Column(asked.say("價值", "Value"), 3, "amount"),
            Column(asked.say("幣別", "Currency"), 2),
            Column(asked.say("存放處", "Kept at"), 5),
            Column(asked.say("主責單位", "Unit"), 4),
            id_column(asked),
        ),
        rows=tuple(_row(gift, asked) for gift in gifts),
        total=_total(gifts, asked),
        notes=_notes(gifts, left_out, asked),
    )


def _row(gift: Gift, asked: Asked) -> Row:
    language = asked.language
    person = named(gift.person).say(language) if gift.person else ""
    return (
        date_cell(gift.date, language),
        Cell(words_of(GiftDirection, language)[gift.direction]),
        linked(gift.title, gift, asked),
        Cell(joined([party_said(gift.party, language), person], language)),
        Cell(country_said(gift.party.country, language) if gift.party else ""),
        linked(exchange_said(gift.exchange, language), gift.exchange, asked) if gift.exchange else NOTHING,
        Cell(gift.value),
        Cell(gift.currency),
        Cell(gift.kept_at),
        Cell(unit_said(gift.unit, language)),
        id_cell(gift, asked),
    )


def _total(gifts: Sequence[Gift], asked: Asked) -> Row:
    """The sum, where all is of one direction and currency: what was given and received is not added."""
    valued = [gift for gift in gifts if gift.value is not None]
    if len({(gift.direction, gift.currency) for gift in valued}) != 1:
        return ()
    total = Cell(sum(gift.value for gift in valued if gift.value is not None))
    return (Cell(asked.say("合計", "Total")), *(NOTHING,) * 5, total, Cell(valued[0].currency), *(NOTHING,) * 3)


def _notes(gifts: Sequence[Gift], left_out: int, asked: Asked) -> tuple[str, ...]:
    told = []
    for direction in GiftDirection:
        of_it = [gift for gift in gifts if gift.direction == direction]
        sums = sums_said(((gift.value, gift.currency) for gift in of_it), asked.language)
        told.append(
            asked.say(
                f"{direction.label}{len(of_it)}件（{sums or '無價值登錄'}）",
                f"{direction.label} {len(of_it)} ({sums or 'no value recorded'})",
            )
        )
    valueless = sum(gift.value is None for gift in gifts)
    homeless = sum(gift.direction == GiftDirection.RECEIVED and not gift.kept_at for gift in gifts)
    return (
        asked.say(f"{'；'.join(told)}；不同幣別不相加。", f"{'; '.join(told)}; currencies are never added."),
        asked.say(
            f"價值未登錄者{valueless}件；收受而未載存放處者{homeless}件；日期不詳而未列者{left_out}件。",
            f"{valueless} without a value; {homeless} received of which it is not known where they are kept; "
            f"{left_out} without a date are left out.",
        ),
    )


GIFTS = ListOf(
    name="gifts",
    title=Words("禮品致贈及收受一覽表", "Gifts given and received"),
    about=Words(
        "禮品之對象、場合、價值及存放處。", "To and from whom, on what occasion, their value, where they are kept."
    ),
    filters=("year", "from", "to", "years", "country", "kind", "unit"),
    make=_contents,
    kinds=dict(GiftDirection.choices),
)
