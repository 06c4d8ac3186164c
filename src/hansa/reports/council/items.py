"""The plain values of which the outline of a council report is made."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from hansa.figures.answers import Answer
from hansa.figures.words import Words
from hansa.reports.outline.items import Citation, Named, Participant


@dataclass(frozen=True)
class Photograph:
    """A picture among the records' files: under which SHA-256 it is kept, what it shows, and who took it."""

    ref: str
    sha256: str
    title: str
    credit: str
    width: int
    height: int


@dataclass(frozen=True)
class Place:
    """A party where it lies; `country` is an ISO 3166-1 code, empty where it is not known."""

    name: Named
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Signed:
    """An agreement of the period. `told` says whether a document tells of the signing itself, or names the tie only."""

    ref: str
    kind: str
    title: str
    date: str
    parties: tuple[Place, ...]
    people: tuple[Participant, ...]
    place: str
    subjects: tuple[str, ...]
    motive: str
    told: bool
    citations: tuple[Citation, ...] = ()
    pictures: tuple[Photograph, ...] = ()


@dataclass(frozen=True)
class Happened:
    """An exchange of the period; `first` is its first day, None where the date is not known."""

    ref: str
    kind: str
    title: str
    date: str
    first: dt.date | None
    parties: tuple[Place, ...]
    people: tuple[Participant, ...]
    place: str
    topics: tuple[str, ...]
    headcount: int | None
    attendance: int | None
    summary: str
    citations: tuple[Citation, ...] = ()
    pictures: tuple[Photograph, ...] = ()


@dataclass(frozen=True)
class Partner:
    """A partner signed in the period: the agreement, and what else happened with its parties."""

    agreement: Signed
    exchanges: tuple[Happened, ...]


@dataclass(frozen=True)
class Joined:
    """A membership that began in the period."""

    ref: str
    organization: Named
    member: Named
    since: str
    responsible: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Counted:
    """A published figure. `key` is its measure's, empty where that is not known; `words` are the document's own.

    `section` is its place in the department's report, `heading` what it stood under in the document.
    """

    ref: str
    key: str
    label: Words
    words: str
    value: Decimal
    unit: Words
    period: str
    section: str = ""
    heading: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Group:
    """Figures that belong on one slide, under the words of a section of the report; `abroad` on matters abroad."""

    title: Words
    figures: tuple[Counted, ...]
    abroad: bool = False


@dataclass(frozen=True)
class Visitors:
    """Visitors: the figures that documents published, by period, and the register's own answers for the period."""

    published: tuple[tuple[str, tuple[Counted, ...]], ...]
    computed: tuple[Answer, ...]


@dataclass(frozen=True)
class CouncilReport:
    """A period of the department for the council.

    `partners` were signed in the period; `memoranda` are the other agreements; `undated` name ties whose signing no
    document of the period tells. `exchanges` are those that stand with no partner, in order of their dates.
    `months` counts inbound and outbound visits by month, `countries` the exchanges by country's code.
    """

    first: dt.date
    last: dt.date
    session: str
    reporter: str
    home: Place
    office: Named
    partners: tuple[Partner, ...]
    memoranda: tuple[Signed, ...]
    undated: tuple[Signed, ...]
    exchanges: tuple[Happened, ...]
    visitors: Visitors
    months: tuple[tuple[str, int, int], ...]
    countries: tuple[tuple[str, int], ...]
    joined: tuple[Joined, ...]
    memberships: int
    figures: tuple[Group, ...]
