"""How well facts read agree with the facts that a careful person took out: precision, recall and F1 by type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hansa.atlas import fold
from hansa.facts import span
from hansa.reading.values.names import stem

Fact = Mapping[str, Any]
_NAMES = {"organization": ("name", "name_en", "acronym"), "membership": ("organization",), "project": ("organization",)}
_LEAST_OVERLAP = 0.5


@dataclass(frozen=True)
class Score:
    """Counts of facts of one type: in the answers, read, and both."""

    gold: int
    read: int
    both: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing was to be read and nothing was."""
        return 2 * self.both / (self.gold + self.read) if self.gold + self.read else 1.0


def total(scores: Sequence[Score]) -> Score:
    """Several scores put together."""
    return Score(sum(s.gold for s in scores), sum(s.read for s in scores), sum(s.both for s in scores))


def score(gold: Sequence[Fact], read: Sequence[Fact]) -> dict[str, Score]:
    """The score of each type of fact in one document; each fact agrees with one other at most."""
    found: dict[str, Score] = {}
    for kind in {fact["type"] for fact in (*gold, *read)}:
        ours = [fact for fact in gold if fact["type"] == kind]
        theirs = [fact for fact in read if fact["type"] == kind]
        found[kind] = Score(len(ours), len(theirs), _pairs(ours, theirs))
    return found


def _pairs(gold: Sequence[Fact], read: Sequence[Fact]) -> int:
    left, pairs = list(read), 0
    for fact in gold:
        twin = next((other for other in left if _agree(fact, other)), None)
        if twin is not None:
            left.remove(twin)
            pairs += 1
    return pairs


def _agree(gold: Fact, read: Fact) -> bool:
    kind = gold["type"]
    if kind == "figure":
        return gold["value"] == read["value"] and _share(gold["quote"], read["quote"]) >= _LEAST_OVERLAP
    if kind in _NAMES:
        by_name = bool(_spellings(gold, *_NAMES[kind]) & _spellings(read, *_NAMES[kind]))
        return by_name and (kind != "membership" or _same(gold["member"], read["member"]))
    if not _dates_meet(gold, read) or gold.get("kind", read.get("kind")) != read.get("kind"):
        return False
    ours, theirs = _listed(gold.get("parties")), _listed(read.get("parties"))
    shared = sum(any(_same(party, other) for other in theirs) for party in ours)
    if not ours:
        return _share(gold["quote"], read["quote"]) >= _LEAST_OVERLAP
    return shared / max(len(ours), len(theirs)) >= _LEAST_OVERLAP


def _dates_meet(gold: Fact, read: Fact) -> bool:
    field = "signed" if gold["type"] == "agreement" else "date"
    if not gold.get(field) or not read.get(field):
        return True
    return any(span(date).meets(span(read[field])) for date in _listed(gold[field]))


def _same(gold: object, read: object) -> bool:
    return bool({stem(str(name)) for name in _listed(gold)} & {stem(str(name)) for name in _listed(read)})


def _spellings(fact: Fact, *fields: str) -> set[str]:
    return {fold(str(name)) for field in fields for name in _listed(fact.get(field))}


def _share(one: str, other: str) -> float:
    """How much of the shorter text's pairs of characters the other has."""
    a, b = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (fold(one), fold(other)))
    return len(a & b) / max(1, min(len(a), len(b)))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
