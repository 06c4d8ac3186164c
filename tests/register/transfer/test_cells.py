"""Cells as people write them."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from hansa.register.transfer.cells import LONGEST, TOO_LONG, Wrong, read_cell, shown, written
from hansa.register.transfer.tables import Column, tables


def column(name: str) -> Column:
    table, _dot, field = name.partition(".")
    return next(one for one in tables() if one.name == table).by_name[field]


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("agreements.kind", "姊妹市", "sister_city"),
        ("agreements.kind", "sister city", "sister_city"),
        ("agreements.kind", "sister_city", "sister_city"),
        ("agreements.kind", None, ""),
        ("agreements.signed", "民國112.5.3", "2023-05-03"),
        ("agreements.signed", dt.datetime(2023, 5, 3), "2023-05-03"),  # noqa: DTZ001 - Excel's know no zone
        ("agreements.signed", 2023, "2023"),
        ("agreements.published", "是", True),
        ("agreements.published", "N", False),
        ("agreements.published", True, True),
        ("agreements.subjects", "交通、觀光", ["交通", "觀光"]),
        ("agreements.subjects", "ports, ships\n教育", ["ports, ships", "教育"]),
        ("agreements.title", "=1+1", "=1+1"),
        ("organizations.members", "1,200 cities", [{"count": 1200, "of": "cities"}]),
        ("exchanges.report_due", "112/8/3", dt.date(2023, 8, 3)),
        ("exchanges.headcount", "1,200", 1200),
        ("exchanges.headcount", 12.0, 12),
        ("exchange_programme.time", dt.time(14, 30), dt.time(14, 30)),
        ("gifts.value", 1500, Decimal("1500.00")),
        ("gifts.value", "1,500.5", Decimal("1500.50")),
        ("parties.latitude", 22.6273, 22.6273),
        ("parties.country", "日本", "JP"),
        ("parties.country", "jp", "JP"),
    ],
)  # fmt: skip
def test_a_cell_is_understood(name: str, cell: Any, value: Any) -> None:
    assert read_cell(column(name), cell) == value


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("agreements.kind", "結拜"),
        ("agreements.signed", "昨天"),
        ("agreements.published", "或許"),
        ("agreements.title", "長" * 301),
        ("agreements.title", "a\ud800"),
        ("agreements.subjects", "[1"),
        ("organizations.members", "many"),
        ("exchanges.kind", None),
        ("exchanges.headcount", -1),
        ("exchanges.headcount", 2**31),
        ("exchange_programme.time", "noon"),
        ("exchanges.report_due", "2023-05"),
        ("gifts.value", "1.234"),
        ("gifts.value", 10**13),
        ("gifts.value", "NaN"),
        ("parties.latitude", "inf"),
        ("parties.country", "Atlantis"),
    ],
)
def test_what_cannot_be_understood_is_refused(name: str, cell: Any) -> None:
    with pytest.raises(Wrong):
        read_cell(column(name), cell)


@pytest.mark.parametrize(
    ("name", "value", "cell"),
    [
        ("agreements.kind", "sister_city", "姊妹市"),
        ("agreements.kind", "", None),
        ("agreements.published", True, "是"),
        ("agreements.subjects", ["交通", "觀光"], "交通\n觀光"),
        ("agreements.subjects", [], None),
        ("organizations.members", [{"count": 33, "of": "cities"}], "33 cities"),
        ("gifts.value", Decimal("1500.50"), 1500.5),
        ("gifts.value", Decimal("1500.00"), 1500),
        ("figures.value", Decimal("12345678901234567890.1234"), "12345678901234567890.1234"),
        ("agreements.motive", "a\x0bb\r\nc", "a b\nc"),
        ("agreements.motive", "長" * (LONGEST + 1), TOO_LONG),
    ],
)
def test_a_value_is_shown(name: str, value: Any, cell: Any) -> None:
    assert shown(column(name), value) == cell


@pytest.mark.parametrize(("cell", "text"), [(7, "7"), (7.0, "7"), ("7 ", "7"), (None, ""), (0.1, "0.1"), (False, "否")])
def test_cells_that_look_the_same_are_the_same(cell: Any, text: str) -> None:
    assert written(cell) == text
