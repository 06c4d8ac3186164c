"""Sheets: heads, titles and notes told from rows, values as they are shown, as XLSX, as ODS and as CSV."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from odfdo import Document as Odf
from odfdo import Row, Table
from openpyxl import Workbook

from hansa.facts import Fact
from hansa.reading.files import read_file
from hansa.reading.formats import DocumentError, read_document
from hansa.reading.formats.displayed import Value, shown
from tests.reading.formats.test_bad_input import SHEET, packed

Cells = list[list[object]]
REGISTER: Cells = [
    ["臺東市締盟城市一覽表"],
    ["製表：113年12月31日"],
    ["編號", "締盟對象", None, None, "協定", "簽署日期"],
    [None, "國家", None, "城市", None, None],
    [1, "日本", None, "木更津市", "友好城市", date(2024, 5, 18)],
    [2, "美國", None, "塔庫馬市", "姊妹市", date(1999, 10, 2)],
    [],
    ["備註：不含停止往來者。"],
]
LINES = [
    "臺東市締盟城市一覽表",
    "製表：113年12月31日",
    "編號\t國家\t城市\t協定\t簽署日期",
    "1\t日本\t木更津市\t友好城市\t2024-05-18",
    "2\t美國\t塔庫馬市\t姊妹市\t1999-10-02",
    "備註：不含停止往來者。",
]


def make_xlsx(cells: Cells, path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "締盟"
    for row in cells:
        sheet.append(row)
    book.save(path)


def make_ods(cells: Cells, path: Path) -> None:
    document = Odf("spreadsheet")
    document.body.clear()
    table = Table("締盟")
    for values in cells:
        row = Row()
        row.set_values(values)
        table.append(row)
    document.body.append(table)
    document.save(str(path))


def make_csv(cells: Cells, path: Path) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([["" if cell is None else cell for cell in row] for row in cells])
    path.write_bytes(text.getvalue().encode("cp950"))


MAKERS: dict[str, Callable[[Cells, Path], None]] = {".xlsx": make_xlsx, ".ods": make_ods, ".csv": make_csv}


def lines_of(path: Path) -> list[str]:
    return [line for line in read_document(path).text.splitlines() if line]


@pytest.mark.parametrize("suffix", sorted(MAKERS))
def test_register_has_one_row_of_heads_and_its_titles_and_notes_as_lines(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"register{suffix}"
    MAKERS[suffix](REGISTER, path)
    assert lines_of(path) == ([] if suffix == ".csv" else ["締盟"]) + LINES


@pytest.mark.parametrize("suffix", sorted(MAKERS))
def test_register_states_what_its_text_states(suffix: str, tmp_path: Path) -> None:
    plain, path = tmp_path / "register.txt", tmp_path / f"register{suffix}"
    plain.write_text("\n".join(LINES), encoding="utf-8")
    MAKERS[suffix](REGISTER, path)
    assert stated(path) == stated(plain)
    assert len(stated(path)) == 2


def stated(path: Path) -> list[tuple[str, object, object, object]]:
    def said(fact: Fact) -> tuple[str, object, object, object]:
        return type(fact).__name__, *(getattr(fact, name, None) for name in ("kind", "parties", "signed"))

    return [said(fact) for fact in read_file(path, "臺東市")[1]]


def test_sheets_are_pages_and_hidden_ones_are_read(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    book = Workbook()
    for name in ("甲", "乙"):
        book.create_sheet(name).append([name, "1"])
    book["乙"].sheet_state = "hidden"
    book.save(path)
    document = read_document(path)
    assert [line for line in document.text.splitlines() if line] == ["甲", "甲\t1", "乙", "乙\t1"]
    assert [document.page_at(at) for at in document.headings] == [2, 3]


def test_tables_of_one_sheet_keep_their_own_columns(tmp_path: Path) -> None:
    path = tmp_path / "two.xlsx"
    make_xlsx(
        [["年度", "人次"], [2023, 5], [], ["國家", "城市", "人次"], ["日本", "長崎市", 3], [], ["韓國", None, 2]], path
    )
    assert lines_of(path) == ["締盟", "年度\t人次", "2023\t5", "國家\t城市\t人次", "日本\t長崎市\t3", "韓國\t\t2"]


def test_table_below_another_has_its_own_heads(tmp_path: Path) -> None:
    path = tmp_path / "below.csv"
    make_csv([["國家", "城市", "年"], ["日本", "長崎市", 5], ["來訪"], ["日期", "對象"], ["3月", "長崎市"]], path)
    assert lines_of(path) == ["國家\t城市\t年", "日本\t長崎市\t5", "來訪", "日期\t對象", "3月\t長崎市"]


def test_line_that_groups_rows_does_not_end_their_table(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    make_csv([["國家", "城市", "年"], ["亞洲"], ["日本", "長崎市", "不詳"], ["歐洲"], ["法國", "尼斯", 3]], path)
    assert lines_of(path) == ["國家\t城市\t年", "亞洲", "日本\t長崎市\t不詳", "歐洲", "法國\t尼斯\t3"]


def test_heads_that_come_twice_keep_the_words_that_span_them(tmp_path: Path) -> None:
    path = tmp_path / "years.csv"
    make_csv([["單位", "112年", "", "113年", ""], ["", "件數", "人次", "件數", "人次"], ["局", 1, 2, 3, 4]], path)
    assert lines_of(path) == ["單位\t112年件數\t112年人次\t113年件數\t113年人次", "局\t1\t2\t3\t4"]


def test_values_that_formulas_gave_are_read(tmp_path: Path) -> None:
    path = tmp_path / "sum.ods"
    cell = '<c:table-cell c:formula="of:=1+1" o:value-type="float" o:value="2"><t:p>2 件</t:p></c:table-cell>'
    path.write_bytes(packed(mimetype=SHEET, content_xml=sheet_of(f"<c:table-row>{cell}</c:table-row>")))
    assert lines_of(path) == ["表", "2 件"]


def sheet_of(rows: str) -> bytes:
    """The content of an ODS with one sheet."""
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("o", "office"), ("c", "table"), ("t", "text"))
    )
    return f'<o:document-content{names}><c:table c:name="表">{rows}</c:table></o:document-content>'.encode()


def test_repeated_cells_and_rows_of_a_bomb_are_not_made(tmp_path: Path) -> None:
    path = tmp_path / "bomb.ods"
    wide = '<c:table-cell c:number-columns-repeated="16384"/><c:table-cell><t:p>甲</t:p></c:table-cell>'
    many = '<c:table-cell c:number-columns-repeated="9999999"><t:p>乙</t:p></c:table-cell>'
    rows = '<c:table-row c:number-rows-repeated="1048576">{}</c:table-row>'
    path.write_bytes(packed(mimetype=SHEET, content_xml=sheet_of(rows.format(wide) + rows.format(many))))
    assert len(read_document(path).text) < 10_000


def test_cell_far_from_the_others_does_not_keep_a_sheet_from_being_read(tmp_path: Path) -> None:
    path = tmp_path / "corner.xlsx"
    book = Workbook()
    book.worksheets[0]["A1"], book.worksheets[0]["XFD1048576"] = "國家", "x"
    book.save(path)
    assert lines_of(path) == ["Sheet", "國家", "x"]


def test_sheet_with_more_cells_than_any_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_bytes((b"a," * 5000 + b"\n") * 50)
    with pytest.raises(DocumentError, match="holds more text than a document has"):
        read_document(path)


@pytest.mark.parametrize(
    ("value", "code", "written"),
    [
        (1240, "#,##0", "1,240"),
        (0.125, "0.0%", "12.5%"),
        (1500000.5, '#,##0"元"', "1,500,001元"),
        (2.5, "0.00", "2.50"),
        (2.5, "0.##", "2.5"),
        (7, "000", "007"),
        (-3, "#,##0_);(#,##0)", "(3)"),
        (1234567, '#,##0,"千元"', "1,235千元"),
        (320, "[$NT$-404]#,##0", "NT$320"),
        (0.1 + 0.2, "General", "0.3"),
        (2019.0, "", "2019"),
        (0.5, "# ?/?", "0.5"),
        (True, "", "TRUE"),
        ("#N/A", "", ""),
        (None, "0", ""),
        (date(2024, 5, 18), "", "2024-05-18"),
        (datetime(2024, 5, 18, 14, 30), "yyyy/m/d h:mm", "2024-05-18 14:30"),  # noqa: DTZ001 - as sheets have it
        (datetime(2024, 5, 1), '[$-404]e"年"m"月"d"日"', "2024-05-01"),  # noqa: DTZ001
        (datetime(2024, 5, 1), 'yyyy"年"m"月"', "2024-05"),  # noqa: DTZ001
        (datetime(2024, 1, 1), "yyyy", "2024"),  # noqa: DTZ001
    ],
)
def test_value_is_written_as_it_is_shown(value: Value, code: str, written: str) -> None:
    assert shown(value, code) == written


def test_entities_of_a_workbook_are_not_followed(tmp_path: Path) -> None:
    good, path = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"
    make_xlsx([["國家", "城市"]], good)
    declared = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    with zipfile.ZipFile(good) as archive, zipfile.ZipFile(path, "w") as made:
        for name in archive.namelist():
            content = archive.read(name)
            made.writestr(name, declared + content if name == "xl/worksheets/sheet1.xml" else content)
    with pytest.raises(DocumentError, match="is damaged or cut off"):
        read_document(path)
