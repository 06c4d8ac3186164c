"""Admitting an exchange: whether the register has it already, and what the fact adds to it."""

import datetime as dt
from collections.abc import Iterable

from hansa import facts
from hansa.register.domain.admission.likeness import likeness
from hansa.register.domain.admission.numbers import counted
from hansa.register.domain.admission.outcome import Outcome, days_of, stated
from hansa.register.domain.known import KnownNames
from hansa.register.domain.parties import key_of
from hansa.register.enums import PartyKind
from hansa.register.models import Exchange, Participant, Party, Source

# Wordings this alike tell of one occasion.
_ALIKE = 0.5
# A date no longer than this points at one occasion by itself.
_OCCASION = dt.timedelta(days=10)


def _on_the_same_days(kind: str, date: str, home: Party | None) -> list[Exchange]:
    first, last = days_of(date)
    found = Exchange.objects.filter(kind=kind, home=home)
    if date:
        found = found.exclude(first=None, last=None)
        found = found.exclude(last__lt=first) if first else found
        found = found.exclude(first__gt=last) if last else found
    else:
        found = found.filter(date="")
    return list(found.prefetch_related("parties", "facts__passage").order_by("pk"))


def _titled_alike(exchange: Exchange, fact: facts.Exchange) -> bool:
    title = stated(fact.title) or ""
    quotes = (held.passage.quote for held in exchange.facts.all())
    return likeness(title, exchange.title) >= _ALIKE or any(likeness(fact.quote, quote) >= _ALIKE for quote in quotes)


def _is_one_occasion(exchange: Exchange, date: str, shared: Iterable[Party]) -> bool:
    """Whether date and party alone tell: the same few days, with the same body; a country is too many bodies."""
    first, last = days_of(date)
    short = bool(first and last and last - first <= _OCCASION and exchange.last and exchange.first)
    return (
        short
        and (exchange.last or dt.date.max) - (exchange.first or dt.date.min) <= _OCCASION
        and any(party.kind != PartyKind.COUNTRY for party in shared)
    )


def _is_same(exchange: Exchange, fact: facts.Exchange, parties: set[Party], source: Source) -> bool:
    date, held = stated(fact.date) or "", set(exchange.parties.all())
    if any(told.passage.source_id == source.pk for told in exchange.facts.all()):
        # A document that tells of two occasions means two, unless it says the same thing twice.
        same_title = key_of(stated(fact.title) or "") == key_of(exchange.title)
        return exchange.date == date and held == parties and same_title
    if held and parties and not held & parties:
        return False
    return _titled_alike(exchange, fact) or _is_one_occasion(exchange, date, held & parties)


def admit_exchange(fact: facts.Exchange, names: KnownNames, source: Source, home: Party | None) -> Outcome:
    """Join the fact to the exchange that it tells of, or make one; docs/admission.md has the rule in words."""
    named = stated(fact.parties) or ()
    names.check(parties=named, people=[person.name for person in stated(fact.people) or ()])
    headcount, attendance = counted(fact.headcount), counted(fact.attendance)
    parties = {names.party(name): None for name in named}
    if home:
        parties.pop(home, None)
    candidates = _on_the_same_days(fact.kind, stated(fact.date) or "", home)
    held = next((known for known in candidates if _is_same(known, fact, set(parties), source)), None)
    exchange = held or Exchange(kind=fact.kind, home=home, published=names.publish)
    outcome = Outcome(exchange, joined=held is not None)
    outcome.date("date", fact.date, "first", "last")
    outcome.fill("title", fact.title)
    outcome.fill("place", fact.place)
    outcome.extend("topics", fact.topics)
    outcome.hold("headcount", headcount)
    outcome.hold("attendance", attendance)
    exchange.save()
    _write_parts(outcome, exchange, list(parties), fact, names)
    return outcome


def _write_parts(
    outcome: Outcome, exchange: Exchange, parties: list[Party], fact: facts.Exchange, names: KnownNames
) -> None:
    present = set(exchange.parties.all()) if outcome.joined else set()
    new = [party for party in parties if party not in present]
    exchange.parties.add(*new)
    if new:
        outcome.parts["parties"] = [party.ref for party in new]
    for named in stated(fact.people) or ():
        person = names.person(named.name)
        defaults = {"post": stated(named.post) or "", "of": stated(named.of) or ""}
        _, made = Participant.objects.get_or_create(exchange=exchange, person=person, defaults=defaults)
        if made:
            outcome.parts.setdefault("people", []).append(person.ref)
