"""The folder that an export writes."""

from pathlib import Path

import pytest

from hansa.register.documents import path_of
from hansa.register.domain.queries.files import files_named
from hansa.register.models import Source
from hansa.register.transfer.exporting import export_folder, plain_rows
from hansa.register.transfer.tables import table_of, tables
from tests.register.transfer.filling import fill

pytestmark = pytest.mark.django_db


def quiet(_word: str) -> None:
    pass


def test_a_folder_has_every_table_in_two_forms_and_the_documents(tmp_path: Path) -> None:
    fill()

    assert export_folder(tmp_path / "out", quiet) == []

    names = {table.name for table in tables()}
    hashes = {sha256 for _, sha256 in files_named()}
    assert {path.stem for path in (tmp_path / "out" / "jsonl").iterdir()} == names
    assert {path.stem for path in (tmp_path / "out" / "csv").iterdir()} == names | {"csv-metadata"}
    assert {path.name for path in (tmp_path / "out" / "documents").iterdir()} == hashes
    assert (tmp_path / "out" / "register.xlsx").is_file()


def test_a_document_that_is_missing_is_named(tmp_path: Path) -> None:
    fill()
    lost = Source.objects.order_by("pk")[0]
    path_of(lost.sha256).unlink()

    assert export_folder(tmp_path / "out", quiet) == [lost.filename]


def test_every_column_of_the_filled_register_holds_something() -> None:
    fill()

    empty = [
        f"{table.name}.{column.name}"
        for table in tables()
        for position, column in enumerate(table.columns)
        if all(row[position] in (None, "", [], {}) for row in plain_rows(table))
    ]
    assert empty == []


def test_rows_come_in_the_order_of_their_ids() -> None:
    fill()

    assert [row[0] for row in plain_rows(table_of(Source))] == ["source-1", "source-2", "source-3"]


def test_an_export_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail(_word: str) -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        export_folder(tmp_path / "out", fail)

    assert list(tmp_path.iterdir()) == []
