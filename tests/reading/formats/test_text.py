"""Plain text is decoded strictly and kept character for character."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.reading.formats import read_document
from hansa.reading.formats.text import decode, read

CHINESE = "基隆市與宮古島市於九十六年六月締結姊妹市，兩市每年互訪，合作範圍包括觀光、港灣及教育。\r\n\tA1"
JAPANESE = "神戸市と高雄市は、港のつながりから交流をはじめ、平成二十年に友好協定を結びました。"
KOREAN = "부산광역시는 2024년 가오슝시와 자매결연을 체결하였다. 양 도시는 교류를 확대하기로 하였다."
MAINLAND = "这座城市与高雄港于一九九八年签订合作备忘录，双方每年举行一次会议，讨论经济和文化。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp950", "big5hkscs"])
def test_chinese_is_decoded(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding)) == CHINESE


def test_utf_16_of_either_order_is_decoded_by_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be")) == CHINESE
    assert decode(codecs.BOM_UTF16_LE + CHINESE.encode("utf-16-le")) == CHINESE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding)) == CHINESE


@pytest.mark.parametrize("encoding", ["euc_jp", "cp932"])
def test_japanese_is_not_taken_for_chinese(encoding: str) -> None:
    assert decode(JAPANESE.encode(encoding)) == JAPANESE


def test_korean_is_not_taken_for_chinese() -> None:
    assert decode(KOREAN.encode("euc_kr")) == KOREAN


def test_traditional_chinese_in_the_mainlands_encoding_is_decoded() -> None:
    assert decode(CHINESE.encode("gb18030")) == CHINESE


@pytest.mark.parametrize("line", ["日本\t橫濱市\t夥伴市\t2006年", "菲律賓\t馬尼拉市\t姊妹市\t民國55年"])
def test_short_rows_of_names_are_decoded(line: str) -> None:
    assert decode(line.encode("cp950")) == line
    assert decode(line.encode("gb18030")) == line


def test_mainland_encoding_is_told_from_taiwans() -> None:
    assert decode(MAINLAND.encode("gb18030")) == MAINLAND


def test_hong_kong_characters_are_decoded() -> None:
    text = CHINESE + "啲嘢喺度"
    assert decode(text.encode("big5hkscs")) == text


@pytest.mark.parametrize("text", ["The mayors of Zürich and Málaga met in a café.", "Twinned with Köln – since 1980"])
def test_western_european_encoding_is_decoded(text: str) -> None:
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
