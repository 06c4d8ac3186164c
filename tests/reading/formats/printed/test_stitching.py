"""Tables cut by a page break."""

import pytest

from hansa.reading.formats.printed.stitching import stitch
from hansa.reading.formats.printed.tables import Table

HEAD = ["城市", "說明", "年"]


@pytest.mark.parametrize(
    ("last", "first", "rows"),
    [
        (["高知", "每年互派青年學生往來", "2004"], ["", "並辦展覽。", ""], 0),
        (["高知", "每年互派青年學生往來", "2004"], ["縣", "", "年"], 0),
        (["高知", "每年互派青年學生往來。", "2004"], ["", "洽談", "2011"], 1),
        (["高知", "每年互派青年學生往來", "2004"], ["長崎", "", "2011"], 1),
    ],
)
def test_row_cut_by_the_page_is_whole(last: list[str], first: list[str], rows: int) -> None:
    above, below = Table([HEAD, last]), Table([HEAD, first])
    stitch(above, below)
    assert len(below.rows) == rows
    assert above.rows[1] == (last if rows else [f"{a}\n{b}" if b else a for a, b in zip(last, first, strict=True)])


def test_head_repeated_on_each_page_is_left_out() -> None:
    pages = [Table([HEAD, ["甲", "", "1"]]), Table([HEAD, ["乙", "", "2"]]), Table([HEAD, ["丙", "", "3"]])]
    stitch(pages[0], pages[1])
    stitch(pages[1], pages[2])
    assert [table.rows for table in pages[1:]] == [[["乙", "", "2"]], [["丙", "", "3"]]]


def test_tables_of_other_columns_are_left_alone() -> None:
    above, below = Table([HEAD]), Table([["姓名", "職稱"]])
    stitch(above, below)
    assert below.rows == [["姓名", "職稱"]]
