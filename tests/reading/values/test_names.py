"""Parties found in Chinese and English text."""

import pytest

from hansa.reading.values.names import Party, PartyKind, find_parties, spellings, stem


def names(text: str, home: str | None = None) -> list[str]:
    known = spellings(home) if home else frozenset()
    return [party.name for party in find_parties(text, home, known)]


def others(text: str, home: str) -> list[Party]:
    return [party for party in find_parties(text, home, spellings(home)) if not party.own]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("與日本札幌市簽約", ["札幌市"]),
        ("韓國釜山市、大邱市及光州市", ["釜山市", "大邱市", "光州市"]),
        ("日本長野縣松本市", ["松本市"]),
        ("美國皮馬郡代表", ["皮馬郡"]),
        ("和歌山市與富山市", ["和歌山市", "富山市"]),
        ("松本市（日本長野縣）：三月簽約", ["松本市"]),
        ("德國在台協會", ["德國在台協會"]),
        ("波蘭華沙大學與該校", ["華沙大學"]),
        ("推動城市發展與市政建設", []),
        ("日本福島縣會津若松市", ["會津若松市"]),
        ("日本福島縣豬苗代町", ["豬苗代町"]),
        ("參觀文化博物館", ["文化博物館"]),
        ("晚間縣長設宴", []),
    ],
)
def test_chinese_parties(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("with Antwerp, Oslo and Recife", ["Antwerp", "Oslo", "Recife"]),
        ("Denver, Colorado is a partner", ["Denver"]),
        ("Miyazaki Prefecture sent books", ["Miyazaki Prefecture"]),
        ("the University of Arizona", ["University of Arizona"]),
        ("the City of Turin", ["City of Turin"]),
    ],
)
def test_english_parties(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", ["本市辦理", "市府表示", "臺中市長", "台中辦理", "台中市政府"])
def test_words_for_the_own_city_are_its_name(text: str) -> None:
    assert names(text, "臺中市") == ["臺中市"]


def test_own_city_is_not_the_county_of_the_same_name() -> None:
    assert [party.name for party in others("高雄縣", "高雄市")] == ["高雄縣"]


def test_end_of_another_name_is_not_the_own_city() -> None:
    assert names("日本熊本市", "高雄市") == ["熊本市"]


def test_district_of_the_own_city_is_a_party_of_its_own() -> None:
    assert [(party.name, party.own) for party in find_parties("本市安南區", "臺南市", spellings("臺南市"))] == [
        ("安南區", False)
    ]


def test_person_before_a_post_is_no_city() -> None:
    assert names("黃志明市長表示") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("前鎮高中", PartyKind.SCHOOL),
        ("格丁尼亞港", PartyKind.PORT),
        ("松本市議會", PartyKind.COUNCIL),
        ("美國在台協會高雄分處", PartyKind.OFFICE),
        ("日本", PartyKind.COUNTRY),
        ("松本市", PartyKind.CITY),
    ],
)
def test_kind_of_party(text: str, kind: PartyKind) -> None:
    assert [party.kind for party in find_parties(text)] == [kind]


def test_stem_joins_a_city_but_not_a_county() -> None:
    assert stem("臺中市") == stem("台中")
    assert stem("熊本縣") != stem("熊本市")
    assert stem("City of Turin") == stem("Turin")
