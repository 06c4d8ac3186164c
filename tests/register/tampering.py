"""Altering the database behind the register's back, as somebody could who holds its file or its password."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_HISTORY = "register_historyentry"


@contextmanager
def history_unguarded() -> Iterator[None]:
    """While the block runs, the database lets entries of the history be changed and deleted."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [_HISTORY])
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, sql in triggers:
            cursor.execute(sql)


def empty_history() -> None:
    """Delete every entry."""
    with history_unguarded(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {_HISTORY}")  # noqa: S608 - a name of ours
