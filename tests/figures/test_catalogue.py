"""The catalogue of reported measures."""

import csv
from pathlib import Path

import pytest

from hansa.figures import catalogue
from hansa.figures.catalogue import BrokenCatalogue, reported_measures
from hansa.figures.measures import all_measures
from hansa.figures.recognition import recognise
from hansa.reports.outline.sections import chapters

SECTIONS = {section.key for chapter in chapters() for section in chapter.walk()}


def test_every_measure_stands_in_a_section_of_the_report() -> None:
    assert [measure.key for measure in all_measures() if measure.section not in SECTIONS] == []


@pytest.mark.parametrize("measure", reported_measures(), ids=lambda measure: measure.key)
def test_a_measures_own_name_tells_it(measure: catalogue.Measure) -> None:
    found = recognise(measure.label.zh, measure.unit.zh)

    assert found[0].measure.key == measure.key
    assert measure.definition.zh.endswith("。") and measure.definition.en.endswith(".")


@pytest.mark.parametrize(
    ("column", "word", "said"),
    [("moment", "year", "'year'"), ("summed_over", "planets", "'planets'"), ("zh", "", "a cell is empty")],
)
def test_a_row_that_cannot_be_taken_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, column: str, word: str, said: str
) -> None:
    with (catalogue.TABLES / "confidential.tsv").open(encoding="utf-8", newline="") as lines:
        [row] = csv.DictReader(lines, delimiter="\t")
    table = tmp_path / "confidential.tsv"
    with table.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, row, delimiter="\t")
        writer.writeheader()
        writer.writerow(row | {column: word})
    monkeypatch.setattr(catalogue, "TABLES", tmp_path)
    monkeypatch.setattr(catalogue, "CHAPTERS", ("confidential",))

    with pytest.raises(BrokenCatalogue, match=r"confidential.tsv, petitions: .*" + said):
        reported_measures.__wrapped__()
