"""Dates that cannot be."""

import pytest

from hansa.figures.checking.calendar import dates_can_be
from tests.figures.checking.saying import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年6月9日（星期五）來訪。", [("differs", "2022年6月9日（星期五）", "2022年6月9日（星期四）")]),
        ("2022年6月9日（週四）來訪。", [("agrees", "2022年6月9日（週四）", "2022年6月9日（週四）")]),
        ("On Friday, 9 June 2022 they came.", [("differs", "Friday, 9 June 2022", "Thursday, 9 June 2022")]),
        ("111年（2021年）締盟。", [("differs", "2021", "2022")]),
        ("111年（2022年）締盟。", [("agrees", "2022", "2022")]),
        ("2022年8月16日至7日展出。", [("differs", "2022年8月16日至7日", "")]),
        ("2022年11月2日至11月1日展出。", [("differs", "2022年11月2日至11月1日", "")]),
        ("2022年8月16日至28日展出。", []),
        ("2022年11月2日至次年1月5日展出。", []),
        ("6月9日（星期五）來訪。", []),
    ],
)
def test_days_and_years_that_do_not_fit(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(dates_can_be, text) == expected
