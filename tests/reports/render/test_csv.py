"""The CSV writer."""

import csv
import io

import pytest

from hansa.reports.render.csv import render
from tests.reports.render.lists import make_listing


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_head_and_rows_are_as_programs_read_them() -> None:
    content = render(make_listing(rows=1))

    assert content.startswith(b"\xef\xbb\xbf")
    assert rows(content) == [
        ["對象", "簽署日", "人次", "經費", "年"],
        ["熊本市", "2017-01-11", "12345", "98765.50", "2017"],
    ]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"])
def test_text_is_never_a_formula(name: str) -> None:
    assert rows(render(make_listing(name)))[1][0] == "'" + name.replace("\t", " ")
