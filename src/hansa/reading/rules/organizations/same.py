"""The same organization described twice in one document: known by a shared name or acronym, and made one fact."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import UNSET

from hansa.atlas import fold
from hansa.facts import Organization

_LISTS = ("website", "members")


def without_repetitions(facts: Sequence[Organization]) -> list[Organization]:
    """One fact for each organization, the surest, with what the others tell besides; web addresses and counts of
    members are put together. Two that share a name but not the year of their founding stay two."""
    kept: list[Organization] = []
    named: dict[str, set[int]] = defaultdict(set)
    for fact in sorted(facts, key=lambda fact: -(fact.score or 0.0)):
        alike = sorted({at for name in _names(fact) for at in named[name]})
        twin = next((at for at in alike if _may_be_same(kept[at], fact)), len(kept))
        if twin == len(kept):
            kept.append(fact)
        else:
            kept[twin] = _one(kept[twin], fact)
        for name in _names(kept[twin]):
            named[name].add(twin)
    return kept


def _may_be_same(one: Organization, other: Organization) -> bool:
    return len({str(fact.founded)[:4] for fact in (one, other) if fact.founded}) < 2


def _names(fact: Organization) -> set[str]:
    return {fold(name) for name in (fact.name, fact.name_en, fact.acronym) if name}


def _one(better: Organization, worse: Organization) -> Organization:
    told: dict[str, Any] = {}
    for name in better.__struct_fields__:
        ours, theirs = getattr(better, name), getattr(worse, name)
        if ours is UNSET and theirs is not UNSET:
            told[name] = theirs
        elif name in _LISTS and ours is not UNSET and theirs is not UNSET:
            told[name] = ours + [value for value in theirs if value not in ours]
    return msgspec.structs.replace(better, **told)
