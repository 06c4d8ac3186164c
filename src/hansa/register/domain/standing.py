"""Where an agreement stands on a day, and by what: the rule in words.

1. It is superseded or upgraded from the day on which the later agreement begins.
2. Else the latest of its suspensions, ends, renewals and upgrades decides: suspended, ended, or not. One of these
   without a date is taken for the latest if it puts the agreement out of force, for the earliest if it renews it: what
   is known to be over is not counted.
3. Else it begins on the last day that its date of signing may mean. Without that date it begins with the first step
   that shows that it was signed; where only steps before a signing are known, it is proposed, or approved by a council;
   where no such step is known either, it always was.
4. Once begun, it is in force until the last day of its term. After that it has expired, unless it is renewed by itself
   or was renewed later than that day. A renewal within the term is taken to be told by the date of the term itself.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from hansa.register.enums import AgreementState, Renewal, StepKind
from hansa.register.models import Agreement, Step

# Steps that lead up to a signing, those that show that there was one, and those that turn what was signed.
LEADING = (StepKind.APPROACHED, StepKind.COUNCIL_APPROVED, StepKind.REPORTED, StepKind.NOTIFIED_PROPOSAL)
OUT_OF_FORCE = (StepKind.SUSPENDED, StepKind.ENDED)
RENEWING = (StepKind.RENEWED, StepKind.UPGRADED)
TURNING = (*RENEWING, *OUT_OF_FORCE)
BEGINNING = (StepKind.SIGNED, StepKind.NOTIFIED_SIGNING, *TURNING)


@dataclass(frozen=True)
class Standing:
    """Where an agreement stands, and by what: a step, a later agreement (its ref), or else one of its own dates.

    `date` is in EDTF, empty where it is not known.
    """

    state: AgreementState
    date: str = ""
    step: StepKind | None = None
    field: str = ""
    later: str = ""

    @property
    def because(self) -> str:
        """What it stands there by, in the reader's language, without the date."""
        if self.later:
            return self.later
        column: Any = Agreement._meta.get_field(self.field) if self.field else None
        return str(self.step.label if self.step else column.verbose_name)


def _happened(steps: Iterable[Step], on: dt.date, kinds: Collection[str]) -> list[Step]:
    """The steps of these kinds that happened by the day, the latest last."""
    wanted = [step for step in steps if step.kind in kinds and (step.first is None or step.first <= on)]
    return sorted(wanted, key=lambda step: (_day_of(step), step.pk))


def _day_of(step: Step) -> dt.date:
    return step.first or (dt.date.max if step.kind in OUT_OF_FORCE else dt.date.min)


def _has_begun(agreement: Agreement, on: dt.date) -> bool:
    if agreement.signed_last:
        return agreement.signed_last <= on
    steps = agreement.steps.all()
    shown = _happened(steps, on, BEGINNING)
    return bool(shown) or not any(step.kind in (*LEADING, StepKind.SIGNED) for step in steps)


def _replaced(agreement: Agreement, on: dt.date) -> Standing | None:
    """How it stands if a later agreement has taken its place."""
    relations = {
        AgreementState.SUPERSEDED: agreement.superseded_by.all(),
        AgreementState.UPGRADED: agreement.upgraded_to.all(),
    }
    for state, agreements in relations.items():
        begun = [later for later in agreements if later.merged_into_id is None and _has_begun(later, on)]
        if begun:
            first = min(begun, key=lambda later: (later.signed_last or dt.date.min, later.pk))
            return Standing(state, first.signed, later=first.ref)
    return None


def _before_signing(agreement: Agreement, on: dt.date) -> Standing:
    leading = _happened(agreement.steps.all(), on, LEADING)
    approvals = [step for step in leading if step.kind == StepKind.COUNCIL_APPROVED]
    state = AgreementState.APPROVED if approvals else AgreementState.PROPOSED
    return _by_step(state, (approvals or leading)[-1]) if leading else Standing(state, agreement.signed, field="signed")


def _by_step(state: AgreementState, step: Step) -> Standing:
    return Standing(state, step.date, step=StepKind(step.kind))


def _is_expired(agreement: Agreement, on: dt.date, turns: list[Step]) -> bool:
    until = agreement.until_last
    if until is None or until >= on or agreement.renewal == Renewal.AUTOMATIC:
        return False
    return not any(step.kind in RENEWING and step.first and step.first > until for step in turns)


def standing_of(agreement: Agreement, on: dt.date | None = None) -> Standing:
    """Where the agreement stands on a day (today), and by what.

    No query where its steps and the agreements that came after it are fetched (`records_of`). The same rule as
    `queries.agreements.with_state`, which lets the database work it out for many.
    """
    on = on or timezone.localdate()
    if replaced := _replaced(agreement, on):
        return replaced
    turns = _happened(agreement.steps.all(), on, TURNING)
    if turns and turns[-1].kind in OUT_OF_FORCE:
        return _by_step(AgreementState(turns[-1].kind), turns[-1])
    if not _has_begun(agreement, on):
        return _before_signing(agreement, on)
    if _is_expired(agreement, on, turns):
        return Standing(AgreementState.EXPIRED, agreement.until, field="until")
    if turns:
        return _by_step(AgreementState.IN_FORCE, turns[-1])
    return Standing(AgreementState.IN_FORCE, agreement.signed, field="signed")
