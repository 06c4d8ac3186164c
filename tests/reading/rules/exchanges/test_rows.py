"""Exchanges in tables: date, guest or host, and what it was about."""

from collections.abc import Callable
from typing import Any

from hansa.reading.rules.exchanges import visit_stands_in_row

Reading = Callable[..., list[Any]]
HOME = "臺中市"


def told(facts: list[Any]) -> list[tuple[str, str, list[str]]]:
    return [(fact.kind, fact.date or "", fact.parties or []) for fact in facts]


def test_rows_of_visits(read: Reading) -> None:
    text = (
        "日期\t對象\t事由\n114.3.5\t札幌市\t秋元克廣市長率團一行7人來訪\n"
        "114.4.8\t釜山市\t釜山市代表團來訪，拜會王大明市長\n"
    )
    assert told(read(visit_stands_in_row, text, HOME)) == [
        ("inbound_visit", "2025-03-05", ["札幌市"]),
        ("inbound_visit", "2025-04-08", ["釜山市"]),
    ]
