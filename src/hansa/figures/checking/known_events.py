"""What happened by the register, with whom, and when: exchanges, and agreements as they were signed."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from hansa.atlas.folding import fold
from hansa.register.models import Agreement, Exchange, Party

SIGNING = "signing"
# Who takes part in this many exchanges with different bodies works for the city itself.
_SEVERAL = 2


@dataclass(frozen=True)
class Event:
    """An exchange or a signing: `kind` is that of the exchange; people by folded name, parties by number."""

    ref: str
    kind: str
    date: str
    title: str
    people: frozenset[str]
    parties: frozenset[int]


class Events:
    """The dated exchanges and agreements, merged ones left out; six queries."""

    def __init__(self, home: Party) -> None:
        exchanges = Exchange.objects.filter(merged_into=None).exclude(date="").order_by("first", "pk")
        signed = Agreement.objects.filter(merged_into=None).exclude(signed="").order_by("signed_first", "pk")
        self.all = [
            *(
                Event(row.ref, row.kind, row.date, str(row), _names(row.people.all()), _others(row.parties.all(), home))
                for row in exchanges.prefetch_related("parties", "people__person")
            ),
            *(
                Event(row.ref, SIGNING, row.signed, str(row), _names(row.signatories.all()), _sides(row, home))
                for row in signed.prefetch_related("sides__party", "signatories__person")
            ),
        ]

    @cached_property
    def own_people(self) -> frozenset[str]:
        """Those who take part in exchanges with several bodies: the city's own officials."""
        met: dict[str, list[frozenset[int]]] = defaultdict(list)
        for event in self.all:
            for name in event.people if event.kind != SIGNING else ():
                if all(event.parties.isdisjoint(parties) for parties in met[name]):
                    met[name].append(event.parties)
        return frozenset(name for name, several in met.items() if len(several) >= _SEVERAL)

    def with_people(self, names: Collection[str]) -> list[Event]:
        """The events at which one of these guests was, by folded names; the city's own officials are everywhere."""
        guests = frozenset(names) - self.own_people
        return [event for event in self.all if not event.people.isdisjoint(guests)]

    def with_parties(self, numbers: Collection[int]) -> list[Event]:
        """The events with one of these parties."""
        return [event for event in self.all if not event.parties.isdisjoint(numbers)]


def _names(roles: Iterable[object]) -> frozenset[str]:
    people = [getattr(role, "person") for role in roles]  # noqa: B009 - roles of two tables
    return frozenset(fold(name) for one in people for name in (one.name_zh, one.name_en) if name)


def _others(parties: Iterable[Party], home: Party) -> frozenset[int]:
    return frozenset(party.pk for party in parties if party.pk != home.pk)


def _sides(agreement: Agreement, home: Party) -> frozenset[int]:
    return frozenset(side.party_id for side in agreement.sides.all() if side.party_id != home.pk)
