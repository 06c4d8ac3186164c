"""The reported measures: what the department publishes that the register has no records to count.

A table for each chapter of the department's report, `CHAPTER.tsv`: the measure's key, its section, name, unit and
definition in both languages, whether it is of a period or a day, what it may be summed over, further units in which
documents publish it, and the words by which a figure is known to be of it (`figures/wording.py` says how they are
written).
"""

import csv
from functools import cache
from pathlib import Path
from typing import cast, get_args

from hansa.figures.measure import Measure, Moment, Over
from hansa.figures.wording import wordings
from hansa.figures.words import Words

TABLES = Path(__file__).parent
CHAPTERS = ("general", "documents", "confidential", "international")


class BrokenCatalogue(ValueError):
    """A row of the catalogue cannot be taken; the message names the table, the measure and what is wrong."""


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(",") if word.strip())


def _measure(table: str, row: dict[str, str]) -> Measure:
    summed, moment = _listed(row["summed_over"]), row["moment"]
    unknown = [word for word in (*summed, moment) if word not in (*get_args(Over), *get_args(Moment))]
    if unknown or not all(row.get(name) for name in ("key", "section", "zh", "en", "unit", "unit_en", "words")):
        raise BrokenCatalogue(f"{table}, {row['key'] or 'a row without a key'}: {unknown or 'a cell is empty'}")
    unit = Words(row["unit"], row["unit_en"])
    return Measure(
        key=row["key"],
        label=Words(row["zh"], row["en"]),
        unit=unit,
        definition=Words(row["definition_zh"], row["definition_en"]),
        moment=cast(Moment, moment),
        summed_over=cast("tuple[Over, ...]", summed),
        wordings=wordings(row["words"]),
        reported_units=tuple(dict.fromkeys((unit.zh, unit.en, *_listed(row["units"])))),
        section=row["section"],
    )


@cache
def reported_measures() -> tuple[Measure, ...]:
    """Every reported measure, in the order of the department's report. Raises BrokenCatalogue."""
    found: list[Measure] = []
    for chapter in CHAPTERS:
        with (TABLES / f"{chapter}.tsv").open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [_measure(f"{chapter}.tsv", row) for row in rows]
    return tuple(found)
