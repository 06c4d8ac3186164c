"""Word documents: automatic numbers, merged cells, and what is left out."""

import io
import zipfile
from pathlib import Path

from hansa.reading.formats import read_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = (
    ("ideographLegalTraditional", "%1、"),
    ("taiwaneseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("upperRoman", "%4."),
)


def item(text: str, level: int, number: int = 1) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/></w:lvl>'
        for at, (form, shown) in enumerate(LEVELS)
    )
    bullet = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="8">{bullet}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
        f'<w:num w:numId="3"><w:abstractNumId w:val="7"/>{anew}</w:num></w:numbering>'
    )


def text_of(body: str, path: Path) -> list[str]:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/numbering.xml", numbering())
    path.write_bytes(data.getvalue())
    return read_document(path).text.splitlines()


def test_automatic_numbers_are_written(tmp_path: Path) -> None:
    body = (
        item("總務", 0) + item("採購", 1) + item("綠色", 2) + item("一般", 2) + item("車輛", 1) + item("油料", 2)
        + paragraph("說明") + item("文書", 0) + item("收文", 1) + item("急件", 3)
    )  # fmt: skip
    assert text_of(body, tmp_path / "a.docx") == [
        "壹、總務", "（一）採購", "1. 綠色", "2. 一般", "（二）車輛", "1. 油料", "說明",
        "貳、文書", "（一）收文", "I. 急件",
    ]  # fmt: skip


def test_bullets_and_lists_that_start_anew_are_written(tmp_path: Path) -> None:
    body = item("點", 0, 2) + item("甲", 0, 1) + item("乙", 0, 3) + item("丙", 0, 3) + item("丁", 0, 1)
    assert text_of(body, tmp_path / "a.docx") == ["• 點", "壹、甲", "伍、乙", "陸、丙", "貳、丁"]


def test_merged_cells_keep_their_columns(tmp_path: Path) -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>合計</w:t></w:r></w:p></w:tc>'
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = "<w:tr>" + wide + cell.format("12") + "</w:tr>"
    first = "<w:tr>" + "".join(map(cell.format, ("國別", "城市", "件數"))) + "</w:tr>"
    assert text_of(f"<w:tbl>{first}{row}</w:tbl>", tmp_path / "a.docx") == ["國別\t城市\t件數", "合計\t\t12"]


def test_deleted_words_are_left_out_and_inserted_ones_read(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>本市</w:t></w:r><w:del><w:r><w:t>未</w:t><w:delText>未</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>已</w:t></w:r></w:ins><w:r><w:t>簽約</w:t><w:tab/><w:t>完</w:t></w:r></w:p>"
    )
    assert text_of(body, tmp_path / "a.docx") == ["本市已簽約  完"]
