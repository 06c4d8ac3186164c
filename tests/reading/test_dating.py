"""When a document was issued, and of which year it reports."""

import datetime as dt

import pytest

from hansa.reading.dating import day_of_issue, year_reported


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("某市政府新聞稿\n發布日期：112年5月3日\n本文", dt.date(2023, 5, 3)),
        ("新聞公報\n本文\n2023年5月3日（星期三）", dt.date(2023, 5, 3)),
        ("PRESS RELEASE (3 May 2023)\nText", dt.date(2023, 5, 3)),
        ("【某縣政府旅遊處 112年5月3日】\n本文", dt.date(2023, 5, 3)),
        ("締盟一覽表 更新日期：112年5月3日\n", dt.date(2023, 5, 3)),
        ("成果報告\n112年5月3日，某市來訪。", None),
    ],
)
def test_day_of_issue(text: str, day: dt.date | None) -> None:
    assert day_of_issue(text) == day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("某市政府111年度施政績效成果報告\n", 2022),
        ("ANNUAL REPORT 2023\n", 2023),
        ("國際事務簡報\n2026\n", 2026),
        ("某市議會紀要\n本文在109年5月寫成", None),
    ],
)
def test_year_reported(text: str, year: int | None) -> None:
    assert year_reported(text) == year
