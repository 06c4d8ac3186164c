"""What was promised: how much of it is open, done or overdue on a day."""

from collections.abc import Callable

from django.db.models import F, Q, QuerySet

from hansa.figures.answers import Asked, Count
from hansa.figures.measure import Measure
from hansa.figures.rows import Row, Rows
from hansa.figures.rules import COMMITMENTS, CountingRule
from hansa.figures.wording import wordings
from hansa.figures.words import Words
from hansa.register.enums import CommitmentState
from hansa.register.models import Commitment

_WAITING = (CommitmentState.OPEN.value, CommitmentState.UNDER_WAY.value)


def _made(asked: Asked) -> QuerySet[Commitment]:
    """What was promised by the day; what came of no dated agreement or exchange was."""
    home, on = asked.home, asked.last
    of_home = Q(office__home=home) | Q(agreement__parties=home) | Q(exchange__home=home)
    by_then = Q(agreement__signed_first=None) | Q(agreement__signed_first__lte=on)
    by_then &= Q(exchange__first=None) | Q(exchange__first__lte=on)
    numbers = Commitment.objects.filter(of_home, by_then).values("pk")
    return Commitment.objects.filter(pk__in=numbers).order_by(F("due_last").asc(nulls_last=True), "pk")


def _counted(narrow: Callable[[Asked], Q]) -> Callable[[CountingRule, Asked], Count]:
    def commitments(_rule: CountingRule, asked: Asked) -> Count:
        """The commitments made by the day, as the register says that they stand."""
        found = _made(asked).filter(narrow(asked))
        number = found.count()
        return Count(number, Rows(number, lambda start, stop: [_row(one) for one in found[start:stop]]))

    return commitments


def _row(commitment: Commitment) -> Row:
    return Row(commitment.ref, str(commitment), note=commitment.due)


def _measure(key: str, label: Words, definition: Words, narrow: Callable[[Asked], Q], words: str) -> Measure:
    return Measure(
        key=key,
        label=label,
        unit=Words("項", "commitments"),
        definition=definition,
        moment="day",
        rule=COMMITMENTS,
        count=_counted(narrow),
        summed_over=("kinds", "units"),
        wordings=wordings(words),
        reported_units=("項", "件", "案", "commitments"),
    )


MEASURES = (
    _measure(
        "commitments_made",
        Words("承諾事項", "Commitments"),
        Words(
            "截至某日協定、交流所承諾及出國報告所建議之事項數。",
            "What was promised in agreements and exchanges, or recommended after trips, by a day.",
        ),
        lambda _asked: Q(),
        "=承諾事項, =commitments",
    ),
    _measure(
        "commitments_open",
        Words("待辦及辦理中承諾事項", "Commitments open"),
        Words(
            "截至某日之承諾事項中，依登錄簿現況尚待辦或辦理中者。",
            "Of the commitments made by a day, those that the register says are open or under way.",
        ),
        lambda _asked: Q(state__in=_WAITING),
        "承諾事項+待辦, 承諾事項+辦理中, =commitments open, =open commitments",
    ),
    _measure(
        "commitments_done",
        Words("已完成承諾事項", "Commitments done"),
        Words(
            "截至某日之承諾事項中，依登錄簿現況已完成者。",
            "Of the commitments made by a day, those that the register says are done.",
        ),
        lambda _asked: Q(state=CommitmentState.DONE),
        "承諾事項+完成, =commitments done",
    ),
    _measure(
        "commitments_overdue",
        Words("逾期未完成承諾事項", "Commitments overdue"),
        Words(
            "截至某日之承諾事項中，期限已過而依登錄簿現況尚未完成者。",
            "Of the commitments made by a day, those whose time was over on it, and that are still open or under way.",
        ),
        lambda asked: Q(state__in=_WAITING, due_last__lt=asked.last),
        "承諾事項+逾期, =commitments overdue",
    ),
)
