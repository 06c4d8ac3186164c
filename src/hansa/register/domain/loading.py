"""Loading documents: the files kept, their facts proposed, and admitted as far as the policy lets them in."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from hansa.register.documents import keeping, remove_halves
from hansa.register.domain.admission.statement import Statement
from hansa.register.domain.facts import Admitted, admit_facts
from hansa.register.domain.history import lock_history
from hansa.register.domain.sources import Reading, keep_source
from hansa.register.enums import Admit
from hansa.register.models import Fact, Party, Source, User
from hansa.register.search import index_records


@dataclass(frozen=True)
class Summary:
    """What came of one document: how many facts were read, made a record, joined one, contradict one, or are left."""

    filename: str
    source: str
    read: int
    admitted: int
    joined: int
    in_conflict: int
    left: int


def _summary(source: Source, came: Admitted) -> Summary:
    def count(statements: list[Statement]) -> int:
        return sum(statement.source == source.pk for statement in statements)

    made, joined, left = count(came.made), count(came.joined), count(came.left)
    return Summary(
        source.filename, source.ref, made + joined + left, made + joined, joined, count(came.in_conflict), left
    )


def load(
    *, by: User, readings: Sequence[Reading], home: Party | None, admit: Admit, publish: bool = False
) -> list[Summary]:
    """Keep the documents, propose their facts and admit what the policy lets in; a summary for each new document.

    `publish` lets visitors see the records that are made, and the titles of the documents where they are quoted. All
    or nothing: one transaction, and the files are taken away again where it fails. Documents that are kept already
    change nothing and have no summary. Entries, conflicts and index as `keep_source` and `admit_facts` say.
    """
    with transaction.atomic(), keeping() as keep:
        # Whoever loads the same file at the same time waits here, and then finds it kept.
        lock_history()
        remove_halves()
        kept = set(Source.objects.values_list("sha256", flat=True))
        new = {reading.sha256: reading for reading in reversed(readings) if reading.sha256 not in kept}
        sources = [
            keep_source(by=by, reading=reading, home=home, keep=keep, publish=publish)
            for reading in reversed(new.values())
        ]
        came = admit_facts(by=by, facts=Fact.objects.filter(passage__source__in=sources), admit=admit)
        index_records(sources)
    return [_summary(source, came) for source in sources]
