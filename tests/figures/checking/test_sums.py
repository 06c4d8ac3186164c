"""Sums told in words: right, wrong, and what is no sum at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.figures.checking.sums import sums_come_out
from tests.figures.checking.saying import said


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("宿舍44間，包括首長宿舍3間、多房間宿舍32間、單房間宿舍6間及眷舍3間。", "44間"),
        ("精簡工友節省約1億3,952萬元，精簡助理節省約1,273萬元，共計節省約1億5,225萬元。", "1億5,225萬元"),
        ("紙張約14萬6,222元(85萬7,850張)及36個碳粉夾約9萬3,600元，共計約23萬9,822元。", "23萬9,822元"),
        ("研習2場次40人次、座談3場次40人次，合計5場次、80人次。", "5場次"),
        ("接待45團（日本20團、韓國15團、其他10團）。", "45團"),
        ("諮詢100件，第一次申訴30件，第二次申訴20件，共計50件。", "50件"),
        ("出訪八團，分為市長率團三團、副市長率團五團。", "八團"),
        ("We held 12 sessions, 5 in Testville and 7 abroad.", "12"),
        ("We held 5 sessions in Testville and 7 abroad, 12 in all.", "12"),
        ("It received 30 delegations: 12 from Japan, 10 from Korea and 8 from Europe.", "30"),
        ("Fairs drew 40 guests in May and 20 guests in June, a total of 60 guests.", "60"),
    ],
)
def test_sum_that_comes_out_agrees(text: str, place: str) -> None:
    found = said(sums_come_out, text)
    assert found[0] == ("agrees", place, "")
    assert {verdict for verdict, _, _ in found} == {"agrees"}


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("宿舍48間，包括首長宿舍3間、多房間宿舍32間、單房間宿舍6間及眷舍3間。", "48間", "44"),
        (
            "精簡工友節省約1億3,952萬元，精簡助理節省約1,273萬元，共計節省約1億5,252萬元。",
            "1億5,252萬元",
            "1億5,225萬",
        ),
        ("紙張約14萬6,222元及36個碳粉夾約9萬3,600元，共計約23萬9,228元。", "23萬9,228元", "23萬9,822"),
        ("研習2場次、座談3場次，共計6場次、120人次。", "6場次", "5"),
        ("接待45團（日本20團、韓國15團、其他9團）。", "45團", "44"),
        ("出訪九團，分為市長率團三團、副市長率團五團。", "九團", "八"),
        ("上半年受理120件、下半年150件，全年受理案件計280件。", "280件", "270"),
        ("In May it met 40 guests and in June another 15, a total of 66.", "66", "55"),
        ("We held 13 sessions, 5 in Testville and 7 abroad.", "13", "12"),
        ("It received 31 delegations: 12 from Japan, 10 from Korea and 8 from Europe.", "31", "30"),
        ("Fairs drew 40 guests in May and 20 guests in June, a total of 66 guests.", "66", "60"),
    ],
)
def test_sum_that_does_not_come_out_differs_with_the_sum(text: str, place: str, expected: str) -> None:
    assert said(sums_come_out, text) == [("differs", place, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "辦理研習2場次、座談3場次，宣導共計19場次。",
        "接待45團，其中日本20團、韓國15團。",
        "接待45團(其中日本20團、韓國15團)，共計320人次。",
        "宿舍44間，包括首長宿舍3間、多房間宿舍32間等。",
        "召開會議52次（含1次臨時會）。",
        "預算8,798.1萬元(含續租1,013.1萬元)。",
        "開放79場次，會議室計1,606場次，兩者之外每場30人、每班40人，共計900人。",
        "共計33案、220人次。",
        "上半年受理120件，全年受理280件。",
        "Of 20 members, 5 in Asia and 7 in Europe are cities.",
        "It has 127 members, including 5 in Asia and 7 in Europe.",
        "In 2022, 3 officials visited 2 cities in Japan and 4 in Korea.",
    ],
)
def test_what_is_no_sum_is_passed_over(text: str) -> None:
    assert said(sums_come_out, text) == []


def test_rounded_parts_may_be_off_by_the_last_figure() -> None:
    assert said(sums_come_out, "甲地1,234.5萬元、乙地1,111.2萬元，合計2,345.8萬元。")[0][0] == "agrees"
    assert said(sums_come_out, "甲地1,234.5萬元、乙地1,111.2萬元，合計2,346.7萬元。")[0][0] == "differs"


@settings(deadline=None)
@given(st.lists(st.integers(2, 99_999), min_size=2, max_size=8), st.integers(2, 10))
def test_any_sum_is_told_right_and_one_that_is_off_wrong(parts: list[int], times: int) -> None:
    listed = "、".join(f"{'甲乙'[at % 2]}類{part:,}件" for at, part in enumerate(parts))
    assert {one[0] for one in said(sums_come_out, f"受理{sum(parts):,}件，分為{listed}。")} == {"agrees"}
    wrong = said(sums_come_out, f"受理{sum(parts) * times:,}件，分為{listed}。")
    assert [one[0] for one in wrong] == ["differs"]
