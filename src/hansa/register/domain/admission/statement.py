"""Facts as admission sees them: plain values, read once, in an order that is made from their content alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

import msgspec
from django.db.models import QuerySet
from msgspec import UNSET

from hansa import facts
from hansa.facts import FACT_TYPES
from hansa.register.enums import Admit, FactState
from hansa.register.models import Fact
from hansa.register.models.source import RECORD_FIELDS

# Organizations first, so that memberships find them under all their names.
_ORDER = ("organization", "membership", "project", "agreement", "exchange", "figure")
_COLUMNS = (
    "pk", "type", "data", "score", "state", "pinned", "let_in", "hindrance", "about",
    "passage__quote", "passage__start", "passage__end",
    "passage__source_id", "passage__source__sha256", "passage__source__home_id", "passage__source__office_id",
    "passage__source__published",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A fact with what admission asks of it; `record` is the number of the record that it is admitted to.

    `home` and `office` are those of its source, `order` its place among all facts: those that state most first.
    """

    number: int
    type: str
    fact: facts.Fact
    score: float
    let_in: Admit
    refused: bool
    pinned: bool
    hindrance: tuple[str, str]
    record: int | None
    source: int
    home: int | None
    office: int | None
    published: bool
    order: tuple[Any, ...]

    @property
    def ref(self) -> str:
        """The fact's id as written outside."""
        return f"fact-{self.number}"


def stated(value: Any) -> Any:
    """The value of a fact's field, None where the fact does not state it."""
    return None if value is UNSET or value in ("", []) else value


def _statement(row: dict[str, Any]) -> Statement:
    kind, data = row["type"], row["data"]
    proof = {"type": kind, "quote": row["passage__quote"][:1000], "score": row["score"]}
    place = (row["passage__source__sha256"], row["passage__start"], row["passage__end"])
    content = msgspec.json.encode(data, order="sorted")
    return Statement(
        number=row["pk"],
        type=kind,
        fact=cast(facts.Fact, msgspec.convert({**data, **proof}, FACT_TYPES[kind])),
        score=row["score"],
        let_in=Admit(row["let_in"]),
        refused=row["state"] == FactState.REFUSED,
        pinned=row["pinned"],
        hindrance=(row["hindrance"], row["about"]),
        record=row[f"{kind}_id"],
        source=row["passage__source_id"],
        home=row["passage__source__home_id"],
        office=row["passage__source__office_id"],
        published=row["passage__source__published"],
        order=(_ORDER.index(kind), -len(data), -row["score"], -len(content), *place, content),
    )


def statements_of(found: QuerySet[Fact]) -> list[Statement]:
    """The facts as statements, in their order; one query."""
    rows = found.order_by().values(*_COLUMNS, *(f"{field}_id" for field in RECORD_FIELDS))
    return in_order(map(_statement, rows))


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Those that state most first, by their content alone, so that the order of loading does not matter."""
    return sorted(statements, key=lambda statement: statement.order)
