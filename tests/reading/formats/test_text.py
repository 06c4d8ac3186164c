"""Plain text is decoded strictly and kept character for character."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.reading.formats import read_document
from hansa.reading.formats.text import decode, read

CHINESE = "基隆市與宮古島市於九十六年六月締結姊妹市，兩市每年互訪，合作範圍包括觀光、港灣及教育。\r\n\tA1"
MAINLAND = "这座城市与高雄港于一九九八年签订合作备忘录，双方每年举行一次会议，讨论经济和文化。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp950", "big5hkscs"])
def test_chinese_is_decoded(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding)) == CHINESE


def test_utf_16_of_either_order_is_decoded_by_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be")) == CHINESE
    assert decode(codecs.BOM_UTF16_LE + CHINESE.encode("utf-16-le")) == CHINESE


def test_mainland_encoding_is_told_from_taiwans() -> None:
    assert decode(MAINLAND.encode("gb18030")) == MAINLAND


def test_hong_kong_characters_are_decoded() -> None:
    text = CHINESE + "啲嘢喺度"
    assert decode(text.encode("big5hkscs")) == text


def test_european_encoding_is_guessed_last() -> None:
    text = "The mayors of Zürich and Málaga met in a café near the old harbour to sign the agreement."
    assert decode(text.encode("cp1252")) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_text_in_utf_8_stays_character_for_character(text: str) -> None:
    data = text.encode()
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        assert read(data).text == text


def test_plain_text_with_a_pdfs_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "notes.pdf"
    path.write_text(CHINESE, encoding="utf-8", newline="")
    assert read_document(path).text == CHINESE
