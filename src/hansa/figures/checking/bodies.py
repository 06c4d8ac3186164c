"""How many members an organization has by the register, and joint projects: numbers told of a body that is named."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from hansa.atlas.folding import scan
from hansa.figures.checking.alike import Match, match_of
from hansa.figures.checking.claims import Claim
from hansa.figures.checking.known import Known
from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.counts import count_members
from hansa.register.enums import FactState
from hansa.register.models import Fact, Organization, OrganizationName

_PROJECTS = regex(r"(?:joint )?projects?\b|(?:共同|合作|聯合)?計畫")
_PROJECT = "projects"
_SHORTEST = 3


@dataclass
class Body:
    """An organization: the names under which documents name it, and what they count of it, by what is counted."""

    ref: str
    name: str
    spellings: list[str] = field(default_factory=list)
    counts: dict[str, dict[Decimal, list[str]]] = field(default_factory=lambda: defaultdict(dict))

    def names_itself_in(self, text: str) -> int:
        """Where a scanned text names it last; -1 where it does not."""
        return max((text.rfind(spelling) for spelling in self.spellings), default=-1)

    def known(self, of: str) -> Known | None:
        """The count of that sort, with all that documents say of it."""
        told = self.counts.get(of)
        if not told:
            return None
        records = tuple(dict.fromkeys((self.ref, *(source for sources in told.values() for source in sources))))
        return Known(f"{self.name} · {of}", tuple(told), "", records, timeless=True)


def bodies_counted() -> list[Body]:
    """The organizations of which the register knows how many they are; four queries."""
    bodies: dict[int, Body] = {}
    for one in Organization.objects.filter(merged_into=None):
        bodies[one.pk] = Body(one.ref, str(one))
        for told in one.members:
            bodies[one.pk].counts[told["of"]].setdefault(Decimal(told["count"]), [])
    _take_facts(bodies)
    for number, count in Organization.objects.filter(projects__count__gt=0).values_list("pk", "projects__count"):
        if number in bodies and count:
            bodies[number].counts[_PROJECT].setdefault(Decimal(count), [])
    for number, name in OrganizationName.objects.values_list("organization_id", "name"):
        if number in bodies and len(name) >= _SHORTEST:
            bodies[number].spellings.append(scan(name))
    return [body for body in bodies.values() if body.counts]


def _take_facts(bodies: Mapping[int, Body]) -> None:
    """What documents count of the bodies, besides what the records hold of it."""
    facts = Fact.objects.filter(state=FactState.ADMITTED, organization__isnull=False, data__has_key="members")
    for number, members, source in facts.values_list("organization_id", "data__members", "passage__source_id"):
        for told in members if number in bodies else ():
            bodies[number].counts[told["of"]].setdefault(Decimal(told["count"]), []).append(f"source-{source}")


def counts_of_bodies(claim: Claim, bodies: list[Body]) -> Iterator[Match]:
    """The count of the organization that the number's sentence, row or heading names last."""
    of = _counted(claim)
    if not of:
        return
    read = claim.number.read
    for text in (read.block.text, *reversed(read.block.headings)):
        scanned = scan(text)
        places = [(at, body) for body in bodies if (at := body.names_itself_in(scanned)) >= 0]
        if places:
            known = max(places, key=lambda place: place[0])[1].known(of)
            if known:
                yield match_of(claim, known, 1.0)
            return


def _counted(claim: Claim) -> str:
    """What of a body the number counts: countries, cities, members, projects …; empty for anything else."""
    number = claim.number
    if _PROJECTS.match(number.noun):
        return _PROJECT
    sentence = number.read.sentence
    told = count_members(sentence.text, sentence.dates)
    return next((one.of for one in told if one.count == number.value), "")
