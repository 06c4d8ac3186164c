"""Rows written straight into a table, without an object for each: for whoever writes many at once."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models


def insert(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write rows, whose values are ready for the database, into columns of a table. For domain functions.

    PostgreSQL copies them, so that what its triggers do once a statement they do once for all of these rows.
    """
    quote = connection.ops.quote_name
    into = f"{quote(model._meta.db_table)} ({', '.join(map(quote, columns))})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608 - names of our own tables


def new_numbers(model: type[models.Model], count: int) -> Sequence[int]:
    """The numbers that the next rows of a table get, never used before. For a transaction that writes them."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, count])
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()
    first = last[0] + 1 if last else 1
    return range(first, first + count)


def pass_over_numbers(model: type[models.Model]) -> None:
    """After rows were written with numbers of their own: new rows get later ones. SQLite sees to it by itself."""
    if connection.vendor == "postgresql":
        statement = (
            "SELECT setval(sequence, greatest((SELECT max(id) FROM %s), nextval(sequence)))"
            " FROM pg_get_serial_sequence('%s', 'id') AS sequence"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement % (model._meta.db_table, model._meta.db_table))


def expect_many() -> None:
    """Before rows by the thousand, in their transaction: PostgreSQL then sorts more words at once into its indexes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL gin_pending_list_limit = '64MB'")
            cursor.execute("SET LOCAL work_mem = '64MB'")


def many_written(*tables: type[models.Model]) -> None:
    """After them: what waits is sorted in, and PostgreSQL counts what the tables hold, so that it asks them well.

    SQLite needs neither.
    """
    if connection.vendor == "postgresql":
        names = [table._meta.db_table for table in tables]
        waiting = (
            "SELECT gin_clean_pending_list(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
            " JOIN pg_am ON pg_am.oid = relam WHERE amname = 'gin' AND indrelid::regclass::text = ANY(%s)"
        )
        with connection.cursor() as cursor:
            cursor.execute(waiting, [names])
            cursor.execute(f"ANALYZE {', '.join(map(connection.ops.quote_name, names))}")
