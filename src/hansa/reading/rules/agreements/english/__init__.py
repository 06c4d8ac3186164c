"""Agreements told in English: a sentence is put as signs, patterns over the signs find the ties, rules build facts."""

from hansa.reading.rules.agreements.english.heads import partner_heads_item
from hansa.reading.rules.agreements.english.ties import tie_is_told_in_english

__all__ = ["partner_heads_item", "tie_is_told_in_english"]
