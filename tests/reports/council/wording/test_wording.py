"""Words on slides, in both languages."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from hansa.figures.words import Words
from hansa.reports.council.items import Counted, Happened, Photograph, Place, Signed
from hansa.reports.council.slides import Number
from hansa.reports.council.wording import WORDINGS
from hansa.reports.outline.items import Citation, Named, Participant

ZH, EN = WORDINGS["zh-hant"], WORDINGS["en"]
HOME = Place(Named("高雄市", "Kaohsiung"), "TW")
GUAM = Place(Named("關島", "Guam"), "GU")
KATOWICE = Place(Named("卡托維茲市", "Katowice"), "PL")
MAYOR = Participant(Named("馬欽·克魯帕", "Marcin Krupa"), "市長", "卡托維茲")
OURS = Participant(Named("陳其邁"), "市長", "高雄市", ours=True)


SIGNED = Signed("agreement-1", "sister_city", "", "2026-03", (HOME, KATOWICE), (), "", (), "", told=True)
VISIT = Happened("exchange-1", "inbound_visit", "", "2026-03", None, (GUAM,), (), "", (), None, None, "")


def test_agreement_is_told_in_lines() -> None:
    one = replace(SIGNED, people=(OURS, MAYOR), subjects=("智慧城市", "教育"), title="姊妹市協定", place="高雄")

    assert ZH.agreement(one) == (
        "姊妹市協定｜2026年3月｜高雄",
        "簽署：陳其邁市長、卡托維茲市長馬欽·克魯帕",
        "合作領域：智慧城市、教育",
    )
    assert EN.agreement(one) == (
        "Sister city agreement · March 2026 · 高雄",
        "Signed by Mayor 陳其邁, Mayor Marcin Krupa (卡托維茲)",
        "Fields: 智慧城市, 教育",
    )


def test_country_stands_before_a_city_but_not_before_itself() -> None:
    assert ZH.crossed((HOME, KATOWICE, GUAM), HOME) == "高雄市 × 波蘭 卡托維茲市 × 關島"
    assert EN.crossed((HOME, KATOWICE, GUAM), HOME) == "Kaohsiung × Katowice, Poland × Guam"


@pytest.mark.parametrize("kind", ["inbound_visit", "outbound_visit", "donation", "sports", "other"])
def test_exchange_without_a_title_gets_one(kind: str) -> None:
    assert "關島" in ZH.exchange_title(replace(VISIT, kind=kind))
    assert "Guam" in EN.exchange_title(replace(VISIT, kind=kind))
    assert ZH.exchange_title(replace(VISIT, kind=kind, parties=()))


def test_nothing_is_said_twice_of_an_exchange() -> None:
    one = replace(VISIT, title="關島訪團來訪", place="高雄市", people=(Participant(Named("古蕾露"), "總督", "關島"),))

    assert ZH.exchange(one, HOME) == ("2026年3月｜關島總督古蕾露",)


def test_exchange_of_which_little_is_recorded_is_told_in_its_documents_words() -> None:
    one = replace(VISIT, citations=(Citation("source-1", "業務報告", 1, "關島總督「親自」出席"),))

    assert ZH.exchange(one, HOME) == ("2026年3月", "「關島總督『親自』出席」")
    assert EN.exchange(one, HOME) == ("March 2026",)


def test_title_in_chinese_is_no_title_in_english() -> None:
    assert EN.exchange_title(replace(VISIT, title="關島總督訪高")) == "Visit from Guam"
    assert EN.exchange_title(replace(VISIT, title="Smart City Summit 高雄")) == "Smart City Summit 高雄"


def test_figure_is_a_number_with_its_unit() -> None:
    figure = Counted(
        "figure-1", "", Words("受理諮詢", "Enquiries"), "提供諮詢", Decimal("7560.0000"), Words("件", ""), ""
    )

    assert ZH.number(figure) == Number("7,560", "件", "受理諮詢")
    assert EN.number(figure) == Number("7,560", "cases", "Enquiries")


def test_period_of_whole_months_is_told_by_months() -> None:
    whole, other = (dt.date(2025, 7, 1), dt.date(2026, 3, 31)), (dt.date(2025, 7, 2), dt.date(2026, 3, 31))

    assert (ZH.period(*whole), ZH.period(*other)) == ("2025年7月至2026年3月", "2025年7月2日至2026年3月31日")
    assert EN.period(*whole) == "July 2025 – March 2026"


def test_caption_names_whose_the_picture_is() -> None:
    picture = Photograph("picture-1", "0" * 64, "合影", "新聞局", 64, 48)

    assert ZH.caption(picture) == "合影（照片：新聞局）"
    assert EN.caption(picture) == "合影 (picture: 新聞局)"
