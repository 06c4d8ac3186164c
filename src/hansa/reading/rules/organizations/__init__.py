"""Organizations: bodies of cities, or that cities join, which a document describes or lists."""

from hansa.reading.rules.organizations.defined import defined_in_a_sentence
from hansa.reading.rules.organizations.described import described_in_a_row, described_under_a_heading, listed_by_name

__all__ = ["defined_in_a_sentence", "described_in_a_row", "described_under_a_heading", "listed_by_name"]
