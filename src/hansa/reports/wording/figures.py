"""The sentences of single measures: `figures.tsv` has the words around the number `{n}` in both languages."""

import csv
from functools import cache
from pathlib import Path

from hansa.figures.words import Words

TABLE = Path(__file__).with_name("figures.tsv")


@cache
def templates() -> dict[str, Words]:
    """The words of each measure that has some of its own, by its key."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["measure"]: Words(row["zh"], row["en"]) for row in rows}
