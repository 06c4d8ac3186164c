"""What changed against the year before, measure by measure, and what the records tell of why."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hansa.figures.answers import Answer, Published
from hansa.figures.measures import answers
from hansa.register.models import Party
from hansa.reports.outline.items import ChangeItem

# So many are named of what was added or ended; the rest is counted.
_NAMED = 8


def change_items(home: Party, year: int, this: Sequence[Answer]) -> tuple[ChangeItem, ...]:
    """The measures of which the register holds something in both years; about fifteen queries."""
    last = {one.key: one for one in answers(home, dt.date(year - 1, 1, 1), dt.date(year - 1, 12, 31))}
    found = ((last[now.key], now) for now in this if now.key in last)
    return tuple(_change(before, now) for before, now in found if _holds(before) and _holds(now))


def _holds(answer: Answer) -> bool:
    return bool(answer.published or answer.value)


def _number(answer: Answer) -> Decimal:
    """The number that a report gives: the published one, else the one counted."""
    return answer.published[-1].value if answer.published else Decimal(answer.value)


def _change(before: Answer, now: Answer) -> ChangeItem:
    were, are = ({row.ref: row.label for row in one.rows} for one in (before, now))
    standing = now.first == now.last
    return ChangeItem(
        key=now.key,
        label=now.label,
        unit=now.unit,
        before=_number(before),
        now=_number(now),
        added=tuple(label for ref, label in are.items() if ref not in were) if standing else (),
        ended=tuple(label for ref, label in were.items() if ref not in are) if standing else (),
        reasons=tuple(_reasons(before, now)),
    )


def _reasons(before: Answer, now: Answer) -> Iterator[tuple[str, str, str]]:
    if before.published and now.published:
        one, other = before.published[-1], now.published[-1]
        if (one.measure, one.unit) != (other.measure, other.unit):
            yield ("words", _words(one), _words(other))
    elif before.published or now.published:
        yield ("counted", "published" if before.published else "counted", "published" if now.published else "counted")


def _words(figure: Published) -> str:
    return f"{figure.measure} {figure.unit}".strip()
