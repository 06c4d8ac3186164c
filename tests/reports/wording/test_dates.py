"""EDTF dates as people write them."""

import pytest

from hansa.reports.wording.dates import chinese_date, english_date


@pytest.mark.parametrize(
    ("date", "chinese", "english"),
    [
        ("2022", "111年", "2022"),
        ("2022-06", "111年6月", "June 2022"),
        ("2022-06-09", "111年6月9日", "9 June 2022"),
        ("2022-06-09/2022-06-10", "111年6月9日至10日", "9–10 June 2022"),
        ("2022-07-30/2022-08-02", "111年7月30日至8月2日", "30 July – 2 August 2022"),
        ("2021-12-30/2022-01-02", "110年12月30日至111年1月2日", "30 December 2021 – 2 January 2022"),
        ("2022-01/2022-11", "111年1月至11月", "January–November 2022"),
        ("2021-01/2022-04", "110年1月至111年4月", "January 2021 – April 2022"),
        ("2021/2022", "110年至111年", "2021 – 2022"),
        ("2022/2022", "111年", "2022"),
        ("2022-05/2022-06-03", "111年5月至111年6月3日", "May 2022 – 3 June 2022"),
        ("2022-05/..", "111年5月起", "from May 2022"),
        ("../2022-05", "至111年5月止", "until May 2022"),
        ("1900", "西元1900年", "1900"),
        ("1912", "1年", "1912"),
    ],
)
def test_dates(date: str, chinese: str, english: str) -> None:
    assert (chinese_date(date), english_date(date)) == (chinese, english)
