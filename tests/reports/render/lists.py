"""Lists for the writers' tests."""

import datetime as dt
from decimal import Decimal

from hansa.reports.blocks import Language
from hansa.reports.listing import Cell, Column, Listing

COLUMNS = (
    Column("對象", 3),
    Column("簽署日", 2, "date"),
    Column("人次", 1, "amount"),
    Column("經費", 2, "amount"),
    Column("年"),
)


def make_listing(name: str = "熊本市", language: Language = "zh-hant", rows: int = 2, columns: int = 5) -> Listing:
    """A list with a value of every type in each row, whose first cell is `name` and a link."""
    row = (
        Cell(name, "https://city.example/office/party-1?a=1&b=2"),
        Cell(dt.date(2017, 1, 11)),
        Cell(12345),
        Cell(Decimal("98765.50")),
        Cell(2017),
    )
    total = (Cell("合計"), Cell(None), Cell(12345 * rows), Cell(Decimal("98765.50") * rows), Cell(None))
    return Listing(
        language,
        "締盟城市一覽表",
        "國際處",
        "截至112年2月1日",
        COLUMNS[:columns],
        (row[:columns],) * rows,
        total[:columns],
        ("日期不詳者未列入。",),
    )
