"""An agreement made of what a rule found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec import UNSET

from hansa.atlas import country_code
from hansa.facts import Agreement, PersonNamed
from hansa.reading.context import Context
from hansa.reading.document import Stretch
from hansa.reading.patterns import regex
from hansa.reading.values.names import Party, PartyKind, stem
from hansa.reading.values.names.words import BODY_SUFFIX
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
_SHORT_NAME = regex(r"[\u3400-\u9fff]{2,5}")
_REGION_ENDS = regex(r"[州縣県省道府國国郡都邦]\s*$")


def counterpart_name(text: str, context: Context) -> str:
    """The name of the one counterpart that a cell or a line names, without the country and the region before it.

    馬來西亞雪蘭莪州巴生市 is 巴生市; 邁阿密戴德郡 and 汶萊留台同學會 stay whole, because what stands before the part
    that is known as a name is no region of its own.
    """
    words = text.strip()
    last = next((party for party in reversed(context.parties(words)) if party.kind is not PartyKind.COUNTRY), None)
    if last is None:
        land = next((party for party in context.parties(words) if not party.start), None)
        rest = words[land.end :] if land else ""
        return rest if _SHORT_NAME.fullmatch(rest) and not BODY_SUFFIX.search(rest) else words
    if last.own or not words.endswith(last.name):
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
