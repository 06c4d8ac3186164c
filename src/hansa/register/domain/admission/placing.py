"""Which record each group of facts is: those that people made come first, then those that hold most of its facts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from hansa.register.derived import key_of
from hansa.register.domain.admission.agreements import Tie, kind_and_date
from hansa.register.domain.admission.exchanges import Occasion
from hansa.register.domain.admission.figures import Count, figure_key
from hansa.register.domain.admission.hands import made_by_people
from hansa.register.domain.admission.organizations import project_key
from hansa.register.domain.admission.planning import Group, Plan
from hansa.register.domain.admission.statement import Statement
from hansa.register.models import Agreement, Exchange, Fact, Figure, Membership, Party, Project

# How well a record that people made fits a group, 0 best; the group's place; the record's number.
Fit = tuple[int, int, int]


def place_groups(
    groups: Sequence[Sequence[Statement]],
    fits: Iterable[Fit],
    held: Callable[[Statement], int | None],
    firm: Collection[int],
) -> dict[int, int]:
    """The number of the record of each group that has one, by the group's place.

    First come the `fits`; then each group keeps the record that holds most of its facts, one of those that are `firm`
    before others, where several hold as many that of the lowest number.
    """
    shares = [
        (number not in firm, -count, number, place)
        for place, group in enumerate(groups)
        for number, count in Counter(filter(None, map(held, group))).items()
    ]
    pairs = [(place, number) for _, place, number in sorted(fits)]
    pairs += [(place, number) for *_, number, place in sorted(shares)]
    placed: dict[int, int] = {}
    taken: set[int] = set()
    for place, number in pairs:
        if place not in placed and number not in taken:
            placed[place] = number
            taken.add(number)
    return placed


def fits_of(
    planned: Plan, kind: str, groups: Sequence[Group], bodies: dict[int, int], known: Collection[int]
) -> list[Fit]:
    """The records of a kind that people made and that tell of the same as one of the groups.

    `bodies` are the numbers of the organizations of groups by their places, `known` those of all facts at hand: what
    rests on others as well is left alone.
    """
    found = list(_FITTING[kind](planned, groups, bodies))
    if kind == "membership":
        return found
    made = made_by_people(kind, {number for _, _, number in found})
    others = Fact.objects.filter(**{f"{kind}__in": made}).exclude(pk__in=known).values_list(kind, flat=True)
    return [fit for fit in found if fit[2] in made - set(others)]


def _memberships(planned: Plan, groups: Sequence[Group], bodies: dict[int, int]) -> Iterator[Fit]:
    """There is one membership of each pair, whoever made it."""
    places = {}
    for place, group in enumerate(groups):
        party = planned.numbers[planned.keys_of(group.statements[0])[0]]
        places[party, bodies[place]] = place
    found = Membership.objects.filter(
        merged_into=None, party__in={party for party, _ in places}, organization__in={body for _, body in places}
    )
    for number, party, body in found.values_list("pk", "party_id", "organization_id"):
        if (party, body) in places:
            yield 0, places[party, body], number


def _projects(planned: Plan, groups: Sequence[Group], bodies: dict[int, int]) -> Iterator[Fit]:
    places = {(bodies[place], project_key(group.statements[0].fact)): place for place, group in enumerate(groups)}  # type: ignore[arg-type]
    found = Project.objects.filter(organization__in=set(bodies.values()))
    for number, body, title in found.values_list("pk", "organization_id", "title"):
        if (body, key_of(title)) in places:
            yield 0, places[body, key_of(title)], number


def _agreements(planned: Plan, groups: Sequence[Group], bodies: dict[int, int]) -> Iterator[Fit]:
    between = defaultdict(list)
    for place, group in enumerate(groups):
        between[frozenset(planned.numbers[key] for key in planned.keys_of(group.statements[0]))].append(place)
    # A home city has very many; its partners have few.
    homes = frozenset(Party.objects.filter(offices__isnull=False).values_list("pk", flat=True))
    partners = {party for parties in between for party in parties - homes or parties}
    sides = defaultdict(set)
    found = Agreement.objects.filter(merged_into=None, sides__party__in=partners)
    rows = Agreement.objects.filter(pk__in=found.values("pk")).values_list("pk", "kind", "signed", "sides__party")
    for number, kind, signed, party in rows:
        sides[number, kind, signed].add(party)
    for (number, kind, signed), parties in sides.items():
        for place in between.get(frozenset(parties), ()):
            tie: Tie = groups[place].told
            fits = [
                fit
                for one in tie.statements
                if (fit := Tie(kind, signed, {signed} - {""}).fit(*kind_and_date(one), None)) is not None
            ]
            if fits:
                yield min(fits), place, number


def _exchanges(planned: Plan, groups: Sequence[Group], bodies: dict[int, int]) -> Iterator[Fit]:
    for place, group in enumerate(groups):
        occasion: Occasion = group.told
        parties = {planned.numbers[key]: key for key in occasion.parties}
        first, last = occasion.days
        told: Any = group.statements[0].fact
        found = Exchange.objects.filter(
            merged_into=None, home=group.statements[0].home, kind=told.kind, parties__in=parties
        )
        if first or last:
            found = found.filter(last__gte=first) if first else found
            found = found.filter(first__lte=last) if last else found
        else:
            found = found.filter(date="")
        for number, date, title, party in found.values_list("pk", "date", "title", "parties"):
            record = Occasion(date, title, {parties[party]})
            keys = set(occasion.parties)
            if any(record.is_told_by(one, keys, planned.parties.countries) for one in occasion.statements):
                yield 0, place, number


def _figures(planned: Plan, groups: Sequence[Group], bodies: dict[int, int]) -> Iterator[Fit]:
    places = defaultdict(list)
    for place, group in enumerate(groups):
        places[figure_key(group.statements[0])].append(place)
    found = Figure.objects.filter(folded__in={key[1] for key in places})
    columns = found.values_list("pk", "home_id", "folded", "unit", "first", "last", "value", "section")
    for number, home, folded, unit, first, last, value, section in columns:
        for place in places.get((home, folded, key_of(unit), first, last), ()):
            count: Count = groups[place].told
            if count.value == value or count.is_under(section):
                yield int(count.value != value), place, number


_FITTING: dict[str, Callable[[Plan, Sequence[Group], dict[int, int]], Iterator[Fit]]] = {
    "membership": _memberships,
    "project": _projects,
    "agreement": _agreements,
    "exchange": _exchanges,
    "figure": _figures,
}
