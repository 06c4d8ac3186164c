"""The workbook as an officer opens it."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from hansa.register.transfer import workbook
from hansa.register.transfer.exporting import export_workbook
from hansa.register.transfer.headings import sheet_title
from hansa.register.transfer.tables import edited_tables
from tests.factories import make_agreement, make_party
from tests.register.transfer.filling import fill

pytestmark = pytest.mark.django_db


def opened(folder: Path) -> Any:
    export_workbook(folder / "register.xlsx", lambda _word: None)
    return load_workbook(folder / "register.xlsx")


def heads(sheet: Any) -> list[str]:
    return [cell.value.split("\n")[0] for cell in sheet[1]]


def column(sheet: Any, head: str) -> list[Any]:
    return [row[heads(sheet).index(head)].value for row in sheet.iter_rows(min_row=2)]


def test_there_is_a_sheet_for_each_table_that_is_edited(tmp_path: Path) -> None:
    titles = [sheet_title(table) for table in edited_tables()]

    assert opened(tmp_path).sheetnames == ["說明", *titles, "選項"]


def test_heads_stay_in_sight_and_can_be_filtered(tmp_path: Path) -> None:
    make_agreement(make_party(), make_party("釜山"))
    sheet = opened(tmp_path)["締盟"]

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:U2")


def test_every_head_has_a_note_in_both_languages(tmp_path: Path) -> None:
    book = opened(tmp_path)
    notes = [cell.comment.text for table in edited_tables() for cell in book[sheet_title(table)][1]]

    assert [note for note in notes if "\n\n" not in note] == []


def test_choices_are_offered_from_the_list(tmp_path: Path) -> None:
    book = opened(tmp_path)
    kind = next(one for one in book["締盟"].data_validations.dataValidation if "E2" in one.sqref)
    place = kind.formula1.split("!")[1].replace("$", "")

    offered = [row[0].value for row in book["選項"][place]]
    assert (offered[0], offered[-1], kind.showErrorMessage) == ("姊妹市", "其他協定", False)


def test_a_choice_is_shown_by_its_chinese_label(tmp_path: Path) -> None:
    make_agreement(make_party(), make_party("釜山"), signed="1966-06-30")

    sheet = opened(tmp_path)["締盟"]
    assert (column(sheet, "種類"), column(sheet, "簽署日期")) == (["姊妹市"], ["1966-06-30"])


def test_a_name_stands_beside_an_id(tmp_path: Path) -> None:
    home, busan = make_party(), make_party("釜山")
    make_agreement(home, busan)

    sheet = opened(tmp_path)["協定締約方"]
    assert column(sheet, "締約方") == [home.ref, busan.ref]
    assert column(sheet, "締約方（名稱）") == ["高雄市", "釜山"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://example.org")', "#N/A"])
def test_no_text_becomes_a_formula(text: str, tmp_path: Path) -> None:
    make_party(text)

    cell = opened(tmp_path)["締約方"].cell(2, heads(opened(tmp_path)["締約方"]).index("中文名稱") + 1)
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


def test_what_was_merged_is_not_shown(tmp_path: Path) -> None:
    kept = make_party()
    make_party("高雄", merged_into=kept)

    assert column(opened(tmp_path)["締約方"], "中文名稱") == ["高雄市"]


def test_the_same_register_gives_the_same_bytes(tmp_path: Path) -> None:
    fill()
    opened(tmp_path)
    first = (tmp_path / "register.xlsx").read_bytes()

    opened(tmp_path)

    assert (tmp_path / "register.xlsx").read_bytes() == first


def test_a_full_sheet_goes_on_in_a_second_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_LAST_ROW", 3)
    for name in ("甲", "乙", "丙"):
        make_party(name)

    book = opened(tmp_path)
    assert [column(book[title], "中文名稱") for title in ("締約方", "締約方 (2)")] == [["甲", "乙"], ["丙"]]


def test_the_file_appears_only_when_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_book: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(workbook, "_write_choices", fail)
    with pytest.raises(OSError, match="the disk is full"):
        opened(tmp_path)

    assert list(tmp_path.iterdir()) == []
