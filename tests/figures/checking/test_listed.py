"""Counts beside lists of names."""

import pytest

from hansa.figures.checking.listed import names_are_counted
from tests.figures.checking.saying import said


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("展出日本、立陶宛、波蘭、美國等4國的國旗。", ["4國"]),
        ("共3國4個城市響應，計有韓國釜山市、日本熊本縣、熊本市及美國波特蘭市等，自5月起展出。", ["3國", "4個"]),
        ("聖文森及格瑞那丁、貝里斯、聖克里斯多福及尼維斯之大使，以及帛琉代表等4國使節來訪。", ["4國"]),
        ("考評水利局、都發局、甲區公所、乙區公所等4個機關。", ["4個"]),
        ("學校包括甲中學、乙中學、丙中學及丁中學，共4所中學。", ["4所"]),
        ("青年來自貝里斯、聖露西亞、瓜地馬拉及巴拉圭4個邦交國。", ["4個"]),
        ("There are 4 cities in it: Bangkok, Delhi, Kuala Lumpur, and Tokyo.", ["4"]),
    ],
)
def test_count_of_the_names_agrees(text: str, places: list[str]) -> None:
    assert said(names_are_counted, text) == [("agrees", place, "") for place in places]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("展出日本、立陶宛、波蘭、美國等6國的國旗。", "6國", "4"),
        ("展出日本、立陶宛、波蘭、美國等3國的國旗。", "3國", "4"),
        ("考評水利局、都發局、甲區公所、乙區公所等3個機關。", "3個", "4"),
        ("學校包括甲中學、乙中學、丙中學及丁中學，共六所中學。", "六所", "四"),
        ("There are 5 cities in it: Bangkok, Delhi, Kuala Lumpur, and Tokyo.", "5", "4"),
    ],
)
def test_another_count_than_of_the_names_differs(text: str, place: str, expected: str) -> None:
    assert said(names_are_counted, text) == [("differs", place, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "市長、議員、局長及處長等50人出席。",
        "訪團由市長、議員及局長組成，共25人。",
        "推動教育、農業及觀光等6個領域。",
        "甲中學、乙中學及丙中學與丁中學、戊中學等五所學校。",
        "訪問東京、大阪、首爾等2國。",
        "It works in 3 regions: Asia.",
        "The 2022 report names three cities, such as Tokyo and Seoul.",
    ],
)
def test_lists_that_need_not_be_whole_are_passed_over(text: str) -> None:
    assert said(names_are_counted, text) == []
