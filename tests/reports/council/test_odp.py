"""Slides as ODP: valid, and read again."""

import io
import zipfile

import pytest
from lxml import etree

from hansa.reading.formats import odp as reader
from hansa.register.models import Agreement, Office
from hansa.reports.blocks import Language
from hansa.reports.council.arranging import arrange
from hansa.reports.council.canvas import OURS
from hansa.reports.council.deck import deck_of
from hansa.reports.council.odp import render
from hansa.reports.council.outline import from_register
from hansa.reports.council.slides import Bullet, Bullets
from tests.pictures import keep_picture
from tests.reports.council.conftest import PERIOD
from tests.reports.council.decks import deck_with
from tests.reports.opendocument import faults, part_faults

_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_NOTES = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}notes"


def written(office: Office, language: Language = "zh-hant") -> bytes:
    keep_picture(Agreement.objects.get(signed="2025-09"))
    return render(arrange(deck_of(from_register(PERIOD, office), language), OURS))


def content_of(file: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return etree.fromstring(package.read("content.xml"))


@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_slides_are_valid(office: Office, language: Language) -> None:
    assert faults(written(office, language)) == []


def test_charts_are_valid_and_hold_their_numbers(office: Office) -> None:
    with zipfile.ZipFile(io.BytesIO(written(office))) as package:
        charts = {
            name: package.read(name) for name in package.namelist() if name.startswith("Object") and name[-1] != "/"
        }

    assert list(charts) == ["Object 1/content.xml", "Object 2/content.xml"]
    assert [fault for name, chart in charts.items() for fault in part_faults(etree.fromstring(chart), name)] == []
    assert "來訪" in charts["Object 1/content.xml"].decode()


def test_slides_are_read_again(office: Office) -> None:
    text = reader.read(written(office)).text

    for words in ("拓展城市外交", "高雄市 × 日本 熊本縣 × 美國 亞利桑那州", "1,420", "報告完畢"):
        assert words in text


def test_what_is_drawn_is_told_in_words(office: Office) -> None:
    described = [one.text or "" for one in content_of(written(office)).iter(f"{_SVG}desc")]

    assert [words.split("：")[0] for words in described] == [
        "城市外交版圖", "長條圖「各月訪問場次（登錄紀錄）」", "長條圖「交流對象國家」", "簽署儀式",
    ]  # fmt: skip


def test_every_slide_has_its_notes(office: Office) -> None:
    notes = ["".join(map(str, one.itertext())) for one in content_of(written(office)).iter(_NOTES)]

    assert any("《議會業務報告》第1頁「2026年3月關島總督率團訪高」" in words for words in notes)


@pytest.mark.parametrize("text", ["<&>\"'", "two  spaces", "\u05d0\u05d1 1", "👍🏽"])
def test_any_text_is_written(text: str) -> None:
    file = render(arrange(deck_with(Bullets((Bullet(text),)), title=text), OURS))

    assert faults(file) == []
