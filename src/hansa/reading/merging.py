"""The same thing stated twice in one document made one fact, with the fullest quote and every field that is known."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import TypeVar

import msgspec

from hansa.atlas import fold
from hansa.facts import Agreement, Exchange, Fact, Figure, Membership, Organization, Project
from hansa.facts.edtf import span
from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.same import without_repetitions
from hansa.reading.values.names import stem

_PLAIN_TITLE = 5
_REGION = regex(r" (?:prefecture|province|county|state|region|district)$")
F = TypeVar("F", bound=msgspec.Struct)


def merged(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without repetitions, in the document's order."""
    kept: list[Fact] = []
    agreements: list[Agreement] = []
    organizations: list[Organization] = []
    others: dict[Hashable, int] = {}
    for fact in facts:
        if isinstance(fact, Agreement):
            agreements.append(fact)
            continue
        if isinstance(fact, Organization):
            organizations.append(fact)
            continue
        key = _key(fact)
        if key is not None and key in others:
            kept[others[key]] = _joined(kept[others[key]], fact)
        else:
            others[key or len(kept)] = len(kept)
            kept.append(fact)
    kept.extend(_agreements(agreements))
    kept.extend(without_repetitions(organizations))
    return sorted(kept, key=lambda fact: (fact.start if isinstance(fact.start, int) else 0, type(fact).__name__))


def _key(fact: Fact) -> Hashable:
    if isinstance(fact, Membership):
        return ("membership", stem(fact.member), stem(fact.organization))
    if isinstance(fact, Figure):
        return ("figure", str(fact.section), str(fact.period), fact.value, str(fact.unit), fold(fact.measure))
    if isinstance(fact, Project):
        return ("project", stem(fact.organization), fold(str(fact.title)), str(fact.count))
    if isinstance(fact, Exchange):
        parties = frozenset(map(stem, fact.parties)) if isinstance(fact.parties, list) else frozenset()
        return ("exchange", fact.kind, str(fact.date), parties) if fact.date and parties else None
    return None


def _joined(first: F, second: F) -> F:
    """The surer of the two with what it lacks from the other."""
    better, worse = (first, second) if _score(first) >= _score(second) else (second, first)
    missing = {
        field: getattr(worse, field)
        for field in better.__struct_fields__
        if getattr(better, field) is msgspec.UNSET and getattr(worse, field) is not msgspec.UNSET
    }
    return msgspec.structs.replace(better, **missing)


def _score(fact: object) -> float:
    score = getattr(fact, "score", 0.0)
    return score if isinstance(score, float) else 0.0


def _agreements(facts: Sequence[Agreement]) -> list[Agreement]:
    """One agreement for each set of parties, kind and day of signing, as far as the document tells these."""
    kept: list[Agreement] = []
    of_parties: dict[frozenset[str], list[int]] = defaultdict(list)
    # The surest first, so that what says less joins it.
    for fact in sorted(facts, key=lambda fact: (-_score(fact), not fact.signed, fact.start)):
        alike = of_parties[frozenset(_REGION.sub("", stem(party)) for party in fact.parties)]
        twin = next((at for at in alike if _same(kept[at], fact)), None)
        if twin is None:
            alike.append(len(kept))
            kept.append(fact)
        else:
            kept[twin] = _one(kept[twin], fact)
    return kept


def _same(first: Agreement, second: Agreement) -> bool:
    """Whether two agreements of the same parties are one.

    A mention that gives no date may leave the word for the region out: Miyazaki is Miyazaki Prefecture.
    """
    if first.signed and second.signed and set(map(stem, first.parties)) != set(map(stem, second.parties)):
        return False
    if first.kind and second.kind and first.kind != second.kind:
        return False
    if first.kind in ("sister_city", "friendship_city", "sister_school", "sister_port") and first.kind == second.kind:
        return True
    if first.title and second.title and not _same_title(str(first.title), str(second.title)):
        return False
    return not (first.signed and second.signed) or span(str(first.signed)).meets(span(str(second.signed)))


def _same_title(first: str, second: str) -> bool:
    """Whether one title shortens the other, as headlines do, or is only the name of the sort: 合作備忘錄.

    農業交流備忘錄 is 農業及觀光交流合作備忘錄: each of its characters (in English: words) is in the other, in order.
    """
    short, long = sorted((fold(first), fold(second)), key=len)
    if len(short) <= _PLAIN_TITLE or short in long:
        return True
    spoken = iter(long.split() if " " in long else long)
    return all(part in spoken for part in (short.split() if " " in long else short))


def _one(better: Agreement, worse: Agreement) -> Agreement:
    joined = _joined(better, worse)
    finest = max((str(f.signed) for f in (better, worse) if f.signed), key=len, default="")
    if finest and better.signed and worse.signed and span(finest).meets(span(str(better.signed))):
        joined = msgspec.structs.replace(joined, signed=finest)
    return joined
