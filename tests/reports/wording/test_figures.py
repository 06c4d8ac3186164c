"""Figures in sentences, by the words of their measures."""

from decimal import Decimal

import pytest

from hansa.figures.measures import all_measures, measure_named
from hansa.reports.outline.items import FigureItem
from hansa.reports.wording.chinese_figures import figures_said as chinese
from hansa.reports.wording.english_figures import figures_said as english
from hansa.reports.wording.figures import templates
from hansa.reports.wording.wording import Sentence


def figure(measure: str, value: str, unit: str, period: str = "2022", key: str = "") -> FigureItem:
    known = measure_named(key) if key else None
    return FigureItem("figure-1", measure, Decimal(value), unit, period, "", (), known)


def said(sentence: Sentence) -> str:
    return "".join(part for part in sentence if isinstance(part, str))


def test_every_measure_with_words_of_its_own_is_there() -> None:
    assert templates().keys() - {measure.key for measure in all_measures()} == set()


def test_words_of_a_measure_hold_its_number_once_in_both_languages() -> None:
    assert [key for key, words in templates().items() if not words.zh.count("{n}") == words.en.count("{n}") == 1] == []


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (
            [
                figure("國際訪賓", "33", "案", key="inbound_sessions"),
                figure("國際訪賓", "220", "人次", key="inbound_persons"),
            ],
            "111年度接待國際訪賓計33案、220人次。",
        ),
        (
            [figure("採購", "90.7", "%", key="green_procurement_rate"), figure("某比率", "5", "%")],
            "111年度綠色採購指定項目採購達成率為90.7%；某比率為5%。",
        ),
        (
            [figure("參觀人次", "12", "人次", "2022-05"), figure("陳情案件", "3", "件", "2022-05")],
            "111年5月參觀計12人次；陳情案件計3件。",
        ),
        ([figure("節省經費", "139520000", "元", "2022-01/2022-11")], "111年1月至11月節省經費計1億3,952萬元。"),
        ([figure("LED播放", "29", "次")], "111年度，LED播放計29次。"),
        ([figure("{n}之數", "1", "件", "")], "（n）之數計1件。"),
    ],
)
def test_figures_in_chinese(figures: list[FigureItem], told: str) -> None:
    assert said(chinese(figures)) == told


def test_a_period_that_was_told_already_is_not_told_again() -> None:
    figures = [figure("捐贈口罩", "10800", "片", "2022-02-22"), figure("捐贈試劑", "2000", "份", "2022-03")]

    assert said(chinese(figures, "2022-02-22")) == "捐贈口罩計10,800片；111年3月捐贈試劑計2,000份。"
    assert said(english(figures, "2022-02-22")) == "捐贈口罩 10,800 pieces; in March 2022, 捐贈試劑 2,000 copies."


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (
            [figure("諮詢", "13358", "人次", key="consumer_enquiries"), figure("調解", "1", "件", key="mediations")],
            "In 2022, consumer enquiries numbered 13,358; mediations numbered 1.",
        ),
        (
            [figure("節省", "139520000", "元", "2022-08-10", key="workers_savings")],
            "On 10 August 2022, the amount saved by fewer workers was NT$139,520,000.",
        ),
        ([figure("Trees planted", "3", "trees")], "In 2022, Trees planted 3 trees."),
    ],
)
def test_figures_in_english(figures: list[FigureItem], told: str) -> None:
    assert said(english(figures)) == told
