"""PDF: lines as they stand, pages, running heads and feet left out, tables with and without rules."""

from pathlib import Path

import pypdfium2
import pytest
import typst

from hansa.reading.formats import read_document
from hansa.reading.formats.printed.outlines import without_outlines
from hansa.reading.structure import restore
from tests.reading.formats.making import CJK

HEAD = f'#set text(font: "{CJK}", size: 11pt, lang: "zh", region: "TW", cjk-latin-spacing: none)\n'


def pdf(source: str, path: Path) -> Path:
    path.write_bytes(typst.compile((HEAD + source).encode()))
    return path


def test_pages_are_numbered_and_their_heads_and_feet_left_out(tmp_path: Path) -> None:
    source = (
        '#set page(header: "秘書處年報", footer: context align(center, counter(page).display()))\n'
        "第一頁的話。\n#pagebreak()\n第二頁的話。\n#pagebreak()\n第三頁的話。"
    )
    document = read_document(pdf(source, tmp_path / "a.pdf"))
    assert document.text.split() == ["第一頁的話。", "第二頁的話。", "第三頁的話。"]
    assert [document.page_at(document.text.index(word)) for word in ("第一", "第二", "第三")] == [1, 2, 3]
    assert document.pages[0].start == 0
    assert document.pages[-1].end == len(document.text)


def test_paragraph_broken_by_the_page_is_whole_again(tmp_path: Path) -> None:
    sentence = "本市與外國城市每年互派青年學生往來並交換市政經驗且共同舉辦展覽，"
    source = "#set page(width: 12cm, height: 5cm)\n#set par(spacing: 2em)\n" + sentence * 12 + "至今未曾間斷。"
    blocks = restore(read_document(pdf(source, tmp_path / "a.pdf")))
    assert [block.text for block in blocks] == [sentence * 12 + "至今未曾間斷。"]


def test_ruled_table_gives_rows_in_its_place(tmp_path: Path) -> None:
    source = (
        "前文一句。\n#table(columns: (3cm, 5cm), [年度], [對象], [112年], [日本長崎縣與佐賀縣各市町村共同代表團], "
        "[113年], [韓國])\n後文一句。"
    )
    document = read_document(pdf(source, tmp_path / "a.pdf"))
    assert [line for line in document.text.splitlines() if line] == [
        "前文一句。", "年度\t對象", "112年\t日本長崎縣與佐賀縣各市町村共同代表團", "113年\t韓國", "後文一句。",
    ]  # fmt: skip


def test_page_in_two_ruled_columns_is_no_table_of_two_cells(tmp_path: Path) -> None:
    texts = "1.修繕門窗。 \\ 2.更新燈具。 \\ 3.清洗水塔。"
    source = f"#table(columns: 2, [一、庶務], [{texts}], [二、宿舍], [{texts}])"
    blocks = restore(read_document(pdf(source, tmp_path / "a.pdf")))
    items = ["修繕門窗。", "更新燈具。", "清洗水塔。"]
    assert [(block.headings, block.text) for block in blocks if block.marker.endswith(".")] == [
        *((("庶務",), item) for item in items),
        *((("宿舍",), item) for item in items),
    ]


def test_table_without_rules_gives_rows(tmp_path: Path) -> None:
    rows = (("城市", "國家", "年份"), ("長崎市", "日本", "2004"), ("濟州市", "韓國", "2011"))
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    source = f"#table(columns: (4cm, 4cm, 4cm), stroke: none, {cells})"
    blocks = restore(read_document(pdf(source, tmp_path / "a.pdf")))
    assert [[(cell.header, cell.text) for cell in block.cells] for block in blocks] == [
        [("城市", "長崎市"), ("國家", "日本"), ("年份", "2004")],
        [("城市", "濟州市"), ("國家", "韓國"), ("年份", "2011")],
    ]


def test_title_is_that_of_the_file(tmp_path: Path) -> None:
    source = '#set document(title: "國際事務年報")\n內文。'
    assert read_document(pdf(source, tmp_path / "a.pdf")).title == "國際事務年報"


SENTENCE = "本市與外國城市每年互派青年學生往來並交換市政經驗且共同舉辦展覽，至今未曾間斷。"


def test_page_number_of_a_sentence_is_right_though_its_paragraph_goes_over_the_page(tmp_path: Path) -> None:
    source = "#set page(width: 12cm, height: 5cm)\n甲" + SENTENCE[:-1] * 6 + "，至今未曾間斷乙。"
    document = read_document(pdf(source, tmp_path / "a.pdf"))
    assert document.text.count("\n") == 1
    assert [document.page_at(document.text.index(word)) for word in "甲乙"] == [1, 2]


