"""Where records stand: the passages of the facts admitted to them, for many records at once."""

from collections import defaultdict
from collections.abc import Collection

from hansa.register.enums import FactState
from hansa.register.models import Fact
from hansa.reports.outline.items import Citation

Citations = dict[int, tuple[Citation, ...]]


def citations_of(kind: str, records: Collection[int]) -> Citations:
    """The passages behind each record of a kind, by the record's number, oldest source first; one query."""
    facts = Fact.objects.filter(state=FactState.ADMITTED, **{f"{kind}__in": records})
    found: dict[int, dict[int, Citation]] = defaultdict(dict)
    for fact in facts.select_related("passage__source").order_by("passage__source_id", "passage__start", "pk"):
        passage = fact.passage
        found[getattr(fact, f"{kind}_id")].setdefault(
            passage.pk,
            Citation(passage.source.ref, passage.source.title, passage.page, passage.quote, passage.start),
        )
    return {record: tuple(passages.values()) for record, passages in found.items()}
