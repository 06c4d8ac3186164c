"""What counting rules may not be."""

from collections.abc import Collection, Iterator

from hansa.register.enums import AgreementKind, AgreementState, Counted, ExchangeKind, PartyKind
from hansa.register.validators.draft import Draft, Problem

_KINDS: dict[str, Collection[str]] = {
    Counted.PARTIES: AgreementKind.values,
    Counted.AGREEMENTS: AgreementKind.values,
    Counted.EXCHANGES: ExchangeKind.values,
    Counted.MEMBERSHIPS: (),
}


def counting_rule(draft: Draft) -> Iterator[Problem]:
    """A rule counts kinds that its records can have, levels that parties can have, states of agreements only."""
    held = draft.record
    if not _all_in(held.kinds, _KINDS.get(held.counts, ())):
        yield "kinds", "rule_counts_kinds_there_are"
    if not _all_in(held.levels, PartyKind.values):
        yield "levels", "rule_counts_levels_there_are"
    has_states = held.counts in (Counted.PARTIES, Counted.AGREEMENTS)
    if not _all_in(held.states, AgreementState.values if has_states else ()):
        yield "states", "rule_counts_states_there_are"


def _all_in(words: object, known: Collection[str]) -> bool:
    return isinstance(words, list) and all(word in known for word in words)
