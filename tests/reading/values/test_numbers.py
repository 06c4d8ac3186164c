"""Numbers in Chinese and English text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.reading.values.numbers import chinese_value, english_value, find_quantities, whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("補助款計 3億 405萬 1,200元", [(304051200, "元")]),
        ("受理7,012件，另有 12場次", [(7012, "件"), (12, "場次")]),
        ("核定6,120.5萬元", [(61205000, "元")]),
        ("共二十三件、一百二十名", [(23, "件"), (120, "名")]),
        ("逾31萬人次到場", [(310000, "人次")]),
        ("９２國、6 個城市、12 城市", [(92, "國"), (6, "個"), (12, "城市")]),
        ("達成率為 88.4％", [(88.4, "%")]),
        ("執行率百分之九十二，共八件", [(92, "%"), (8, "件")]),
        ("亞洲占七成二，歐洲占三成。", [(72, "%"), (30, "%")]),
        ("成長1.5倍，銷毀兩批、1萬2,000卷", [(1.5, "倍"), (2, "批"), (12000, "卷")]),
        ("捐款將近300萬日圓", [(3000000, "日圓")]),
        ("會員來自80餘國、超過 2,000 個機構", [(80, "國"), (2000, "個")]),
        ("二○一九年三月，逾七十人出席", [(70, "人")]),
    ],
)
def test_quantities_in_chinese(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(q.value, q.unit) for q in find_quantities(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "111年度第2點規定",
        "9樓第6會議室",
        "民國88年3月5日",
        "位於中正路71號",
        "電話2394168",
        "統一個案",
        "20-30人",
        "3個月內",
    ],
)
def test_quantities_none_in_dates_and_addresses(text: str) -> None:
    assert [q for q in find_quantities(text) if not q.ordinal] == []


def test_quantities_mark_ordinals() -> None:
    (found,) = find_quantities("成為本市第 41個姊妹市")
    assert (found.value, found.unit, found.ordinal) == (41, "個", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("worth US$31.4 billion", [(31400000000, "US$")]),
        ("some 35 percent of calls", [(35, "%")]),
        ("more than sixty guests", [(60, "")]),
        ("its twenty-first partner", [(21, "")]),
        ("a grant of 120,000 Swedish kronor", [(120000, "Swedish kronor")]),
        ("3.6 million visits", [(3600000, "")]),
        ("two hundred and twelve calls", [(212, "")]),
        ("nearly two dozen shows and half a million guests", [(24, ""), (500000, "")]),
        ("CHF 320,000 and R4 million", [(320000, "CHF"), (4000000, "R")]),
        ("$ 20.1 bn, 2.4 mn visitors, one third of them", [(20100000000, "$"), (2400000, "")]),
        ("14 tonnes of rice, 3.5k readers, a 10k run", [(14, "tonnes"), (3500, ""), (10, "")]),
    ],
)
def test_quantities_in_english(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(q.value, q.unit) for q in find_quantities(text)] == expected


def test_quantities_keep_their_place() -> None:
    text = "全年約 5,020 件申請"
    (found,) = find_quantities(text)
    assert (text[found.start : found.end], text[slice(*found.digits)], found.approximate) == (
        "約 5,020 件",
        "5,020",
        True,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [("nearly 80", 80), ("approx. 40", 40), ("~ €2.5m", 2500000), ("17 個", 17), ("計 12 案", 12), ("seven", 7)],
)
def test_whole_cell(text: str, value: int) -> None:
    found = whole(text)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["", "2016/3/4", "seven of them", "12 案已結"])
def test_whole_cell_with_other_words(text: str) -> None:
    assert whole(text) is None


def test_value_of_words_without_number() -> None:
    with pytest.raises(ValueError, match="no number"):
        chinese_value("件")


@given(st.integers(0, 10**12))
def test_value_with_separators_round_trip(number: int) -> None:
    assert chinese_value(f"{number:,}") == number


@given(st.integers(1, 9), st.integers(1, 9999), st.integers(1, 9999))
def test_value_of_mixed_numerals(hundreds: int, myriads: int, rest: int) -> None:
    assert chinese_value(f"{hundreds}億{myriads:,}萬{rest:,}") == hundreds * 10**8 + myriads * 10**4 + rest


def test_value_of_english_words() -> None:
    assert english_value("two thousand three hundred and forty-five") == 2345
