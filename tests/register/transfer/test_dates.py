"""Dates as officers type them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.register.transfer.dates import day_in, edtf_in, time_in


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-05-03", "2023-05-03"),
        ("2023-05", "2023-05"),
        ("2023", "2023"),
        ("2023/..", "2023/.."),
        ("2023-05-03/2023-05-07", "2023-05-03/2023-05-07"),
        ("112年5月3日", "2023-05-03"),
        ("民國112年5月3日", "2023-05-03"),
        ("民國112.5.3", "2023-05-03"),
        ("中華民國112年5月", "2023-05"),
        ("112/05/03", "2023-05-03"),
        ("112-05-03", "2023-05-03"),
        ("１１２／５／３", "2023-05-03"),
        ("99/1/1", "2010-01-01"),
        ("112年", "2023"),
        ("2023/5/3", "2023-05-03"),
        ("2023.5.3", "2023-05-03"),
        ("2023年5月", "2023-05"),
        ("西元2023年5月3日（星期三）", "2023-05-03"),
        ("3 May 2023", "2023-05-03"),
        ("112年5月3日至5日", "2023-05-03/2023-05-05"),
        ("112年5月3日～112年5月9日", "2023-05-03/2023-05-09"),
        ("2023/5/3-2023/5/5", "2023-05-03/2023-05-05"),
        ("105年-106年", "2016/2017"),
    ],
)
def test_a_date_is_understood(text: str, edtf: str) -> None:
    assert edtf_in(text) == edtf


@pytest.mark.parametrize(
    "text",
    ["4/5/2023", "112", "昨天", "5月3日", "2023-02-30", "112年13月1日", "2023-05-07/2023-05-03", "20230503"],
)
def test_what_could_mean_two_days_or_none_is_not_understood(text: str) -> None:
    assert edtf_in(text) is None


@settings(deadline=None)
@given(st.dates(dt.date(1912, 1, 1), dt.date(2910, 12, 31)))
def test_every_day_of_the_republic_is_understood(day: dt.date) -> None:
    year = day.year - 1911

    assert edtf_in(f"民國{year}年{day.month}月{day.day}日") == day.isoformat()


def test_a_day_is_one_day() -> None:
    assert [day_in("112/5/3"), day_in("2023-05"), day_in("?")] == [dt.date(2023, 5, 3), None, None]


@pytest.mark.parametrize(
    ("text", "time"),
    [("14:30", dt.time(14, 30)), ("9時", dt.time(9)), ("09:05:00", dt.time(9, 5)), ("24:00", None), ("noon", None)],
)
def test_a_time_is_understood(text: str, time: dt.time | None) -> None:
    assert time_in(text) == time
