"""What a record is to hold by the facts admitted to it, and where one of them says something else."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hansa.facts import Span, span
from hansa.register.derived import key_of
from hansa.register.domain.admission.statement import Statement, stated

_ONE_DAY = dt.timedelta(days=1)
_EMPTY: tuple[Any, ...] = (None, "", [])


@dataclass(frozen=True)
class Difference:
    """A field in which an admitted fact, by its number, says something else than the record holds."""

    fact: int
    field: str
    held: Any
    stated: Any


def days_of(date: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day that a date may mean; twice None for an empty one."""
    covered = span(date) if date else None
    return (covered.first, covered.last) if covered else (None, None)


def length_of(covered: Span) -> dt.timedelta:
    """How long a span is; an open one is longer than any other."""
    return covered.last - covered.first + _ONE_DAY if covered.first and covered.last else dt.timedelta.max


def refined(held: str, value: str) -> str:
    """The shorter of two dates that share a day, or the only one; the one held where they share none."""
    if not held or not value:
        return held or value
    shorter = span(held).meets(span(value)) and length_of(span(value)) < length_of(span(held))
    return value if shorter else held


@dataclass
class Draft:
    """The fields and parts of one record as its facts give them, one after the other.

    `fixed` are the fields that a person has set, whose values `fields` begins with; no fact changes them. Relations
    are numbers of records. A part is a list of rows, each with the names of its columns.
    """

    fixed: frozenset[str] = frozenset()
    fields: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, list[Any]] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    _statement: Statement | None = None

    def reading(self, statements: Iterable[Statement]) -> Iterable[Statement]:
        """The statements one by one; what is filled in meanwhile is said by the one at hand."""
        for statement in statements:
            self._statement = statement
            yield statement

    def holds(self, name: str) -> Any:
        """What the field holds so far, None where it is empty."""
        held = self.fields.get(name)
        return None if held in _EMPTY else held

    def fill(self, name: str, value: Any) -> None:
        """Let an empty field hold what the fact states; a filled one stays, for other words are no contradiction."""
        value = stated(value)
        if value is not None and name not in self.fixed and self.holds(name) is None:
            self.fields[name] = value

    def hold(self, name: str, value: Any) -> None:
        """Let an empty field hold what the fact states; a filled one that says something else is a difference."""
        value, held = stated(value), self.holds(name)
        if value is None:
            return
        if held is None and name not in self.fixed:
            self.fields[name] = value
        elif key_of(str(held)) != key_of(str(value)):
            self.differ(name, held, value)

    def differ(self, name: str, held: Any, value: Any) -> None:
        """The fact states another value than the record holds and keeps."""
        assert self._statement  # noqa: S101 - differences are found while a statement is read
        self.differences.append(Difference(self._statement.number, name, held, value))

    def extend(self, name: str, values: Any) -> None:
        """Add what the fact lists and the record's list does not hold yet, in any spelling."""
        if name in self.fixed:
            return
        held: list[str] = self.fields.setdefault(name, [])
        keys = {key_of(word) for word in held}
        for value in stated(values) or ():
            if key_of(value) not in keys:
                keys.add(key_of(value))
                held.append(value)

    def date(self, name: str, value: Any) -> None:
        """Hold the more precise of two dates that share a day; two that share none are a difference."""
        value, held = stated(value), self.holds(name)
        if value is None or value == held:
            return
        if (name in self.fixed and held is None) or (held and not span(held).meets(span(value))):
            self.differ(name, held, value)
        elif name not in self.fixed:
            self.fields[name] = refined(held or "", value)

    def add(self, part: str, row: Any, *, once: str = "") -> None:
        """Add a row to a part, once for each thing that its column `once` names, or for each row."""
        if part in self.fixed:
            return
        rows = self.parts.setdefault(part, [])
        if (row[once] if once else row) not in ([held[once] for held in rows] if once else rows):
            rows.append(row)
