"""How many members an organization has by the register, and joint projects: numbers told of a body that is named."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from hansa.figures.checking.alike import Match, match_of
from hansa.figures.checking.claims import Claim
from hansa.figures.checking.digits import is_near
from hansa.figures.checking.known import Known
from hansa.figures.checking.known_organizations import Organizations
from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.counts import count_members
from hansa.register.enums import FactState
from hansa.register.models import Fact, Organization

Sizes = Mapping[tuple[int, str], Known]
"""The counts of organizations, by their number and by what is counted: countries, cities, members, projects …"""

_PROJECT = "projects"
_PROJECTS = regex(r"(?:joint )?projects?\b|(?:共同|合作|聯合)?計畫")


def sizes_known() -> Sizes:
    """How many members, and of what, organizations have by their records and by documents; three queries."""
    told: dict[tuple[int, str], dict[Decimal, list[str]]] = defaultdict(dict)
    organizations = Organization.objects.filter(merged_into=None).in_bulk()
    for number, one in organizations.items():
        for members in one.members:
            told[number, members["of"]].setdefault(Decimal(members["count"]), [])
    for number, count in Organization.objects.filter(projects__count__gt=0).values_list("pk", "projects__count"):
        told[number, _PROJECT].setdefault(Decimal(count or 0), [])
    facts = Fact.objects.filter(state=FactState.ADMITTED, organization__isnull=False, data__has_key="members")
    for number, listed, source in facts.values_list("organization_id", "data__members", "passage__source_id"):
        for members in listed:
            told[number, members["of"]].setdefault(Decimal(members["count"]), []).append(f"source-{source}")
    return {
        key: _known(organizations[key[0]], key[1], counts) for key, counts in told.items() if key[0] in organizations
    }


def _known(body: Organization, of: str, told: Mapping[Decimal, list[str]]) -> Known:
    sources = (source for counted in told.values() for source in counted)
    return Known(f"{body} · {of}", tuple(told), "", tuple(dict.fromkeys((body.ref, *sources))), timeless=True)


def sizes_of_bodies(claim: Claim, organizations: Organizations, sizes: Sizes) -> Iterator[Match]:
    """The count of the organization that the number's sentence, row or heading names last.

    Members come and go: what is no slip of a number that somebody published may be a newer one.
    """
    of = _counted(claim)
    read = claim.number.read
    for text in (read.block.text, *reversed(read.block.headings)) if of else ():
        named = organizations.named(text)
        if named:
            known = sizes.get((named[-1][0], of))
            if known and is_near(claim.number.value, known.values):
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
