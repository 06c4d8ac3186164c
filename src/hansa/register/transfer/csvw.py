"""CSV with a description of its tables and columns: CSV on the Web (CSVW), W3C Recommendation of 2015-12-17."""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db import models

from hansa.register.models.record import EdtfField
from hansa.register.transfer.origin import Origin, origin_in
from hansa.register.transfer.tables import Column, Table, in_each_language, table_of, tables
from hansa.register.transfer.values import text_of

FOLDER = "csv"
METADATA = "csv-metadata.json"
# A document's whole text is one cell.
csv.field_size_limit(2**31 - 1)
# The first of these that a field is says what its cells hold; the order matters, as some derive from others.
_DATATYPES: tuple[tuple[type["models.Field[Any, Any]"], str], ...] = (
    (models.JSONField, "json"),
    (models.BooleanField, "boolean"),
    (models.DateTimeField, "dateTimeStamp"),
    (models.DateField, "date"),
    (models.TimeField, "time"),
    (models.DecimalField, "decimal"),
    (models.FloatField, "double"),
)
_POINT = r"\d{4}(-\d{2}(-\d{2})?)?"
_EDTF = rf"({_POINT})?|({_POINT}|\.\.)/({_POINT}|\.\.)"


def file_of(table: Table) -> str:
    """The name of a table's file."""
    return f"{table.name}.csv"


def write_table(folder: Path, table: Table, rows: Iterable[list[Any]]) -> None:
    """Write a table's rows of plain values, its columns' names first."""
    with (folder / file_of(table)).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.name for column in table.columns)
        writer.writerows([text_of(*cell) for cell in zip(table.columns, row, strict=True)] for row in rows)


def read_table(path: Path) -> Iterator[list[str]]:
    """The rows of a file of CSV, its head first. Raises UnicodeDecodeError or csv.Error where it is none."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file, strict=True)


def write_metadata(folder: Path, origin: Origin) -> None:
    """Write what the files of the folder are, and where they come from."""
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": {"zh-Hant": "登錄簿", "en": "The register"},
        "dc:identifier": str(origin),
        "tables": [_table(table) for table in tables()],
    }
    text = json.dumps(described, ensure_ascii=False, indent=1)
    (folder / METADATA).write_text(f"{text}\n", encoding="utf-8", newline="")


def origin_of(folder: Path) -> Origin | None:
    """Where a folder's files come from, as their description tells; None where it does not."""
    try:
        told = json.loads((folder / METADATA).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return origin_in(str(told.get("dc:identifier", ""))) if isinstance(told, dict) else None


def _table(table: Table) -> dict[str, Any]:
    foreign = [_foreign_key(column) for column in table.columns if column.target]
    return {
        "url": file_of(table),
        "dc:title": table.titles,
        "tableSchema": {
            "columns": [_column(column) for column in table.columns],
            "primaryKey": "id",
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _foreign_key(column: Column) -> dict[str, Any]:
    target = column.target
    resource = file_of(table_of(target)) if target else ""
    return {"columnReference": column.name, "reference": {"resource": resource, "columnReference": "id"}}


def _column(column: Column) -> dict[str, Any]:
    # The head of a file has names, not titles: `und` is what a reader compares it with.
    described = {"name": column.name, "titles": {"und": column.name, **column.titles}, "datatype": _datatype(column)}
    if column.field.help_text:
        described["dc:description"] = in_each_language(column.field.help_text)
    return described | ({"required": True} if column.required or column.field.primary_key else {})


def _datatype(column: Column) -> Any:
    field = column.field
    if field.primary_key or column.target:
        return {"base": "string", "format": table_of(column.target or field.model).ref(r"\d+")}
    if column.choices:
        codes = "|".join(map(str, column.choices))
        return {"base": "string", "format": f"({codes})?" if field.blank else codes}
    if isinstance(field, EdtfField):
        return {"base": "string", "format": _EDTF}
    if isinstance(field, models.IntegerField):
        return "integer"
    return next((name for kind, name in _DATATYPES if isinstance(field, kind)), "string")
