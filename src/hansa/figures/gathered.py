"""The records that measures count, read once however many measures of a page count them."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import F, Q

from hansa.figures.rulebook import Rulebook
from hansa.register.domain.queries.agreements import with_parties, with_state
from hansa.register.domain.queries.figures import figures_between
from hansa.register.domain.queries.recalled import recalled
from hansa.register.domain.standing import standing_of
from hansa.register.enums import AgreementKind
from hansa.register.models import Agreement, Figure, Party

T = TypeVar("T")


@dataclass
class Gathered:
    """What was read for one page or report; for no longer than that, since later changes are not seen.

    With `known`, the register is asked as it was at that moment, from its history. `many` says that many measures will
    be asked, so that it is worth while to read for all of them at once.
    """

    known: dt.datetime | None = None
    many: bool = False
    rulebook: Rulebook = field(default_factory=Rulebook)
    _read: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def once(self, key: Hashable, read: Callable[[], T]) -> T:
        """What is read under this key, the first time that it is asked for."""
        if key not in self._read:
            self._read[key] = read()
        found: T = self._read[key]
        return found

    def agreements(self, home: Party, on: dt.date, states: Iterable[str]) -> list[Agreement]:
        """The agreements of the home city that stand so on a day, oldest first, those without a date last.

        Sister schools are agreements of schools: those that the city's office keeps are among them. Three queries, the
        first time.
        """
        wanted = tuple(states)
        if self.known:
            held = self.recalled("agreement")
            mine = [one for one in held if _is_of(one, home) and standing_of(one, on).state in wanted]
            return sorted(mine, key=lambda one: (one.signed_first or dt.date.max, one.pk))
        return self.once(("agreements", home.pk, on, wanted), lambda: list(_agreements(home, on, wanted)))

    def recalled(self, kind: str) -> list[Any]:
        """All records of a kind as the register held them at the moment `known`; a few queries for some hundred."""
        moment = self.known
        assert moment  # noqa: S101 - asked only then
        return self.once(("recalled", kind), lambda: list(recalled(kind, moment)))

    def figures(self, home: Party, first: dt.date, last: dt.date) -> list[Figure]:
        """The figures published of the home city for periods within these days; one query, the first time."""
        return self.once(
            ("figures", home.pk, first, last), lambda: list(figures_between(first, last).filter(home=home))
        )


def _agreements(home: Party, on: dt.date, states: Iterable[str]) -> Iterable[Agreement]:
    of_home = Q(parties=home) | Q(kind=AgreementKind.SISTER_SCHOOL, office__home=home)
    mine = Agreement.objects.filter(of_home).values("pk")
    standing = with_state(Agreement.objects.filter(pk__in=mine, merged_into=None), on).filter(state__in=states)
    return with_parties(standing).order_by(F("signed_first").asc(nulls_last=True), "pk")


def _is_of(agreement: Agreement, home: Party) -> bool:
    kept = agreement.kind == AgreementKind.SISTER_SCHOOL and agreement.office and agreement.office.home_id == home.pk
    return bool(kept) or any(side.party_id == home.pk for side in agreement.sides.all())
