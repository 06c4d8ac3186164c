"""Figures find their places in the department's report."""

import pytest

from hansa.reports.outline.sections import chapters, place


@pytest.mark.parametrize(
    ("heading", "measure", "section"),
    [
        ("宿舍管理", "首長職務宿舍", "general.affairs.housing"),
        ("消費諮詢、申訴及調解", "消費爭議第一次申訴", "general.consumers.complaints"),
        ("", "消費爭議第一次申訴", "general.consumers.complaints"),
        ("一般行政", "核發臨時停車證", "general.vehicles"),
        ("一般行政", "某事", "general"),
        ("優化文書資訊服務", "申請使用電子交換之團體", "documents.paperwork"),
        ("", "開放資料集", "documents.open_data"),
        ("", "市民陳情案件", "confidential.petitions"),
        ("推動姊妹市、國際友好城市之互訪及實質交流", "國際訪賓", "international.partners.visitors"),
        ("姊妹市及友好夥伴城市主題展", "響應城市", "international.partners.exchanges"),
        ("國際事務", "接待友邦元首", "international.activities.guests"),
        ("International visitors", "Delegations received", "international.partners.visitors"),
        ("Consumer protection", "Complaints received", "general.consumers.complaints"),
    ],
)
def test_figures_are_placed_by_heading_then_by_measure(heading: str, measure: str, section: str) -> None:
    found = place(heading, measure)
    assert found is not None
    assert found.key == section


def test_a_figure_of_another_trade_has_no_place() -> None:
    assert place("動物園", "入園的企鵝") is None


def test_the_chapters_are_the_departments() -> None:
    assert [chapter.title.zh for chapter in chapters()] == [
        "一般行政",
        "文書業務",
        "機要業務",
        "國際事務－訪賓接待聯繫業務",
    ]
