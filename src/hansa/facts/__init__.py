"""The fact types and their JSON Lines form: the words that reading, the register and the gold answers share."""

from hansa.facts.edtf import Span, is_edtf, span
from hansa.facts.lines import FactError, decode_fact, encode_fact, read_facts, write_facts
from hansa.facts.quotes import quoted
from hansa.facts.types import (
    AGREEMENT_KINDS,
    EXCHANGE_KINDS,
    FACT_TYPES,
    Agreement,
    Evidence,
    Exchange,
    Fact,
    Figure,
    Members,
    Membership,
    Organization,
    PersonNamed,
    Project,
)

__all__ = [
    "AGREEMENT_KINDS", "EXCHANGE_KINDS", "FACT_TYPES", "Agreement", "Evidence", "Exchange", "Fact", "FactError",
    "Figure", "Members", "Membership", "Organization", "PersonNamed", "Project", "Span", "decode_fact",
    "encode_fact", "is_edtf", "quoted", "read_facts", "span", "write_facts",
]  # fmt: skip
