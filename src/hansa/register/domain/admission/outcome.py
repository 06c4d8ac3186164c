"""What admitting a fact comes to: the record, what changed in it, and where the fact says something else."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from msgspec import UNSET

from hansa.facts import Span, span
from hansa.register.domain.parties import key_of
from hansa.register.enums import Hindrance
from hansa.register.errors import RegisterError
from hansa.register.models.record import Record
from hansa.register.states import own_state_of

_ONE_DAY = dt.timedelta(days=1)


class Unresolved(RegisterError):
    """A fact that cannot be admitted as it stands; the message is the reason that the reviewer reads."""

    def __init__(self, hindrance: Hindrance, about: object = "") -> None:
        self.hindrance, self.about = hindrance, str(about)[:300]
        super().__init__(str(hindrance.label) % {"about": self.about})


@dataclass(frozen=True)
class Difference:
    """A field in which an admitted fact says something else than the record holds."""

    field: str
    held: Any
    stated: Any


def stated(value: Any) -> Any:
    """The value of a fact's field, None where the fact does not state it."""
    return None if value is UNSET or value in ("", []) else value


def days_of(date: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day that a date may mean; twice None for an empty one."""
    covered = span(date) if date else None
    return (covered.first, covered.last) if covered else (None, None)


def length_of(covered: Span) -> dt.timedelta:
    """How long a span is; an open one is longer than any other."""
    return covered.last - covered.first + _ONE_DAY if covered.first and covered.last else dt.timedelta.max


@dataclass
class Outcome:
    """The record that a fact is admitted to; `joined` where it was there already.

    `before` is what it held then; `parts` names the parties and people that the fact adds to it.
    """

    record: Record
    joined: bool
    before: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.before = own_state_of(self.record) if self.joined else {}

    @property
    def changed(self) -> dict[str, Any]:
        """The fields that are now other than before, with what they hold now."""
        now = own_state_of(self.record)
        return {name: value for name, value in now.items() if self.before.get(name) != value}

    def fill(self, name: str, value: Any) -> None:
        """Let an empty field hold what the fact states; a filled one stays, for other words are no contradiction."""
        value = stated(value)
        if value is not None and getattr(self.record, name) in (None, ""):
            setattr(self.record, name, value)

    def hold(self, name: str, value: Any) -> None:
        """Let an empty field hold what the fact states; a filled one that says something else is a difference."""
        value, held = stated(value), getattr(self.record, name)
        if value is None:
            return
        if held in (None, ""):
            setattr(self.record, name, value)
        elif key_of(str(held)) != key_of(str(value)):
            self.differ(name, held, value)

    def differ(self, name: str, held: Any, value: Any) -> None:
        """The fact states another value than the record holds and keeps."""
        self.differences.append(Difference(name, held, value))

    def extend(self, name: str, values: Any) -> None:
        """Add what the fact lists and the record's list does not hold yet, in any spelling."""
        held: list[str] = list(getattr(self.record, name))
        keys = {key_of(word) for word in held}
        for value in stated(values) or ():
            if key_of(value) not in keys:
                keys.add(key_of(value))
                held.append(value)
        setattr(self.record, name, held)

    def date(self, name: str, value: Any, first: str | None = None, last: str | None = None) -> None:
        """Hold the more precise of two dates that share a day; two that share none are a difference.

        `first` and `last` name the fields that keep the days which the date covers.
        """
        value, held = stated(value), getattr(self.record, name)
        if value is None or value == held:
            return
        if held and not span(held).meets(span(value)):
            self.differ(name, held, value)
        elif not held or length_of(span(value)) < length_of(span(held)):
            days = days_of(value)
            for attribute, content in ((name, value), (first, days[0]), (last, days[1])):
                if attribute:
                    setattr(self.record, attribute, content)
