"""The plain values of which an outline is made."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from hansa.figures.answers import Answer
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
    """Somebody with the post that they hold, and the body in which they hold it."""

    name: Named
    post: str = ""
    of: str = ""
    ours: bool = False


@dataclass(frozen=True)
class FigureItem:
    """A reported figure; `period` is an EDTF date or interval."""

    ref: str
    measure: str
    value: Decimal
    unit: str
    period: str
    heading: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class ExchangeItem:
    """An exchange with its counterparts; `with_partner` says whether one of them is a partner of the city."""

    ref: str
    kind: str
    title: str
    date: str
    parties: tuple[Named, ...]
    people: tuple[Participant, ...]
    place: str
    topics: tuple[str, ...]
    headcount: int | None
    attendance: int | None
    with_partner: bool
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class AgreementItem:
    """An agreement signed in the year, with its parties besides the home city."""

    ref: str
    kind: str
    title: str
    signed: str
    parties: tuple[Named, ...]
    signatories: tuple[Participant, ...]
    place: str
    subjects: tuple[str, ...]
    citations: tuple[Citation, ...] = ()


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
class FilledSection:
    """A section of the department's report with the figures placed in it, those of one passage together."""

    title: Words
    figures: tuple[tuple[FigureItem, ...], ...]
    sections: tuple["FilledSection", ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was placed in it or below it."""
        return not self.figures and all(section.empty for section in self.sections)


@dataclass(frozen=True)
class AnnualReport:
    """A year of the department, in the order of its report.

    `chapters` are the chapters of the department's own work; `international` holds the figures of its work abroad,
    which stand before the exchanges; `others` are figures under headings that the department's report does not have.
    """

    year: int
    home: Named
    office: Named
    made: dt.date
    chapters: tuple[FilledSection, ...]
    international: tuple[tuple[FigureItem, ...], ...]
    others: tuple[FilledSection, ...]
    exchanges: tuple[ExchangeItem, ...]
    agreements: tuple[AgreementItem, ...]
    memberships: tuple[MembershipItem, ...]
    numbers: tuple[NumberItem, ...]
