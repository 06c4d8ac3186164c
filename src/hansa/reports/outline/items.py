"""The plain values of which an outline is made."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from hansa.figures.answers import Answer
from hansa.figures.measure import Measure
from hansa.figures.words import Words


@dataclass(frozen=True)
class Citation:
    """Where something stands: the source's title, the page, and the words quoted. `ref` is the source's id."""

    ref: str
    title: str
    page: int
    quote: str
    start: int = 0


@dataclass(frozen=True)
class Named:
    """A party, person or organization by its names; one of them may be empty."""

    zh: str
    en: str = ""

    def say(self, language: str) -> str:
        """The name in the language, or in the other where it has none."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)


@dataclass(frozen=True)
class Participant:
    """Somebody with the post that they hold, and the body in which they hold it; `role` as the record says it."""

    name: Named
    post: str = ""
    of: str = ""
    ours: bool = False
    role: str = ""


@dataclass(frozen=True)
class FigureItem:
    """A reported figure; `period` is an EDTF date or interval, `heading` what it stood under in its document.

    `known` is the measure that it is of, None where nothing tells it.
    """

    ref: str
    measure: str
    value: Decimal
    unit: str
    period: str
    heading: str
    citations: tuple[Citation, ...] = ()
    known: Measure | None = None

    @property
    def label(self) -> Words:
        """What is counted: the name of its measure, else the document's words."""
        return self.known.label if self.known else Words(self.measure, self.measure)


@dataclass(frozen=True)
class Counterpart:
    """A party of an exchange or agreement besides the home city; `partner` is the kind of tie that it has with it."""

    ref: str
    name: Named
    kind: str = "city"
    country: str = ""
    partner: str = ""


@dataclass(frozen=True)
class ExchangeItem:
    """An exchange with its counterparts, and the figures that documents report of it."""

    ref: str
    kind: str
    title: str
    date: str
    parties: tuple[Counterpart, ...]
    people: tuple[Participant, ...]
    place: str
    topics: tuple[str, ...]
    headcount: int | None
    attendance: int | None
    summary: str = ""
    citations: tuple[Citation, ...] = ()
    figures: tuple[FigureItem, ...] = ()

    @property
    def with_partner(self) -> bool:
        """Whether one of its counterparts is a partner of the city."""
        return any(party.partner for party in self.parties)


@dataclass(frozen=True)
class AgreementItem:
    """An agreement signed in the year, with its parties besides the home city."""

    ref: str
    kind: str
    title: str
    signed: str
    parties: tuple[Counterpart, ...]
    signatories: tuple[Participant, ...]
    place: str
    subjects: tuple[str, ...]
    summary: str = ""
    citations: tuple[Citation, ...] = ()
    figures: tuple[FigureItem, ...] = ()

    @property
    def with_partner(self) -> bool:
        """Whether one of its parties is a partner of the city."""
        return any(party.partner for party in self.parties)


Happening = ExchangeItem | AgreementItem


@dataclass(frozen=True)
class PartnerGroup:
    """What happened with one partner, or with the same several, in the order of the dates."""

    parties: tuple[Counterpart, ...]
    items: tuple[Happening, ...]


@dataclass(frozen=True)
class ActivityGroup:
    """What happened with others, of one sort (`guests`, `abroad`, `offices` …), in the order of the dates."""

    key: str
    items: tuple[Happening, ...]


@dataclass(frozen=True)
class MembershipItem:
    """A membership at the year's end."""

    ref: str
    organization: Named
    member: Named
    since: str
    role: str
    responsible: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class PublishedNumber:
    """A published figure beside a computed one, with where it stands."""

    value: Decimal
    unit: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class NumberItem:
    """A measure's number for the year, and what documents published for it."""

    answer: Answer
    published: tuple[PublishedNumber, ...] = ()


@dataclass(frozen=True)
class FigureGroup:
    """The figures of one item: those that stood under one heading, which is its title, in the order of the document."""

    title: str
    figures: tuple[FigureItem, ...]


@dataclass(frozen=True)
class FilledSection:
    """A section of the department's report with the figures placed in it."""

    key: str
    title: Words
    groups: tuple[FigureGroup, ...]
    sections: tuple["FilledSection", ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was placed in it or below it."""
        return not self.groups and all(section.empty for section in self.sections)


@dataclass(frozen=True)
class ChangeItem:
    """A measure's number in the year and in the year before, and what the records tell of the difference.

    `added` and `ended` name what is counted in one of the years only; `reasons` are `rule` (counted by another rule),
    `rows` (the few records counted), `counted` (published in one year only), `words` (published under other words or in
    another unit), `period` (published for a longer or shorter time), with what it was and is.
    """

    key: str
    label: Words
    unit: Words
    before: Decimal
    now: Decimal
    added: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str, str], ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class AnnualReport:
    """A year of the department, in the order of its report.

    `chapters` are the chapters with their figures; `partners` is what happened with partner cities, `activities` what
    happened with others, `agreements` what was signed with them. `others` are figures under headings that the
    department's report does not have.
    """

    year: int
    home: Named
    office: Named
    made: dt.date
    chapters: tuple[FilledSection, ...]
    partners: tuple[PartnerGroup, ...]
    activities: tuple[ActivityGroup, ...]
    agreements: tuple[AgreementItem, ...]
    memberships: tuple[MembershipItem, ...]
    numbers: tuple[NumberItem, ...]
    changes: tuple[ChangeItem, ...]
    others: tuple[FilledSection, ...]

    @property
    def empty(self) -> bool:
        """Whether the register holds nothing of the year, but for what stands on any day: partners, memberships."""
        abroad = (self.partners, self.activities, self.agreements, self.others)
        return not any(abroad) and all(chapter.empty for chapter in self.chapters)
