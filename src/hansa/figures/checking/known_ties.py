"""The agreements of the register as a draft is held against them: between whom, of which kind, signed when."""

from collections.abc import Collection
from dataclasses import dataclass

from hansa.facts import span
from hansa.register.enums import AgreementKind
from hansa.register.models import Agreement, Party

# Ties that two parties have once; of the other kinds they may sign one text after another.
LASTING = frozenset(
    (
        AgreementKind.SISTER_CITY,
        AgreementKind.FRIENDSHIP_CITY,
        AgreementKind.PARTNERSHIP,
        AgreementKind.SISTER_SCHOOL,
        AgreementKind.SISTER_PORT,
    )
)


@dataclass(frozen=True)
class Tie:
    """An agreement: who is tied by it, and the dates that it has, in EDTF, that of its signing first."""

    ref: str
    kind: str
    title: str
    parties: frozenset[int]
    names: str
    signed: str
    steps: tuple[str, ...]

    @property
    def year(self) -> int | None:
        """The year of its signing."""
        day = span(self.signed).first if self.signed else None
        return day.year if day else None

    def has(self, date: str) -> bool:
        """Whether a date in EDTF is one that it has, as precise as either of them is."""
        return any(span(date).meets(span(own)) for own in (self.signed, *self.steps) if own)


class Ties:
    """All agreements, merged ones left out; three queries."""

    def __init__(self, home: Party) -> None:
        rows = Agreement.objects.filter(merged_into=None).prefetch_related("sides__party", "steps").order_by("pk")
        self.home = home.pk
        self.all = [_tie(row) for row in rows]

    def between(self, parties: Collection[int]) -> list[Tie]:
        """The agreements to which all of these are parties."""
        return [tie for tie in self.all if tie.parties >= set(parties)]

    def with_home(self, party: int) -> list[Tie]:
        """Those of the home city with a party, the oldest first, those without a date last."""
        return sorted(self.between({self.home, party}), key=lambda tie: (not tie.signed, tie.signed))


def _tie(agreement: Agreement) -> Tie:
    sides = list(agreement.sides.all())
    return Tie(
        agreement.ref,
        agreement.kind,
        agreement.title,
        frozenset(side.party_id for side in sides),
        "、".join(str(side.party) for side in sides),
        agreement.signed,
        tuple(step.date for step in agreement.steps.all() if step.date),
    )
