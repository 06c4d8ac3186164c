"""Organizations, memberships and projects: which facts tell of one, and what it holds by them."""

from collections.abc import Sequence

from hansa import facts
from hansa.register.derived import key_of
from hansa.register.domain.admission.bodies import Body, names_in
from hansa.register.domain.admission.draft import Draft
from hansa.register.domain.admission.numbers import counted
from hansa.register.domain.admission.statement import Statement, stated
from hansa.register.domain.recognition import best_spelling, is_latin


def describe_organization(draft: Draft, statements: Sequence[Statement], body: Body) -> None:
    """What an organization holds by the facts that describe it, and by the names that memberships give it."""
    for statement in draft.reading(statements):
        fact = statement.fact
        if isinstance(fact, facts.Organization):
            _describe(draft, fact)
    _name(draft, [name for statement in statements for name in names_in(statement) if name], body)


def _describe(draft: Draft, fact: facts.Organization) -> None:
    draft.fill("name_en" if is_latin(fact.name) else "name_zh", fact.name)
    for field in ("name_en", "acronym", "purpose"):
        draft.fill(field, getattr(fact, field))
    for field in ("kind", "headquarters"):
        draft.hold(field, getattr(fact, field))
    draft.date("founded", fact.founded)
    draft.extend("founded_by", fact.founded_by)
    draft.extend("websites", fact.website)
    draft.extend("predecessors", fact.predecessors)
    _hold_members(draft, fact)


def _hold_members(draft: Draft, fact: facts.Organization) -> None:
    """Keep one count of each sort of member; another count of the same sort is a difference."""
    held = {count["of"]: count["count"] for count in draft.holds("members") or ()}
    told = {members.of: members.count for members in stated(fact.members) or ()}
    other = {of: count for of, count in told.items() if held.get(of, count) != count}
    if other:
        draft.differ("members", {of: held[of] for of in other}, other)
    if told and "members" not in draft.fixed:
        draft.fields["members"] = [{"count": count, "of": of} for of, count in (told | held).items()]


def _name(draft: Draft, names: Sequence[str], body: Body) -> None:
    """Fill the names shown: the directory's where no document describes the body, else the best spelling."""
    listed = body.listed
    for field, latin in (("name_zh", False), ("name_en", True)):
        spelled = [name for name in names if is_latin(name) == latin]
        draft.fill(field, getattr(listed, field) if listed else best_spelling(spelled))
    draft.fill("acronym", listed.acronym if listed else None)
    if names and not draft.holds("name_zh") and not draft.holds("name_en"):
        draft.fill("name_en" if is_latin(names[0]) else "name_zh", best_spelling(names))


def describe_membership(draft: Draft, statements: Sequence[Statement], parties: dict[str, int]) -> None:
    """What a membership holds by its facts, its organization set aside; `parties` are numbers by name."""
    for statement in draft.reading(statements):
        fact = statement.fact
        assert isinstance(fact, facts.Membership)  # noqa: S101 - grouped so
        draft.fill("party", parties[fact.member])
        draft.date("since", fact.since)
        draft.hold("role", fact.role)
        draft.fill("office_name", fact.office)
        draft.fill("through", fact.through)


def project_key(fact: facts.Project) -> str:
    """What tells an organization's projects apart; empty for the number of them."""
    return key_of(stated(fact.title) or "")


def describe_project(draft: Draft, statements: Sequence[Statement], parties: dict[str, int]) -> None:
    """What a project holds by its facts; `parties` are numbers by name."""
    for statement in draft.reading(statements):
        fact = statement.fact
        assert isinstance(fact, facts.Project)  # noqa: S101 - grouped so
        draft.fill("title", fact.title)
        draft.hold("count", counted(fact.count))
        organizing = stated(fact.organizing)
        if organizing:
            draft.fill("organizing", parties[organizing])
        for name in stated(fact.participating) or ():
            draft.add("participating", parties[name])
