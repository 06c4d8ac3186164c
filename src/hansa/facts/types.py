"""The six types of fact that a document can state. Fields that the document does not state stay unset."""

from typing import Annotated, get_args

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

AGREEMENT_KINDS = (
    "sister_city", "friendship_city", "partnership", "mou", "letter_of_intent", "declaration",
    "sister_school", "sister_port", "other",
)  # fmt: skip
EXCHANGE_KINDS = (
    "inbound_visit", "outbound_visit", "online_meeting", "exhibition", "donation", "greeting", "education_exchange",
    "performance", "promotion", "ceremony", "event", "sports", "other",
)  # fmt: skip
ORGANIZATION_KINDS = ("comprehensive", "thematic", "national")

Name = Annotated[str, Meta(min_length=1, max_length=300)]
Date = Annotated[str, Meta(min_length=4, max_length=50)]
Count = Annotated[int, Meta(ge=0)]


class PersonNamed(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A person as a document names them: `post` is 市長 or Mayor, `of` the body in which they hold it."""

    name: Name
    post: Name | UnsetType = UNSET
    of: Name | UnsetType = UNSET


class Members(Struct, frozen=True, forbid_unknown_fields=True):
    """How many members an organization counts, and of what: countries, cities, institutions, members …"""

    count: Count
    of: Name


class Evidence(Struct, frozen=True, omit_defaults=True, kw_only=True, forbid_unknown_fields=True):
    """What every fact carries: the words that state it, where they stand and which rule took them out.

    `quote` is verbatim but for white space. `start` and `end` are character offsets into the document's text,
    `page` counts from 1, `rule` names the function that made the fact, `score` runs from 0 to 1: how sure it is.
    """

    quote: Annotated[str, Meta(min_length=1, max_length=1000)]
    page: Annotated[int, Meta(ge=1)] | UnsetType = UNSET
    start: Count | UnsetType = UNSET
    end: Count | UnsetType = UNSET
    rule: str | UnsetType = UNSET
    score: Annotated[float, Meta(ge=0, le=1)] | UnsetType = UNSET


class Organization(Evidence, frozen=True, tag_field="type", tag="organization"):
    """A standing body of cities, or that cities join, which the document describes or lists."""

    name: Name
    name_en: Name | UnsetType = UNSET
    acronym: Name | UnsetType = UNSET
    kind: Name | UnsetType = UNSET
    founded: Date | UnsetType = UNSET
    founded_by: list[Name] | UnsetType = UNSET
    headquarters: Name | UnsetType = UNSET
    website: list[Name] | UnsetType = UNSET
    members: list[Members] | UnsetType = UNSET
    predecessors: list[Name] | UnsetType = UNSET
    purpose: str | UnsetType = UNSET


class Membership(Evidence, frozen=True, tag_field="type", tag="membership"):
    """A city, or one of its bodies, belongs to an organization."""

    member: Name
    organization: Name
    since: Date | UnsetType = UNSET
    role: Name | UnsetType = UNSET
    office: Name | UnsetType = UNSET
    through: Name | UnsetType = UNSET


class Agreement(Evidence, frozen=True, tag_field="type", tag="agreement"):
    """Something that two or more parties signed or entered; the document's own city is among the parties."""

    parties: list[Name]
    kind: Name | UnsetType = UNSET
    signed: Date | UnsetType = UNSET
    title: Name | UnsetType = UNSET
    subjects: list[Name] | UnsetType = UNSET
    signatories: list[PersonNamed] | UnsetType = UNSET
    place: Name | UnsetType = UNSET


class Exchange(Evidence, frozen=True, tag_field="type", tag="exchange"):
    """Something done with parties abroad on an occasion; `parties` leaves the document's own city out."""

    kind: Name
    date: Date | UnsetType = UNSET
    title: Name | UnsetType = UNSET
    parties: list[Name] | UnsetType = UNSET
    people: list[PersonNamed] | UnsetType = UNSET
    place: Name | UnsetType = UNSET
    topics: list[Name] | UnsetType = UNSET
    headcount: Count | UnsetType = UNSET
    attendance: Count | UnsetType = UNSET


class Figure(Evidence, frozen=True, tag_field="type", tag="figure"):
    """A number that the document reports for a stated thing and period; `section` is the heading above it."""

    measure: Name
    value: int | float
    unit: Name | UnsetType = UNSET
    period: Date | UnsetType = UNSET
    section: Name | UnsetType = UNSET


class Project(Evidence, frozen=True, tag_field="type", tag="project"):
    """A joint project inside an organization, or, with `count`, the number of them."""

    organization: Name
    title: Name | UnsetType = UNSET
    organizing: Name | UnsetType = UNSET
    participating: list[Name] | UnsetType = UNSET
    count: Count | UnsetType = UNSET


Fact = Organization | Membership | Agreement | Exchange | Figure | Project
FACT_TYPES: dict[str, type[Evidence]] = {str(msgspec.inspect.type_info(t).tag): t for t in get_args(Fact)}  # type: ignore[attr-defined]
