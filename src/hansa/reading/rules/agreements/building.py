"""An agreement made of what a rule found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec import UNSET

from hansa.atlas import country_code
from hansa.facts import Agreement, PersonNamed
from hansa.reading.context import Context
from hansa.reading.document import Stretch
from hansa.reading.patterns import regex
from hansa.reading.values.names import Party, PartyKind, stem
from hansa.reading.values.people import Person


@dataclass
class Found:
    """What a rule found out about one agreement; empty values are what the text does not state."""

    rule: str
    score: float
    parties: Sequence[str]
    kind: str = ""
    signed: str = ""
    title: str = ""
    subjects: Sequence[str] = ()
    signatories: Sequence[Person] = ()
    place: str = ""
    people: Sequence[PersonNamed] = field(default=())


def agreement(
    found: Found, context: Context, stretch: Stretch, start: int = 0, end: int | None = None
) -> Iterator[Agreement]:
    """The agreement with its passage, where there is at least one party to it."""
    proof = context.proof(stretch, found.rule, found.score, start, end)
    parties = list(dict.fromkeys(found.parties))
    if not proof or not parties:
        return
    people = [*found.people, *named(found.signatories, context)]
    yield Agreement(
        **proof,
        parties=parties,
        kind=found.kind or UNSET,
        signed=found.signed or UNSET,
        title=found.title or UNSET,
        subjects=list(found.subjects) or UNSET,
        signatories=people or UNSET,
        place=found.place or UNSET,
    )


def named(people: Sequence[Person], context: Context) -> list[PersonNamed]:
    """People as facts name them: a bare surname completed from the rest of the document."""
    facts: dict[str, PersonNamed] = {}
    for person in people:
        whole = context.whole_name(person)
        facts.setdefault(whole, PersonNamed(name=whole, post=person.post or UNSET, of=person.of or UNSET))
    return list(facts.values())


_HEAD = 5
LATE = regex(r"延期|延後|延至|延宕|順延|補辦|推遲|改期|遲來")
_REGION_ENDS = regex(r"[州縣県省道府國国郡都邦]\s*$")


def counterpart_name(text: str, context: Context) -> str:
    """The name of the one counterpart that a cell or a line names, without the country and the region before it.

    馬來西亞雪蘭莪州巴生市 is 巴生市; 邁阿密戴德郡 and 汶萊留台同學會 stay whole, because what stands before the part
    that is known as a name is no region of its own.
    """
    words = text.strip()
    last = next((party for party in reversed(context.parties(words)) if party.kind is not PartyKind.COUNTRY), None)
    if last is None or last.own or not words.endswith(last.name):
        return words
    lead = words.removesuffix(last.name).strip()
    return last.name if not lead or country_code(lead) or _REGION_ENDS.search(lead) else words


def one_level(parties: Sequence[Party], kind: str) -> list[Party]:
    """The parties of one sort that can have signed together: schools with schools, ports with ports, else all."""
    for level in (PartyKind.SCHOOL, PartyKind.PORT, PartyKind.COUNCIL):
        same = [party for party in parties if party.kind is level]
        if len(same) >= 2 or (
            same and (kind, level) in (("sister_school", PartyKind.SCHOOL), ("sister_port", PartyKind.PORT))
        ):
            return same
    if kind in ("sister_city", "friendship_city"):
        bonded = [party for party in parties if party.kind is PartyKind.CITY]
        if bonded:
            return bonded
    cities = [party for party in parties if party.kind is not PartyKind.COUNTRY]
    return cities or list(parties)


def main_partner(context: Context) -> list[Party]:
    """The one counterpart that the head of the document is about, whom `the two cities` mean further down."""
    named = [party for block in context.blocks[:_HEAD] for party in context.parties(block.text)]
    cities = [party for party in named if party.kind is PartyKind.CITY and not party.own]
    return cities[:1] if len({stem(party.name) for party in cities}) == 1 else []


_FIELDS = regex(
    r"(?:在|就|涵蓋|包括|包含|擴及|聚焦|加強|深化|推動|共同深化|面向為|面向|領域為|合作範圍從"
    r"|於)(?P<list>[\u3400-\u9fff、及與和]{2,60}?)(?:等)?(?:\s*\d+\s*|[一二三四五六七八九十多]+)?(?:項"
    r"|大)?(?:多元)?(?:領域|面向|議題|方面|(?:合作|交流)(?=[，。；]|$))|(?:面向為|面向|領域為"
    r"|涵蓋)(?P<rest>[\u3400-\u9fff、及與和]{3,60})(?=[，。；]|$)"
)
_SPLIT = regex(r"[、]|(?<=[\u3400-\u9fff]{2})[及與和](?=[\u3400-\u9fff]{2})|以及|，")


def subjects_zh(text: str) -> list[str]:
    """The fields of cooperation that the text lists: 在觀光、文化及教育等領域."""
    match = _FIELDS.search(text)
    if not match:
        return []
    parts = [part.strip() for part in _SPLIT.split(match["list"] or match["rest"])]
    return [part for part in parts if 2 <= len(part) <= 12] if len(parts) > 1 else []


_LEAD_EN = regex(
    r"\b(?:such as|in the fields? of|in the areas? of|covering|covers|that covers|cooperation (?:on"
    r"|in)|collaboration (?:on|in)|including|on|in)\s+(?P<list>[^.;]{3,220})"
)
_SPLIT_EN = regex(r",\s*(?:and\s+)?|\s+and\s+")
_VERBAL = regex(r"\b(?:is|are|was|were|has|have|had|will|the mayors|signed|who|which|that|to)\b|\d")


def subjects_en(text: str) -> list[str]:
    """The fields of cooperation that an English text lists: covering trade, tourism and culture."""
    lead = _LEAD_EN.search(text)
    words = lead["list"] if lead else text.strip().rstrip(".")
    parts = [re.sub(r"^(?:the|on|in)\s+", "", part.strip()) for part in re.split(r",\s*", words)]
    last = parts[-1]
    if " and " in last:
        first, _, second = last.rpartition(" and ")
        parts[-1:] = [first.strip(), second.strip()] if first and not first.startswith("and ") else [second.strip()]
    parts = [part.removeprefix("and ").strip() for part in parts if part]
    fine = [part for part in parts if part and len(part.split()) <= 5 and not _VERBAL.search(part)]
    return fine if len(fine) > 1 and len(fine) == len(parts) else []
