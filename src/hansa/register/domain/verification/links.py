"""What rows name, and the rules between them: asked anew of the rows, as if the database had not refused anything."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import CheckConstraint, Count, Exists, OuterRef

from hansa.register.guards.rules import GUARDS
from hansa.register.models import Agreement
from hansa.register.states import ref_to
from hansa.register.validators.sentences import RULES

# More of one sort say nothing new.
_SHOWN = 100


def _tables() -> list[Any]:
    return list(apps.get_app_config("register").get_models(include_auto_created=True))


def dangling_links() -> Iterator[str]:
    """Rows that name another row which is not there; one query for each column that names rows."""
    for table in _tables():
        for field in table._meta.concrete_fields:
            if isinstance(field, models.ForeignKey):
                yield from _dangling(table, field)


def _dangling(table: Any, field: "models.ForeignKey[Any, Any]") -> Iterator[str]:
    other: Any = field.related_model
    there = Exists(other._base_manager.filter(pk=OuterRef(field.attname)))
    lost = table._base_manager.exclude(**{field.attname: None}).filter(~there).order_by("pk")
    for number, named in lost.values_list("pk", field.attname)[:_SHOWN]:
        yield f"{ref_to(table, number)}: {field.name} names {ref_to(other, named)}, which is not there"


def broken_rules() -> Iterator[str]:
    """Rows that break a rule which the database keeps; one query for each rule."""
    for table in _tables():
        for constraint in table._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                rows = table._base_manager.exclude(constraint.condition).order_by("pk")
                yield from (_broken(constraint.name, table, number) for number in _first(rows))
    for guard in GUARDS:
        table = next(table for table in _tables() if table._meta.db_table == guard.table)
        statement = f"SELECT NEW.id FROM {guard.table} NEW WHERE {guard.broken} LIMIT {_SHOWN}"  # noqa: S608 - our own
        with connection.cursor() as cursor:
            cursor.execute(statement)
            numbers = sorted(number for (number,) in cursor.fetchall())
        yield from (_broken(guard.rule, table, number) for number in numbers)
    short = Agreement.objects.filter(merged_into=None).annotate(count=Count("sides")).filter(count__lt=2)
    yield from (_broken("agreement_has_two_parties", Agreement, number) for number in _first(short.order_by("pk")))


def _first(rows: "models.QuerySet[Any]") -> list[int]:
    return list(rows.values_list("pk", flat=True)[:_SHOWN])


def _broken(rule: str, table: Any, number: int) -> str:
    sentence = RULES[rule].sentence if rule in RULES else ""
    return f"{ref_to(table, number)}: breaks the rule {rule}. {sentence}".strip()
