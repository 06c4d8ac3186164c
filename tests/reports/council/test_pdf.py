"""Slides as PDF."""

import pypdfium2
import pytest
from pytest import MonkeyPatch

from hansa.register.models import Agreement, Office
from hansa.reports.council import pdf
from hansa.reports.council.arranging import arrange
from hansa.reports.council.canvas import OURS
from hansa.reports.council.deck import deck_of
from hansa.reports.council.outline import from_register
from hansa.reports.council.pdf import render
from hansa.reports.council.slides import Bullet, Bullets
from hansa.reports.render.pdf import FontMissing
from tests.pictures import keep_picture
from tests.reports.council.conftest import PERIOD
from tests.reports.council.decks import deck_with


def pages(content: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_each_slide_is_a_page_and_the_notes_stand_behind(office: Office) -> None:
    keep_picture(Agreement.objects.get(signed="2025-09"), credit="新聞局")
    deck = arrange(deck_of(from_register(PERIOD, office), "zh-hant"), OURS)

    found = pages(render(deck))

    assert [slide.title for slide, page in zip(deck.slides, found, strict=False) if slide.title not in page] == []
    assert any("簽署儀式（照片：新聞局）" in page for page in found)
    assert len(found) > len(deck.slides)
    assert "備忘稿：資料來源" in found[len(deck.slides)]


def test_it_is_tagged_and_says_its_language_and_its_standards() -> None:
    content = render(arrange(deck_with(Bullets((Bullet("締盟"),))), OURS))

    for words in (b"/StructTreeRoot", b"zh-TW", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"):
        assert words in content


@pytest.mark.parametrize("text", ["#let x = 1", "<&>\"'\\", "\u05d0\u05d1 1", "\U000e0001 rare"])
def test_any_text_is_written(text: str) -> None:
    assert render(arrange(deck_with(Bullets((Bullet(text),)), title=text), OURS)).startswith(b"%PDF")


def test_missing_font_is_said_so(monkeypatch: MonkeyPatch) -> None:
    pdf._font.cache_clear()
    monkeypatch.setattr(pdf, "FONTS", ("No such font",))

    with pytest.raises(FontMissing, match="fonts-noto-cjk"):
        render(arrange(deck_with(Bullets((Bullet("締盟"),))), OURS))
    pdf._font.cache_clear()
