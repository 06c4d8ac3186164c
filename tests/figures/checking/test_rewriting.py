"""Dates put right in the way in which they are written."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.figures.checking.rewriting import put_date, said_in_chinese, said_in_english
from hansa.reading.values.dates import find_dates


@pytest.mark.parametrize(
    ("written", "date", "expected"),
    [
        ("2022年6月3日", "2022-06-09", "2022年6月9日"),
        ("111 年 6月 3 日", "2022-06-09", "111 年 6月 9 日"),
        ("民國72年", "1982", "民國71年"),
        ("6月3日", "2022-06-09", "6月9日"),
        ("2022年6月3日", "2022-06", "2022年6月3日"),
        ("3 June 2022", "2022-07-09", "9 July 2022"),
        ("June 3, 2022", "2022-06-09", "June 9, 2022"),
        ("in March 2025", "2026-03", "in March 2026"),
        ("1983", "1982", "1982"),
        ("12月11日至14日", "2022-12-11/2022-12-13", "12月11日至13日"),
        ("11–14 December 2022", "2022-12-11/2022-12-13", "11–13 December 2022"),
        ("去年秋天", "2022-06-09", "去年秋天"),
    ],
)
def test_parts_that_a_date_tells_otherwise_are_put_right(written: str, date: str, expected: str) -> None:
    assert put_date(written, date) == expected


@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)))
def test_chinese_date_put_right_reads_as_the_right_one(wrong: dt.date, right: dt.date) -> None:
    written = f"{wrong.year}年{wrong.month}月{wrong.day}日"

    [read] = find_dates(put_date(written, right.isoformat()))

    assert read.edtf == right.isoformat()


def test_dates_in_words() -> None:
    assert [said_in_chinese(date) for date in ("1982", "2026-03", "2022-07-24/2022-07-28")] == [
        "1982年", "2026年3月", "2022年7月24日至2022年7月28日",
    ]  # fmt: skip
    assert [said_in_english(date) for date in ("1982", "2026-03", "2022-06-09")] == [
        "in 1982", "in March 2026", "on 9 June 2022",
    ]  # fmt: skip
