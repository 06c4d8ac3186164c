"""How many people took part in an exchange by the register, or came to it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hansa.facts import Span
from hansa.figures.checking.alike import Match, match_of
from hansa.figures.checking.claims import Claim
from hansa.figures.checking.known import Known
from hansa.figures.checking.likeness import Weights
from hansa.reading.patterns import regex
from hansa.register.derived import key_of
from hansa.register.enums import FactState
from hansa.register.models import Exchange, Fact, Party, PartyName

_PEOPLE = frozenset(("人", "名", "位", "人次"))
_PEOPLE_EN = regex(
    r"(?:[a-z-]+ ){0,2}(?:people|persons|visitors|students|guests|members|delegates|participants|citizens|officials)\b"
)


@dataclass(frozen=True)
class Occasion:
    """An exchange with the number of its people, the keys of its parties' names and the days on which it was."""

    known: Known
    parties: frozenset[str]


def occasions_counted(home: Party) -> list[Occasion]:
    """The exchanges of the home city of which the register knows how many people took part or came; four queries."""
    found = Exchange.objects.filter(home=home, merged_into=None)
    counted = found.filter(headcount__isnull=False) | found.filter(attendance__isnull=False)
    names: dict[int, set[str]] = defaultdict(set)
    of_parties = PartyName.objects.filter(party__exchanges__in=counted.values("pk"))
    for number, folded in of_parties.values_list("party__exchanges", "folded"):
        names[number].add(folded)
    quotes: dict[int, list[tuple[str, str]]] = defaultdict(list)
    facts = Fact.objects.filter(state=FactState.ADMITTED, exchange__in=counted.values("pk"))
    for number, quote, source in facts.values_list("exchange_id", "passage__quote", "passage__source_id"):
        quotes[number].append((quote, f"source-{source}"))
    return [
        Occasion(_known(exchange, count, quotes[exchange.pk]), frozenset(names[exchange.pk]))
        for exchange in counted.order_by("first", "pk")
        for count in (exchange.headcount, exchange.attendance)
        if count is not None
    ]


def _known(exchange: Exchange, count: int, quotes: list[tuple[str, str]]) -> Known:
    return Known(
        measure=str(exchange),
        values=(Decimal(count),),
        unit="人",
        records=tuple(dict.fromkeys((exchange.ref, *(source for _, source in quotes)))),
        period=exchange.date,
        days=Span(exchange.first, exchange.last) if exchange.first or exchange.last else None,
        quotes=tuple(quote for quote, _ in quotes),
    )


def people_of_occasions(claim: Claim, occasions: list[Occasion], weights: Weights) -> Iterator[Match]:
    """The people of the exchanges with a party that the number's sentence names, on a day that it tells of."""
    number = claim.number
    if number.unit not in _PEOPLE and not _PEOPLE_EN.match(number.noun):
        return
    named = {key_of(party.name) for party in number.read.sentence.counterparts}
    for occasion in occasions:
        held = occasion.known.days
        meets = any(held and days and days.meets(held) for days in claim.spans)
        if meets and named & occasion.parties:
            yield match_of(claim, occasion.known, (1 + weights.covered(claim.own, occasion.known.around)) / 2)
