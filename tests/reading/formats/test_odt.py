"""OpenDocument text: numbers of lists and outlines, spaces, merged cells, and what is left out."""

import io
import zipfile
from pathlib import Path

from hansa.reading.formats import read_document

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
STYLES = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="(" '
    'style:num-suffix=")"/></text:list-style><text:list-style style:name="B"><text:list-level-style-bullet '
    'text:level="1" text:bullet-char="✓"/></text:list-style>'
)
OUTLINE = (
    '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" '
    'style:num-format="壹, 貳, 參, ..." style:num-suffix="、"/>'
    '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
)


def text_of(body: str, path: Path) -> list[str]:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        content = (
            f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{body}</office:text>"
        )
        archive.writestr(
            "content.xml", f"<office:document-content {NAMES}>{content}</office:body></office:document-content>"
        )
        archive.writestr("styles.xml", f"<office:document-styles {NAMES}>{OUTLINE}</office:document-styles>")
    path.write_bytes(data.getvalue())
    return read_document(path).text.splitlines()


def test_numbers_of_the_outline_and_of_lists_are_written(tmp_path: Path) -> None:
    items = "".join(f"<text:list-item><text:p>{word}</text:p></text:list-item>" for word in "甲乙")
    inner = f"<text:list>{items}</text:list>"
    body = (
        '<text:h text:outline-level="1">總務</text:h><text:h text:outline-level="2">採購</text:h>'
        f'<text:list text:style-name="L"><text:list-item><text:p>綠色</text:p>{inner}</text:list-item>'
        "<text:list-item><text:p>一般</text:p><text:p>說明</text:p></text:list-item></text:list>"
        '<text:h text:outline-level="1">文書</text:h>'
        '<text:list text:style-name="L"><text:list-item><text:p>收文</text:p></text:list-item></text:list>'
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>發文</text:p>'
        "</text:list-item></text:list>"
        '<text:list text:style-name="B"><text:list-item><text:p>點</text:p></text:list-item></text:list>'
    )
    assert text_of(body, tmp_path / "a.odt") == [
        "壹、總務", "採購", "一、綠色", "(1) 甲", "(2) 乙", "二、一般", "說明",
        "貳、文書", "一、收文", "二、發文", "✓ 點",
    ]  # fmt: skip


def test_headings_keep_their_levels(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    text_of(
        '<text:h text:outline-level="1">總務</text:h><text:p>話</text:p><text:h text:outline-level="3">採購</text:h>',
        path,
    )
    assert read_document(path).headings == {0: 1, 7: 3}


def test_spaces_and_notes_within_a_paragraph(tmp_path: Path) -> None:
    body = "<text:note-body><text:p>註</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    body = f'<text:p>甲<text:s text:c="2"/>乙<text:tab/>丙{note}<text:span>丁<text:line-break/>戊</text:span></text:p>'
    assert text_of(body, tmp_path / "a.odt") == ["甲  乙  丙丁", "戊"]


def test_covered_and_repeated_cells_keep_their_columns(tmp_path: Path) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + "".join(map(cell.format, ("國別", "城市", "件數")))
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell.format("合計") + "<table:covered-table-cell/>" + cell.format("12")
        + '<table:table-cell table:number-columns-repeated="9999"/></table:table-row></table:table>'
    )  # fmt: skip
    assert text_of(body, tmp_path / "a.odt") == ["國別\t城市\t件數", "合計\t\t12"]


def test_attributes_that_are_no_numbers_are_passed_over(tmp_path: Path) -> None:
    assert text_of('<text:h text:outline-level="x">總務</text:h>', tmp_path / "a.odt") == ["壹、總務"]


def test_comment_in_a_cell_is_not_read(tmp_path: Path) -> None:
    comment = "<office:annotation><text:p>改為12案</text:p></office:annotation>"
    cells = "".join(
        f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in ("來訪", f"33案{comment}")
    )
    body = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    assert text_of(body, tmp_path / "a.odt") == ["來訪\t33案"]
