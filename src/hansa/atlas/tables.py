"""The committed tables of the atlas: tab-separated, with their source and date in comment lines at the head."""

import csv
from pathlib import Path

DATA = Path(__file__).parent / "data"


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of `data/NAME.tsv`, each a mapping from the column's name to its text; an empty cell is ''."""
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
        return [{column: value or "" for column, value in row.items()} for row in reader]


def parts(cell: str) -> list[str]:
    """The names in a cell that holds several, parted by `|`."""
    return [part.strip() for part in cell.split("|") if part.strip()]
