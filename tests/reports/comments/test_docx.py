"""Markers in Word documents: at the exact characters, whatever runs, boxes and tables they stand in."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from hansa.reading.formats.docx import words_of
from hansa.reports.comments import commented
from hansa.reports.comments.comment import Comment
from hansa.reports.comments.docx import commented as with_comments
from tests.reports.comments.drafts import findings_on, parts

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
pytestmark = pytest.mark.django_db


def _document(body: str, **more: str) -> bytes:
    out = io.BytesIO()
    named = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>',
    }
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (named | more).items():
            archive.writestr(name, content)
    return out.getvalue()


def _marked(data: bytes) -> list[str]:
    """The words between the markers of each comment, in the order of the comments."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    words: dict[str, str] = {}
    inside: set[str] = set()
    for element in root.iter():
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            inside.add(number)
        elif element.tag == f"{W}commentRangeEnd":
            inside.remove(number)
        elif element.tag == f"{W}t":
            words |= {one: words.get(one, "") + (element.text or "") for one in inside}
    assert not inside
    return [words[number] for number in sorted(words, key=int)]


def _paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r>{run}</w:r>' for run in runs)}</w:p>"


def test_comment_stands_over_its_characters_across_runs_and_cells(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    document = docx.Document()
    paragraph = document.add_paragraph("共計1,")
    paragraph.add_run("23").bold = True
    paragraph.add_run("4案，另有56人次。")
    document.add_paragraph("來訪7團", style="List Number")
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "訪賓\n8人", "90案"
    document.save(str(path))
    # 來 for the number of the list, which is not in the file.
    assert _marked(commented(path, findings_on(path))) == ["1,234", "56", "來", "7", "8", "90"]


def test_split_runs_keep_their_looks() -> None:
    run = "<w:rPr><w:b/></w:rPr><w:tab/><w:t>共33案</w:t><w:br/><w:t>及5團</w:t>"
    data = with_comments(_document(_paragraph(run)), [Comment(1, 3, ("一",)), Comment(6, 7, ("二",))])
    root = etree.fromstring(parts(data)["word/document.xml"])
    runs = [one for one in root.iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert _marked(data) == ["33", "5"]
    assert all(one.find(f"{W}rPr/{W}b") is not None for one in runs)
    assert words_of(root[0][0]) == "\t共33案\n及5團"


def test_comments_that_meet_do_not_cross() -> None:
    data = with_comments(_document(_paragraph("<w:t>3352</w:t>")), [Comment(0, 2, ("一",)), Comment(2, 4, ("二",))])
    root = etree.fromstring(parts(data)["word/document.xml"])
    order = [element.tag.removeprefix(W) for element in root[0][0]]
    assert order == [
        "commentRangeStart", "r", "commentRangeEnd", "r", "commentRangeStart", "r", "commentRangeEnd", "r",
    ]  # fmt: skip
    assert _marked(data) == ["33", "52"]


def test_comment_on_words_in_a_box_stands_at_the_run_that_holds_it() -> None:
    box = f"<w:t>外</w:t><w:pict><w:txbxContent>{_paragraph('<w:t>內33案</w:t>')}</w:txbxContent></w:pict>"
    data = with_comments(_document(_paragraph(box)), [Comment(3, 5, ("一",))])
    root = etree.fromstring(parts(data)["word/document.xml"])
    assert [element.tag.removeprefix(W) for element in root[0][0]] == ["commentRangeStart", "r", "commentRangeEnd", "r"]


def test_comments_that_are_there_already_stay(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    document = docx.Document()
    run = document.add_paragraph("共33案").runs[0]
    document.add_comment(run, text="請查", author="科長")
    document.save(str(path))
    data = commented(path, findings_on(path))
    authors = [one.get(f"{W}author") for one in etree.fromstring(parts(data)["word/comments.xml"])]
    assert authors == ["科長", "Hansa"]
    path.write_bytes(data)
    assert [one.author for one in docx.Document(str(path)).comments] == ["科長", "Hansa"]


def test_new_part_is_told_in_types_and_relations() -> None:
    data = with_comments(_document(_paragraph("<w:t>33</w:t>")), [Comment(0, 2, ("一",))])
    held = parts(data)
    assert b'PartName="/word/comments.xml"' in held["[Content_Types].xml"]
    assert b'Target="comments.xml"' in held["word/_rels/document.xml.rels"]


def test_number_of_a_list_is_told_of_at_the_words_behind_it() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt '
        'w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId '
        'w:val="0"/></w:num></w:numbering>'
    )
    item = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>來訪</w:t></w:r></w:p>'
    data = with_comments(_document(item, **{"word/numbering.xml": numbering}), [Comment(0, 1, ("一",))])
    assert _marked(data) == ["來"]
