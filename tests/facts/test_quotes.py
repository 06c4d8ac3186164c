import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.facts import quoted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("本市與釜山\n市締盟", "本市與釜山市締盟"),
        ("本市與釜山  \r\n  市締盟", "本市與釜山市締盟"),
        ("111年\n5月", "111年 5月"),
        ("名稱\n\n說明", "名稱 說明"),
        ("the two\n cities", "the two cities"),
        ("  會員\t高雄市 ", "會員 高雄市"),
    ],
)
def test_only_the_printers_line_ends_vanish(text: str, words: str) -> None:
    assert quoted(text) == words


@given(st.text(alphabet="高雄市 \n\tab1，。", max_size=60))
def test_nothing_but_white_space_changes(text: str) -> None:
    assert "".join(quoted(text).split()) == "".join(text.split())
    assert quoted(quoted(text)) == quoted(text)
