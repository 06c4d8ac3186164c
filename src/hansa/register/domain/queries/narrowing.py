"""What lists of records are narrowed by: asked of the database for today, of the records themselves for the past.

Where a record of a kind has what a filter asks for is told once, as a path from the record, and serves both ways.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q

from hansa.register.derived import key_of
from hansa.register.domain.queries.agreements import with_state
from hansa.register.domain.queries.records import Records
from hansa.register.domain.standing import standing_of
from hansa.register.enums import AgreementState
from hansa.register.errors import RegisterError
from hansa.register.models import RECORD_KINDS, Agreement, Office, Organization, Party, Unit
from hansa.register.models.record import Record

_PARTIES = {
    "party": ("parent",),
    "agreement": ("sides__party",),
    "membership": ("party",),
    "exchange": ("home", "parties"),
    "project": ("organizing", "participating"),
    "commitment": ("party",),
    "gift": ("party",),
    "figure": ("home",),
    "source": ("home",),
    "picture": ("party",),
}
_OF_UNITS = ("agreement", "membership", "exchange", "commitment", "gift", "question", "picture", "revision")
_OF_OFFICES = (*_OF_UNITS, "project", "figure", "source", "template")
_PATHS: dict[str, dict[str, tuple[str, ...]]] = {
    "kind": {
        **dict.fromkeys(("party", "organization", "agreement", "exchange", "commitment"), ("kind",)),
        "gift": ("direction",),
        "fact": ("type",),
    },
    "party": _PARTIES,
    "country": {kind: tuple(f"{path}__country" for path in paths) for kind, paths in _PARTIES.items()}
    | {"party": ("country",)},
    "organization": {"membership": ("organization",), "project": ("organization",)},
    "state": {"commitment": ("state",), "fact": ("state",), "question": ("state",)},
    "field": {"agreement": ("fields__field",), "exchange": ("fields__field",)},
    "unit": dict.fromkeys(_OF_UNITS, ("unit",)),
    "office": dict.fromkeys(_OF_OFFICES, ("office",)),
}
# The columns with a record's first and last day. Those of a term are open where they are empty; of what was done on a
# day, or is for a period, nothing is known then.
_TERMS = {
    "party": ("begun_first", "ended_last"),
    "membership": ("since_first", "until_last"),
    "project": ("since_first", "until_last"),
}
_DAYS = {
    "agreement": ("signed_first", "signed_last"),
    "exchange": ("first", "last"),
    "commitment": ("due_last", "due_last"),
    "gift": ("first", "last"),
    "figure": ("first", "last"),
}
_NAMED: dict[str, type[Party | Organization | Unit | Office]] = {
    "party": Party,
    "organization": Organization,
    "unit": Unit,
    "office": Office,
}


@dataclass(frozen=True)
class Wanted:
    """Which records of a kind are wanted: by what they have, on what days, and how an agreement stands on a day.

    `having` gives for each filter the values of which a record has one. With `on`, agreements that stand as `state`
    says (in force, where it says nothing), what lasted on that day, and what was done on it.
    """

    kind: str
    having: Mapping[str, Collection[Any]] = field(default_factory=dict)
    first: dt.date | None = None
    last: dt.date | None = None
    on: dt.date | None = None
    state: str = ""


def wanted(
    kind: str, asked: Mapping[str, str], *, days: Sequence[dt.date | None] = (None, None), on: dt.date | None = None
) -> Wanted:
    """What a user asks for by filters and words; names become numbers. Raises RegisterError, in one sentence."""
    given = {name: word for name, word in asked.items() if word}
    state = given.pop("state", "") if kind == "agreement" else ""
    if state and state not in AgreementState.values:
        raise RegisterError(f"--state {state}: write one of {', '.join(AgreementState.values)}")
    dated = any(days) or on
    if dated and kind not in (*_DAYS, *_TERMS):
        raise RegisterError(f"a {kind} has no day: it is not narrowed by one")
    having = {name: _values(kind, name, word) for name, word in given.items()}
    return Wanted(kind, having, days[0], days[1], on, state)


def _values(kind: str, name: str, word: str) -> Collection[Any]:
    if kind not in _PATHS[name]:
        kinds = ", ".join(_PATHS[name])
        raise RegisterError(f"--{name}: a {kind} is not narrowed by it; these are: {kinds}")
    if name in _NAMED:
        return _numbers(name, word)
    if name == "country":
        return {word.upper()}
    choices = _choices(kind, _PATHS[name][kind][0])
    if word not in choices:
        raise RegisterError(f"--{name} {word}: write one of {', '.join(choices)}")
    return {word}


def _choices(kind: str, path: str) -> list[str]:
    model: Any = RECORD_KINDS[kind]
    for step in path.split("__"):
        column = model._meta.get_field(step)
        model = column.related_model or model
    return [value for value, _ in column.flatchoices if value]


def _numbers(name: str, word: str) -> set[int]:
    """The numbers of those whom a word names: by id, or by any of their names."""
    model: Any = _NAMED[name]
    kind, _, number = word.rpartition("-")
    asked = Q(pk=number) if kind == name and number.isdecimal() else Q(name_zh=word) | Q(name_en__iexact=word)
    if kind != name and name in ("party", "organization"):
        asked |= Q(names__folded=key_of(word))
    found = set(model._default_manager.filter(asked).values_list("pk", flat=True))
    if not found:
        raise RegisterError(f"--{name} {word}: the register knows none of this name; write a name or an id ({name}-12)")
    return found


def narrowed(records: Records, asked: Wanted) -> Records:
    """The records that are wanted, of those of today; in one query."""
    for name, values in asked.having.items():
        has = Q(*(Q(**{f"{path}__in": values}) for path in _PATHS[name][asked.kind]), _connector=Q.OR)
        records = records.filter(pk__in=records.model._default_manager.filter(has).values("pk"))
    records = records.filter(_on_days(asked.kind, asked.first, asked.last))
    if asked.kind != "agreement":
        return records.filter(_on_days(asked.kind, asked.on, asked.on))
    if asked.on or asked.state:
        standing = with_state(Agreement.objects.all(), asked.on)
        records = records.filter(pk__in=standing.filter(state=asked.state or AgreementState.IN_FORCE).values("pk"))
    return records


def _on_days(kind: str, first: dt.date | None, last: dt.date | None) -> Q:
    if first is None and last is None:
        return Q()
    begins, ends = (_TERMS | _DAYS)[kind]
    before_last = Q(**{f"{begins}__lte": last}) if last else Q(**{f"{begins}__isnull": False})
    after_first = Q(**{f"{ends}__gte": first}) if first else Q(**{f"{ends}__isnull": False})
    if kind in _DAYS:
        return before_last & after_first
    return (before_last | Q(**{begins: None})) & (after_first | Q(**{ends: None}))


def is_wanted(record: Record, asked: Wanted) -> bool:
    """Whether a record is wanted, by what it holds itself; no query where all of it is fetched."""
    has_all = all(
        any(value in values for path in _PATHS[name][asked.kind] for value in _at(record, path.split("__")))
        for name, values in asked.having.items()
    )
    return has_all and _is_on_days(record, asked.first, asked.last) and _stands(record, asked)


def _stands(record: Any, asked: Wanted) -> bool:
    if asked.kind != "agreement":
        return _is_on_days(record, asked.on, asked.on)
    return not (asked.on or asked.state) or standing_of(record, asked.on).state == (
        asked.state or AgreementState.IN_FORCE
    )


def _is_on_days(record: Record, first: dt.date | None, last: dt.date | None) -> bool:
    if first is None and last is None:
        return True
    kind = record.kind_of_record
    begins, ends = (getattr(record, name) for name in (_TERMS | _DAYS)[kind])
    if kind in _DAYS and (begins is None or ends is None):
        return False
    return not (last and begins and begins > last) and not (first and ends and ends < first)


def _at(held: Any, path: Sequence[str]) -> Iterator[Any]:
    """What stands at the end of a path from a record; of other records their numbers."""
    if held is None:
        return
    if not path:
        yield held.pk if isinstance(held, Model) else held
        return
    there = getattr(held, path[0])
    for one in there.all() if hasattr(there, "all") else (there,):
        yield from _at(one, path[1:])
