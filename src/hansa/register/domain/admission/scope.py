"""Which facts a change may concern: only their records are planned anew, and come out as if all had been."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.db.models.fields.json import KT

from hansa.facts import span
from hansa.register.derived import key_of
from hansa.register.domain.admission.bodies import keys_in, keys_of
from hansa.register.domain.admission.naming import PartyNames
from hansa.register.domain.admission.planning import names_of
from hansa.register.domain.admission.statement import Statement, stated, statements_of
from hansa.register.enums import Admit, Hindrance
from hansa.register.models import Fact, Office, OrganizationName, PartyName
from hansa.register.models.source import RECORD_FIELDS

_IN_BODIES = ("organization", "membership", "project")
_NAMELESS = (Hindrance.UNKNOWN_PARTY, Hindrance.UNKNOWN_ORGANIZATION, Hindrance.SEVERAL_PARTIES, Hindrance.ONE_PARTY)


def facts_that_matter() -> Any:
    """The facts that documents or people put up for admission, refused ones too."""
    return Fact.objects.exclude(let_in=Admit.NONE)


def concerned_by(numbers: Iterable[int], records: Mapping[str, Collection[int]]) -> list[Statement]:
    """The facts of these numbers, those in these records, by kind, and all that may share a record with any of them.

    Two facts may share one where names, or parties, or days and kind, or measures bring them together, directly or by
    way of others; and facts that wait for a name that is known by now.
    """
    in_records = _any(Q(**{f"{kind}__in": held}) for kind, held in records.items())
    found: dict[int, Statement] = {}
    new = {*numbers, *facts_that_matter().filter(in_records).values_list("pk", flat=True)}
    while new:
        added = statements_of(facts_that_matter().filter(pk__in=new))
        found |= {statement.number: statement for statement in added}
        new = set(_beside(added)) - set(found)
    return list(found.values())


def _any(conditions: Iterable[Q]) -> Q:
    united = Q(pk__in=[])
    for condition in conditions:
        united |= condition
    return united


def _beside(statements: list[Statement]) -> set[int]:
    """The numbers of the facts that may share a record with one of these."""
    records = defaultdict(set)
    for one in statements:
        if one.record:
            records[one.type].add(one.record)
    together = _any(Q(**{f"{kind}__in": records[kind]}) for kind in RECORD_FIELDS)
    together |= _between_the_same(statements) | _of_the_same_measure(statements)
    found = set(facts_that_matter().filter(together).values_list("pk", flat=True))
    return found | _on_the_same_days(statements) | _in_the_same_bodies(statements) | _waiting_for(statements)


def _between_the_same(statements: Iterable[Statement]) -> Q:
    """Those in agreements of the same parties, of which a home city alone says little."""
    of_agreements = [one for one in statements if one.type == "agreement"]
    spelled, _people = names_of(of_agreements)
    names = PartyNames(spelled)
    parties = {number for name in spelled if (number := names.number(name))}
    homes = set(Office.objects.values_list("home", flat=True))
    parties = parties - homes or parties
    if not parties:
        return Q(pk__in=[])
    # What people put into an agreement may name others than stand in it.
    placed = Fact.objects.filter(type="agreement", pinned=True).values_list("pk", "data__parties")
    named = PartyNames(name for _, spellings in placed for name in spellings)
    beside = {number for number, spellings in placed if parties & set(map(named.number, spellings))}
    return Q(agreement__sides__party__in=parties) | Q(pk__in=beside)


def _of_the_same_measure(statements: Iterable[Statement]) -> Q:
    measured: list[Any] = [one.fact for one in statements if one.type == "figure"]
    return Q(figure__folded__in={key_of(fact.measure) for fact in measured})


def _on_the_same_days(statements: Iterable[Statement]) -> set[int]:
    """Exchanges of the same city and kind whose dates overlap, by way of others too; those without a date together."""
    dated = defaultdict(list)
    for one in statements:
        fact: Any = one.fact
        if one.type == "exchange":
            dated[one.home, fact.kind].append(stated(fact.date) or "")
    found: set[int] = set()
    for (home, kind), dates in dated.items():
        alike = facts_that_matter().filter(type="exchange", passage__source__home=home, data__kind=kind)
        rows = [(number, date or "") for number, date in alike.values_list("pk", KT("data__date"))]
        found |= {number for number, date in rows if not date} if "" in dates else set()
        met = [date for date in dates if date]
        found |= {number for number, date in rows if date and any(span(date).meets(span(one)) for one in met)}
    return found


def _in_the_same_bodies(statements: Iterable[Statement]) -> set[int]:
    """What is said of organizations, and in them, under any of the same names."""
    keys = {key for one in statements if one.type in _IN_BODIES for key in keys_of(one)}
    if not keys:
        return set()
    bodies = OrganizationName.objects.filter(folded__in=keys).values("organization")
    of_bodies = (
        Q(organization__in=bodies) | Q(membership__organization__in=bodies) | Q(project__organization__in=bodies)
    )
    found = set(facts_that_matter().filter(of_bodies).values_list("pk", flat=True))
    columns = [KT(f"data__{name}") for name in ("name", "organization", "name_en", "acronym")]
    rows = facts_that_matter().filter(type__in=_IN_BODIES).values_list("pk", *columns)
    return found | {
        number
        for number, name, organization, name_en, acronym in rows
        if keys & keys_in(name or organization, name_en or "", acronym or "")
    }


def _waiting_for(statements: Iterable[Statement]) -> set[int]:
    """Facts that wait for a name that these have, or that the register knows by now."""
    rows = facts_that_matter().filter(hindrance__in=_NAMELESS).values_list("pk", "hindrance", "about")
    waiting = {number: key_of(about) for number, _, about in rows}
    told = {key_of(name) for name in names_of(statements)[0]}
    told |= {key for one in statements if one.type in _IN_BODIES for key in keys_of(one)}
    unknown = set(waiting.values()) - told
    for names in (PartyName, OrganizationName):
        told |= set(names._default_manager.filter(folded__in=unknown).values_list("folded", flat=True))
    alone = {number for number, hindrance, _ in rows if hindrance == Hindrance.ONE_PARTY}
    return alone | {number for number, key in waiting.items() if key in told}
