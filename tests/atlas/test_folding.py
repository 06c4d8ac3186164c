import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.atlas import fold
from hansa.atlas.folding import scan

NAMES = st.text(st.characters(codec="utf-8"), max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("臺北市", "台北市"),
        ("熊本縣", "熊本県"),
        ("濱松", "浜松"),
        ("滨松", "濱松"),
        ("呉市", "吳市"),
        ("São Paulo", "sao paulo"),
        ("Łódź", "Lodz"),
        ("Ｔａｉｐｅｉ", "Taipei"),
        ("Xi'an", "Xi’an"),
        ("Bielsko-Biała", "Bielsko Biala"),
        ("聖荷西 市", "聖荷西市"),
        ("Ho  Chi\nMinh City", "Ho Chi Minh City"),
    ],
)
def test_fold_of_spellings_of_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("ガーナ", "カーナ"), ("熊本市", "熊本縣"), ("Gdynia", "Gdańsk")])
def test_fold_keeps_names_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(NAMES)
def test_fold_twice_is_fold_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_fold_has_no_space_at_its_ends_and_no_two_together(name: str) -> None:
    folded = fold(name)
    assert folded == folded.strip()
    assert "  " not in folded


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_scan_keeps_every_character_in_its_place(text: str) -> None:
    assert len(scan(text)) == len(text)
