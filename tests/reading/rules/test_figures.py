"""Numbers that Chinese sentences report."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.reading.rules.figures import reported_in_a_sentence, wording

Reading = Callable[..., list[Any]]
REPORT = "某市政府秘書處112年度施政成果報告\n\n壹、一般行政\n一、{0}\n\n貳、其他業務\n"


def told(facts: list[Any]) -> list[tuple[str, float, str]]:
    """Measure, value and unit of each figure."""
    return [(fact.measure, fact.value, fact.unit or "") for fact in facts]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全年受理陳情案件計 4,120件，結案率達97.5%。", [("陳情案件", 4120, "件"), ("結案率", 97.5, "%")]),
        (
            "受理買賣糾紛第一次申訴 702件，第二次申訴 88件。",
            [("買賣糾紛第一次申訴", 702, "件"), ("買賣糾紛第二次申訴", 88, "件")],
        ),
        (
            "辦理新進人員研習課程，共計12場次、360人次參訓。",
            [("新進人員研習課程", 12, "場次"), ("新進人員研習課程參訓", 360, "人次")],
        ),
        ("經管公務車輛共 42輛，其中電動車 9輛。", [("經管公務車輛", 42, "輛"), ("經管公務車輛（電動車）", 9, "輛")]),
        ("完成路燈汰換，節省經費約 1億 250萬元。", [("路燈汰換節省經費", 102500000, "元")]),
        (
            "外賓接待：全年計 31團 402人次，較上年度成長二成。",
            [("外賓接待", 31, "團"), ("外賓接待人次", 402, "人次"), ("外賓接待較上年度成長", 20, "%")],
        ),
        ("港灣音樂節吸引 12萬人次到場。", []),
        ("外賓參訪開始回升，共計有 19案、143人次。", [("外賓參訪", 19, "案"), ("外賓參訪人次", 143, "人次")]),
    ],
)
def test_sentence_reports(read: Reading, sentence: str, expected: list[tuple[str, float, str]]) -> None:
    assert told(read(reported_in_a_sentence, REPORT.format(sentence), "桃園市")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "112年3月2日，日本甲市長率團一行12人來訪，與 3位副市長會晤。",
        "姊妹市乙市率 15家廠商、40名師生出席，友好城市代表團 6國齊聚。",
        "依據設置要點第 3點規定於 9樓第 2會議室辦理。",
        "預定於113年辦理姊妹市交流 5場次。",
        "國際友好城市 9所中學簽署協議。",
    ],
)
def test_sentence_mentions_only(read: Reading, sentence: str) -> None:
    assert read(reported_in_a_sentence, REPORT.format(sentence), "桃園市") == []


def test_release_reports_sums_and_partners_only(read: Reading) -> None:
    text = (
        "某市政府新聞稿\n發布日期：113年10月20日\n\n國際音樂節登場\n\n來自日本、美國等12國、38個團隊、2,500名樂手行進1.2公里，"
        "共規劃45場音樂會。市府投入經費3,200萬元。本市現有姊妹市13座。\n"
    )
    facts = read(reported_in_a_sentence, text, "嘉義市")
    assert told(facts) == [("市府投入經費", 32000000, "元"), ("姊妹市", 13, "座")]


def test_partners_are_counted_by_country_and_city(read: Reading) -> None:
    facts = read(reported_in_a_sentence, REPORT.format("本縣與4國11城市締結姊妹縣市，其中韓國3個。"), "雲林縣")
    assert told(facts) == [("姊妹縣市國家", 4, "國"), ("締結姊妹縣市", 11, "城市"), ("締結姊妹縣市（韓國）", 3, "個")]


def test_label_takes_its_heading(read: Reading) -> None:
    text = "某局工作報告\n\n國際賓客\n\n2024 年 1 至 6 月總計交流國家：27 國、場次 64 場、共 802 人次\n"
    facts = read(reported_in_a_sentence, text, "桃園市")
    assert told(facts) == [("國際賓客交流國家", 27, "國"), ("國際賓客場次", 64, "場"), ("國際賓客人次", 802, "人次")]
    assert [fact.period for fact in facts] == ["2024-01/2024-06"] * 3


def test_ordinal_states_a_total(read: Reading) -> None:
    text = "112年4月9日，兩市簽署協定，甲市正式成為本市第 24個姊妹市及友好城市，將共同推動觀光。"
    (fact,) = read(reported_in_a_sentence, text, "桃園市")
    assert (fact.measure, fact.value, fact.unit, fact.period) == ("姊妹市及友好城市", 24, "個", "2023-04-09")


def test_period_of_days_in_a_list(read: Reading) -> None:
    (fact, _) = read(
        reported_in_a_sentence, "112年9月4日與112年9月11日，辦理資安研習課程，計2場次、90人次參訓。", "桃園市"
    )
    assert fact.period == "2023-09-04/2023-09-11"


def test_quote_and_place_are_the_documents(read: Reading) -> None:
    text = REPORT.format("全年收文 5,020件。")
    (fact,) = read(reported_in_a_sentence, text, "桃園市")
    assert text[fact.start : fact.end] == fact.quote
    assert fact.section == "一般行政"


@given(st.text(alphabet="受理辦理計共約第一二三次件場（）「」、，。 案119", max_size=40))
def test_wording_never_fails(words: str) -> None:
    assert len(wording.subject(words)) <= len(words)


ABROAD = "某市政府秘書處112年度施政成果報告\n\n壹、國際事務\n一、{0}\n\n貳、其他業務\n"
NEWS = "某市政府新聞稿\n發布日期：113年10月20日\n\n友誼長存\n\n{0}\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "全年接待貴賓31團、502人次，其中日本12團居冠，泰國7團次之。",
            [("接待貴賓", 31, "團"), ("接待貴賓人次", 502, "人次"), ("日本", 12, "團"), ("泰國", 7, "團")],
        ),
        ("與國外學校締結姊妹校累計48校。", [("姊妹校", 48, "校")]),
        ("外賓接待 14 團／230 人次", [("外賓接待", 14, "團"), ("外賓接待人次", 230, "人次")]),
        ("專責人力6名，均通曉外語。", [("專責人力", 6, "名")]),
        ("與6國9個城市簽署合作備忘錄11份。", [("國", 6, "國"), ("城市", 9, "個"), ("備忘錄", 11, "份")]),
        ("112年8月5日，隨團之舞團於廟埕演出兩場，約3,000人到場觀賞。", []),
        ("112年8月5日，國際馬拉松開跑，計有38國、9,000名選手參賽，其中外籍人士來自30國。", []),
        ("該聯盟現有會員城市120個，分布於25國。", []),
        ("預計113年辦理國際論壇4場次。", []),
        ("113年度擬編列交流經費300萬元。", []),
        ("第3屆港灣藝術節於5月2日至5日舉行，7國15團、420名舞者同台。", []),
        ("物資420箱，分3批運抵。", [("物資", 420, "箱")]),
        (
            "接待國際訪賓88批、910人次，較111年之35批增加，其中以韓國29批最多，占33%。",
            [
                ("國際訪賓", 88, "批"),
                ("人次", 910, "人次"),
                ("國際訪賓", 35, "批"),
                ("韓國", 29, "批"),
                ("韓國", 33, "%"),
            ],
        ),
        ("國際學生實習17名，來自6國。", [("實習", 17, "名"), ("實習", 6, "國")]),
        ("赴法國參加書展，經費90萬元，尚待議會審議。", []),
    ],
)
def test_report_on_dealings_abroad(read: Reading, sentence: str, expected: list[tuple[str, float, str]]) -> None:
    found = told(read(reported_in_a_sentence, ABROAD.format(sentence), "桃園市"))
    assert [(value, unit) for _, value, unit in found] == [(value, unit) for _, value, unit in expected]
    assert all(part in measure for (measure, *_), (part, *_) in zip(found, expected, strict=True) if len(part) > 1)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市府另購置睡袋150個、奶粉80箱運抵災區。", [(150, "個"), (80, "箱")]),
        ("市立圖書館獲贈書420冊。", [(420, "冊")]),
        ("去年全年共接待外賓19團、301人次，來自7國。", [(19, "團"), (301, "人次"), (7, "國")]),
        ("今年前三季接待外賓已達52團，較去年同期增加3成。", [(52, "團"), (30, "%")]),
        ("這是本市與日本城市間的第4份備忘錄。", [(4, "份")]),
        ("由泰國2個友好城市捐贈的淨水器30台已運抵。", [(30, "台")]),
        ("本市向30個城市捐贈八十萬個口罩。", [(800000, "個")]),
        ("訪團明年回訪，經費約90萬元將由預備金支應。", []),
        ("市長率團一行12人抵達，停留3天，現場坐了220位民眾。", []),
    ],
)
def test_release_counts_gifts_and_totals(read: Reading, sentence: str, expected: list[tuple[float, str]]) -> None:
    found = read(reported_in_a_sentence, NEWS.format(sentence), "桃園市")
    assert [(fact.value, fact.unit) for fact in found] == expected


def test_headline_of_a_release_reports_nothing(read: Reading) -> None:
    text = "某市政府新聞稿\n發布日期：113年10月20日\n\n風雨有情　市民募得28萬元\n\n市民共捐款新臺幣281,400元。\n"
    assert [fact.value for fact in read(reported_in_a_sentence, text, "桃園市")] == [281400]


def test_same_months_of_the_year_before(read: Reading) -> None:
    text = NEWS.format("今年1至8月，市府共接待外賓33團，去年同期為12團。")
    assert [(fact.value, fact.period) for fact in read(reported_in_a_sentence, text, "桃園市")] == [
        (33, "2024-01/2024-08"),
        (12, "2023-01/2023-08"),
    ]


def test_gift_told_in_a_row(read: Reading) -> None:
    text = "外事動態\n\n時間\t對方\t內容\n2024.03.05\t甲市\t副市長率團到訪甲市，贈書350冊\n"
    (fact,) = read(reported_in_a_sentence, text, "桃園市")
    assert (fact.value, fact.unit, fact.period) == (350, "冊", "2024-03-05")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("某局業務報告\n\n壹、統計（112年4月至9月）\n一、受理申請 310件。\n\n貳、其他\n一、無。\n", "2023-04/2023-09"),
        ("某市議會工作報告（112年1月至6月）\n\n一、訪賓\n本期共辦理受理申請 310 件。\n", "2023-01/2023-06"),
        ("某市城市外交簡報\n\n■ 數字\n112年10月至113年3月\n受理申請 310 件\n", "2023-10/2024-03"),
        ("某市國際季報　第4期\n2023年夏季號（4月至6月）\n\n【簡訊】\n本季受理申請計310件。\n", "2023-04/2023-06"),
        ("某市締盟一覽（2023年7月整理）\n\n說明：\n一、本表姊妹市共31個，餘略。\n", "2023-07"),
    ],
)
def test_period_stands_in_a_heading_or_title(read: Reading, text: str, period: str) -> None:
    (fact,) = read(reported_in_a_sentence, text, "桃園市")
    assert fact.period == period


def test_what_has_been_added_up_since_a_year_is_of_the_time_up_to_the_documents_own(read: Reading) -> None:
    found = read(reported_in_a_sentence, ABROAD.format("自2004年舉辦音樂節，歷年累計邀請35國。"), "桃園市")
    assert [(fact.value, fact.period) for fact in found] == [(35, "2004/2023")]


def test_total_is_reached_on_the_day_of_the_signing_told_before(read: Reading) -> None:
    text = "甲市長昨（19）日來訪，兩市簽署備忘錄。\n\n這是本市與日本城市間的第4份備忘錄；108年8月2日曾與乙市簽約。"
    (fact,) = read(reported_in_a_sentence, NEWS.format(text), "桃園市")
    assert fact.period == "2024-10-19"


def test_number_answers_the_question_before_it(read: Reading) -> None:
    text = (
        "城市外交答客問\n\n本市有幾個姊妹市？\n\n十一個。分布於八個國家。\n\n112年接待多少外賓？\n\n共 2,310 人次。\n"
    )
    found = read(reported_in_a_sentence, text, "臺南市")
    assert [(fact.measure, fact.value, fact.period or "") for fact in found] == [
        ("姊妹市", 11, ""),
        ("外賓", 2310, "2023"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("兩市小學交換畫作各60幅。", []),
        ("未來要增加10個友好城市。", []),
        ("本市海外盟友增為三個。", [("海外盟友", 3, "2024-10-20")]),
        ("募得毛毯1,200條，昨（19）日運抵甲國。", [("募得毛毯", 1200, "2024-10-19")]),
        ("該市自94年簽有協議，捐贈善款20萬披索。", [("捐贈善款", 200000, "2024")]),
    ],
)
def test_news_of_gifts_and_partners(read: Reading, sentence: str, expected: list[tuple[str, float, str]]) -> None:
    found = read(reported_in_a_sentence, NEWS.format(sentence), "桃園市")
    assert [(fact.measure, fact.value, fact.period) for fact in found] == expected


def test_what_is_counted_goes_on_behind_a_semicolon(read: Reading) -> None:
    text = "某局工作報告\n\n國際訪賓方面，2025年全年計43國、1,420人次；2026年第一季計15國、315人次。\n"
    found = read(reported_in_a_sentence, text, "桃園市")

    assert [(one.measure, one.value, one.period) for one in found] == [
        ("國際訪賓方面國家", 43, "2025"),
        ("國際訪賓方面人次", 1420, "2025"),
        ("國際訪賓方面國家", 15, "2026-01/2026-03"),
        ("國際訪賓方面人次", 315, "2026-01/2026-03"),
    ]
