"""What exchanges and gifts may not be."""

import datetime as dt
from collections.abc import Iterator

from hansa.register.validators.draft import Draft, Problem, could_exist, named


def exchange(draft: Draft) -> Iterator[Problem]:
    """An exchange is with others that existed then; its programme lies within its days, its report after them."""
    held = draft.record
    home, counterparts = named(held, "home"), draft.rows("parties")
    if home and home in counterparts:
        yield "parties", "exchange_with_others"
    if not all(could_exist(party, held.first, held.last) for party in (home, *counterparts) if party):
        yield "date", "exchange_among_existing_parties"
    if held.first and held.report_handed_in and held.report_handed_in < held.first:
        yield "report_handed_in", "report_follows_the_exchange"
    for prefix, item in draft.problems("programme"):
        if item.day and not (held.first or dt.date.min) <= item.day <= (held.last or dt.date.max):
            yield f"{prefix}day", "programme_within_the_exchange"
    for prefix, cost in draft.problems("costs"):
        if cost.amount is not None and cost.amount < 0:
            yield f"{prefix}amount", "cost_not_negative"


def gift(draft: Draft) -> Iterator[Problem]:
    """A gift's value is an amount in a currency."""
    held = draft.record
    if held.value is not None and not held.currency:
        yield "currency", "gift_value_in_a_currency"
    if held.value is not None and held.value < 0:
        yield "value", "gift_value_not_negative"
