"""The DOCX writer."""

import dataclasses
import io
import zipfile
from collections.abc import Iterator

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.reports.blocks import Heading, Language, Paragraph, Run
from hansa.reports.render.docx import render
from tests.reports.render.papers import NASTY, make_full_paper, make_paper


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


def test_marks_are_endnotes_and_fields_that_repeat_their_numbers() -> None:
    content = render(make_paper())
    document = opened(content)

    with zipfile.ZipFile(io.BytesIO(content)) as file:
        notes = parse_xml(file.read("word/endnotes.xml"))
    assert [words.text for words in notes.iter(qn("w:t"))] == ["《考核計3次》", "乙"]
    assert list(attributes(document, "w:endnoteReference", "w:id")) == ["1", "2"]
    assert [one.split()[1] for one in attributes(document, "w:fldSimple", "w:instr")] == ["note_1", "note_2", "note_2"]
    assert {"note_1", "note_2"} <= set(attributes(document, "w:bookmarkStart", "w:name"))


def test_the_contents_lead_to_the_headings() -> None:
    document = opened(render(make_paper()))

    targets = list(attributes(document, "w:hyperlink", "w:anchor"))
    assert targets == ["section_1", "section_1_1", "section_2", "section_2_1"]
    assert set(targets) <= set(attributes(document, "w:bookmarkStart", "w:name"))


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
    defaults = opened(render(make_paper())).styles.element.find(qn("w:docDefaults"))

    assert next(defaults.iter(qn("w:rFonts"))).get(qn("w:eastAsia")) == "標楷體"
    assert next(defaults.iter(qn("w:lang"))).get(qn("w:eastAsia")) == "zh-TW"


def test_a_picture_has_words_for_those_who_do_not_see_it() -> None:
    document = opened(render(make_full_paper("合影")))

    assert attributes_unqualified(document, "wp:docPr", "descr") == ["合影"]
    assert "圖片檔案毀損，無法顯示：合影" in [paragraph.text for paragraph in document.paragraphs]


def attributes_unqualified(document: Docx, tag: str, name: str) -> list[str]:
    return [str(element.get(name)) for element in document.element.body.iter(qn(tag))]


def test_words_stay_words() -> None:
    assert NASTY in [paragraph.text for paragraph in opened(render(make_paper(NASTY))).paragraphs]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters()))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    opened(render(make_full_paper(text)))


def test_the_contents_name_pages() -> None:
    pages = [Heading(2, f"第{number}節") if number % 20 == 0 else Paragraph((Run("字" * 40),)) for number in range(100)]
    paper = dataclasses.replace(make_paper(), blocks=(Heading(1, "章"), *pages))

    document = opened(render(paper))

    entries = [paragraph.text for paragraph in contents_of(document)]
    assert entries == ["壹、章\t2", "一、第0節\t2", "二、第20節\t2", "三、第40節\t3", "四、第60節\t4", "五、第80節\t5"]


def contents_of(document: Docx) -> Iterator[DocxParagraph]:
    """The entries of the contents; the field that they stand in is none of the paragraphs of python-docx."""
    for element in document.element.body.iter(qn("w:p")):
        paragraph = DocxParagraph(element, document)
        if str(paragraph.style and paragraph.style.name).startswith("toc"):
            yield paragraph
