"""Names of bodies with their foreign names and acronyms."""

import pytest

from hansa.reading.values.organizations import (
    find_bracketed,
    find_english,
    find_named,
    is_acronym,
    looks_like_body,
    title,
    websites,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "世界港灣城市聯合會（World Union of Harbour Cities, WUHC）",
            ("世界港灣城市聯合會", "World Union of Harbour Cities", "WUHC"),
        ),
        ("綠色城市網絡 GCN", ("綠色城市網絡", "", "GCN")),
        ("Network of River Towns (NRT)", ("Network of River Towns", "Network of River Towns", "NRT")),
        ("NRT, Network of River Towns", ("Network of River Towns", "Network of River Towns", "NRT")),
        ("城市聯盟 (Cities United) https://example.org/", ("城市聯盟", "Cities United", "")),
    ],
)
def test_title_of_a_body(text: str, expected: tuple[str, str, str]) -> None:
    body = title(text)
    assert body is not None
    assert (body.name, body.name_en, body.acronym) == expected


@pytest.mark.parametrize("text", ["", "本會於2004年成立。會員眾多。", "參觀市場：上午九時"])
def test_title_of_a_sentence(text: str) -> None:
    assert title(text) is None


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("本市加入亞洲河川城市協會（Asian River Cities Association，簡稱ARCA）以來", "亞洲河川城市協會", "ARCA"),
        ("由歐亞城市聯盟（EAC）發起", "歐亞城市聯盟", "EAC"),
        ("a member of the Asian Rivers Network (ARN).", "Asian Rivers Network", "ARN"),
    ],
)
def test_bracketed_name(text: str, name: str, acronym: str) -> None:
    (body,) = find_bracketed(text)
    assert (body.name, body.acronym) == (name, acronym)
    assert text[body.start :].startswith(name)


def test_named_in_a_list() -> None:
    text = "河川城市聯合會、亞洲主要港灣網、世界步道協會"
    assert [body.name for body in find_named(text)] == ["河川城市聯合會", "亞洲主要港灣網", "世界步道協會"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("西太平洋步道城市聯盟", True),
        ("國際組織", False),
        ("舉辦市政會議", False),
        ("League of River Cities", True),
        ("Tainan", False),
    ],
)
def test_looks_like_body(name: str, expected: bool) -> None:
    assert looks_like_body(name) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("UCLG", True), ("ANMC 21", True), ("C40", True), ("Metropolis", False)]
)
def test_acronym(text: str, expected: bool) -> None:
    assert is_acronym(text) is expected


def test_websites_without_punctuation() -> None:
    assert websites("見 https://example.org/a，或 www.example.net.") == ["https://example.org/a", "www.example.net"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghent joined Eurocities and the League of River Towns in 1988.", ["Eurocities", "League of River Towns"]),
        ("the President of the Rivers Forum and Mr Smith of the Towns Union (TU)", ["Rivers Forum", "Towns Union"]),
        ("a member of the Core Towns group", ["Core Towns"]),
        ("the City Council and the Chamber of Commerce of Ghent signed an MOU", []),
        ("on the Executive Board of UCLG", ["UCLG"]),
    ],
)
def test_every_body_in_english(text: str, expected: list[str]) -> None:
    assert [body.name for body in find_english(text)] == expected
