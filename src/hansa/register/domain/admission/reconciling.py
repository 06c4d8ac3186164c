"""Letting the register hold what the facts give: only what differs is written."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.utils import timezone

from hansa.register.derived import key_of
from hansa.register.domain.admission.agreements import describe_agreement
from hansa.register.domain.admission.bodies import Body
from hansa.register.domain.admission.conflicts import reconcile_conflicts
from hansa.register.domain.admission.contents import PARTS, begin_draft, fill, fix_what_people_set, spellings
from hansa.register.domain.admission.draft import Difference, Draft
from hansa.register.domain.admission.exchanges import describe_exchange
from hansa.register.domain.admission.figures import describe_figure
from hansa.register.domain.admission.hands import made_by_people, touched_by_people
from hansa.register.domain.admission.leaving import Departure, take_out
from hansa.register.domain.admission.organizations import describe_membership, describe_organization, describe_project
from hansa.register.domain.admission.parties import record_parties, record_people
from hansa.register.domain.admission.placing import fits_of, place_groups
from hansa.register.domain.admission.planning import Group, plan
from hansa.register.domain.admission.recording import Recording, Rows, own_names
from hansa.register.domain.admission.statement import Statement, in_order
from hansa.register.domain.history import Change
from hansa.register.enums import FactState
from hansa.register.models import (
    RECORD_KINDS,
    Fact,
    Membership,
    Organization,
    OrganizationName,
    Project,
    User,
)
from hansa.register.models.record import Record
from hansa.register.models.source import RECORD_FIELDS
from hansa.register.states import State

_BATCH = 500


@dataclass
class Reconciled:
    """What came of it: the record of each fact that has one, why the others are left, which records are new."""

    records: dict[int, Record] = field(default_factory=dict)
    left: dict[int, Any] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)
    differences: list[Difference] = field(default_factory=list)


class Reconciling:
    """One planning of the given facts anew, and the writing of what differs, in the name of `by`.

    The facts `without` which it is done leave their records. `former` has the records in which facts were, by their
    numbers, where a person has just put them elsewhere.
    """

    def __init__(
        self, by: User, statements: Sequence[Statement], without: Collection[int], former: Mapping[int, int]
    ) -> None:
        self._recording = Recording(by)
        self._former = {one.number: one.record for one in statements} | dict(former)
        ordered = [one for one in in_order(statements) if not one.refused and one.number not in without]
        self._pinned = [statement for statement in ordered if statement.pinned]
        free = [statement for statement in ordered if not statement.pinned]
        self._organizations = _organizations_of(ordered)
        self._plan = plan(free, self._pinned, self._bodies_held)
        self._placed = self._put_into_records()
        self._let_in = in_order([*self._plan.let_in, *self._pinned])
        self._all = statements
        self.came = Reconciled(left=dict(self._plan.left))
        self._bodies: dict[Body, int] = {}

    def carry_out(self) -> Reconciled:
        """Write everything: parties and people, organizations, the records in them, then the others."""
        self._parties = record_parties(self._recording, self._plan, self._let_in)
        self._people = record_people(self._recording, self._plan, self._let_in)
        self._carry_out_bodies()
        for kind in ("membership", "project", "agreement", "exchange", "figure"):
            self._carry_out(kind, [group for group in self._plan.groups if group.kind == kind and not group.record])
        reconcile_conflicts(self._all, self.came.differences, self.came.records)
        self._settle_facts()
        take_out(self._recording, self._departures())
        self._recording.finish()
        return self.came

    def _bodies_held(self, keys: set[str]) -> list[Body]:
        """The organizations that people hold, and those into which people put facts beside others."""
        rows = OrganizationName.objects.filter(folded__in=keys, organization__merged_into=None)
        numbers = set(rows.values_list("organization_id", flat=True))
        shared = {number for number, count in Counter(self._organizations.values()).items() if count > 1}
        joined = self._firm("organization") & shared
        held = touched_by_people("organization", numbers) | (joined & numbers)
        found = Organization.objects.filter(pk__in=held).prefetch_related("names").order_by("pk")
        return [
            Body(
                names={key_of(name) for name in (one.name_zh, one.name_en, *map(str, one.names.all())) if name}
                - {key_of(one.acronym)},
                acronyms={key_of(one.acronym)} - {""},
                name_en=one.name_en,
                record=one.pk,
            )
            for one in found
        ]

    def _carry_out_bodies(self) -> None:
        bodies = self._plan.bodies
        groups = [body.statements for body in bodies]
        fits = [(0, place, body.record) for place, body in enumerate(bodies) if body.record]
        placed = place_groups(groups, fits, self._organizations.get, self._firm("organization"))
        held = self._read("organization", placed.values())
        self._hands_on = touched_by_people("organization", {number for number in held if number})
        for place, body in enumerate(bodies):
            record, before = held.pop(placed.get(place), _new("organization"))
            describe = partial(describe_organization, body=body)
            self._bodies[body] = self._write(record, before, body.statements, describe)
        self._carry_out_placed("organization", held)

    def _carry_out(self, kind: str, groups: Sequence[Group]) -> None:
        bodies = {place: self._bodies[group.body] for place, group in enumerate(groups) if group.body}
        fits = fits_of(self._plan, kind, groups, bodies, set(self._former))
        placed = place_groups([group.statements for group in groups], fits, lambda one: one.record, self._firm(kind))
        held = self._read(kind, placed.values())
        for place, group in enumerate(groups):
            record, before = held.pop(placed.get(place), _new(kind))
            if place in bodies and "organization" not in record.fixed:
                record.organization_id = bodies[place]
            self._write(record, before, group.statements, self._describing(record))
        self._carry_out_placed(kind, held)

    def _carry_out_placed(self, kind: str, held: dict[int | None, tuple[Any, State]]) -> None:
        """The records in which are only facts that people put there, and those that people have just parted."""
        for record, before in held.values():
            self._write(record, before, [], self._describing(record))
        for one in self._pinned:
            if one.type == kind and one.record is None:
                record, _ = _new(kind)
                if kind == "project":
                    record.organization_id = next(
                        number for body, number in self._bodies.items() if one in body.statements
                    )
                self._write(record, State(), [one], self._describing(record))

    def _firm(self, kind: str) -> set[int]:
        """The records of a kind into which people put facts."""
        return {one.record for one in self._pinned if one.type == kind and one.record}

    def _put_into_records(self) -> Mapping[tuple[str, int | None], list[Statement]]:
        """By kind and number of the records into which people put facts: what these draw, then these."""
        found: dict[tuple[str, int | None], list[Statement]] = defaultdict(list)
        for group in self._plan.groups:
            if group.record:
                found[group.kind, group.record] += group.statements
        for one in self._pinned:
            if one.record:
                found[one.type, one.record].append(one)
        return found

    def _read(self, kind: str, numbers: Iterable[int]) -> dict[int | None, tuple[Any, State]]:
        """These records, and those into which people put facts; what people set before any fact came is fixed."""
        held = self._recording.read(kind, {*numbers, *self._firm(kind)})
        unmarked = {number for number, (record, _) in held.items() if not record.fixed}
        unmarked -= set(Fact.objects.filter(**{f"{kind}__in": unmarked}).values_list(kind, flat=True))
        for number in made_by_people(kind, unmarked):
            fix_what_people_set(*held[number])
        return dict(held.items())

    def _describing(self, record: Any) -> Callable[[Draft, Sequence[Statement]], None]:
        """What fills the draft of a record of this kind."""
        described: dict[str, Callable[[Draft, Sequence[Statement]], None]] = {
            "organization": partial(describe_organization, body=Body(set())),
            "membership": partial(describe_membership, parties=self._parties),
            "project": partial(describe_project, parties=self._parties),
            "agreement": partial(describe_agreement, parties=self._parties, people=self._people),
            "exchange": partial(describe_exchange, parties=self._parties, people=self._people),
            "figure": describe_figure,
        }
        return described[record.kind_of_record]

    def _write(
        self,
        record: Any,
        before: State,
        told: Sequence[Statement],
        describe: Callable[[Draft, Sequence[Statement]], None],
    ) -> int:
        """Let one record hold what its facts tell, those that people put there last; its number."""
        kind = record.kind_of_record
        told = [*told, *self._placed.get((kind, record.pk), ())]
        draft = begin_draft(record)
        describe(draft, told)
        for statement in told:
            draft.fill("office", statement.office)
            if kind in ("exchange", "figure"):
                draft.fill("home", statement.home)
        fill(record, draft)
        parts: dict[str, Rows] = {
            name: draft.parts.get(name, []) for name in PARTS.get(kind, ()) if name not in record.fixed
        }
        if kind == "organization" and "names" in parts:
            parts["names"] = spellings(record, told, self._hands_on)
        new = not record.pk
        own = [one for one in told if one.type == kind]
        joining = [one for one in told if new or self._number(one, kind) != record.pk]
        if told and "merged_into" in own_names(record):
            # It had lost its facts to another record, and has some again.
            record.merged_into = None
        # What a person has hidden since is not shown again by a fact that was there before.
        record.published = record.published or any(one.published for one in joining)
        rests_on = [one.ref for one in joining or told]
        written = self._recording.write(record, parts, before, "admit" if joining else "revise", rests_on)
        self._note(record, own, new, written)
        self.came.differences += draft.differences
        return int(record.pk)

    def _number(self, statement: Statement, kind: str) -> int | None:
        """The number of the record of a kind in which a statement is so far: a membership is in an organization too."""
        return statement.record if statement.type == kind else self._organizations.get(statement)

    def _note(self, record: Record, own: Sequence[Statement], new: bool, written: bool) -> None:
        """Remember the record of these facts; enter those that come to it and change nothing of it."""
        joining = [one.ref for one in own if one.record != record.pk]
        if joining and not written:
            self._recording.enter(Change("admit", record.ref, rests_on=joining))
        if new:
            self.came.made.add(record.ref)
        self.came.records |= {one.number: record for one in own}

    def _settle_facts(self) -> None:
        """Write to which record each fact belongs, or why it waits."""
        now, changed = timezone.now(), []
        for one in self._all:
            record, why = self.came.records.get(one.number), self.came.left.get(one.number)
            hindrance = (str(why.hindrance), why.about) if why else ("", "")
            if one.refused or (one.record, one.hindrance) == (record and record.pk, hindrance):
                continue
            fact = Fact(pk=one.number, hindrance=hindrance[0], about=hindrance[1], reason="")
            if record:
                setattr(fact, f"{one.type}_id", record.pk)
                fact.state, fact.decided_by, fact.decided_at = FactState.ADMITTED, self._recording.by, now
            changed.append(fact)
        columns = ["state", "hindrance", "about", "reason", "decided_by", "decided_at", *RECORD_FIELDS]
        Fact.objects.bulk_update(changed, columns, batch_size=_BATCH)

    def _departures(self) -> dict[str, dict[int, Departure]]:
        """The records that these facts have left, by kind and number."""
        left: dict[str, dict[int, Departure]] = defaultdict(lambda: defaultdict(Departure))
        for one in self._all:
            record = self.came.records.get(one.number)
            former = self._former[one.number]
            if former and (record is None or record.pk != former):
                _depart(left[one.type][former], one, record.pk if record else None)
            body = self._organizations.get(one)
            if body and body not in self._bodies.values() and one.type != "organization":
                joined: Any = record
                _depart(left["organization"][body], one, joined and joined.organization_id)
        return left


def _new(kind: str) -> tuple[Any, State]:
    """A record that is not written yet."""
    return RECORD_KINDS[kind](), State()


def _depart(departure: Departure, statement: Statement, target: int | None) -> None:
    departure.facts.append(statement.ref)
    departure.targets[target or 0] += 1


def _organizations_of(statements: Iterable[Statement]) -> dict[Statement, int]:
    """The numbers of the organizations in which the records of statements are, where they have one."""
    found: dict[Statement, int] = {}
    of_type = defaultdict(list)
    for statement in statements:
        if statement.record:
            of_type[statement.type].append(statement)
    for kind, model in (("membership", Membership), ("project", Project)):
        numbers = [number for statement in of_type[kind] if (number := statement.record)]
        bodies = dict(model._default_manager.filter(pk__in=numbers).values_list("pk", "organization_id"))
        found |= dict(zip(of_type[kind], map(bodies.__getitem__, numbers), strict=True))
    return found | {statement: statement.record for statement in of_type["organization"] if statement.record}
