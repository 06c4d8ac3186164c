"""An exported folder back into an empty register: every row as it was, with its id, its history and its documents."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import DatabaseError, connection, models, transaction

from hansa.register.documents import keeping
from hansa.register.domain.queries.files import files_named
from hansa.register.models import HistoryEntry, Office, Party, User
from hansa.register.rows import insert, pass_over_numbers
from hansa.register.search import rebuild_index
from hansa.register.transfer import csvw, json_lines
from hansa.register.transfer.exporting import DOCUMENTS, Progress
from hansa.register.transfer.problems import NotBroughtIn, Problem
from hansa.register.transfer.tables import Table, tables
from hansa.register.transfer.values import NotReadable, in_json, plain_in, value_of

_AT_ONCE = 5000
# What `hansa init` writes: these tables do not make a register that holds something.
_OF_THE_INSTALLATION = {"offices", "users", "parties", "party_names", "history", "history_end"}
# The program and the administrator.
_USERS_OF_THE_INSTALLATION = 2


def holds_nothing() -> bool:
    """Whether the register has nothing but what its installation made: home cities, offices, the administrator."""
    if User.objects.count() > _USERS_OF_THE_INSTALLATION:
        return False
    if Party.objects.exclude(pk__in=Office.objects.values("home")).exists():
        return False
    return not any(table.model._base_manager.exists() for table in tables() if table.name not in _OF_THE_INSTALLATION)


def is_whole(folder: Path) -> bool:
    """Whether a folder holds a whole register, which can be restored: a file for each table."""
    return _form_of(folder) is not None


def _form_of(folder: Path) -> Any:
    """The form in which a folder holds every table: CSV, else JSON Lines, else None."""
    for form in (csvw, json_lines):
        if all((folder / form.FOLDER / form.file_of(table)).is_file() for table in tables()):
            return form
    return None


def restore(folder: Path, progress: Progress) -> dict[str, int]:
    """Bring back the whole register of an exported folder; how many rows each table got.

    For a register that holds nothing. All or nothing: one transaction, and the documents go with it. A user of the
    installation keeps the password, all others have none until they are given one. Raises NotBroughtIn.
    """
    form, problems = _form_of(folder), list[Problem]()
    with keeping() as keep, transaction.atomic():
        passwords = dict(User.objects.values_list("username", "password"))
        _clear()
        counts = {}
        for table in tables():
            progress(table.name)
            counts[table.name] = _restore_table(folder, form, table, problems, passwords)
        if problems:
            raise NotBroughtIn(problems)
        _check_links()
        progress(DOCUMENTS)
        for filename, sha256 in files_named():
            try:
                keep(folder / DOCUMENTS / sha256, sha256)
            except OSError as error:
                problems.append(Problem(f"{DOCUMENTS}/{sha256} ({filename})", f"cannot be read: {error.strerror}"))
        if problems:
            raise NotBroughtIn(problems)
        progress("search")
        rebuild_index()
    return counts


def _clear() -> None:
    with _history_unlocked():
        HistoryEntry.objects.all().delete()
    with connection.cursor() as cursor:
        for table in tables():
            if table.name in _OF_THE_INSTALLATION - {"history"}:
                # At once and in any order: links are looked at when the transaction ends.
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table.model._meta.db_table)}")  # noqa: S608


@contextmanager
def _history_unlocked() -> Iterator[None]:
    """Lets the entries of the installation go, which the database keeps from being deleted: others take their place."""
    table = HistoryEntry._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table is not altered while checks of it wait for the transaction's end: they are made now.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            yield
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
        yield
        for _name, sql in triggers:
            cursor.execute(sql)


def _restore_table(folder: Path, form: Any, table: Table, problems: list[Problem], passwords: dict[str, str]) -> int:
    fields = [column.field for column in table.columns]
    secret = [table.model._meta.get_field("password")] if table.model is User else []
    rows = _rows(folder, form, table, problems)
    count = 0
    while batch := list(islice(rows, _AT_ONCE)):
        count += len(batch)
        if secret:
            username = [field.name for field in fields].index("username")
            batch = [[*row, passwords.get(row[username]) or make_password(None)] for row in batch]
        if not problems:
            _insert(table, [*fields, *secret], batch)
    pass_over_numbers(table.model)
    return count


def _insert(table: Table, fields: Sequence[Any], batch: Sequence[Sequence[Any]]) -> None:
    ready = [_ready(field) for field in fields]
    try:
        with transaction.atomic():
            insert(
                table.model,
                [field.column for field in fields],
                [[make(value) for make, value in zip(ready, row, strict=True)] for row in batch],
            )
    except (DatabaseError, OverflowError) as error:
        said = str(error).strip().splitlines()[0]
        raise NotBroughtIn([Problem(f"table {table.name}", f"the database refuses its rows: {said}")]) from error


def _ready(field: "models.Field[Any, Any]") -> Any:
    if isinstance(field, models.JSONField):
        return lambda value: None if value is None and field.null else in_json(value)
    return lambda value: field.get_db_prep_save(value, connection)


def _rows(folder: Path, form: Any, table: Table, problems: list[Problem]) -> Iterator[list[Any]]:
    path = folder / form.FOLDER / form.file_of(table)
    plain_rows = _plain_csv(path, table, problems) if form is csvw else _plain_json(path, table)
    number = 0
    try:
        for number, row in enumerate(plain_rows, 1):
            yield list(_values(f"{path.name}, row {number}", table, row, problems))
    except (ValueError, csv.Error) as error:
        problems.append(Problem(f"{path.name}, after row {number}", f"cannot be read: {error}"))


def _values(place: str, table: Table, row: Sequence[Any], problems: list[Problem]) -> Iterator[Any]:
    for column, plain in zip(table.columns, row, strict=True):
        try:
            yield value_of(column, plain)
        except NotReadable as error:
            problems.append(Problem(f"{place}, column {column.name}", str(error)))
            yield None


def _plain_csv(path: Path, table: Table, problems: list[Problem]) -> Iterator[list[Any]]:
    rows = csvw.read_table(path)
    names = [column.name for column in table.columns]
    head = next(rows, [])
    if sorted(head) != sorted(names):
        problems.append(Problem(path.name, f"the head is {', '.join(head)}; it must be {', '.join(names)}"))
        return
    places = [head.index(name) for name in names]
    for number, row in enumerate(rows, 1):
        if len(row) != len(head):
            problems.append(Problem(f"{path.name}, row {number}", f"{len(row)} cells; the head has {len(head)}"))
            continue
        yield [
            _plain(f"{path.name}, row {number}", column, row[place], problems)
            for column, place in zip(table.columns, places, strict=True)
        ]


def _plain(place: str, column: Any, text: str, problems: list[Problem]) -> Any:
    try:
        return plain_in(column, text)
    except NotReadable as error:
        problems.append(Problem(f"{place}, column {column.name}", str(error)))
        return None


def _plain_json(path: Path, table: Table) -> Iterator[list[Any]]:
    names = [column.name for column in table.columns]
    for number, row in enumerate(json_lines.read_table(path), 1):
        if unknown := row.keys() - set(names):
            raise ValueError(f"row {number} has {', '.join(sorted(unknown))}, which the table has not")
        yield [row.get(name) for name in names]


def _check_links() -> None:
    """Raise NotBroughtIn where a row points to one that is not there; the database would see it too, but too late."""
    try:
        with transaction.atomic():
            connection.check_constraints()
    except DatabaseError as error:
        said = str(error).strip().splitlines()[0]
        raise NotBroughtIn([Problem("links between tables", said)]) from error
