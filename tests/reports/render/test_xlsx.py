"""The XLSX writer."""

import datetime as dt
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from hansa.reports.render.text import printable
from hansa.reports.render.xlsx import render
from tests.reports.render.lists import make_listing


def opened(content: bytes) -> Worksheet:
    return load_workbook(io.BytesIO(content)).worksheets[0]


def test_values_keep_their_types() -> None:
    rows = list(opened(render(make_listing())).iter_rows(min_row=3, values_only=True))

    assert rows[0] == ("對象", "簽署日", "人次", "經費", "年")
    assert rows[1][1].date() == dt.date(2017, 1, 11)
    assert (rows[1][0], *rows[1][2:]) == ("熊本市", 12345, 98765.5, 2017)
    assert rows[3] == ("合計", None, 24690, 197531, None)


def test_the_head_is_frozen_filtered_and_repeated() -> None:
    sheet = opened(render(make_listing()))

    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A4", "A3:E5", "$3:$3")
    assert sheet["A4"].hyperlink.target == "https://city.example/office/party-1?a=1&b=2"


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_text_is_never_a_formula(name: str) -> None:
    cell = opened(render(make_listing(name)))["A4"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == (name, "s", True)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), min_size=1))
def test_any_text_comes_back(text: str) -> None:
    assert opened(render(make_listing(text)))["A4"].value in (printable(text), None)
