"""Exchanges that may be the same: of one kind, with one party, on the same days."""

import datetime as dt
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from hansa.register.domain.admission.likeness import likeness
from hansa.register.domain.queries.duplicates.signs import LARGEST_BLOCK, Likely, differ
from hansa.register.domain.queries.duplicates.telling import told_by_one_document
from hansa.register.models import Exchange, Participant

_ALIKE = 0.5
_BATCH = 500
_COMPARED = ("title", "first", "last", "home", "headcount")
_OCCASION = dt.timedelta(days=10)


def likely_exchanges() -> list[Likely]:
    """Pairs of exchanges of a kind with a party in common on the same days, compared."""
    found = [Likely(one, other) for one, other in sorted(_pairs())]
    numbers = {number for pair in found for number in (pair.one, pair.other)}
    exchanges = _exchanges(sorted(numbers))
    people = _people(numbers)
    twice = told_by_one_document("exchange", found)
    for pair in found:
        _compare(pair, exchanges[pair.one], exchanges[pair.other])
        pair.sign(0.4, _("the same people"), when=people.get(pair.one, set()) & people.get(pair.other, set()))
        pair.against(0.6, _("one document tells of both"), when=frozenset((pair.one, pair.other)) in twice)
    return found


def _pairs() -> set[tuple[int, int]]:
    """By party and kind in the order of days, streamed, for there may be millions of rows: those that overlap."""
    rows = Exchange.parties.through.objects.filter(exchange__merged_into=None)
    dated = rows.exclude(exchange__first=None).exclude(exchange__last=None)
    ordered: Any = dated.order_by("party_id", "exchange__kind", "exchange__first", "exchange_id")
    columns = ("party_id", "exchange__kind", "exchange__first", "exchange__last", "exchange_id")
    found: set[tuple[int, int]] = set()
    for _key, together in groupby(ordered.values_list(*columns).iterator(), key=lambda row: row[:2]):
        lasting: list[tuple[dt.date, int]] = []
        for _party, _kind, first, last, number in together:
            lasting = [one for one in lasting if one[0] >= first][-LARGEST_BLOCK:]
            found |= {(min(number, other), max(number, other)) for _last, other in lasting}
            lasting.append((last, number))
    return found


def _exchanges(numbers: list[int]) -> dict[int, Exchange]:
    return {
        exchange.pk: exchange
        for start in range(0, len(numbers), _BATCH)
        for exchange in Exchange.objects.filter(pk__in=numbers[start : start + _BATCH]).only(*_COMPARED)
    }


def _people(numbers: set[int]) -> dict[int, set[int]]:
    named: dict[int, set[int]] = {}
    for exchange, person in Participant.objects.values_list("exchange_id", "person_id").iterator():
        if exchange in numbers:
            named.setdefault(exchange, set()).add(person)
    return named


def _compare(pair: Likely, one: Exchange, other: Exchange) -> None:
    pair.sign(0.2, _("of the same kind with the same party"))
    short = all(_is_short(exchange) for exchange in (one, other))
    pair.sign(0.5 if short else 0.2, _("on the same days, as far as is known"))
    alike = likeness(one.title, other.title) >= _ALIKE
    pair.sign(0.4, _("titles alike"), when=alike)
    pair.against(0.3, _("titles unlike each other"), when=one.title and other.title and not alike)
    pair.against(0.9, _("of different cities"), when=differ(one.home_id, other.home_id))
    pair.against(0.3, _("with different numbers of people"), when=differ(one.headcount, other.headcount))


def _is_short(exchange: Exchange) -> bool:
    return bool(exchange.first and exchange.last and exchange.last - exchange.first <= _OCCASION)
