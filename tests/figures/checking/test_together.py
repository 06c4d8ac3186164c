"""Totals of what earlier items tell."""

from hansa.figures.checking.together import totals_of_items_come_out
from tests.figures.checking.saying import said

ITEMS = "1.東區行政中心：更換燈具，每年可節省2萬1,000度電\n2.西區行政中心：更換水泵，每年可節省1萬4,000度電\n"


def test_total_of_both_agrees() -> None:
    text = f"{ITEMS}3.兩行政中心預計每年可節省3萬5,000度電\n"
    assert said(totals_of_items_come_out, text) == [("agrees", "3萬5,000度", "")]


def test_another_total_differs() -> None:
    text = f"{ITEMS}3.兩行政中心預計每年可節省3萬3,000度電\n"
    assert said(totals_of_items_come_out, text) == [("differs", "3萬3,000度", "3萬5,000")]


def test_what_holds_for_each_is_no_total() -> None:
    text = f"{ITEMS}3.兩行政中心各可節省3萬3,000度電\n4.兩行政中心辦理節電宣導7場次\n"
    assert said(totals_of_items_come_out, text) == []
