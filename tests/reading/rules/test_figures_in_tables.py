"""Numbers that tables and lists of labels report."""

from collections.abc import Callable
from typing import Any

from hansa.reading.rules.figures import reported_in_a_table

Reading = Callable[..., list[Any]]


def told(facts: list[Any]) -> list[tuple[str, float, str]]:
    """Measure, value and unit of each figure."""
    return [(fact.measure, fact.value, fact.unit or "") for fact in facts]


def test_table_of_indicators(read: Reading) -> None:
    text = "Indicator\tValue\tPeriod\nLetters sent\tnearly 90\t2021\nTrade\tUS$3.5 billion\t2020\nConsulates\t31\t–\n"
    facts = read(reported_in_a_table, text, "Gdynia")
    assert told(facts) == [("Letters sent", 90, ""), ("Trade", 3500000000, "US$"), ("Consulates", 31, "")]
    assert [fact.period or None for fact in facts] == ["2021", "2020", None]


def test_table_with_a_column_a_year(read: Reading) -> None:
    facts = read(reported_in_a_table, "項目\t110年\t111年\n訪賓人次\t62\t312\n新簽協議\t1\t3\n", "桃園市")
    assert [(fact.measure, fact.value, fact.period) for fact in facts] == [
        ("訪賓人次", 62, "2021"),
        ("訪賓人次", 312, "2022"),
        ("新簽協議", 1, "2021"),
        ("新簽協議", 3, "2022"),
    ]


def test_table_of_partners_reports_nothing(read: Reading) -> None:
    text = "編號\t國別\t城市\t締結日期\n1\t日本\t甲市\t2007/6/28\n2\t韓國\t乙市\t2011/3/1\n"
    assert read(reported_in_a_table, text, "桃園市") == []


def test_year_over_two_keeps_both(read: Reading) -> None:
    text = "Annual report 2021–22\n\nMeasure\t2021–22\t2020–21\nVisits hosted\t31\t8\n"
    found = read(reported_in_a_table, text, "Ghent")
    assert [(fact.value, fact.period) for fact in found] == [(31, "2021/2022"), (8, "2020/2021")]


def test_second_table_has_its_own_heads(read: Reading) -> None:
    text = "事項\t112年\t113年\n外賓團數\t31\t42\n\n城市\t締結日期\t備註\n札幌市\t2018.12\t視訊\n"
    assert told(read(reported_in_a_table, text, "臺中市")) == [("外賓團數", 31, ""), ("外賓團數", 42, "")]


def test_labels_with_numbers_are_figures_each_with_its_own_quote(read: Reading) -> None:
    text = "OUR CITY ABROAD\nFigures for 2021\n\nTwin towns: 17\nGroups hosted: 52\nMembers: 90\nBudget: €240,000\n"
    found = read(reported_in_a_table, text, "Ghent")
    assert told(found) == [("Twin towns", 17, ""), ("Groups hosted", 52, ""), ("Budget", 240000, "€")]
    assert [fact.quote for fact in found][:2] == ["Twin towns: 17", "Groups hosted: 52"]


def test_label_with_two_numbers_in_a_slide(read: Reading) -> None:
    text = "某市外交簡報\n113年10月\n\n■ 數字\n姊妹市：15\n接待外賓：41 團、702 人次\n"
    assert told(read(reported_in_a_table, text, "桃園市")) == [
        ("姊妹市", 15, ""),
        ("接待外賓", 41, "團"),
        ("接待外賓", 702, "人次"),
    ]


def test_columns_headed_by_what_they_count(read: Reading) -> None:
    text = "ANNUAL REPORT 2021\n\nCountry\tGroups\tTarget\nJapan\t12\t10\nPeru\t3\t5\nTotal\t15\t15\n"
    assert [fact.measure for fact in read(reported_in_a_table, text, "Ghent")] == [
        "Japan Groups",
        "Peru Groups",
        "Total Groups",
    ]
    assert told(read(reported_in_a_table, text.replace("Target", "Guests"), "Ghent")) == [
        ("Japan Groups", 12, ""),
        ("Japan Guests", 10, ""),
        ("Peru Groups", 3, ""),
        ("Peru Guests", 5, ""),
        ("Total Groups", 15, ""),
        ("Total Guests", 15, ""),
    ]


def test_months_and_their_total(read: Reading) -> None:
    found = read(reported_in_a_table, "某局112年統計\n\n月份\t團數\n1月\t3\n2月\t5\n合計\t8\n", "桃園市")
    assert [(fact.value, fact.period) for fact in found] == [(3, "2023-01"), (5, "2023-02"), (8, "2023")]


def test_rows_of_label_and_number_with_that_of_an_earlier_year(read: Reading) -> None:
    rows = (
        "Groups received      118   (2018: 94)",
        "Guests             1,702   (2018: 1,410)",
        "Trips        31   (2018: 30)",
    )
    text = "\n".join(("Our city", "", "Statistics for 2019", *rows, ""))
    found = read(reported_in_a_table, text, "Ghent")
    assert [(fact.measure, fact.value, fact.period) for fact in found][:4] == [
        ("Groups received", 118, "2019"),
        ("Groups received", 94, "2018"),
        ("Guests", 1702, "2019"),
        ("Guests", 1410, "2018"),
    ]


def test_rows_of_towns_and_years_report_nothing(read: Reading) -> None:
    assert read(reported_in_a_table, "Our city\n\nPartners\nLyon      1972\nKyoto     1988\n", "Ghent") == []


def test_unit_that_stands_above_a_table(read: Reading) -> None:
    text = "某局112年預算表\n單位：新臺幣千元\n\n項目\t預算數\t執行率\n旅費\t1,250\t88.2%\n印刷\t310\t91%\n"
    assert told(read(reported_in_a_table, text, "桃園市"))[:2] == [
        ("旅費 預算數", 1250, "千元"),
        ("旅費 執行率", 88.2, "%"),
    ]


def test_head_that_asks_how_many(read: Reading) -> None:
    text = "ANNUAL REPORT 2021\n\nWhat\tHow many\tWhen\nGroups\tapprox. 40\t2021\nFirms helped\t14 firms\t2020\n"
    found = read(reported_in_a_table, text, "Ghent")
    assert [(fact.measure, fact.value, fact.period) for fact in found] == [
        ("Groups", 40, "2021"),
        ("Firms helped", 14, "2020"),
    ]


def test_table_of_years_whose_first_head_is_empty(read: Reading) -> None:
    found = read(reported_in_a_table, "\t2022\t2023\nDelegations received\t41\t58\nGuests\t690\t1,004\n", "Ghent")
    assert [(fact.measure, fact.value, fact.period) for fact in found] == [
        ("Delegations received", 41, "2022"),
        ("Delegations received", 58, "2023"),
        ("Guests", 690, "2022"),
        ("Guests", 1004, "2023"),
    ]


def test_chronology_is_no_table_of_years(read: Reading) -> None:
    text = "1976\tTurin joins.\n1981\tLyon joins.\n1990\tA choir of 40 comes.\n"
    assert read(reported_in_a_table, text, "Ghent") == []


def test_numbers_below_years_in_a_table_typed_with_spaces(read: Reading) -> None:
    found = read(reported_in_a_table, "外賓統計\n　　　　　112年　　113年\n團數　　　　41　　　58\n", "嘉義市")
    assert [(fact.measure, fact.value, fact.period) for fact in found] == [("團數", 41, "2023"), ("團數", 58, "2024")]
