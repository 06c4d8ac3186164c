"""The DOCX writer."""

import io
from collections.abc import Iterator

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.reports.blocks import Language
from hansa.reports.render.docx import render
from tests.reports.render.papers import NASTY, make_paper


def opened(content: bytes) -> Docx:
    return Document(io.BytesIO(content))


def attributes(document: Docx, tag: str, name: str) -> Iterator[str]:
    """The values of an attribute in the body."""
    for element in document.element.body.iter(qn(tag)):
        if value := element.get(qn(name)):
            yield str(value)


def test_headings_lists_and_tables_are_native() -> None:
    document = opened(render(make_paper(rows=3)))

    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style and "Heading" in str(p.style.name)]
    assert headings[:3] == [("Heading 1", "一般行政"), ("Heading 2", "事務管理"), ("Heading 3", "庶務工作")]
    assert list(attributes(document, "w:ilvl", "w:val")) == ["3", "3", "4", "4"]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["組織", "數"]
    assert len(document.tables[0].rows) == 4
    assert len(list(document.element.body.iter(qn("w:tblHeader")))) == 1


def test_marks_and_notes_lead_to_each_other() -> None:
    document = opened(render(make_paper()))

    names = list(attributes(document, "w:bookmarkStart", "w:name"))
    targets = set(attributes(document, "w:hyperlink", "w:anchor"))
    assert len(names) == len(set(names))
    assert targets <= set(names)
    assert {"note_1", "note_2", "mark_1", "mark_2"} <= targets


@pytest.mark.parametrize(
    ("language", "formats"),
    [
        (
            "zh-hant",
            ["ideographLegalTraditional", *["taiwaneseCountingThousand"] * 2, "decimal", "decimal"],
        ),
        ("en", ["decimal"] * 4 + ["lowerLetter"]),
    ],
)
def test_the_outline_numbers_itself(language: Language, formats: list[str]) -> None:
    numbering = opened(render(make_paper(language=language))).part.numbering_part.element

    ours = next(one for one in numbering if one.get(qn("w:abstractNumId")) == "77")
    assert [level.get(qn("w:val")) for level in ours.iter(qn("w:numFmt"))] == formats


def test_chinese_has_its_own_font_and_language() -> None:
    normal = opened(render(make_paper())).styles["Normal"].element.rPr

    assert normal.rFonts.get(qn("w:eastAsia")) == "標楷體"
    assert normal.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-TW"


def test_words_stay_words() -> None:
    assert NASTY in [paragraph.text for paragraph in opened(render(make_paper(NASTY))).paragraphs]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters()))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    opened(render(make_paper(text)))
