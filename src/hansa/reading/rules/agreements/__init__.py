"""Agreements: what two or more parties signed or entered."""

from hansa.reading.rules.agreements.english import agreement_is_signed_in_english, partner_heads_item
from hansa.reading.rules.agreements.founded_english import partners_stand_with_their_years
from hansa.reading.rules.agreements.lines import partner_stands_on_line
from hansa.reading.rules.agreements.mentions import bond_is_mentioned, partners_are_listed
from hansa.reading.rules.agreements.mentions_english import bond_is_mentioned_in_english
from hansa.reading.rules.agreements.rows import agreement_stands_in_row
from hansa.reading.rules.agreements.signed import agreement_is_signed

__all__ = [
    "agreement_is_signed", "agreement_is_signed_in_english", "agreement_stands_in_row", "bond_is_mentioned",
    "bond_is_mentioned_in_english", "partner_heads_item", "partner_stands_on_line", "partners_are_listed",
    "partners_stand_with_their_years",
]  # fmt: skip
