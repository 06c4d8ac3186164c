"""An exchange made of what a rule found, and the parts that Chinese and English share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from msgspec import UNSET

from hansa.atlas import lookup
from hansa.facts import Exchange
from hansa.reading.context import Context
from hansa.reading.document import Block, Stretch
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import named
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind, stem
from hansa.reading.values.numbers import find_quantities
from hansa.reading.values.people import Person


@dataclass
class Occasion:
    """What a rule found out about one exchange; empty values are what the text does not state."""

    rule: str
    score: float
    kind: str
    date: str = ""
    title: str = ""
    parties: Sequence[str] = ()
    people: Sequence[Person] = ()
    place: str = ""
    topics: Sequence[str] = ()
    headcount: int | None = None
    attendance: int | None = None


def exchange(
    found: Occasion, context: Context, stretch: Stretch, start: int = 0, end: int | None = None
) -> Iterator[Exchange]:
    """The exchange with its passage, of at most about 300 characters."""
    size = len(stretch.text) if end is None else end
    proof = context.proof(stretch, found.rule, found.score, start, min(size, start + 300))
    if proof:
        yield Exchange(
            **proof,
            kind=found.kind,
            date=found.date or UNSET,
            title=found.title or UNSET,
            parties=_distinct(found.parties) or UNSET,
            people=named(found.people, context) or UNSET,
            place=found.place or UNSET,
            topics=list(found.topics) or UNSET,
            headcount=UNSET if found.headcount is None else found.headcount,
            attendance=UNSET if found.attendance is None else found.attendance,
        )


def _distinct(names: Sequence[str]) -> list[str]:
    """Each party once, under the first of the spellings used: 布里斯本市 and 布里斯本 are one."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(stem(name), name)
    return list(found.values())


_INTERNATIONAL = regex(
    r"(?:城市|都市|首都|市長|港口)(?:聯盟|聯合會|組織|網絡|網路|協會|論壇)|^(?:世界|國際|全球|亞洲|亞太|歐洲|聯合國|東南亞|西太平洋|美洲|非洲)|^[A-Z0-9]{3,}$|Organi[sz]ation|Federation|Network"
)
_PEOPLE_UNITS = regex(
    r"人|名|位|人士|people|persons|visitors|participants|delegates|members|students|guests|delegation"
)
_PUBLIC = regex(r"人次")
_CROWD = regex(r"觀[眾賞看]|到場|湧入|吸引|人潮|欣賞|民眾|聆聽|現場坐|入場")
# Who comes to a meeting takes part in it.
_MEETING = regex(r"論壇|會議|大會|年會|峰會|研討會|工作坊|[場席會加]者")
_NEAR = 8
_A_COUPLE = 2


def counts(text: str) -> tuple[int | None, int | None]:
    """How many people took part and how many of the public came, as far as the text says: (headcount, attendance)."""
    heads = public = None
    meeting = _MEETING.search(text) is not None
    for quantity in find_quantities(text):
        unit = quantity.unit or ""
        value = quantity.value
        if value != int(value) or value <= 0:
            continue
        people = _PEOPLE_UNITS.fullmatch(unit) is not None
        around = text[max(0, quantity.start - _NEAR) : quantity.end + _NEAR]
        if _PUBLIC.search(unit) or (people and not meeting and _CROWD.search(around)):
            public = public or int(value)
        elif unit in "位名" and value <= _A_COUPLE:
            continue
        elif people and heads is None:
            heads = int(value)
    return heads, public


def abroad(parties: Sequence[Party], context: Context) -> list[Party]:
    """The counterparts of an exchange: parties of other countries, or that stand for one; countries last."""
    kept = [party for party in parties if not party.own and not _is_domestic(party, context)]
    return [party for party in kept if party.kind is not PartyKind.COUNTRY] or kept


