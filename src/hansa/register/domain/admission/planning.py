"""Which facts are let in, and which of them tell of one record: on plain values, whatever order they came in."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hansa import facts
from hansa.register.derived import key_of
from hansa.register.domain.admission.agreements import Tie, ties
from hansa.register.domain.admission.bodies import Body, bodies_of, keys_of, names_in
from hansa.register.domain.admission.exchanges import Occasion, occasions
from hansa.register.domain.admission.figures import counts, figure_key
from hansa.register.domain.admission.hindrance import Unresolved
from hansa.register.domain.admission.naming import Meaning, PartyNames, PersonNames
from hansa.register.domain.admission.numbers import counted, measured
from hansa.register.domain.admission.organizations import project_key
from hansa.register.domain.admission.statement import Statement, stated
from hansa.register.domain.recognition import parent_name
from hansa.register.enums import Admit, Hindrance

# A fact with at least this score may be admitted without a person having looked at it.
SURE = 0.8


@dataclass(eq=False)
class Group:
    """Facts that tell of one record of a kind; `body` is the organization that a membership or project is in.

    `record` is the number of that into which people put others that tell of the same.
    """

    kind: str
    statements: list[Statement]
    told: Any = None
    body: Body | None = None
    record: int | None = None


@dataclass
class Plan:
    """Whom the names mean, what the facts let in tell of, and why the others are left.

    `numbers` are those of the parties' records by the keys of their meanings, once they are written.
    """

    parties: PartyNames
    people: PersonNames
    let_in: list[Statement] = field(default_factory=list)
    left: dict[int, Unresolved] = field(default_factory=dict)
    bodies: list[Body] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def keys_of(self, statement: Statement) -> list[str]:
        """The keys of the parties that a statement is of, each once, its own city left out of an exchange."""
        keys = dict.fromkeys(self.parties.meaning(name).key for name in party_names(statement))
        own = Meaning.of(statement.home) if statement.type == "exchange" and statement.home else None
        return [key for key in keys if not own or key != own.key]


def party_names(statement: Statement) -> list[str]:
    """The names of the parties that the record of a statement has."""
    fact = statement.fact
    match fact:
        case facts.Agreement():
            return list(fact.parties)
        case facts.Exchange():
            return list(stated(fact.parties) or ())
        case facts.Membership():
            return [fact.member]
        case facts.Project():
            organizing = stated(fact.organizing)
            return [*(stated(fact.participating) or ()), *([organizing] if organizing else [])]
    return []


def people_in(statement: Statement) -> list[facts.PersonNamed]:
    """The people whom a statement names."""
    fact = statement.fact
    if isinstance(fact, facts.Agreement):
        return list(stated(fact.signatories) or ())
    return list(stated(fact.people) or ()) if isinstance(fact, facts.Exchange) else []


def names_of(statements: Iterable[Statement]) -> tuple[list[str], list[str]]:
    """All names of parties in the statements, those for whom people came and those they are parts of too; of people."""
    parties: dict[str, None] = {}
    people: dict[str, None] = {}
    for statement in statements:
        named = people_in(statement)
        parties |= dict.fromkeys(party_names(statement))
        parties |= dict.fromkeys(of for one in named if (of := stated(one.of)))
        people |= dict.fromkeys(one.name for one in named)
    parents = dict.fromkeys(parent for name in parties if (parent := parent_name(name)))
    return [*parties, *parents], list(people)


def plan(
    statements: Sequence[Statement], placed: Sequence[Statement], held: Callable[[set[str]], Iterable[Body]]
) -> Plan:
    """Plan the records of statements, in their order, besides those that people have placed.

    `held` gives the organizations of the register that people hold, by the folded names that any of these may bear.
    """
    party_spellings, people = names_of((*statements, *placed))
    planned = Plan(PartyNames(party_spellings), PersonNames(people))
    waiting = [statement for statement in statements if _may_come_in(planned, statement)]
    introduced = {key for one in waiting if one.let_in == Admit.ALL for key in planned.keys_of(one)}
    named = [one for one in waiting if _has_known_parties(planned, one, introduced)]
    # One that a person has just parted from its project is in an organization all the same.
    parted = [one for one in placed if one.type == "project" and one.record is None]
    _plan_bodies(planned, [*named, *parted], held)
    planned.let_in = [one for one in named if one.number not in planned.left]
    planned.groups = list(_groups(planned, placed))
    return planned


def _may_come_in(planned: Plan, statement: Statement) -> bool:
    """Whether the policy and the fact itself let it in, whoever its names mean; why not is kept."""
    try:
        _must_be_let_in(statement)
        for name in party_names(statement):
            planned.parties.meaning(name)
        for person in people_in(statement):
            planned.people.meaning(person.name)
        _must_make_a_record(planned, statement)
        _must_be_of_their_time(planned, statement)
    except Unresolved as why:
        planned.left[statement.number] = why
        return False
    return True


def _must_be_let_in(statement: Statement) -> None:
    if statement.let_in == Admit.NONE:
        raise Unresolved(Hindrance.UNREVIEWED)
    if statement.let_in == Admit.SURE and statement.score < SURE:
        raise Unresolved(Hindrance.UNSURE, f"{statement.score:.2f}")


def _must_make_a_record(planned: Plan, statement: Statement) -> None:
    fact = statement.fact
    match fact:
        case facts.Agreement() if len(planned.keys_of(statement)) < 2:
            raise Unresolved(Hindrance.ONE_PARTY)
        case facts.Organization() if not key_of(fact.name):
            raise Unresolved(Hindrance.NO_NAME, fact.name)
        case facts.Membership() | facts.Project() if not key_of(fact.organization):
            raise Unresolved(Hindrance.NO_NAME, fact.organization)
        case facts.Project() if not project_key(fact) and counted(fact.count) is None:
            raise Unresolved(Hindrance.NO_PROJECT)
        case facts.Exchange():
            counted(fact.headcount), counted(fact.attendance)
        case facts.Figure() if not key_of(fact.measure):
            raise Unresolved(Hindrance.NO_NAME, fact.measure)
        case facts.Figure():
            measured(fact.value)


def _must_be_of_their_time(planned: Plan, statement: Statement) -> None:
    """What parties signed, joined or did, they did while they existed; the database takes nothing else."""
    dates = {"agreement": "signed", "membership": "since", "exchange": "date"}
    date = stated(getattr(statement.fact, dates.get(statement.type, ""), None)) or ""
    for name in party_names(statement):
        if not planned.parties.existed(name, date):
            raise Unresolved(Hindrance.OTHER_TIMES, name)


def _has_known_parties(planned: Plan, statement: Statement, introduced: set[str]) -> bool:
    """Whether the register, the atlas or a fact that is let in without question knows the parties; why not is kept."""
    for name in party_names(statement):
        meaning = planned.parties.meaning(name)
        if meaning.is_bare and meaning.key not in introduced:
            planned.left[statement.number] = Unresolved(Hindrance.UNKNOWN_PARTY, name)
            return False
    return True


def _plan_bodies(planned: Plan, statements: Iterable[Statement], held: Callable[[set[str]], Iterable[Body]]) -> None:
    """Find the organizations; a membership or project in one that nobody else knows is left, unless all is let in."""
    naming = [one for one in statements if one.type in ("organization", "membership", "project")]
    for body in bodies_of(naming, held({key for one in naming for key in keys_of(one)})):
        known = body.record or body.listed
        if known or any(one.type == "organization" or one.let_in == Admit.ALL for one in body.statements):
            body.statements.sort(key=lambda statement: statement.order)
            planned.bodies.append(body)
            continue
        for one in body.statements:
            planned.left[one.number] = Unresolved(Hindrance.UNKNOWN_ORGANIZATION, names_in(one)[0])


def _groups(planned: Plan, placed: Sequence[Statement]) -> Iterator[Group]:
    """The facts that tell of one record each, organizations aside; what people have placed draws others to it."""
    for body in planned.bodies:
        members = [one for one in body.statements if one.type == "membership"]
        yield from (Group("membership", group, body=body) for group in _by(members, planned.keys_of))
        projects = [one for one in body.statements if one.type == "project" and not one.pinned]
        yield from (Group("project", group, body=body) for group in _by(projects, lambda one: project_key(one.fact)))  # type: ignore[arg-type]

    def sides(statement: Statement) -> frozenset[str]:
        return frozenset(planned.keys_of(statement))

    of_type = {kind: group for group in _by(planned.let_in, lambda one: one.type) for kind in [group[0].type]}
    told_of = [one for one in placed if all(map(planned.parties.key, party_names(one)))]
    between = _placed_by(told_of, "agreement", sides)
    for free in _by(of_type.get("agreement", ()), sides):
        yield from _free("agreement", ties(free, between[sides(free[0])]))
    alike = _placed_by(told_of, "exchange", _city_and_kind)
    for free in _by(of_type.get("exchange", ()), _city_and_kind):
        found = occasions(free, planned.keys_of, planned.parties.countries, alike[_city_and_kind(free[0])])
        yield from _free("exchange", found)
    for thing in _by(of_type.get("figure", ()), figure_key):
        yield from (Group("figure", count.statements, count) for count in counts(thing))


def _city_and_kind(statement: Statement) -> Hashable:
    return statement.home, statement.fact.kind  # type: ignore[union-attr]


def _placed_by(
    placed: Iterable[Statement], kind: str, key: Callable[[Statement], Hashable]
) -> Mapping[Hashable, list[Statement]]:
    """The facts of a type that people have placed, by what those must share that tell of the same."""
    found: dict[Hashable, list[Statement]] = defaultdict(list)
    for statement in placed:
        if statement.type == kind:
            found[key(statement)].append(statement)
    return found


def _free(kind: str, found: Iterable[Tie | Occasion]) -> Iterator[Group]:
    """What is told of one record each, without the facts that people have placed."""
    for one in found:
        if free := [statement for statement in one.statements if not statement.pinned]:
            yield Group(kind, free, one, record=one.record)


def _by(statements: Iterable[Statement], key: Callable[[Statement], Any]) -> list[list[Statement]]:
    """The statements that share a key together, in the order of their first."""
    groups: dict[Hashable, list[Statement]] = defaultdict(list)
    for statement in statements:
        found = key(statement)
        groups[tuple(found) if isinstance(found, list) else found].append(statement)
    return list(groups.values())
