"""What the finding of names gives."""

from enum import StrEnum

from msgspec import Struct


class PartyKind(StrEnum):
    """What sort of body a party is."""

    CITY = "city"
    COUNTRY = "country"
    SCHOOL = "school"
    PORT = "port"
    COUNCIL = "council"
    BODY = "body"
    OFFICE = "office"


class Party(Struct, frozen=True):
    """A party named in a text.

    `start` and `end` are its place there, a country before it and a Latin form in brackets after it included; `name`
    is the name as written, without those. `own` marks the document's own city, `known` a name that the atlas has,
    `country` its ISO code where the text or the atlas tells it.
    """

    start: int
    end: int
    name: str
    kind: PartyKind = PartyKind.CITY
    own: bool = False
    known: bool = False
    country: str = ""
