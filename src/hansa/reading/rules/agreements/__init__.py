"""Agreements: what two or more parties signed or entered."""

from hansa.reading.rules.agreements.chinese import agreement_is_told
from hansa.reading.rules.agreements.english import partner_heads_item, tie_is_told_in_english
from hansa.reading.rules.agreements.lines import partner_stands_on_line
from hansa.reading.rules.agreements.listed import partners_are_listed
from hansa.reading.rules.agreements.rows import agreement_stands_in_row

__all__ = [
    "agreement_is_told", "agreement_stands_in_row", "partner_heads_item", "partner_stands_on_line",
    "partners_are_listed", "tie_is_told_in_english",
]  # fmt: skip
