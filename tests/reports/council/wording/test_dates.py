"""Dates on slides."""

import pytest

from hansa.reports.council.wording.dates import chinese_western_date, republic_month


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2025", "2025年"),
        ("2025-09", "2025年9月"),
        ("2025-09-05", "2025年9月5日"),
        ("2025-07/2025-12", "2025年7月至12月"),
        ("2025-07/2026-03", "2025年7月至2026年3月"),
        ("2025-09-22/2025-09-25", "2025年9月22日至25日"),
        ("2025-09-22/2025-10-03", "2025年9月22日至10月3日"),
        ("2025-09/2025-10-03", "2025年9月至2025年10月3日"),
        ("2025-09/2025-09", "2025年9月"),
        ("2025/..", "2025年起"),
        ("../2025", "2025年止"),
    ],
)
def test_date_is_written_as_the_trade_does(date: str, words: str) -> None:
    assert chinese_western_date(date) == words


def test_month_of_the_republic() -> None:
    assert republic_month(2025, 7) == "114年7月"
