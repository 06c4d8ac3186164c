"""Exchanges that may be the same: of one kind, with one party, in one month."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from hansa.facts import span
from hansa.register.domain.admission.likeness import likeness
from hansa.register.domain.queries.duplicates.signs import LARGEST_BLOCK, Key, Likely, differ, pairs
from hansa.register.domain.queries.duplicates.telling import told_by_one_document
from hansa.register.models import Exchange, Participant

_ALIKE = 0.5
_OCCASION = dt.timedelta(days=10)


def likely_exchanges() -> list[Likely]:
    """Pairs of exchanges of a kind with a party in common in the same month, compared."""
    found = pairs(_keys())
    numbers = {number for pair in found for number in (pair.one, pair.other)}
    exchanges = Exchange.objects.in_bulk(numbers)
    people = _people(numbers)
    twice = told_by_one_document("exchange", found)
    for pair in found:
        _compare(pair, exchanges[pair.one], exchanges[pair.other])
        pair.sign(0.4, _("the same people"), when=people.get(pair.one, set()) & people.get(pair.other, set()))
        pair.against(0.6, _("one document tells of both"), when=frozenset((pair.one, pair.other)) in twice)
    return found


def _keys() -> Iterator[tuple[Key, int]]:
    """By party, kind and month, where many are by the day: streamed in order, for there may be millions of rows."""
    standing = Exchange.parties.through.objects.filter(exchange__merged_into=None).exclude(exchange__first=None)
    ordered = standing.order_by("party_id", "exchange__kind", "exchange__first")
    rows: Any = ordered.values_list("party_id", "exchange__kind", "exchange__first", "exchange_id").iterator()
    for month, together in groupby(rows, key=lambda row: (row[0], row[1], row[2].replace(day=1))):
        block = list(together)
        for _party, _kind, day, number in block if len(block) > 1 else ():
            yield ("occasion", month if len(block) <= LARGEST_BLOCK else (*month[:2], day)), number


def _people(numbers: set[int]) -> dict[int, set[int]]:
    named: dict[int, set[int]] = {}
    for exchange, person in Participant.objects.values_list("exchange_id", "person_id").iterator():
        if exchange in numbers:
            named.setdefault(exchange, set()).add(person)
    return named


def _compare(pair: Likely, one: Exchange, other: Exchange) -> None:
    pair.sign(0.2, _("of the same kind with the same party"))
    if one.date and other.date:
        meeting = span(one.date).meets(span(other.date))
        short = all(_is_short(exchange) for exchange in (one, other))
        pair.sign(0.5 if short else 0.2, _("on the same days, as far as is known"), when=meeting)
        pair.against(0.9, _("on different days"), when=not meeting)
    alike = likeness(one.title, other.title) >= _ALIKE
    pair.sign(0.4, _("titles alike"), when=alike)
    pair.against(0.3, _("titles unlike each other"), when=one.title and other.title and not alike)
    pair.against(0.9, _("of different cities"), when=differ(one.home_id, other.home_id))
    pair.against(0.3, _("with different numbers of people"), when=differ(one.headcount, other.headcount))


def _is_short(exchange: Exchange) -> bool:
    return bool(exchange.first and exchange.last and exchange.last - exchange.first <= _OCCASION)
