"""What records, countries and the fields of facts are called in the reader's language."""

from typing import Any

import pytest
from django.utils.translation import override

from hansa.register.models import Fact, Organization, Party, Passage, Person
from hansa.web.names import bilingual, country_name, fact_label, name_of, other_name
from hansa.web.statements import plain, stated
from tests.web.scene import Scene


@pytest.mark.parametrize(
    ("zh", "en", "chinese", "english"),
    [("釜山", "Busan", "釜山", "Busan"), ("釜山", "", "釜山", "釜山"), ("", "Busan", "Busan", "Busan")],
)
def test_party_has_the_name_that_its_reader_reads(zh: str, en: str, chinese: str, english: str) -> None:
    party = Party(name_zh=zh, name_en=en)
    names = []
    for language in ("zh-hant", "en"):
        with override(language):
            names.append(bilingual(party))

    assert names == [chinese, english]


def test_other_name_is_the_one_that_is_not_shown() -> None:
    with override("en"):
        assert other_name(Party(name_zh="釜山", name_en="Busan")) == "釜山"
        assert other_name(Person(name_zh="朴市長")) == ""


@pytest.mark.parametrize(
    ("language", "name"), [("zh-hant", "世界港灣聯盟（WPA）"), ("en", "World Ports Alliance (WPA)")]
)
def test_organization_has_its_acronym_beside_it(language: str, name: str) -> None:
    body = Organization(name_zh="世界港灣聯盟", name_en="World Ports Alliance", acronym="WPA")
    with override(language):
        assert name_of(body) == name


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh-hant", ["高雄市 × 釜山市 姊妹市", "釜山市長來訪", "高雄市 – 世界港灣聯盟（WPA）"]),
        ("en", ["Kaohsiung × Busan Sister city", "釜山市長來訪", "Kaohsiung – World Ports Alliance (WPA)"]),
    ],
)
def test_records_are_named_by_their_parties(scene: Scene, language: str, names: list[str]) -> None:
    with override(language):
        assert [name_of(record) for record in (scene.agreement, scene.exchange, scene.membership)] == names


@pytest.mark.parametrize(("language", "name"), [("zh-hant", "韓國"), ("en", "South Korea")])
def test_country_is_named(language: str, name: str) -> None:
    with override(language):
        assert (country_name("KR"), country_name("XX"), country_name("")) == (name, "XX", "")


@pytest.mark.parametrize(
    ("data", "label"),
    [
        ({"parties": ["高雄市", "釜山"], "signed": "1966-06-30"}, "高雄市 · 釜山 · 30 June 1966"),
        ({"measure": "國際訪賓", "value": 13358, "unit": "件", "period": "2022"}, "國際訪賓 · 13,358 件 · 2022"),
        ({"member": "高雄市", "organization": "CITYNET"}, "高雄市 · CITYNET"),
        ({}, "the words"),
    ],
)
def test_fact_is_told_in_a_few_words(data: dict[str, Any], label: str) -> None:
    with override("en"):
        assert fact_label(Fact(data=data, passage=Passage(quote="the words"))) == label


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (["港埠", "教育"], "港埠, 教育"),
        ([{"name": "Ann Lee", "post": "Mayor"}, {"name": "Bo"}], "Ann Lee Mayor, Bo"),
        ([{"count": 124, "of": "countries"}], "124 countries"),
        ({"countries": 124, "governments": 1750}, "124 countries, 1,750 governments"),
        (12, "12"),
        (None, ""),
    ],
)
def test_value_is_plain_text(value: object, text: str) -> None:
    with override("en"):
        assert plain(value) == text


def test_fields_are_told_with_their_labels_and_unknown_ones_left_out() -> None:
    with override("zh-hant"):
        assert stated({"kind": "mou", "signed": "2022", "type": "agreement"}) == [
            ("種類", "合作備忘錄"),
            ("簽署日期", "2022年（民國111年）"),
        ]