def test_ruled_table_over_pages_is_one_with_its_rows_whole(tmp_path: Path) -> None:
    rows = ", ".join(f"[{n}], [{name}市], [{name}：{SENTENCE * 2}]" for n, name in enumerate("甲乙丙丁戊", 1))
    source = (
        '#set page(width: 14cm, height: 8cm, header: [國際處年報], numbering: "1")\n'
        f"#table(columns: (1cm, 3cm, 1fr), table.header([編號], [城市], [說明]), {rows})"
    )
    document = read_document(pdf(source, tmp_path / "a.pdf"))
    assert len(document.pages) > 2
    assert document.text.splitlines() == [
        "編號\t城市\t說明",
        *(f"{n}\t{name}市\t{name}：{SENTENCE * 2}" for n, name in enumerate("甲乙丙丁戊", 1)),
    ]


def test_cells_over_several_rows_and_columns_are_read_once(tmp_path: Path) -> None:
    source = (
        "#table(columns: (3cm, 3cm, 3cm), table.cell(rowspan: 2)[國家], table.cell(colspan: 2)[人次], [112年], "
        "[113年], [日本], [12], [34])"
    )
    document = read_document(pdf(source, tmp_path / "a.pdf"))
    assert document.text.splitlines() == ["國家\t人次\t", "\t112年\t113年", "日本\t12\t34"]


def test_table_with_level_rules_only_gives_rows_of_whole_cells(tmp_path: Path) -> None:
    source = (
        "#table(columns: (3cm, 4cm, 6cm), stroke: (x: none, y: 0.5pt), align: horizon + center, inset: 6pt, [城市], "
        f"[國家], [說明], [長崎市], [日本], [{SENTENCE}], [濟州市], [韓國], [洽談中])"
    )
    document = read_document(pdf(source, tmp_path / "a.pdf"))
    assert document.text.splitlines() == [
        "城市\t國家\t說明", f"長崎市\t日本\t{SENTENCE}", "濟州市\t韓國\t洽談中",
    ]  # fmt: skip


def test_page_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    paragraphs = [f"{name}：{SENTENCE * 3}" for name in "甲乙丙丁"]
    source = (
        "#set page(columns: 2, width: 16cm, height: 10cm)\n"
        '#place(top + center, scope: "parent", float: true)[國際交流年報，本市與各國城市往來概況]\n'
    ) + "\n\n".join(paragraphs)
    document = read_document(pdf(source, tmp_path / "a.pdf"))
    assert [line for line in document.text.splitlines() if line][1:] == paragraphs


def test_footnote_stands_before_the_paragraph_that_goes_over_the_page(tmp_path: Path) -> None:
    source = (
        f"#set page(width: 12cm, height: 6cm)\n甲：{SENTENCE[:-1]}#footnote[見市府公報第三期。]{SENTENCE[:-1] * 5}。"
    )
    lines = [line for line in read_document(pdf(source, tmp_path / "a.pdf")).text.splitlines() if line]
    assert [(line[0], line[-6:]) for line in lines] == [("1", "公報第三期。"), ("甲", "今未曾間斷。")]


def test_words_hyphenated_at_lines_ends_are_whole(tmp_path: Path) -> None:
    sentence = "The international administration of neighbouring municipalities considers communication important."
    source = (
        '#set text(font: "Libertinus Serif", lang: "en", hyphenate: true)\n#set par(justify: true)\n'
        f"#set page(width: 6cm)\n{sentence}"
    )
    assert read_document(pdf(source, tmp_path / "a.pdf")).text == f"{sentence}\n"


@pytest.mark.parametrize(("rotation", "angle"), [(0, 0), (90, -90), (180, 180), (270, 90)])
def test_page_that_is_turned_is_read_as_it_is_seen(rotation: int, angle: int, tmp_path: Path) -> None:
    text = f"box(width: 9cm)[前言。\\ {SENTENCE * 2}\\ 後語。]"
    path = pdf(
        f"#set page(width: 14cm, height: 14cm, margin: 2.5cm)\n#rotate({angle}deg, reflow: true, {text})",
        tmp_path / "a.pdf",
    )
    with pypdfium2.PdfDocument(path) as turned:
        page = turned[0]
        page.set_rotation(rotation)
        page.close()
        turned.save(tmp_path / "b.pdf")
    assert read_document(tmp_path / "b.pdf").text.splitlines() == ["前言。", SENTENCE * 2, "後語。"]


def test_words_from_right_to_left_are_read(tmp_path: Path) -> None:
    text = "前言。 שלום עולם 12 後語。"
    assert "שלום" in read_document(pdf(text, tmp_path / "a.pdf")).text


def test_text_is_the_same_with_and_without_the_outlines_of_its_fonts(tmp_path: Path) -> None:
    path = pdf(f"{SENTENCE}（Přerov）\n\n- 甲\n- 𠮷野家 12", tmp_path / "a.pdf")
    data = path.read_bytes()
    assert without_outlines(data) != data
    assert len(without_outlines(data)) == len(data)
    assert [text_of(without_outlines(data)), text_of(data)] == [text_of(data)] * 2


def text_of(data: bytes) -> str:
    """What pdfium itself takes out of a PDF of one page."""
    with pypdfium2.PdfDocument(data) as opened:
        page = opened[0]
        layer = page.get_textpage()
        text: str = layer.get_text_range()
        layer.close()
        page.close()
    return text
