"""The tables and triggers that this version of the program needs."""

from collections.abc import Iterator

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from hansa.register.guards.rules import GUARDS

_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    # One that is switched off guards nothing.
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A')",
}
_OF_HISTORY = ("register_history_not_changed", "register_history_not_deleted")


def missing_guards() -> Iterator[str]:
    """Migrations that were not run, and triggers that were taken away."""
    executor = MigrationExecutor(connection)
    for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield f"the tables are older than the program: {migration} was not run; run hansa init"
    with connection.cursor() as cursor:
        cursor.execute(_TRIGGERS[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}
    for trigger in _OF_HISTORY:
        if trigger not in standing:
            yield f"the trigger {trigger} is missing: the database would let somebody alter the history"
    for guard in GUARDS:
        if not any(name.startswith(guard.name) for name in standing):
            yield f"the trigger {guard.name} is missing: the database would take records that break this rule"
