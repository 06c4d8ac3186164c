"""Dates found in Chinese and English text."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.facts import is_edtf
from hansa.reading.values.dates import Anchor, Earlier, Point, chinese_number, find_anniversaries, find_dates


def edtf(text: str, anchor: Anchor | None = None) -> list[str]:
    return [dated.edtf for dated in find_dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("民國88年簽約", ["1999"]),
        ("113年度成果", ["2024"]),
        ("112 年 3 月 5 日來訪", ["2023-03-05"]),
        ("112年4月3至6日", ["2023-04-03/2023-04-06"]),
        ("自112年4月28日至5月2日止", ["2023-04-28/2023-05-02"]),
        ("112年8月21、22日", ["2023-08-21/2023-08-22"]),
        ("2023年1至6月", ["2023-01/2023-06"]),
        ("111年至113年", ["2022/2024"]),
        ("2010－2014 任期", ["2010/2014"]),
        ("二○一九年五月", ["2019-05"]),
        ("112年上半年", ["2023-01/2023-06"]),
        ("112年第3季", ["2023-07/2023-09"]),
        ("112.3.5", ["2023-03-05"]),
        ("2024.06.21-23", ["2024-06-21/2024-06-23"]),
        ("2021/9/7", ["2021-09-07"]),
        ("平成30年4月", ["2018-04"]),
        ("113年7月底", ["2024-07"]),
        ("112年2月8日，10月9日再訪", ["2023-02-08", "2023-10-09"]),
        ("73年締結", ["1984"]),
        ("民國一百零二年四月", ["2013-04"]),
        ("平成3年（1991年）5月", ["1991-05"]),
        ("112年第二、三季", ["2023-04/2023-09"]),
        ("112年前三季", ["2023-01/2023-09"]),
        ("111學年度", ["2022/2023"]),
        ("109至111年度", ["2020/2022"]),
        ("111、112年", ["2022/2023"]),
        ("2009－2011年", ["2009/2011"]),
        ("112.05.06－05.08", ["2023-05-06/2023-05-08"]),
        ("2022年8月底至9月初", ["2022-08/2022-09"]),
        ("1990年代", []),
        ("2022年來訪的貴賓", ["2022"]),
        ("20年來的情誼", []),
    ],
)
def test_chinese_date_to_edtf(text: str, expected: list[str]) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 5 March 2023", ["2023-03-05"]),
        ("March 5, 2023", ["2023-03-05"]),
        ("From April 3 to 6, 2023", ["2023-04-03/2023-04-06"]),
        ("30 April to 2 May 2023", ["2023-04-30/2023-05-02"]),
        ("from 5 to 9 November 2018", ["2018-11-05/2018-11-09"]),
        ("In March 2022", ["2022-03"]),
        ("in the fall of 2021", ["2021"]),
        ("since 1987", ["1987"]),
        ("on Nov. 3, 2014, in town", ["2014-11-03"]),
        ("founded 23.5.1998", ["1998-05-23"]),
        ("on 4.5.2018", ["2018-05-04"]),
        ("on 4, 5 and 6 June 2018", ["2018-06-04/2018-06-06"]),
        ("Between 2015 and 2018", ["2015/2018"]),
        ("the second half of 2021", ["2021-07/2021-12"]),
        ("the first nine months of 2021", ["2021-01/2021-09"]),
        ("Q2 2021", ["2021-04/2021-06"]),
        ("2021 Q4", ["2021-10/2021-12"]),
        ("fiscal 2011", ["2011"]),
        ("FY 2021/22", ["2021/2022"]),
        ("in 2021/22", ["2021/2022"]),
        ("the 2021–22 financial year", ["2021/2022"]),
        ("the year to 31 March 2021", ["2020-04/2021-03"]),
        ("THE YEAR TO 30 JUNE 2021", ["2020-07/2021-06"]),
        ("pages 24-25", []),
        ("in the ratio 2021/3", []),
        ("the 1970s", []),
        ("2000 copies", []),
        ("it will, if it may", []),
    ],
)
def test_english_date_to_edtf(text: str, expected: list[str]) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize("text", ["結盟已40年", "三個月", "第3屆", "12,024人", "3.5億元", "110年歷史"])
def test_number_that_is_no_date_is_left(text: str) -> None:
    assert edtf(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今（26）日", "2025-02-26"),
        ("昨日", "2025-02-25"),
        ("去（113）年", "2024"),
        ("今年", "2025"),
        ("3月1日", "2025-03-01"),
        ("12月20日", "2024-12-20"),
        ("signed today", "2025-02-26"),
        ("last year", "2024"),
        ("前天", "2025-02-24"),
        ("上月", "2025-01"),
        ("本月12日", "2025-02-12"),
        ("上週五", "2025-02-21"),
        ("last Friday", "2025-02-21"),
        ("last month", "2025-01"),
        ("in December last year", "2024-12"),
        ("last November", "2024-11"),
        ("前（31）日", "2025-01-31"),
        ("週一", "2025-02-24"),
        ("本週三（26日）", "2025-02-26"),
        ("三年前的五月", "2022-05"),
        ("半年前", "2024-08"),
        ("上（1）月 15 日", "2025-01-15"),
        ("前一年度", "2024"),
        ("上年度", "2024"),
        ("兩個月前", "2024-12"),
        ("on Monday she flew", "2025-02-24"),
        ("on Wednesday morning", "2025-02-26"),
        ("three years ago", "2022"),
        ("on April 28 of last year", "2024-04-28"),
        ("the year before last", "2023"),
    ],
)
def test_date_relative_to_the_day_of_issue(text: str, expected: str) -> None:
    assert edtf(text, Anchor(issued=dt.date(2025, 2, 26))) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("7日上午參觀", "2025-02-07"), ("訪團28日離開", "2025-02-28"), ("去年來訪，7日參觀", "2025-02-07")],
)
def test_bare_day_without_a_month_near_is_of_the_month_of_issue(text: str, expected: str) -> None:
    assert edtf(text, Anchor(issued=dt.date(2025, 2, 26)))[-1] == expected


def test_bare_day_after_the_end_of_a_month_is_of_the_next() -> None:
    assert edtf("2024年9月28日至10月3日來訪，2日下午參觀") == ["2024-09-28/2024-10-03", "2024-10-02"]


def test_bare_day_late_in_the_month_is_of_the_month_before() -> None:
    assert edtf("訪團28日參觀", Anchor(issued=dt.date(2025, 3, 3))) == ["2025-02-28"]


def test_bare_month_takes_the_year_of_the_report() -> None:
    assert edtf("5月2日", Anchor(year=2019, issued=dt.date(2020, 1, 8))) == ["2019-05-02"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("04.07  Reception", ["2019-07-04"]),
        ("17-20.10 Visit", ["2019-10-17/2019-10-20"]),
        ("30.09-02.10 Visit", ["2019-09-30/2019-10-02"]),
        ("1.2 Partners", []),
        ("It rose by 04.07 points", []),
    ],
)
def test_day_with_which_a_line_begins(text: str, expected: list[str]) -> None:
    assert edtf(text, Anchor(year=2019)) == expected


def test_same_year_takes_the_year_stated_before() -> None:
    assert edtf("同年9月", Anchor(before=lambda: Earlier(Point(2001, 3, 4)))) == ["2001-09"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自民國78年締盟，1月15日來訪", ["1989", "2024-01-15"]),
        ("於 94 年簽有協定，3 月派員來訪", ["2005", "2024-03"]),
        ("甲市（98年7月28日結姊妹市）於5月9日來訪", ["2009-07-28", "2024-05-09"]),
        ("twinned since 1988; in June they met", ["1988", "2024-06"]),
        ("a choir of Turin (founded in 1993) came in May", ["1993", "2024-05"]),
        ("105年4月來訪，6月再訪", ["2016-04", "2016-06"]),
        ("In 2019 the mayor came, in May a choir", ["2019", "2019-05"]),
        ("自98年締盟，同年5月互訪", ["2009", "2009-05"]),
    ],
)
def test_year_of_a_tie_told_in_passing_is_not_that_of_what_follows(text: str, expected: list[str]) -> None:
    assert edtf(text, Anchor(year=2024)) == expected


@pytest.mark.parametrize(
    "text", ["每週三開放", "週一至週五", "112年5月3日（星期三）", "Friday, 14 November", "on Sundays", "三年前後"]
)
def test_day_of_the_week_that_tells_no_day_is_left(text: str) -> None:
    assert [found for found in edtf(text, Anchor(issued=dt.date(2025, 2, 26))) if found >= "2025-02"] in (
        [],
        ["2025-11-14"],
    )


def test_year_far_before_most_dates_is_not_that_of_a_bare_month() -> None:
    anchor = Anchor(before=lambda: Earlier(Point(1975), Point(1975)), usual=2023)
    assert edtf("9月來訪", anchor) == ["2023-09"]


def test_next_day_counts_from_what_was_told_and_not_from_an_aside() -> None:
    assert edtf("5月9日與甲市（98年7月28日結姊妹市）換文，隔天轉往乙市", Anchor(year=2024))[-1] == "2024-05-10"


def test_same_month_takes_the_month_stated_before() -> None:
    assert edtf("3月8日來訪，同月20日返國", Anchor(year=2019)) == ["2019-03-08", "2019-03-20"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1986 they met; two years later they signed", ["1986", "1988"]),
        ("founded in 1992; Lyon had begun three years earlier", ["1992", "1989"]),
        ("In 1961 they met. Sixty years later, on 30 July 2021, they signed", ["1961", "2021-07-30"]),
        ("they met two years later", []),
        ("In 1994 Lyon followed, Turin two years on.", ["1994", "1996"]),
        ("In June 2019 they met; six months later they signed", ["2019-06", "2019-12"]),
        ("103年簽署，兩年後升格", ["2014", "2016"]),
        ("103年簽署，前一年互訪", ["2014", "2013"]),
        ("In 2014 they signed; that June a choir came", ["2014", "2014-06"]),
        ("In June 2014 they met; on the 14th they signed", ["2014-06", "2014-06-14"]),
    ],
)
def test_years_counted_from_the_date_stated_before(text: str, expected: list[str]) -> None:
    assert edtf(text) == expected


def test_year_and_month_in_a_cell_of_their_own() -> None:
    assert edtf("112.4") == ["2023-04"]
    assert edtf("占112.4公頃") == []


def test_bare_month_without_any_year_is_left() -> None:
    assert edtf("5月2日") == []


def test_date_knows_its_place_and_whether_the_year_is_stated() -> None:
    text = "於112年3月5日簽約，4月生效"
    first, second = find_dates(text)
    assert (text[first.start : first.end], first.whole) == ("112年3月5日", True)
    assert (text[second.start : second.end], second.edtf, second.whole) == ("4月", "2023-04", False)


def test_year_of_a_title_is_not_sure() -> None:
    assert [(dated.edtf, dated.sure) for dated in find_dates("「2019陶瓷展」")] == [("2019", False)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("締盟40周年", 40),
        ("結為姊妹市三十二週年", 32),
        ("締結姊妹市 37 年", 37),
        ("the fortieth anniversary", 40),
        ("the 25th anniversary", 25),
        ("twenty-five years of sister-city ties", 25),
        ("two decades of friendship", 20),
        ("half a century of partnership", 50),
        ("the silver jubilee", 25),
        ("the link turns 30", 30),
        ("締結姊妹市邁入第21年", 20),
        ("今年屆滿十五年", 15),
    ],
)
def test_anniversary_in_years(text: str, years: int) -> None:
    assert [found.years for found in find_anniversaries(text)] == [years]


@pytest.mark.parametrize(
    ("text", "number"),
    [("三十二", 32), ("二○二一", 2021), ("十", 10), ("廿五", 25), ("12", 12), ("友", None), ("", None)],
)
def test_chinese_number(text: str, number: int | None) -> None:
    assert chinese_number(text) == number


@given(st.dates(dt.date(1912, 1, 1), dt.date(2110, 12, 31)))
def test_date_written_in_either_calendar_is_read_back(day: dt.date) -> None:
    assert edtf(f"民國{day.year - 1911}年{day.month}月{day.day}日") == [day.isoformat()]
    assert edtf(f"西元{day.year}年{day.month}月{day.day}日") == [day.isoformat()]


@given(st.text(alphabet="0123456789年月日至、.－-/今去同（）第 ", max_size=24))
def test_whatever_is_found_is_edtf_and_stands_in_order(text: str) -> None:
    found = find_dates(text, Anchor(year=2020, issued=dt.date(2021, 5, 6)))
    assert all(is_edtf(dated.edtf) for dated in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
