"""Decks: shapes in reading order, titles, bullets, tables and notes, as PPTX and as ODP."""

import io
import zipfile
from pathlib import Path

import pytest
from odfdo import Document as Odf
from odfdo import DrawPage, Element
from pptx import Presentation
from pptx.slide import Slide
from pptx.util import Cm

from hansa.facts import Fact
from hansa.reading.files import read_file
from hansa.reading.formats import DocumentError, read_document
from hansa.reading.formats.pptx import read

TIES = [
    "✓ 113年5月18日與日本木更津市簽署友好交流協定",
    "✓ 民國88年10月2日與美國塔庫馬市締結姊妹市",
]
TITLES = ("臺東市國際事務簡報", "國際締盟", "訪賓統計")


def add_box(slide: Slide, left: float, top: float, text: str) -> None:
    slide.shapes.add_textbox(Cm(left), Cm(top), Cm(8), Cm(2)).text_frame.text = text


def deck() -> io.BytesIO:
    """A title slide, one with a list and notes, one with boxes out of order, a group and a table."""
    made = Presentation()
    first = made.slides.add_slide(made.slide_layouts[5])
    first.shapes.title.text = TITLES[0]
    second = made.slides.add_slide(made.slide_layouts[1])
    second.shapes.title.text = TITLES[1]
    frame = second.placeholders[1].text_frame
    frame.text = TIES[0]
    frame.add_paragraph().text = TIES[1]
    frame.add_paragraph().text = "每年互訪"
    second.notes_slide.notes_text_frame.text = "備忘：提早訂機票"
    third = made.slides.add_slide(made.slide_layouts[6])
    add_box(third, 12, 6, "右")
    add_box(third, 1, 6.3, "左")
    add_box(third, 1, 1, TITLES[2])
    group = third.shapes.add_group_shape()
    group.shapes.add_textbox(Cm(1), Cm(9), Cm(8), Cm(1)).text_frame.text = "群組"
    table = third.shapes.add_table(2, 3, Cm(1), Cm(12), Cm(15), Cm(3)).table
    for at, words in enumerate(("年度", "國家", "人次", "112年", "日本", "1,240")):
        table.cell(at // 3, at % 3).text = words
    data = io.BytesIO()
    made.save(data)
    return data


def test_slides_are_read_in_order_of_their_shapes() -> None:
    document = read(deck().getvalue())
    assert [line for line in document.text.splitlines() if line] == [
        TITLES[0], TITLES[1], *TIES, "• 每年互訪", "備忘：提早訂機票", TITLES[2], "左", "右", "群組",
        "年度\t國家\t人次", "112年\t日本\t1,240",
    ]  # fmt: skip
    assert len(document.pages) == 3
    assert {document.text[at:].partition("\n")[0]: level for at, level in document.headings.items()} == {
        TITLES[0]: 1, TITLES[1]: 2, TITLES[2]: 2,
    }  # fmt: skip


def test_entities_of_a_deck_are_not_followed(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    data = io.BytesIO()
    with zipfile.ZipFile(deck()) as good, zipfile.ZipFile(data, "w") as archive:
        for name in good.namelist():
            content = good.read(name).decode("utf-8", "surrogateescape")
            if name == "ppt/slides/slide1.xml":
                declared = f"<!DOCTYPE a [{laughs}]><p:sld"
                content = content.replace("<p:sld", declared, 1).replace(TITLES[0], f"{TITLES[0]}&l11;")
            archive.writestr(name, content.encode("utf-8", "surrogateescape"))
    path = tmp_path / "laughs.pptx"
    path.write_bytes(data.getvalue())
    with pytest.raises(DocumentError, match="is damaged or cut off"):
        read_document(path)


def test_deck_of_more_shapes_than_any_is_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(deck()) as good, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in good.namelist():
            content = good.read(name)
            if name == "ppt/slides/slide3.xml":
                content = content.replace(b"</p:spTree>", b"<p:sp/>" * 10_000 + b"</p:spTree>")
            archive.writestr(name, content)
    with pytest.raises(DocumentError, match="holds more text than a document has"):
        read(data.getvalue())


def test_diagrams_are_read_from_their_own_part() -> None:
    data = io.BytesIO()
    names = "http://schemas.openxmlformats.org"
    frame = (
        f'<p:graphicFrame xmlns:r="{names}/officeDocument/2006/relationships"><p:nvGraphicFramePr><p:cNvPr id="99" '
        'name="d"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="9999999"/>'
        f'<a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData uri="{names}/drawingml/2006/diagram">'
        f'<d:relIds xmlns:d="{names}/drawingml/2006/diagram" r:dm="rId99"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    words = f'<x xmlns:a="{names}/drawingml/2006/main"><a:p><a:r><a:t>締盟</a:t></a:r></a:p></x>'
    rel = '<Relationship Id="rId99" Type="urn:diagram" Target="../diagrams/data1.xml"/></Relationships>'
    with zipfile.ZipFile(deck()) as good, zipfile.ZipFile(data, "w") as archive:
        archive.writestr("ppt/diagrams/data1.xml", words)
        for name in good.namelist():
            content = good.read(name).decode("utf-8", "surrogateescape")
            if name == "ppt/slides/slide3.xml":
                content = content.replace("</p:spTree>", f"{frame}</p:spTree>")
            if name == "ppt/slides/_rels/slide3.xml.rels":
                content = content.replace("</Relationships>", rel)
            archive.writestr(name, content.encode("utf-8", "surrogateescape"))
    assert read(data.getvalue()).text.split()[-1] == "締盟"


def test_numbers_that_the_program_counts_are_written() -> None:
    made = Presentation()
    frame = made.slides.add_slide(made.slide_layouts[6]).shapes.add_textbox(0, 0, 99, 99).text_frame
    for at, (words, mark) in enumerate((("出訪", "ea1ChtPeriod"), ("來訪", "ea1ChtPeriod"), ("說明", ""))):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.text = words
        if mark:
            paragraph._p.get_or_add_pPr().append(paragraph._p.makeelement(NUMBER, {"type": mark}))
    data = io.BytesIO()
    made.save(data)
    assert read(data.getvalue()).text.split() == ["一、出訪", "二、來訪", "說明"]


NUMBER = "{http://schemas.openxmlformats.org/drawingml/2006/main}buAutoNum"


def frame_at(left: float, top: float, kind: str, *paragraphs: str) -> Element:
    words = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs)
    return Element.from_tag(
        f'<draw:frame presentation:class="{kind}" svg:x="{left}cm" svg:y="{top}cm" svg:width="8cm" svg:height="2cm">'
        f"<draw:text-box>{words}</draw:text-box></draw:frame>"
    )


def make_odp(path: Path) -> None:
    """The same deck as OpenDocument, without its third slide's group and table."""
    made = Odf("presentation")
    made.body.clear()
    slides = (
        [frame_at(1, 1, "title", TITLES[0])],
        [frame_at(1, 4, "outline", *TIES), frame_at(1, 1, "title", TITLES[1])],
        [frame_at(12, 6, "", "右"), frame_at(1, 6.3, "", "左"), frame_at(1, 1, "", TITLES[2])],
    )
    for number, frames in enumerate(slides):
        page = DrawPage(f"page{number}", name=f"page{number}")
        for frame in frames:
            page.append(frame)
        made.body.append(page)
    notes = Element.from_tag("<presentation:notes/>")
    notes.append(frame_at(1, 15, "notes", "備忘：提早訂機票"))
    made.body.get_elements("//draw:page")[1].append(notes)
    made.save(str(path))


def test_opendocument_slides_are_read_in_order_of_their_frames(tmp_path: Path) -> None:
    path = tmp_path / "deck.odp"
    make_odp(path)
    document = read_document(path)
    assert [line for line in document.text.splitlines() if line] == [
        TITLES[0], TITLES[1], *TIES, "備忘：提早訂機票", TITLES[2], "左", "右",
    ]  # fmt: skip
    assert len(document.pages) == 3


def stated(facts: list[Fact]) -> list[tuple[str, object, object]]:
    return [(type(fact).__name__, getattr(fact, "parties", None), getattr(fact, "signed", None)) for fact in facts]


@pytest.mark.parametrize("suffix", [".pptx", ".odp"])
def test_deck_states_what_its_text_states(suffix: str, tmp_path: Path) -> None:
    plain, path = tmp_path / "deck.txt", tmp_path / f"deck{suffix}"
    plain.write_text("\n\n".join((TITLES[0], TITLES[1], "\n".join(TIES))), encoding="utf-8")
    if suffix == ".odp":
        make_odp(path)
    else:
        path.write_bytes(deck().getvalue())
    agreements = [fact for fact in read_file(path, "臺東市")[1] if type(fact).__name__ == "Agreement"]
    assert stated(agreements) == stated(read_file(plain, "臺東市")[1])
    assert len(agreements) == 2
