"""Totals of tables, by column and by row."""

import time

from hansa.figures.checking.tables import totals_of_tables_come_out
from tests.figures.checking.saying import said


def _table(*rows: str) -> str:
    return "".join("\t".join(row.split("|")) + "\n" for row in rows)


def test_totals_of_columns_and_rows_agree() -> None:
    text = _table(
        "業務|第一季|第二季|合計", "諮詢|1,200|300|1,500", "申訴|300|-|300", "調解|20|30|50", "合計|1,520|330|1,850"
    )
    found = said(totals_of_tables_come_out, text)
    assert {verdict for verdict, _, _ in found} == {"agrees"}
    assert {place for _, place, _ in found} == {"1,500", "50", "1,520", "330", "1,850"}


def test_wrong_total_of_a_column_differs() -> None:
    text = _table("業務|件數|人次", "諮詢|12件|40", "申訴|3件|50", "總計|16件|90")
    assert said(totals_of_tables_come_out, text) == [("differs", "16件", "15"), ("agrees", "90", "")]


def test_wrong_total_of_a_row_differs() -> None:
    text = _table("Desk|North|South|Total", "Advice|12|3|15", "Complaints|7|4|12", "Rooms|2|3|5")
    found = said(totals_of_tables_come_out, text)
    assert [one for one in found if one[0] == "differs"] == [("differs", "12", "11")]


def test_part_totals_count_once() -> None:
    text = _table("項目|件數", "甲|3", "乙|4", "小計|7", "丙|5", "丁|6", "小計|11", "總計|18")
    assert [one[:2] for one in said(totals_of_tables_come_out, text)] == [("agrees", n) for n in ("7", "11", "18")]


def test_total_may_head_its_column() -> None:
    assert said(totals_of_tables_come_out, _table("項目|件數", "總計|8", "甲|3", "乙|4")) == [("differs", "8", "7")]


def test_rates_countries_and_parts_within_are_not_summed() -> None:
    text = _table(
        "對象|案數|國家數|達成率", "日本|12案|3國|90", "其中縣市|4案|1國|80", "歐洲|8案|9國|70", "合計|20案|10國|85"
    )
    assert said(totals_of_tables_come_out, text) == [("agrees", "20案", "")]


def test_column_with_words_is_not_summed() -> None:
    assert said(totals_of_tables_come_out, _table("項目|件數", "甲|3", "乙|約十餘件", "丙|4", "合計|20")) == []


def test_rows_that_are_no_sums_are_passed_over() -> None:
    text = _table("年度|人數|戶數", "甲|3|5", "乙|4|6", "合計|5|8")
    assert said(totals_of_tables_come_out, text) == []


def test_head_of_two_rows_counts_nothing() -> None:
    text = _table("|113年||114年|", "業務|件數|人次|件數|人次", "甲|1|10|2|20", "乙|3|30|4|40", "合計|4|40|7|60")
    assert ("differs", "7", "6") in said(totals_of_tables_come_out, text)


def test_months_head_a_total_of_rows() -> None:
    text = _table("月份|1月|2月|3月|總計", "來訪|3|4|5|12", "出訪|1|0|2|4")
    assert said(totals_of_tables_come_out, text) == [("agrees", "12", ""), ("differs", "4", "3")]


def test_parts_under_empty_first_cells_are_told_by_their_second() -> None:
    text = _table("區域|國家|案數", "亞洲|日本|12", "|韓國|8", "|小計|20", "歐洲|波蘭|3", "|小計|3", "總計||24")
    assert said(totals_of_tables_come_out, text) == [("agrees", "20", ""), ("differs", "24", "23")]


def test_five_thousand_rows_take_a_moment() -> None:
    text = _table(
        "項目|甲|乙|合計", *(f"第{n}項|{n}|{n}|{2 * n}" for n in range(1, 5001)), "合計|12502500|12502500|25005000"
    )
    start = time.perf_counter()
    found = said(totals_of_tables_come_out, text)
    assert time.perf_counter() - start < 10
    assert {verdict for verdict, _, _ in found} == {"agrees"}
