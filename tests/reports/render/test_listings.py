"""Lists as files of every format."""

import dataclasses
from pathlib import Path

import pytest

from hansa.reading.formats import read_document
from hansa.reports.blocks import Table
from hansa.reports.listing import Column
from hansa.reports.render.listings import LIST_WRITERS, paper_of, write_listing
from hansa.reports.render.sheet import SheetFull
from tests.reports.opendocument import faults
from tests.reports.render.lists import make_listing


@pytest.mark.parametrize("suffix", LIST_WRITERS)
def test_every_format_holds_the_list(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"list{suffix}"
    path.write_bytes(write_listing(make_listing(), suffix))

    text = read_document(path).text
    assert "對象" in text
    assert text.count("熊本市") == 2


def test_days_and_amounts_are_written_as_the_language_writes_them() -> None:
    chinese, english = (paper_of(make_listing(language=language)).blocks[0] for language in ("zh-hant", "en"))

    assert isinstance(chinese, Table)
    assert isinstance(english, Table)
    texts = [[part.text for line in table.rows[0] for part in line] for table in (chinese, english)]  # type: ignore[union-attr]
    assert texts[0] == ["熊本市", "106年1月11日", "12,345", "98,765.5", "2017"]
    assert texts[1][1] == "11 January 2017"
    assert chinese.numeric == {2, 3}


def test_a_wide_list_goes_across_the_page() -> None:
    listing = make_listing()
    wide = dataclasses.replace(listing, columns=(Column("甲"),) * 7, rows=(), total=())

    assert not paper_of(listing).landscape
    assert paper_of(wide).landscape


@pytest.mark.parametrize("suffix", LIST_WRITERS)
def test_a_list_without_rows_is_written(suffix: str) -> None:
    empty = dataclasses.replace(make_listing(), rows=(), total=(), notes=())

    assert write_listing(empty, suffix)


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_what_a_sheet_cannot_hold_is_said(suffix: str) -> None:
    with pytest.raises(SheetFull, match=r"row 1: .* as \.csv"):
        write_listing(make_listing("長" * 32_768), suffix)


@pytest.mark.parametrize("suffix", [".ods"])
@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_it_is_valid_by_the_schema(suffix: str, language: str) -> None:
    assert faults(write_listing(make_listing(language=language), suffix)) == []  # type: ignore[arg-type]
