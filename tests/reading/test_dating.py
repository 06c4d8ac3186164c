"""When a document was issued, and of which year it reports."""

import datetime as dt

import pytest

from hansa.reading.dating import day_of_issue, opening_month, usual_year, year_reported


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("某市政府新聞稿\n發布日期：112年5月3日\n本文", dt.date(2023, 5, 3)),
        ("新聞公報\n本文\n2023年5月3日（星期三）", dt.date(2023, 5, 3)),
        ("PRESS RELEASE (3 May 2023)\nText", dt.date(2023, 5, 3)),
        ("【某縣政府旅遊處 112年5月3日】\n本文", dt.date(2023, 5, 3)),
        ("締盟一覽表 更新日期：112年5月3日\n", dt.date(2023, 5, 3)),
        ("某縣政府新聞參考資料（112年5月3日）\n本文", dt.date(2023, 5, 3)),
        ("某鎮公所 最新消息  2023/05/03\n\n本文第一段。\n", dt.date(2023, 5, 3)),
        ("新聞公報\n本市與甲市（二○一六年二月一日結盟）往來。\n完\n二○二三年五月三日（星期三）", dt.date(2023, 5, 3)),
        ("成果報告\n112年5月3日，某市來訪。", None),
        ("協定登記簿\nNo. 1\nDate: 3 May 1989\nNo. 2\nDate: 4 May 1990\n", None),
        ("Office of Somewhere | For release after 14:00, Friday, October 17, 2025\nText", dt.date(2025, 10, 17)),
        ("MINUTES\nInternational Relations Committee – Session of 12 November 2024\n", dt.date(2024, 11, 12)),
        ("A tale\nOn 20 November 2023 ten librarians came here.\n", None),
        ("年報 (July 1, 2018 - June 30, 2019)\n", None),
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
        ("某縣通訊\n第12期 2023年12月出刊\n", 2023),
        ("城市外交簡報\n113年10月\n", 2024),
        ("某市公所工作報告\n（市民代表會第 11 屆第 5 次定期大會）　　113 年 11 月\n", 2024),
        ("某市公所書面報告\n第 12 屆第 7 次臨時會　　　民國 113 年 5 月\n", 2024),
        ("某鎮公所大事記\n民國 112 年\n", 2023),
        ("SOMEWHERE ABROAD\nNovember 2024 – Issue 12\n", 2024),
        ("Annual review 2023/24 (April 2023 to March 2024)\n", 2023),
        ("本局大事記\n96 年\n3 月締盟。\n108 年\n5 月赴會。\n", None),
        ("Press office\n12 November 2024\n", None),
        ("Twinned since May 1998\n", None),
        ("該會由某市於 2010 年發起\n", None),
        ("某市議會紀要\n本文在109年5月寫成", None),
    ],
)
def test_year_reported(text: str, year: int | None) -> None:
    assert year_reported(text) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("87年締結。114年5月簽署；114 年 6 月續約；114年7月31日止。", 2025),
        ("112年5月簽署；113年6月續約；114年7月展延。", None),
        ("Signed May 2, 2019. Renewed in June 2019; ended July 5, 2019; begun May 1990.", 2019),
    ],
)
def test_usual_year_is_that_of_most_dates(text: str, year: int | None) -> None:
    assert usual_year(text) == year


@pytest.mark.parametrize(
    ("text", "country", "month"),
    [
        ("REPORT FOR FISCAL YEAR 2018-19\n(July 1, 2018 - June 30, 2019)\n", "US", 7),
        ("ANNUAL REPORT 2022–23\n", "AU", 7),
        ("Annual report 2022/23\n", "GB", 4),
        ("ANNUAL REPORT 2023\n", "US", 1),
    ],
)
def test_opening_month_of_a_report(text: str, country: str, month: int) -> None:
    assert opening_month(text, country) == month
