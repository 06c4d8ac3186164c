"""The PDF writer."""

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.reports.render import pdf
from hansa.reports.render.pdf import FontMissing, render
from tests.reports.render.papers import NASTY, make_full_paper, make_paper


def text_of(content: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_numbers_words_and_pages() -> None:
    pages = text_of(render(make_paper(rows=100)))

    assert len(pages) > 2
    for words in ("施政報告", "壹、一般行政", "貳、國際事務", "目錄"):
        assert words in pages[0]
    for words in ("（一）庶務工作", "（2）考核計", "組織"):
        assert words in pages[1]
    # The table's head comes again on the next page.
    assert "組織" in pages[2]


def test_it_is_tagged_and_says_its_language_and_its_standards() -> None:
    content = render(make_full_paper())

    assert content.startswith(b"%PDF-1.7")
    for words in (b"/StructTreeRoot", b"zh-TW", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"):
        assert words in content


def test_pages_are_numbered_of_all() -> None:
    chinese, english = (text_of(render(make_paper(language=language)))[0] for language in ("zh-hant", "en"))

    assert "第 1 頁，共 2 頁" in chinese
    assert "Page 1 of 2" in english


def test_a_broken_picture_is_told_in_its_place() -> None:
    assert "圖片檔案毀損，無法顯示：合影" in "".join(text_of(render(make_full_paper("合影"))))


def test_words_stay_words() -> None:
    assert NASTY in text_of(render(make_paper(NASTY)))[0].replace("\r\n", " ")


@pytest.mark.parametrize("character", ["\u0378", "\ue000", "\U000f0000"])
def test_a_character_that_no_font_has_is_marked(character: str) -> None:
    pages = text_of(render(make_paper(f"甲{character}乙")))

    assert "甲" in pages[0]
    assert "〓" in pages[0]


def test_a_missing_font_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_families", lambda: frozenset({"DejaVu Sans"}))

    with pytest.raises(FontMissing, match="fonts-noto-cjk"):
        render(make_paper())


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters()))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    assert text_of(render(make_full_paper(text)))