# Townships and their offices are called so in Taiwan only.
_TOWNSHIP = regex(r"[鄉鎮](?:公所)?$|[鄉鎮市區]公所$")
OF_COUNCIL = regex(r"(?:議會|代表會|市會)$")
# What follows the seat in the names of councils and of what a city runs: 沼田市立沼田東中學校.
_BEHIND_SEAT = regex(r"(?:議會|代表會|市會)$|立[\u3400-\u9fff]{2,}$")
_SEAT = regex(r"[^本][市縣町村郡州道]$")
_HAS_SEAT = regex(r"[駐在]")


def _is_domestic(party: Party, context: Context) -> bool:
    if party.kind is PartyKind.OFFICE:
        return not party.country and not _HAS_SEAT.search(party.name) and not context.names_foreign_place(party.name)
    if party.kind is PartyKind.BODY and (party.known or _INTERNATIONAL.search(party.name)):
        return False
    if not context.home_country:
        return False
    if party.kind is not PartyKind.CITY and any(name in party.name for name in context.own_names):
        return True
    seat = _BEHIND_SEAT.sub("", party.name)
    country = party.country or _country_of(seat)
    if not country and seat != party.name and _SEAT.search(seat) and not context.names_foreign_place(seat):
        # The council of a place that the atlas does not know: those of the own country are known.
        return False
    if country:
        return country == context.home_country
    if _TOWNSHIP.search(party.name) and context.home_country == "TW":
        return True
    # A body or school without a place in its name is as a rule one of the own city's.
    return party.kind in (
        PartyKind.BODY,
        PartyKind.SCHOOL,
        PartyKind.COUNCIL,
        PartyKind.PORT,
    ) and not context.names_foreign_place(party.name)


def is_neighbour(party: Party, context: Context) -> bool:
    """Whether the party is another city of the own country, and no township or district of the own county."""
    place, home = lookup(party.name), lookup(context.home or "")
    if party.own or place is None or home is None or place.country != home.country:
        return False
    return place.key != home.key and (not place.parent or place.parent != home.key)


@lru_cache(maxsize=4096)
def _country_of(name: str) -> str:
    place = lookup(name)
    return place.country if place else ""


_REMARK = 40
_REMARK_ZH = 14
_FOR_SIGNATURE = regex(r"\bfor the (?:signature|signing)\b|簽署儀式|(?:前來|率團)[^，。]{0,6}簽")


def is_remark(sentence: Sentence) -> bool:
    """Whether a cell's sentence is a remark that tells a story of its own: long, and with a day or month of its own.

    What was done for the signature has its date in the cell that tells when it was.
    """
    if len(sentence.text) <= (_REMARK_ZH if sentence.chinese else _REMARK):
        return False
    own = any(dated.whole and dated.point.month for dated in sentence.dates)
    return own or _FOR_SIGNATURE.search(sentence.text) is not None


def is_later(date: str, context: Context) -> bool:
    """Whether the day lies after that of the document, which then can only announce it."""
    return context.issued is not None and len(date) >= _A_DAY and date[:_A_DAY] > context.issued.isoformat()


_A_DAY = len("2023-05-08")


def is_dated_entry(block: Block, context: Context) -> bool:
    """Whether the block is an entry of a chronology: its first cell, or its first words, are a date and no more."""
    lead = block.cells[0].text if block.cells else block.text[:_LEAD]
    if len(lead) > _LONGEST_DATE or not _BEGINS_DATED.match(lead) or not (block.cells or _ENTRY.search(lead)):
        return False
    first = next(iter(context.dates(lead)), None)
    if first is None or lead[: first.start].strip():
        return False
    rest = lead[first.end :].strip()
    return not rest if len(block.cells) > 1 else not block.cells and _ENTRY.match(rest) is not None


_LEAD = 40
_LONGEST_DATE = 80
_BEGINS_DATED = regex(
    r"\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|Early|Late)|[民昭平令同翌]"
)
_ENTRY = regex(r"[:：–—.-]\s")


def quote_extent(stretch: Stretch) -> tuple[int, int]:
    """The whole sentence, or its first 300 characters."""
    return 0, min(len(stretch.text), 300)
