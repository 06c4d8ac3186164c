"""What a fact may mean, and what somebody may decide of it."""

from dataclasses import dataclass
from typing import Any

from hansa.register.domain.facts import standing_decision
from hansa.register.domain.queries.candidates import candidates_of
from hansa.register.enums import FactState
from hansa.register.models import Fact
from hansa.register.models.record import Record
from hansa.register.rules import Somebody, may_decide
from hansa.web.held import held


@dataclass(frozen=True)
class Meaning:
    """A record that a fact may tell of, or what `name` in it may mean: a party, or a place that the register lacks."""

    record: Record | None
    title: str
    score: float
    name: str
    takes_it: bool


def meanings_of(fact: Fact, user: Somebody) -> list[Meaning]:
    """What a fact that waits may mean, the likeliest first."""
    found = candidates_of(fact)
    records = held((one.ref for one in found if one.ref), user)
    return [
        Meaning(records.get(one.ref), one.title, one.score, one.name, one.ref.startswith(f"{fact.type}-"))
        for one in found
    ]


def decisions_on(fact: Fact, user: Somebody) -> dict[str, Any]:
    """What the page of a fact offers: what it may mean, and the decisions that are open to the user."""
    if not may_decide(user, fact.passage.source):
        return {"meanings": meanings_of(fact, user) if fact.state == FactState.PROPOSED else []}
    decided = standing_decision(fact)
    waits = fact.state == FactState.PROPOSED and not decided
    return {
        "meanings": meanings_of(fact, user) if waits else [],
        "waits": waits,
        "decided": decided,
        "may_decide": not decided and fact.state != FactState.REFUSED,
        "may_split": _shares_its_record(fact),
    }


def _shares_its_record(fact: Fact) -> bool:
    record: Any = fact.record
    return record is not None and fact.type != "membership" and record.facts.count() > 1
