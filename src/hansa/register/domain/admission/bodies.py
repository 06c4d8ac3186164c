"""Which organization a name means: names that documents give to one body are brought together, in any order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from hansa import facts
from hansa.atlas.directory import KnownOrganization, find_organization
from hansa.register.derived import key_of
from hansa.register.domain.admission.likeness import likeness
from hansa.register.domain.admission.statement import Statement, stated

_BRACKETS = re.compile(r"^(?P<name>[^（(]+?)\s*[（(]\s*(?P<other>[^（）()]+?)\s*[)）]$")
# Two English names under one acronym that share fewer words than this are two bodies.
_SAME_BODY = 0.5


@dataclass(eq=False)
class Body:
    """An organization as some statements, or a record, name it.

    `names` are the folded names that it alone goes by, `acronyms` those that others may go by as well, `hints` what
    stands in brackets behind a name. `record` is the number of an organization that people hold.
    """

    names: set[str]
    acronyms: set[str] = field(default_factory=set)
    hints: set[str] = field(default_factory=set)
    name_en: str = ""
    listed: KnownOrganization | None = None
    record: int | None = None
    statements: list[Statement] = field(default_factory=list)

    def absorb(self, other: "Body") -> None:
        """Take another description of the same organization in."""
        self.names |= other.names
        self.acronyms |= other.acronyms
        self.hints |= other.hints
        self.name_en = self.name_en or other.name_en
        self.listed = self.listed or other.listed
        self.record = self.record or other.record
        self.statements += other.statements

    def may_be(self, other: "Body") -> bool:
        """Whether an acronym, or what stands in brackets, joins the two, and their English names do not forbid it."""
        if self.record and other.record and self.record != other.record:
            return False
        shared = self.acronyms & (other.acronyms | other.names) or other.acronyms & self.names
        hinted = self.hints & (other.names | other.acronyms) or other.hints & (self.names | self.acronyms)
        if not shared and not hinted:
            return False
        return not (self.name_en and other.name_en) or likeness(self.name_en, other.name_en) >= _SAME_BODY


def names_in(statement: Statement) -> tuple[str, str, str]:
    """The name, the English name and the acronym by which a statement calls an organization, empty without."""
    fact = statement.fact
    if isinstance(fact, facts.Organization):
        return fact.name, stated(fact.name_en) or "", stated(fact.acronym) or ""
    assert isinstance(fact, facts.Membership | facts.Project)  # noqa: S101 - the others name no organization
    return fact.organization, "", ""


def _body(statement: Statement) -> Body:
    body = _described(*names_in(statement))
    return replace(
        body, names=set(body.names), acronyms=set(body.acronyms), hints=set(body.hints), statements=[statement]
    )


@lru_cache(20_000)
def _described(name: str, name_en: str, acronym: str) -> Body:
    """An organization by its names alone, which whoever changes it copies first."""
    bracketed = _BRACKETS.match(name)
    spelled = [name, name_en, *([bracketed["name"]] if bracketed else [])]
    listed = find_organization(name) or (find_organization(name_en) if name_en else None)
    return Body(
        names={key for one in (*spelled, *(listed.all_names if listed else ())) if (key := key_of(one))},
        acronyms={key_of(acronym)} - {""},
        hints={key_of(bracketed["other"])} - {""} if bracketed else set(),
        name_en=name_en,
        listed=listed,
    )


def keys_in(name: str, name_en: str, acronym: str) -> set[str]:
    """Every folded name by which an organization of these names may be found."""
    body = _described(name, name_en, acronym)
    return body.names | body.acronyms | body.hints


def keys_of(statement: Statement) -> set[str]:
    """Every folded name by which the statement's organization may be found."""
    return keys_in(*names_in(statement))


def bodies_of(statements: Sequence[Statement], held: Iterable[Body]) -> list[Body]:
    """The organizations that these statements name, those that people hold first.

    Names are shared first; then acronyms and brackets join what they may. The order of the statements is that of their
    content, so that the same statements give the same organizations.
    """
    named = _by_names([*held, *map(_body, statements)])
    joined: list[Body] = []
    for body in named:
        same = next((one for one in joined if one.may_be(body)), None)
        if same:
            same.absorb(body)
        else:
            joined.append(body)
    return joined


def _by_names(bodies: Iterable[Body]) -> list[Body]:
    """Those that share a name as one, in the order of their first."""
    first: dict[str, Body] = {}
    kept: list[Body] = []
    for body in bodies:
        same = dict.fromkeys(first[name] for name in sorted(body.names) if name in first)
        if not same:
            kept.append(body)
            first.update(dict.fromkeys(body.names, body))
            continue
        into, *others = sorted(same, key=kept.index)
        for other in (*others, body):
            into.absorb(other)
        kept = [one for one in kept if one not in others]
        first.update(dict.fromkeys(into.names, into))
    return kept
