"""PDF: lines as they stand, pages, running heads and feet left out, tables with and without rules."""

from pathlib import Path

import typst

from hansa.reading.formats import read_document
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
