"""Altering the database behind the register's back, as somebody could who holds its file or its password."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def unguarded() -> Iterator[None]:
    """While the block runs, the database lets everything pass: no trigger, no link, no rule of a row refuses it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        yield
        cursor.execute("PRAGMA ignore_check_constraints = OFF")
        for _, sql in triggers:
            cursor.execute(sql)


def empty_history() -> None:
    """Delete every entry."""
    with unguarded(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM register_historyentry")


def drop_constraint(table: str, name: str) -> None:
    """Take a rule off a table; SQLite needs none taken off, while `unguarded`."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # What is put off to the end of the transaction is looked at now, or the table could not be altered.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
