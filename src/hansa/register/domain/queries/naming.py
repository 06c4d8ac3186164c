"""How many records name another: what tells which of two weighs more."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Count

from hansa.register.domain.merging.slate import HOLDERS, Relation, relations_to

# Said again elsewhere in a record that is counted already, or no record at all.
_ASIDE = frozenset(
    (
        "agreement.signed_names.party",
        "agreement.steps.party",
        "exchange.people.party",
        "exchange.programme.party",
        "office.home",
    )
)


def named_by(kind: str, numbers: Collection[int]) -> dict[int, dict[str, int]]:
    """How many records of each kind name each of these, which are of one kind: by number, then by kind.

    Facts and merged records do not count. One query for each relation, however many records.
    """
    named: dict[int, dict[str, int]] = {number: defaultdict(int) for number in numbers}
    for relation in relations_to(kind):
        if relation.column.name != "merged_into" and relation.holder != "fact" and str(relation) not in _ASIDE:
            for number, count in _counts(relation, numbers):
                named[number][relation.holder] += count
    return {number: dict(counts) for number, counts in named.items()}


def _counts(relation: Relation, numbers: Collection[int]) -> list[tuple[int, int]]:
    name, part = relation.column.name, relation.part
    holder = part.owner.name if part else "pk"
    naming = (part.model if part else HOLDERS[relation.holder])._default_manager.filter(**{f"{name}__in": numbers})
    if part is None and any(field.name == "merged_into" for field in HOLDERS[relation.holder]._meta.concrete_fields):
        naming = naming.filter(merged_into=None)
    return list(naming.order_by().values_list(name).annotate(Count(holder, distinct=True)))
