"""Sentences in Chinese and English."""

import pytest

from hansa.reading.document import Stretch
from hansa.reading.structure import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市長率團出訪。雙方簽約；並拍照留念！", ["市長率團出訪。", "雙方簽約；", "並拍照留念！"]),
        ("他說：「歡迎再來。」隨後離開。", ["他說：「歡迎再來。」", "隨後離開。"]),
        ("Mr. A. B. Smith met Dr. Jones. They agreed.", ["Mr. A. B. Smith met Dr. Jones.", "They agreed."]),
        ("It cost US$20.1 million. Nobody minded.", ["It cost US$20.1 million.", "Nobody minded."]),
        ("Signed on Nov. 24, 2014. Renewed later.", ["Signed on Nov. 24, 2014.", "Renewed later."]),
        ("Why there? Because of the quay.", ["Why there?", "Because of the quay."]),
        ("沒有句點", ["沒有句點"]),
        ("", []),
    ],
)
def test_sentences_are_split(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(Stretch(text, range(len(text))))] == expected


def test_sentences_keep_their_places() -> None:
    text = "甲市。 乙市。"
    assert [list(sentence.offsets) for sentence in sentences(Stretch(text, range(10, 17)))] == [
        [10, 11, 12],
        [14, 15, 16],
    ]


@pytest.mark.parametrize("text", ["高雄市、" * 1000, "12 " * 2000, "高" * 4000])
def test_what_is_too_long_for_a_sentence_is_parted_and_nothing_is_lost(text: str) -> None:
    found = sentences(Stretch(text, range(len(text))))
    assert max(len(part.text) for part in found) <= 1500
    assert "".join(part.text for part in found).replace(" ", "") == text.replace(" ", "")
