"""Gifts given and received in a period, and what they were worth."""

from collections.abc import Callable

from babel.numbers import get_territory_currencies
from django.db.models import Q, QuerySet, Sum

from hansa.figures.answers import Asked, Count
from hansa.figures.exchanges import begins_in
from hansa.figures.measure import Measure
from hansa.figures.rows import Row, Rows
from hansa.figures.rules import GIFTS, CountingRule
from hansa.figures.wording import wordings
from hansa.figures.words import Words
from hansa.register.enums import GiftDirection
from hansa.register.models import Gift, Party

MONEY = Words("元", "in own currency")
_PIECES = Words("件", "gifts")


def own_currency(home: Party) -> str:
    """The ISO 4217 code of the currency of the home city's country; TWD where the country is not known."""
    return next(iter(get_territory_currencies(home.country)), "TWD") if home.country else "TWD"


def _counted(direction: str, asked: Asked) -> QuerySet[Gift]:
    of_home = Q(office__home=asked.home) | Q(exchange__home=asked.home)
    return Gift.objects.filter(of_home, begins_in(asked), direction=direction)


def _pieces(direction: str) -> Callable[[CountingRule, Asked], Count]:
    def gifts(_rule: CountingRule, asked: Asked) -> Count:
        """The gifts of the period."""
        found = _counted(direction, asked).order_by("first", "last", "pk")
        number = found.count()
        return Count(number, Rows(number, lambda start, stop: [_row(gift, 1) for gift in found[start:stop]]))

    return gifts


def _worth(direction: str) -> Callable[[CountingRule, Asked], Count]:
    def value(_rule: CountingRule, asked: Asked) -> Count:
        """What the gifts of the period were worth; one without a value in the own currency adds nothing."""
        currency, found = own_currency(asked.home), _counted(direction, asked).order_by("first", "last", "pk")
        number, own = found.count(), found.filter(currency=currency, value__isnull=False)
        total = own.aggregate(total=Sum("value"))["total"] or 0
        rows = Rows(number, lambda start, stop: [_row(gift, _in(currency, gift)) for gift in found[start:stop]])
        return Count(round(total), rows, number - own.count())

    return value


def _in(currency: str, gift: Gift) -> int | None:
    return round(gift.value) if gift.value is not None and gift.currency == currency else None


def _row(gift: Gift, amount: int | None) -> Row:
    worth = f"{gift.value:,.0f} {gift.currency}" if gift.value is not None else ""
    return Row(gift.ref, str(gift), amount, ", ".join(part for part in (gift.date, worth) if part))


def _measures(direction: str, verb: Words, words: str) -> tuple[Measure, Measure]:
    return (
        Measure(
            key=f"gifts_{direction}",
            label=Words(f"{verb.zh}禮品", f"Gifts {verb.en}"),
            unit=_PIECES,
            definition=Words(
                f"期間內{verb.zh}國外對象之禮品件數。" if direction == "given" else "期間內收受國外對象禮品之件數。",
                f"The gifts {verb.en} in a period.",
            ),
            moment="period",
            rule=GIFTS,
            count=_pieces(direction),
            summed_over=("periods", "kinds", "units"),
            wordings=wordings(words),
            reported_units=("件", "份", "gifts"),
        ),
        Measure(
            key=f"gifts_{direction}_value",
            label=Words(f"{verb.zh}禮品價值", f"Value of gifts {verb.en}"),
            unit=MONEY,
            definition=Words(
                f"期間內{verb.zh}禮品之價值合計；未載價值或以外幣計價者不計，並於清單列明。",
                f"What the gifts {verb.en} in a period were worth; those without a value in the own currency add "
                "nothing and are listed.",
            ),
            moment="period",
            rule=GIFTS,
            count=_worth(direction),
            summed_over=("periods", "kinds", "units"),
        ),
    )


MEASURES = (
    *_measures(GiftDirection.GIVEN.value, Words("致贈", "given"), "致贈+禮品, 贈送+禮品, =gifts given"),
    *_measures(GiftDirection.RECEIVED.value, Words("收受", "received"), "收受+禮品, 獲贈+禮品, =gifts received"),
)
