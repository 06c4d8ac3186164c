"""What an answer states: sentences with the records that they rest on, and the numbers in them."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from hansa.figures.gathered import Gathered
from hansa.figures.words import Words
from hansa.register.models import Office, Party
from hansa.reports.answers.matter import Matter
from hansa.reports.answers.naming import Names
from hansa.reports.blocks import Language
from hansa.reports.lists.asking import Asked
from hansa.reports.lists.contents import period_said
from hansa.reports.quantities import grouped


@dataclass(frozen=True)
class Number:
    """A number of the answer, as the register gives it today for these days.

    `key` tells what is counted, so that the numbers of two answers can be laid side by side; `nouns` finds in a
    sentence that its number is of this kind, and `units` are the units in which it is written. `refs` are the records
    counted, of which `counted` is the number of all.
    """

    key: str
    label: Words
    value: Decimal
    unit: Words
    nouns: str
    units: tuple[str, ...]
    first: dt.date
    last: dt.date
    refs: tuple[str, ...] = ()
    moment: bool = False

    def said(self, language: Language) -> str:
        """The number with its unit: 45個, 45 partners."""
        unit = self.unit.say(language)
        return f"{grouped(self.value)} {unit}" if language == "en" else f"{grouped(self.value)}{unit}"


@dataclass(frozen=True)
class Statement:
    """A sentence of the answer, the refs of the records that it rests on, and sentences one level deeper."""

    text: str
    refs: tuple[str, ...] = ()
    below: tuple["Statement", ...] = ()

    @property
    def all_refs(self) -> tuple[str, ...]:
        """The refs of the sentence and of those below it, each once, in order."""
        return tuple(dict.fromkeys([*self.refs, *(ref for one in self.below for ref in one.all_refs)]))


@dataclass(frozen=True)
class Section:
    """A part of the answer under a title of its own; `open` says what the register cannot tell."""

    title: str
    statements: tuple[Statement, ...]
    numbers: tuple[Number, ...] = ()
    open: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scope:
    """Whose answer it is, in which language, and what the question was understood to ask."""

    office: Office
    language: Language
    matter: Matter
    names: Names
    gathered: Gathered = field(default_factory=Gathered, compare=False)

    @property
    def home(self) -> Party:
        """The city that is asked."""
        return self.office.home

    @property
    def on(self) -> dt.date:
        """The day on which was asked, for which the answer is given."""
        return self.matter.on

    def say(self, zh: str, en: str) -> str:
        """The words in the answer's language."""
        return en if self.language == "en" else zh

    def period_said(self, years: int) -> str:
        """The days asked about, with the question's own words for them: 近三年（112年4月11日至115年4月10日）."""
        period, days = self.matter.period, period_said(*self.matter.days(years), self.language)
        if period is None or any(character.isdigit() for character in period.words):
            return days
        if period.words.isascii() != (self.language == "en"):
            return days
        return self.say(f"{period.words}（{days}）", f"{period.words} ({days})")

    def listed(self, first: dt.date | None = None, last: dt.date | None = None) -> Asked:
        """What a list is asked for, so that the answer and the lists say the same."""
        return Asked(self.office, self.language, self.on, first, last, made=self.on)
