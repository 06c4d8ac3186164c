"""What changed against the year before, measure by measure, and what the records tell of why."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from hansa.figures.answers import Answer, Published
from hansa.figures.gathered import Gathered
from hansa.figures.measures import all_measures, answer
from hansa.register.models import Party
from hansa.reports.outline.items import ChangeItem

# So many records of a year are named as what was counted in it.
_NAMED = 6


def answers_of(home: Party, year: int) -> dict[str, Answer]:
    """Every measure's answer for a year, computed or reported, by its key; about twenty-five queries."""
    gathered, first, last = Gathered(), dt.date(year, 1, 1), dt.date(year, 12, 31)
    return {
        measure.key: answer(measure.key, home, first=first, last=last, gathered=gathered) for measure in all_measures()
    }


def change_items(year: int, before: dict[str, Answer], now: dict[str, Answer]) -> tuple[ChangeItem, ...]:
    """The measures of which the register holds something in both years; one query or two for each that changed."""
    found = ((before[key], one) for key, one in now.items())
    return tuple(_change(year, then, one) for then, one in found if _holds(then) and _holds(one))


def _holds(answer: Answer) -> bool:
    return bool(answer.published or answer.value)


def _number(answer: Answer) -> Decimal:
    """The number that a report gives: of a computed measure the published one, else the one counted."""
    return answer.published[-1].value if answer.rule and answer.published else Decimal(answer.value)


def _change(year: int, before: Answer, now: Answer) -> ChangeItem:
    # What happened in one year did not happen in the other: only of a state on a day does it tell why to name it.
    named = bool(now.rule) and now.first == now.last and before.value != now.value
    were, are = ({row.ref: row.label for row in one.rows} if named else {} for one in (before, now))
    return ChangeItem(
        key=now.key,
        label=now.label,
        unit=now.unit,
        before=_number(before),
        now=_number(now),
        added=tuple(label for ref, label in are.items() if ref not in were),
        ended=tuple(label for ref, label in were.items() if ref not in are),
        reasons=tuple(_reasons(year, before, now)),
    )


def _reasons(year: int, before: Answer, now: Answer) -> Iterator[tuple[str, str, str]]:
    """Why the two numbers cannot simply be compared: each with what it was and what it is."""
    if before.rule and now.rule and (before.rule.name, before.rule.version) != (now.rule.name, now.rule.version):
        yield ("rule", f"{before.rule.name} {before.rule.version}", f"{now.rule.name} {now.rule.version}")
    if _few(before) and _few(now) and before.value != now.value and now.first != now.last:
        yield ("rows", _listed(before), _listed(now))
    if bool(before.published) != bool(now.published):
        yield ("counted", _source(before), _source(now))
    elif before.published:
        one, other = before.published[-1], now.published[-1]
        if (one.measure, one.unit) != (other.measure, other.unit):
            yield ("words", _words(one), _words(other))
        if one.period.replace(str(year - 1), str(year)) != other.period:
            yield ("period", one.period, other.period)


def _few(answer: Answer) -> bool:
    """Whether what was counted can be named: what the register itself counted, and not too much of it."""
    return bool(answer.rule) and not answer.published and len(answer.rows) <= _NAMED


def _listed(answer: Answer) -> str:
    return "、".join(dict.fromkeys(row.label for row in answer.rows))


def _source(answer: Answer) -> str:
    return "published" if answer.published else "counted"


def _words(figure: Published) -> str:
    return f"{figure.measure} {figure.unit}".strip()
