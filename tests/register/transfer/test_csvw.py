"""The description of the CSV files."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from hansa.register.transfer.csvw import origin_of
from hansa.register.transfer.exporting import export_folder
from hansa.register.transfer.origin import origin_now
from hansa.register.transfer.tables import tables
from tests.register.transfer.filling import fill

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill()
    export_folder(tmp_path / "out", lambda _word: None)
    return tmp_path / "out" / "csv"


def described(folder: Path) -> dict[str, Any]:
    told = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    return {table["url"]: table["tableSchema"] for table in told["tables"]}


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_file_is_described_with_its_columns_in_order(folder: Path) -> None:
    heads = {path.name: path.read_text(encoding="utf-8").splitlines()[0].split(",") for path in folder.glob("*.csv")}

    assert {url: [one["name"] for one in schema["columns"]] for url, schema in described(folder).items()} == heads


def test_every_column_has_titles_in_both_languages(folder: Path) -> None:
    columns = [column for schema in described(folder).values() for column in schema["columns"]]

    assert [one for one in columns if set(one["titles"]) != {"und", "zh-Hant", "en"}] == []


def test_every_link_leads_to_a_row(folder: Path) -> None:
    ids = {table.name + ".csv": {row["id"] for row in rows_of(folder, f"{table.name}.csv")} for table in tables()}

    for url, schema in described(folder).items():
        for key in schema.get("foreignKeys", []):
            named = {row[key["columnReference"]] for row in rows_of(folder, url)} - {""}
            assert named <= ids[key["reference"]["resource"]]


def test_a_description_tells_the_origin(folder: Path) -> None:
    assert origin_of(folder) == origin_now()


def test_a_folder_without_a_description_tells_no_origin(tmp_path: Path) -> None:
    assert origin_of(tmp_path) is None
