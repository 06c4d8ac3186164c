"""Records that one document tells of apart: most likely it means two."""

from collections import defaultdict
from collections.abc import Iterable

from hansa.register.domain.queries.duplicates.signs import Likely
from hansa.register.enums import FactState
from hansa.register.models import Fact

_BATCH = 500


def told_by_one_document(kind: str, found: Iterable[Likely]) -> set[frozenset[int]]:
    """The pairs of records of a kind of which one source states both, by admitted facts."""
    wanted = {frozenset((pair.one, pair.other)) for pair in found}
    numbers = sorted({number for pair in wanted for number in pair})
    sources: dict[int, set[int]] = defaultdict(set)
    for start in range(0, len(numbers), _BATCH):
        facts = Fact.objects.filter(state=FactState.ADMITTED, **{f"{kind}__in": numbers[start : start + _BATCH]})
        for number, source in facts.values_list(f"{kind}_id", "passage__source_id"):
            sources[number].add(source)
    return {pair for pair in wanted if set.intersection(*(sources[number] for number in pair))}
