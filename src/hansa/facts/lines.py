"""Facts as JSON Lines: one object per line, UTF-8, as `hansa read` prints them."""

from collections.abc import Iterable, Iterator
from typing import IO

import msgspec

from hansa.facts.edtf import is_edtf
from hansa.facts.types import (
    AGREEMENT_KINDS,
    EXCHANGE_KINDS,
    ORGANIZATION_KINDS,
    Agreement,
    Exchange,
    Fact,
    Organization,
)

_DATES = ("founded", "since", "signed", "date", "period")
_KINDS = {Agreement: AGREEMENT_KINDS, Exchange: EXCHANGE_KINDS, Organization: ORGANIZATION_KINDS}
_decoder = msgspec.json.Decoder(Fact)
_encoder = msgspec.json.Encoder()


class FactError(ValueError):
    """A fact that is not in the format; the message names the field."""


def check_fact(fact: Fact) -> Fact:
    """The fact itself where its dates are EDTF and its kind is one of its type's; raises FactError otherwise."""
    for field in _DATES:
        value = getattr(fact, field, msgspec.UNSET)
        if isinstance(value, str) and not is_edtf(value):
            raise FactError(f"{field}: {value!r} is not an EDTF date")
    kinds = _KINDS.get(type(fact))
    kind = getattr(fact, "kind", msgspec.UNSET)
    if kinds and isinstance(kind, str) and kind not in kinds:
        raise FactError(f"kind: {kind!r} is none of {', '.join(kinds)}")
    if isinstance(fact, Agreement) and not fact.parties:
        raise FactError("parties: an agreement needs them")
    return fact


def decode_fact(line: str | bytes) -> Fact:
    """One line as a fact. Raises FactError, naming the field, where it is not in the format."""
    try:
        return check_fact(_decoder.decode(line))
    except msgspec.DecodeError as error:
        raise FactError(str(error)) from error


def encode_fact(fact: Fact) -> str:
    """A fact as one line of JSON, without the line's end; unset fields are left out."""
    return _encoder.encode(fact).decode()


def read_facts(lines: Iterable[str]) -> Iterator[Fact]:
    """The facts of a JSON Lines file; raises FactError with the line's number."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield decode_fact(line)
            except FactError as error:
                raise FactError(f"line {number}: {error}") from error


def write_facts(facts: Iterable[Fact], out: IO[str]) -> None:
    """Write the facts to `out`, one per line."""
    for fact in facts:
        out.write(encode_fact(fact) + "\n")
