"""Agreements that may be the same: between the same parties, of one kind, signed at one time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from hansa.register.domain.admission.likeness import likeness
from hansa.register.domain.queries.duplicates.signs import Key, Likely, differ, pairs
from hansa.register.domain.queries.duplicates.telling import told_by_one_document
from hansa.register.models import Agreement, AgreementParty

_SLIP = dt.timedelta(days=366)
_ALIKE = 0.5


def likely_agreements() -> list[Likely]:
    """Pairs of agreements between the same parties, compared."""
    found = pairs(_keys())
    agreements = Agreement.objects.in_bulk({number for pair in found for number in (pair.one, pair.other)})
    twice = told_by_one_document("agreement", found)
    for pair in found:
        _compare(pair, agreements[pair.one], agreements[pair.other])
        pair.against(0.6, _("one document tells of both"), when=frozenset((pair.one, pair.other)) in twice)
    return found


def _keys() -> Iterator[tuple[Key, int]]:
    sides: dict[int, set[int]] = defaultdict(set)
    standing = AgreementParty.objects.filter(agreement__merged_into=None)
    for agreement, party in standing.values_list("agreement_id", "party_id").iterator():
        sides[agreement].add(party)
    for agreement, parties in sides.items():
        yield ("parties", frozenset(parties)), agreement


def _compare(pair: Likely, one: Agreement, other: Agreement) -> None:
    pair.sign(0.3, _("between the same parties"))
    pair.sign(0.3, _("of the same kind"), when=one.kind and one.kind == other.kind)
    pair.against(0.8, _("of different kinds"), when=differ(one.kind, other.kind))
    _compare_dates(pair, one, other)
    alike = likeness(one.title, other.title) >= _ALIKE
    pair.sign(0.3, _("titles alike"), when=alike)
    pair.against(0.4, _("titles unlike each other"), when=one.title and other.title and not alike)
    related = {one.supersedes_id, one.upgrades_id} & {other.pk} or {other.supersedes_id, other.upgrades_id} & {one.pk}
    pair.against(0.95, _("one takes the place of the other"), when=related)


def _compare_dates(pair: Likely, one: Agreement, other: Agreement) -> None:
    if not one.signed_first or not other.signed_first:
        pair.sign(0.15, _("one is without a date"))
        return
    away = max(one.signed_first, other.signed_first) - min(
        one.signed_last or dt.date.max, other.signed_last or dt.date.max
    )
    pair.sign(0.5, _("signed on the same day, as far as is known"), when=away <= dt.timedelta())
    pair.sign(0.1, _("signed within a year"), when=dt.timedelta() < away <= _SLIP)
    pair.against(0.8, _("signed at different times"), when=away > _SLIP)
