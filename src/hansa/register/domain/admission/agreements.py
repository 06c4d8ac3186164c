"""Admitting an agreement: which one it is, and what the fact adds to it."""

import datetime as dt

from hansa import facts
from hansa.facts import span
from hansa.register.domain.admission.outcome import Outcome, Unresolved, days_of, stated
from hansa.register.domain.known import KnownNames
from hansa.register.enums import AgreementKind, Hindrance
from hansa.register.models import Agreement, AgreementParty, Party, Signatory, Source

# A tie that two parties have once; of the other kinds they may sign one text after another.
_TIES = (
    AgreementKind.SISTER_CITY,
    AgreementKind.FRIENDSHIP_CITY,
    AgreementKind.PARTNERSHIP,
    AgreementKind.SISTER_SCHOOL,
    AgreementKind.SISTER_PORT,
)
# Two dates of one text that differ by more than this are two texts rather than a slip of the pen.
_SLIP = dt.timedelta(days=366)


def _between(parties: dict[int, str]) -> list[Agreement]:
    """The agreements between exactly these parties."""
    first, second = list(parties)[:2]
    shared = Agreement.objects.filter(parties=first).filter(parties=second).prefetch_related("sides", "facts__passage")
    found = shared.order_by("pk")
    return [agreement for agreement in found if {side.party_id for side in agreement.sides.all()} == set(parties)]


def _apart(one: str, other: str) -> dt.timedelta:
    first, second = days_of(one)[0], days_of(other)[0]
    return abs(first - second) if first and second else dt.timedelta.max


def _dates_of(agreement: Agreement) -> set[str]:
    """The dates of signing that the agreement holds and that its facts state."""
    told = {str(fact.data["signed"]) for fact in agreement.facts.all() if "signed" in fact.data}
    return told | ({agreement.signed} if agreement.signed else set())


def _fit(agreement: Agreement, kind: str, signed: str, source: Source) -> int | None:
    """How well an agreement between the same parties fits a fact, 0 best; None where it is another agreement."""
    if agreement.kind and kind and agreement.kind != kind:
        return None
    same_kind = agreement.kind == kind
    if signed and agreement.signed:
        if any(span(signed).meets(span(date)) for date in _dates_of(agreement)):
            return 0 if same_kind else 1
        if not same_kind or not kind:
            return None
        stated_here = any(fact.passage.source_id == source.pk for fact in agreement.facts.all())
        slip = not stated_here and _apart(signed, agreement.signed) <= _SLIP
        return 4 if kind in _TIES or slip else None
    return 2 if same_kind else 3


def _same_agreement(parties: dict[int, str], kind: str, signed: str, source: Source) -> Agreement | None:
    fits = [(_fit(agreement, kind, signed, source), agreement) for agreement in _between(parties)]
    ranked = [(fit, agreement.pk, agreement) for fit, agreement in fits if fit is not None]
    return min(ranked, key=lambda row: row[:2])[2] if ranked else None


def admit_agreement(fact: facts.Agreement, names: KnownNames, source: Source, home: Party | None) -> Outcome:
    """Join the fact to the agreement that it states, or make one; docs/admission.md has the rule in words."""
    names.check(parties=fact.parties, people=[named.name for named in stated(fact.signatories) or ()])
    if names.count_parties(fact.parties) < 2:
        raise Unresolved(Hindrance.ONE_PARTY)
    parties: dict[int, str] = {}
    for name in fact.parties:
        parties.setdefault(names.party(name).pk, name)
    kind, signed = stated(fact.kind) or "", stated(fact.signed) or ""
    held = _same_agreement(parties, kind, signed, source)
    outcome = Outcome(held or Agreement(published=names.publish), joined=held is not None)
    outcome.fill("kind", fact.kind)
    outcome.date("signed", fact.signed, "signed_first", "signed_last")
    outcome.fill("title", fact.title)
    outcome.fill("place", fact.place)
    outcome.extend("subjects", fact.subjects)
    outcome.record.save()
    _write_parts(outcome, parties, fact, names)
    return outcome


def _write_parts(outcome: Outcome, parties: dict[int, str], fact: facts.Agreement, names: KnownNames) -> None:
    agreement = outcome.record
    assert isinstance(agreement, Agreement)  # noqa: S101 - made so above
    if not outcome.joined:
        AgreementParty.objects.bulk_create(
            AgreementParty(agreement=agreement, party_id=pk, name_as_signed=name) for pk, name in parties.items()
        )
        outcome.parts["parties"] = [f"party-{pk}" for pk in parties]
    for named in stated(fact.signatories) or ():
        person = names.person(named.name)
        defaults = {"post": stated(named.post) or "", "of": stated(named.of) or ""}
        _, new = Signatory.objects.get_or_create(agreement=agreement, person=person, defaults=defaults)
        if new:
            outcome.parts.setdefault("signatories", []).append(person.ref)
