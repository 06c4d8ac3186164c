"""Annotations in OpenDocument texts: at the exact characters of spans, fields, lists and tables."""

import io
import zipfile

from lxml import etree

from hansa.reading.formats.odt import read
from hansa.reading.formats.opendocument import OFFICE, TEXT, words
from hansa.reports.comments.comment import Comment
from hansa.reports.comments.odt import commented
from hansa.reports.render.odt import render
from tests.reading.formats.test_odt import NAMES
from tests.reports.comments.drafts import NUMBER, parts
from tests.reports.opendocument import faults
from tests.reports.render.papers import make_full_paper


def _document(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return out.getvalue()


def _marked(data: bytes) -> list[str]:
    """The words between each annotation and its end, in the order of the ends."""
    root = etree.fromstring(parts(data)["content.xml"])
    inside: dict[str, str] = {}
    told: list[str] = []

    def walk(element: etree._Element) -> None:
        name = element.get(f"{OFFICE}name", "")
        if element.tag == f"{OFFICE}annotation":
            inside[name] = ""
        elif element.tag == f"{OFFICE}annotation-end":
            told.append(inside.pop(name))
        else:
            grow(element.text)
            for child in element:
                walk(child)
        grow(element.tail)

    def grow(text: str | None) -> None:
        for name in inside:
            inside[name] += text or ""

    walk(root)
    assert not inside
    return told


def test_comments_stand_over_their_characters_in_spans_and_tails() -> None:
    body = "<text:p>共<text:span>1,2</text:span>34案，<text:span>及5</text:span>團</text:p>"
    data = commented(_document(body), [Comment(1, 6, ("一",)), Comment(9, 10, ("二",))])
    assert _marked(data) == ["1,234", "5"]
    root = etree.fromstring(parts(data)["content.xml"])
    (paragraph,) = (one for one in root.iter(f"{TEXT}p") if one.getparent() is not None and words(one).startswith("共"))
    assert words(paragraph) == "共1,234案，及5團"


def test_comments_that_meet_do_not_cross() -> None:
    data = commented(_document("<text:p>3352</text:p>"), [Comment(0, 2, ("一",)), Comment(2, 4, ("二",))])
    assert _marked(data) == ["33", "52"]


def test_comment_in_a_field_stands_around_it() -> None:
    body = "<text:p>第<text:page-number>12</text:page-number>頁</text:p>"
    assert _marked(commented(_document(body), [Comment(2, 3, ("一",))])) == ["12"]


def test_comments_stand_in_lists_headings_and_cells() -> None:
    cells = "".join(f"<table:table-cell><text:p>{n}案</text:p></table:table-cell>" for n in (4, 5))
    body = (
        "<text:h>第1章</text:h><text:list><text:list-item><text:p>訪賓2人</text:p></text:list-item></text:list>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    )
    text = "第1章\n訪賓2人\n4案\t5案\n"
    comments = [Comment(text.index(n), text.index(n) + 1, (n,)) for n in "1245"]
    assert _marked(commented(_document(body), comments)) == ["1", "2", "4", "5"]


def test_annotation_says_who_and_when_in_paragraphs() -> None:
    data = commented(_document("<text:p>33</text:p>"), [Comment(0, 2, ("應為35", "依據：年報"))])
    root = etree.fromstring(parts(data)["content.xml"])
    annotation = next(root.iter(f"{OFFICE}annotation"))
    assert [child.text for child in annotation if child.tag != "{http://purl.org/dc/elements/1.1/}date"] == [
        "Hansa", "應為35", "依據：年報",
    ]  # fmt: skip


def test_second_check_takes_other_names() -> None:
    once = commented(_document("<text:p>33</text:p>"), [Comment(0, 2, ("一",))])
    twice = commented(once, [Comment(0, 2, ("二",))])
    root = etree.fromstring(parts(twice)["content.xml"])
    names = [one.get(f"{OFFICE}name") for one in root.iter(f"{OFFICE}annotation")]
    assert sorted(filter(None, names)) == ["hansa-0", "hansa-1"]


def test_first_part_stays_first_and_unpacked() -> None:
    data = commented(_document("<text:p>33</text:p>"), [])
    first = zipfile.ZipFile(io.BytesIO(data)).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_valid_document_stays_valid() -> None:
    data = render(make_full_paper())
    text = read(data).text
    comments = [Comment(one.start(), one.end(), (one[0], "依據：年報")) for one in NUMBER.finditer(text)]
    assert len(comments) > 3
    assert faults(data) == faults(commented(data, comments)) == []
