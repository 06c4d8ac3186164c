"""The whole register into a folder: CSV with its description, JSON Lines, a workbook, and the documents."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from hansa.register.documents import path_of
from hansa.register.domain.queries.files import files_named
from hansa.register.transfer import csvw, json_lines
from hansa.register.transfer.origin import origin_now
from hansa.register.transfer.tables import Table, tables
from hansa.register.transfer.values import plain_of
from hansa.register.transfer.workbook import write_workbook

DOCUMENTS = "documents"
WORKBOOK = "register.xlsx"
Progress = Callable[[str], None]
_AT_ONCE = 2000


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything that the block reads is as it was at one moment; others go on writing meanwhile."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        # `atomic` would lock writers out; a plain read transaction of SQLite's does not.
        connection.cursor().execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            connection.cursor().execute("ROLLBACK")
    else:
        with transaction.atomic():
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def plain_rows(table: Table) -> Iterator[list[Any]]:
    """A table's rows as plain values, in the order of their ids, a few thousand in memory at a time."""
    columns = [column.field.attname for column in table.columns]
    rows = table.model._base_manager.order_by("pk").values_list(*columns)
    for row in rows.iterator(chunk_size=_AT_ONCE):
        yield [plain_of(column, value) for column, value in zip(table.columns, row, strict=True)]


def export_folder(folder: Path, progress: Progress) -> list[str]:
    """Write the whole register into a new folder; the names of the documents that should be there and are not.

    The folder appears when everything is in it. The same register gives the same bytes.
    """
    with _appearing(folder) as part, one_moment():
        origin = origin_now()
        for name in (csvw.FOLDER, json_lines.FOLDER, DOCUMENTS):
            (part / name).mkdir()
        for table in tables():
            progress(table.name)
            csvw.write_table(part / csvw.FOLDER, table, plain_rows(table))
            json_lines.write_table(part / json_lines.FOLDER, table, plain_rows(table))
        csvw.write_metadata(part / csvw.FOLDER, origin)
        progress(WORKBOOK)
        write_workbook(part / WORKBOOK, origin)
        progress(DOCUMENTS)
        return _copy_documents(part / DOCUMENTS)


def export_workbook(file: Path, progress: Progress) -> None:
    """Write the workbook that an officer edits; the file appears when it is whole."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with one_moment():
            progress(file.name)
            write_workbook(part, origin_now())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _appearing(folder: Path) -> Iterator[Path]:
    part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    part.mkdir(parents=True)
    try:
        yield part
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _copy_documents(folder: Path) -> list[str]:
    missing = []
    for title, sha256 in files_named():
        try:
            shutil.copyfile(path_of(sha256), folder / sha256)
        except FileNotFoundError:
            missing.append(title)
    return missing
