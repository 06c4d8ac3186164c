"""Partners: the parties that a city has agreements with."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from hansa.register.domain.queries.agreements import agreements_in_force, published_agreements
from hansa.register.enums import AgreementKind
from hansa.register.models import Agreement, Office, Party


@dataclass
class Partner:
    """A party that shares agreements in force with the home city; `agreements` are those, oldest first."""

    home: Party
    party: Party
    agreements: list[Agreement] = field(default_factory=list)

    @property
    def kinds(self) -> list[AgreementKind]:
        """The kinds of its agreements, each once, in the order of the enumeration."""
        held = {agreement.kind for agreement in self.agreements}
        return [kind for kind in AgreementKind if kind in held]

    @property
    def count(self) -> int:
        """How many agreements there are."""
        return len(self.agreements)

    @property
    def since(self) -> str:
        """The date of the oldest dated agreement in EDTF; empty where none is dated."""
        return next((agreement.signed for agreement in self.agreements if agreement.signed), "")


def _partners(agreements: Iterable[Agreement], homes: Iterable[Party]) -> list[Partner]:
    """The partners in these agreements, by name; agreements need their parties fetched."""
    own = {home.pk: home for home in homes}
    found: dict[tuple[int, int], Partner] = {}
    for agreement in agreements:
        parties = [side.party for side in agreement.sides.all()]
        for home in (own[party.pk] for party in parties if party.pk in own):
            for party in (party for party in parties if party.pk != home.pk):
                partner = found.setdefault((home.pk, party.pk), Partner(home, party))
                partner.agreements.append(agreement)
    return sorted(found.values(), key=lambda partner: (str(partner.home), str(partner.party), partner.party.pk))


def partners_of(home: Party, on: dt.date | None = None) -> list[Partner]:
    """The parties that share an agreement in force on a day (today) with the home city; three queries."""
    agreements = agreements_in_force(on).filter(parties=home)
    return _partners(agreements.order_by("signed_first", "pk"), [home])


def published_partners() -> list[Partner]:
    """The partners of every office's home city that visitors may see, by published agreements; four queries."""
    homes = Party.objects.filter(pk__in=Office.objects.values("home"))
    partners = _partners(published_agreements().order_by("signed_first", "pk"), homes)
    return [partner for partner in partners if partner.party.published]
