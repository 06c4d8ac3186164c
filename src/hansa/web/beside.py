"""Records side by side, for somebody who decides whether two of them are one."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from hansa.register.domain.queries.evidence import Proof, proofs_of
from hansa.register.domain.queries.naming import named_by
from hansa.register.models import RECORD_KINDS
from hansa.register.models.record import Record
from hansa.register.rules import Somebody
from hansa.register.states import states_of
from hansa.web.held import held
from hansa.web.histories import fields_held
from hansa.web.kinds import KINDS
from hansa.web.statements import joined

# What tells two records apart at a glance; whoever merges them sees all fields.
_TELLING = {
    "party": ("name_zh", "name_en", "kind", "country", "parent", "begun", "ended"),
    "person": ("name_zh", "name_en"),
    "organization": ("name_zh", "name_en", "acronym", "kind", "founded", "headquarters", "websites"),
    "agreement": ("kind", "title", "sides", "signed", "until", "place"),
    "exchange": ("kind", "title", "home", "parties", "date", "place", "headcount"),
}


@dataclass(frozen=True)
class Side:
    """A record among others: the words of its fields by label, what names it, and what it rests on."""

    record: Record
    fields: dict[str, str]
    named: str
    proof: Proof | None


@dataclass(frozen=True)
class Row:
    """A field of two records side by side, in words."""

    label: str
    one: str
    other: str


def rows(one: Side, other: Side) -> list[Row]:
    """The fields that at least one of two records holds."""
    pairs = ((label, one.fields[label], other.fields[label]) for label in one.fields)
    return [Row(*row) for row in pairs if any(row[1:])]


def counts_told(counts: dict[str, int]) -> str:
    """How many records of each kind, in words: Agreements 3, Exchanges 12."""
    return joined([f"{kind.heading} {counts[kind.name]:,}" for kind in KINDS if counts.get(kind.name)])


def sides_of(kind: str, numbers: Collection[int], user: Somebody) -> dict[str, Side]:
    """Records of one kind that the user may see, by ref, with what tells them apart; a fixed number of queries."""
    return {side.record.ref: side for side in _sides(kind, sorted(numbers), user)}


def _sides(kind: str, numbers: list[int], user: Somebody) -> Iterator[Side]:
    found = held((f"{kind}-{number}" for number in numbers), user)
    states, named, proofs = states_of(kind, numbers), named_by(kind, numbers), proofs_of(kind, numbers)
    told = fields_held(RECORD_KINDS[kind], [states[number] for number in numbers], user)
    for place, number in enumerate(numbers):
        if f"{kind}-{number}" in found:
            fields = {field.label: field.words[place] for field in told if field.name in _TELLING[kind]}
            yield Side(found[f"{kind}-{number}"], fields, counts_told(named[number]), proofs.get(number))
