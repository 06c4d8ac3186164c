"""The ODT writer."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from hansa.reports.blocks import Language
from hansa.reports.render.odt import render
from tests.reports.opendocument import faults
from tests.reports.render.papers import NASTY, make_full_paper, make_paper

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"


def part(content: bytes, name: str) -> etree._Element:
    """A part of the file as XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        assert file.namelist()[0] == "mimetype"
        return etree.fromstring(file.read(name))


def words(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def test_headings_lists_and_tables_are_native() -> None:
    body = part(render(make_paper(rows=3)), "content.xml")

    headings = [(h.get(f"{TEXT}outline-level"), words(h)) for h in body.iter(f"{TEXT}h")]
    assert headings[:3] == [("1", "一般行政"), ("2", "事務管理"), ("3", "庶務工作")]
    assert len(list(body.iter(f"{TEXT}list-item"))) == 4
    assert [words(row) for head in body.iter(f"{TABLE}table-header-rows") for row in head] == ["組織數"]
    assert len(list(body.iter(f"{TABLE}table-row"))) == 4


def test_marks_are_endnotes_and_references_to_them() -> None:
    body = part(render(make_paper()), "content.xml")

    notes = {note.get(f"{TEXT}id"): words(note) for note in body.iter(f"{TEXT}note")}
    references = [(one.get(f"{TEXT}ref-name"), words(one)) for one in body.iter(f"{TEXT}note-ref")]
    assert notes == {"note-1": "[1]《考核計3次》", "note-2": "[2]乙"}
    assert references == [("note-1", "[1]"), ("note-2", "[2]"), ("note-2", "[2]")]


def test_the_contents_lead_to_the_headings() -> None:
    body = part(render(make_paper()), "content.xml")

    names = [bookmark.get(f"{TEXT}name") for bookmark in body.iter(f"{TEXT}bookmark")]
    targets = [str(link.get(f"{XLINK}href")).removeprefix("#") for link in body.iter(f"{TEXT}a")]
    assert targets == ["section-1", "section-1-1", "section-2", "section-2-1"]
    assert set(targets) <= set(names)


@pytest.mark.parametrize(
    ("language", "formats"),
    [("zh-hant", ["壹, 貳, 參, ...", "一, 二, 三, ...", "一, 二, 三, ..."]), ("en", ["1", "1", "1"])],
)
def test_the_outline_numbers_itself(language: Language, formats: list[str]) -> None:
    styles = part(render(make_paper(language=language)), "styles.xml")

    levels = styles.iter(f"{TEXT}outline-level-style")
    assert [level.get(f"{STYLE}num-format") for level in levels] == formats


def test_words_stay_words() -> None:
    assert NASTY in words(part(render(make_paper(NASTY)), "content.xml"))


@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_it_is_valid_by_the_schema(language: Language) -> None:
    assert faults(render(make_full_paper(language=language))) == []


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters()))
def test_any_text_is_valid(text: str) -> None:
    assert faults(render(make_full_paper(text))) == []
