"""What exchanges cost, and how many people came to the great events."""

from django.db.models import Count as CountOf
from django.db.models import Sum

from hansa.figures.answers import Asked, Count
from hansa.figures.computed.gifts import MONEY, own_currency
from hansa.figures.exchanges import exchanges_counted, is_counted, rows_counted, tallied
from hansa.figures.measure import Measure
from hansa.figures.rows import Row, Rows
from hansa.figures.rules import EXCHANGES, OUTBOUND, CountingRule
from hansa.figures.wording import wordings
from hansa.figures.words import Words
from hansa.register.models import CostLine, Exchange


def costs(rule: CountingRule, asked: Asked) -> Count:
    """The costs of the exchanges in the own currency, summed; those without any add nothing and are listed."""
    currency, number = own_currency(asked.home), tallied(rule, asked).number
    lines = CostLine.objects.filter(is_counted(rule, asked), currency=currency).order_by()
    told = lines.aggregate(total=Sum("amount"), stating=CountOf("exchange", distinct=True))
    found = exchanges_counted(rule, asked).prefetch_related("costs").order_by("first", "last", "pk")
    rows = Rows(number, lambda start, stop: [_row(one, currency) for one in found[start:stop]])
    return Count(round(told["total"] or 0), rows, number - told["stating"])


def _row(exchange: Exchange, currency: str) -> Row:
    lines = list(exchange.costs.all())
    own = [line.amount for line in lines if line.currency == currency]
    foreign = ", ".join(f"{line.amount:,.0f} {line.currency}" for line in lines if line.currency != currency)
    note = ", ".join(part for part in (exchange.date, foreign) if part)
    return Row(exchange.ref, str(exchange), round(sum(own)) if own else None, note)


def attendance(rule: CountingRule, asked: Asked) -> Count:
    """The public of the exchanges that tell it, summed."""
    told = tallied(rule, asked)
    return Count(told.public, rows_counted(rule, asked, told.attended, _attended, stating="attendance"))


def _attended(exchange: Exchange) -> Row:
    return Row(exchange.ref, str(exchange), exchange.attendance, exchange.date)


MEASURES = (
    Measure(
        key="outbound_cost",
        label=Words("出訪經費", "Cost of outbound visits"),
        unit=MONEY,
        definition=Words(
            "期間內出訪之費用合計；未載費用或以外幣計價者不計，並於清單列明。",
            "What the outbound visits of a period cost; those without costs in the own currency add nothing and are "
            "listed.",
        ),
        moment="period",
        rule=OUTBOUND,
        count=costs,
        summed_over=("periods", "units"),
        wordings=wordings("出訪+經費, 出國+經費, 出國+旅費, =cost of outbound visits"),
        reported_units=("元", "新臺幣", "NT$"),
    ),
    Measure(
        key="exchanges_cost",
        label=Words("國際交流經費", "Cost of exchanges"),
        unit=MONEY,
        definition=Words(
            "期間內各類國際交流之費用合計；未載費用或以外幣計價者不計，並於清單列明。",
            "What the exchanges of a period cost; those without costs in the own currency add nothing and are listed.",
        ),
        moment="period",
        rule=EXCHANGES,
        count=costs,
        summed_over=("periods", "units"),
        wordings=wordings("國際交流+經費, 國際事務+經費, =cost of exchanges"),
        reported_units=("元", "新臺幣", "NT$"),
    ),
    Measure(
        key="events_attendance",
        label=Words("國際活動參與民眾", "Public of international events"),
        unit=Words("人次", "persons"),
        definition=Words(
            "期間內有載明參與民眾人數之國際交流，其人次合計。",
            "The public of the exchanges of a period that tell it, summed.",
        ),
        moment="period",
        rule=EXCHANGES,
        count=attendance,
        summed_over=("periods", "kinds", "units"),
        wordings=wordings("活動+參及民眾, 共襄盛舉, =event attendance"),
        reported_units=("人次", "人", "persons"),
    ),
)
