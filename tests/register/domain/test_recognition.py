"""What a name says of the body that bears it."""

import pytest

from hansa.register.domain.recognition import kind_of_name, official_name, place_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("國立中山大學", "university"),
        ("University of Arizona", "university"),
        ("中山大学", "university"),
        ("瑞祥高中", "school"),
        ("Katowice High School", "school"),
        ("格丁尼亞港", "port"),
        ("Port of Hamburg", "port"),
        ("南六企業股份有限公司", "company"),
        ("City of Ngarua", "city"),
        ("虛構市", "city"),
        ("Pima County", "region"),
        ("皮馬郡", "region"),
        ("日本搜救犬訓練士協會", "association"),
        ("世界港灣聯盟", "organization"),
        ("波蘭臺北辦事處", "office"),
        ("市議會", "office"),
        ("科技園區", "other"),
        ("MAXONS", "other"),
    ],
)
def test_kind_is_told_by_the_name(name: str, kind: str) -> None:
    assert kind_of_name(name) == kind


@pytest.mark.parametrize("name", ["高雄市政府", "Kaohsiung City Government", "高雄", "Kaohsiung", "高雄市"])
def test_government_is_its_city(name: str) -> None:
    place = place_of(name)
    assert place is not None and place.name_zh == "高雄市"


def test_body_of_a_city_is_not_the_city() -> None:
    assert place_of("高雄市立圖書館") is None


@pytest.mark.parametrize(
    ("bare", "spellings", "official"),
    [
        ("熊本", ("熊本", "熊本市"), "熊本市"),
        ("大田", ("大田廣域市", "大田市"), "大田市"),
        ("大田", ("大田市", "大田廣域市"), "大田市"),
        ("熊本", ("熊本市議會", "Kumamoto"), "熊本"),
        ("高雄市", ("高雄",), "高雄市"),
        ("", ("市",), ""),
    ],
)
def test_official_name_is_the_shortest_with_a_rank(bare: str, spellings: tuple[str, ...], official: str) -> None:
    assert official_name(bare, *spellings) == official
