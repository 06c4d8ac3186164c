"""What agreements, and what was promised in them, may not be."""

from collections.abc import Iterator

from hansa.facts import span
from hansa.register.enums import CommitmentState, StepKind
from hansa.register.validators.draft import Draft, Problem, could_exist, in_order, leads_back, named

# Steps of an agreement that has been signed.
_AFTER_SIGNING = (StepKind.RENEWED, StepKind.UPGRADED, StepKind.SUSPENDED, StepKind.ENDED)


def _sides(draft: Draft) -> Iterator[Problem]:
    held = draft.record
    parties = [party for side in draft.rows("sides") if (party := named(side, "party"))]
    if all(party == parties[0] for party in parties):
        yield "sides", "agreement_has_two_parties"
    if not all(could_exist(party, held.signed_first, held.signed_last) for party in parties):
        yield "signed", "agreement_between_existing_parties"
    for prefix, name in draft.problems("signed_names"):
        party = named(name, "party")
        if party and party not in parties:
            yield f"{prefix}party", "signed_name_of_a_party"


def _steps(draft: Draft) -> Iterator[Problem]:
    signed = draft.record.signed_first
    for prefix, step in draft.problems("steps"):
        last = span(step.date).last if step.date else None
        if signed and last and last < signed and step.kind in _AFTER_SIGNING:
            yield f"{prefix}date", "step_follows_signing"


def agreement(draft: Draft) -> Iterator[Problem]:
    """An agreement has two different parties that existed when it was signed, ends after that, and follows on others.

    A query for each agreement that it supersedes or upgrades, one after the other.
    """
    held = draft.record
    yield from _sides(draft)
    if not in_order(held.signed, held.until):
        yield "until", "agreement_ends_after_it_was_signed"
    yield from _steps(draft)
    for link in ("supersedes", "upgrades"):
        if leads_back(held, link):
            yield link, f"agreement_{link}_not_circular"


def commitment(draft: Draft) -> Iterator[Problem]:
    """A commitment comes from an agreement or an exchange, and is due no earlier; its end is told."""
    held = draft.record
    agreement, exchange = named(held, "agreement"), named(held, "exchange")
    if not (agreement or exchange):
        yield "agreement", "commitment_from_an_agreement_or_exchange"
    made = [day for day in (agreement and agreement.signed_first, exchange and exchange.first) if day]
    if held.state in (CommitmentState.DONE, CommitmentState.DROPPED) and not held.result:
        yield "result", "commitment_ended_with_a_result"
    if held.due_last and made and held.due_last < min(made):
        yield "due", "commitment_due_after_it_was_made"
