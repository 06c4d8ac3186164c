"""Two numbers of one measure side by side: what was added, removed or counted otherwise, and what nobody can tell."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hansa.figures.answers import Asked, Number, Published
from hansa.figures.explaining import Explanation, Reason
from hansa.figures.gathered import Gathered
from hansa.figures.measure import Measure
from hansa.figures.measures import days_asked, measure_named
from hansa.figures.published import as_published
from hansa.figures.recognition import measure_of
from hansa.figures.rows import Row
from hansa.figures.rulebook import as_counted
from hansa.figures.rules import CountingRule
from hansa.register.errors import RegisterError
from hansa.register.models import Figure, Party


@dataclass(frozen=True)
class Side:
    """One of two numbers: the measure's for these days, by a rule, as the register was known at a moment.

    `rule` is None for a reported measure. `figure` is the number that was published, where one was.
    """

    measure: Measure
    first: dt.date
    last: dt.date
    rule: CountingRule | None
    known: dt.datetime | None = None
    figure: Published | None = None


@dataclass(frozen=True)
class Told:
    """A side with what the register gives for it; None where the register has nothing to count."""

    side: Side
    counted: Number | None

    @property
    def value(self) -> Number:
        """The number: the published one where there is one."""
        return self.side.figure.value if self.side.figure else self.counted or 0

    @property
    def rest(self) -> Number:
        """By how much the published number is more than what the register gives: what its records cannot tell."""
        return self.value - (self.counted or 0)


@dataclass(frozen=True)
class Difference:
    """A thing that one side counts and the other does not, or counts as more or less.

    `change` is what it adds to the second number (negative: takes from it), `reason` why the sides differ in it.
    """

    ref: str
    label: str
    change: Number
    reason: Reason


@dataclass(frozen=True)
class Comparison:
    """Two numbers and the way from the first to the second: the items, and the rest that no record explains."""

    measure: Measure
    one: Told
    other: Told
    items: tuple[Difference, ...]

    @property
    def difference(self) -> Number:
        """How much more the second number is."""
        return self.other.value - self.one.value

    @property
    def explained(self) -> Number:
        """How much of that the items explain."""
        return sum((item.change for item in self.items), 0)

    @property
    def unexplained(self) -> Number:
        """How much of that they leave open."""
        return self.difference - self.explained


def side(
    key: str,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    on: dt.date | None = None,
    rule: str = "",
    known: dt.datetime | None = None,
) -> Side:
    """A number to compare: of a measure for days, by the rule named (NAME or NAME@VERSION) or its own.

    Raises UnknownMeasure, UnknownRule, ValueError where the days are wrong, RegisterError where the rule does not fit.
    """
    measure = measure_named(key)
    begin, end = days_asked(measure, first, last, on)
    used = _rule(measure, end, rule)
    return Side(measure, end if measure.moment == "day" else begin, end, used, known)


def _rule(measure: Measure, on: dt.date, named: str) -> CountingRule | None:
    if measure.rule is None:
        return None
    rulebook = Gathered().rulebook
    rule = rulebook.named(named, on) if named else rulebook.rule(measure.rule.name, on)
    if rule.counts != measure.rule.counts:
        raise RegisterError(f"the rule {rule.name} counts {rule.counts}, and {measure.key} {measure.rule.counts}")
    return rule


def side_of(figure: Figure, *, rule: str = "", known: dt.datetime | None = None) -> Side:
    """A published figure to compare: by the rule named, else the one that it cites, else the measure's own.

    Raises RegisterError where nobody knows of which measure it is, or for which days.
    """
    measure = measure_of(figure)
    if measure is None:
        raise RegisterError(f"{figure.ref}: its words tell no measure; say which one it is of on its page")
    if figure.first is None or figure.last is None:
        raise RegisterError(f"{figure.ref} has no period; say on its page for which days it is")
    cited = as_counted(figure.rule) if figure.rule and measure.rule else None
    used = cited if cited and not rule else _rule(measure, figure.last, rule)
    first = figure.last if measure.moment == "day" else figure.first
    return Side(measure, first, figure.last, used, known, as_published(figure))


def compare(home: Party, one: Side, other: Side) -> Comparison:
    """The second number beside the first: their difference item by item, each with its reason.

    Of two reported numbers there are no items. Some fifteen queries, and a few for the records that differ; more where
    the register of an earlier moment is asked. Raises RegisterError where the sides are of different measures.
    """
    if one.measure is not other.measure:
        raise RegisterError(f"{one.measure.key} and {other.measure.key} count different things")
    sides = [_Counted(home, side) for side in (one, other)]
    items = tuple(_differences(*sides)) if one.rule else ()
    return Comparison(one.measure, sides[0].told, sides[1].told, items)


class _Counted:
    """A side with its rows by the things that they count for."""

    def __init__(self, home: Party, side: Side) -> None:
        self.side, self.asked = side, Asked(home, side.first, side.last, Gathered(side.known))
        self.things: dict[str, Row] = {}
        self.told = Told(side, None)
        if side.rule and side.measure.count:
            count = side.measure.count(side.rule, self.asked)
            self.told = Told(side, count.value)
            self.things = dict(_things(count.rows))
            self.explanation = Explanation(side.rule, self.asked)


def _things(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    for row in rows:
        if not row.things:
            yield row.ref, row
        for thing in row.things:
            yield thing, replace(row, amount=1)


def _differences(one: _Counted, other: _Counted) -> Iterator[Difference]:
    added = [(thing, row) for thing, row in other.things.items() if thing not in one.things]
    removed = [(thing, row) for thing, row in one.things.items() if thing not in other.things]
    one.explanation.fetch([row for _, row in added])
    other.explanation.fetch([row for _, row in removed])
    for thing, row in removed:
        yield Difference(row.ref, _label(thing, row), -(row.amount or 0), other.explanation.why_not(row))
    for thing, row in added:
        yield Difference(row.ref, _label(thing, row), row.amount or 0, one.explanation.why_not(row))
    for thing in one.things.keys() & other.things.keys():
        before, after = one.things[thing].amount or 0, other.things[thing].amount or 0
        if before != after:
            row = other.things[thing]
            yield Difference(row.ref, _label(thing, row), after - before, Reason.of_amounts(before, after))


def _label(thing: str, row: Row) -> str:
    return row.label if thing == row.ref or "-" in thing else f"{thing} ({row.label})"
