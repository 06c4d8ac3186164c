"""JSON Lines: a row an object, its columns by their names, what is null left out."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hansa.register.transfer.tables import Table
from hansa.register.transfer.values import in_json

FOLDER = "jsonl"


def file_of(table: Table) -> str:
    """The name of a table's file."""
    return f"{table.name}.jsonl"


def write_table(folder: Path, table: Table, rows: Iterable[list[Any]]) -> None:
    """Write a table's rows of plain values."""
    names = [column.name for column in table.columns]
    with (folder / file_of(table)).open("w", encoding="utf-8", newline="") as file:
        for row in rows:
            told = {name: plain for name, plain in zip(names, row, strict=True) if plain is not None}
            file.write(f"{in_json(told)}\n")


def read_table(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file. Raises ValueError, with the line, where one is no JSON object."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError(f"line {number} is no JSON object")
            yield row
