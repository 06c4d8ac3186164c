"""What the commands that decide facts share: the facts that are named, and refusals in one line."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import transaction
from django.utils import translation

from hansa.cli.acting import record_of
from hansa.cli.refusal import Refusal
from hansa.register.errors import RegisterError
from hansa.register.models import Conflict, Fact
from hansa.register.models.record import Record


@contextmanager
def deciding() -> Iterator[None]:
    """All that is decided in the block, or nothing; what the register refuses is one line, in English."""
    try:
        with translation.override("en"), transaction.atomic():
            yield
    except RegisterError as error:
        raise Refusal(str(error)) from error


def facts_of(refs: Sequence[str]) -> list[Fact]:
    """The facts of these ids. Raises Refusal where one is none."""
    found = [record_of(ref) for ref in refs]
    for ref, record in zip(refs, found, strict=True):
        if not isinstance(record, Fact):
            raise Refusal(f"{ref}: no fact; see hansa list facts")
    return [record for record in found if isinstance(record, Fact)]


def offices_of(facts: Sequence[Fact], *records: Record | None) -> list[Record]:
    """The records whose offices decide: the documents that state the facts, and those to which facts go."""
    return [*(fact.passage.source for fact in facts), *(record for record in records if record)]


def conflict_of(ref: str) -> Conflict:
    """The conflict of an id such as `conflict-3`. Raises Refusal where there is none."""
    kind, _, number = ref.rpartition("-")
    known = kind == "conflict" and number.isascii() and number.isdigit() and len(number) <= 18
    found = Conflict.objects.filter(pk=int(number)).first() if known else None
    if found is None:
        raise Refusal(f"{ref}: there is no such conflict; see hansa conflicts")
    return found
