"""An edited workbook, brought in: what differs is written, what is wrong is told, and nothing else happens."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError
from openpyxl import load_workbook

from hansa.register.derived import key_of
from hansa.register.domain.users import system_user
from hansa.register.models import (
    Agreement,
    AgreementParty,
    Exchange,
    HistoryEntry,
    Membership,
    Party,
    SearchEntry,
)
from hansa.register.states import state_of
from hansa.register.transfer import bringing_in
from hansa.register.transfer.bringing_in import bring_in
from hansa.register.transfer.exporting import export_folder, export_workbook
from hansa.register.transfer.problems import NotBroughtIn
from tests.factories import (
    make_agreement,
    make_exchange,
    make_membership,
    make_office,
    make_organization,
    make_party,
    make_person,
    make_unit,
)
from tests.register.transfer.filling import fill

pytestmark = pytest.mark.django_db
Edit = Callable[[Any], None]


def quiet(_word: str) -> None:
    pass


@pytest.fixture
def agreement() -> Agreement:
    """An agreement of Kaohsiung and Busan, whose names are known."""
    home, busan = make_party(atlas_key="g1673820"), make_party("釜山", atlas_key="g1838524")
    for party in (home, busan):
        party.names.create(name=party.name_zh, folded=party.name_zh)
    make_office(home)
    return make_agreement(home, busan, title="姊妹市協定", signed="1966")


def imported(folder: Path, edit: Edit) -> dict[str, int]:
    """What comes of exporting the workbook, editing it, and bringing it in."""
    path = folder / "register.xlsx"
    export_workbook(path, quiet)
    book = load_workbook(path)
    edit(book)
    book.save(path)
    return bring_in(by=system_user(), source=path, progress=quiet)


def problems_of(folder: Path, edit: Edit) -> list[str]:
    with pytest.raises(NotBroughtIn) as refused:
        imported(folder, edit)
    return [str(problem) for problem in refused.value.problems]


def cell(book: Any, sheet: str, row: int, head: str) -> Any:
    heads = [cell.value.split("\n")[0] for cell in book[sheet][1]]
    return book[sheet].cell(row, heads.index(head) + 1)


def put(sheet: str, row: int, **cells: Any) -> Edit:
    """An edit that writes cells of a row, by the heads above them."""

    def edit(book: Any) -> None:
        for head, value in cells.items():
            cell(book, sheet, row, head).value = value

    return edit


def both(*edits: Edit) -> Edit:
    def edit(book: Any) -> None:
        for one in edits:
            one(book)

    return edit


def no_edit(_book: Any) -> None:
    pass


def emptied(sheet: str, row: int) -> Edit:
    """An edit that empties all cells of a row but its id."""

    def edit(book: Any) -> None:
        for one in book[sheet][row][1:]:
            one.value = None

    return edit


def test_a_workbook_that_was_not_edited_changes_nothing(agreement: Agreement, tmp_path: Path) -> None:
    assert imported(tmp_path, no_edit) == {"records added": 0, "records changed": 0}
    assert not HistoryEntry.objects.exists()


def test_a_folder_of_a_filled_register_changes_nothing_there(tmp_path: Path) -> None:
    fill()
    export_folder(tmp_path / "out", quiet)
    entries = HistoryEntry.objects.count()

    for path in (tmp_path / "out", tmp_path / "out" / "register.xlsx"):
        assert bring_in(by=system_user(), source=path, progress=quiet) == {"records added": 0, "records changed": 0}
    assert HistoryEntry.objects.count() == entries


def test_a_changed_cell_is_one_entry_with_the_difference(agreement: Agreement, tmp_path: Path) -> None:
    assert imported(tmp_path, put("締盟", 2, 簽署日期="民國55.6.30"))["records changed"] == 1

    entry = HistoryEntry.objects.get()
    assert entry.record == agreement.ref
    assert entry.before == {
        "published": False, "signed": "1966", "signed_first": "1966-01-01", "signed_last": "1966-12-31",
    } or entry.before == {"signed": "1966", "signed_first": "1966-01-01", "signed_last": "1966-12-31"}  # fmt: skip
    assert entry.after == {
        "signed": "1966-06-30", "signed_first": "1966-06-30", "signed_last": "1966-06-30", "fixed": ["signed"],
    }  # fmt: skip


def test_what_is_changed_is_found(agreement: Agreement, tmp_path: Path) -> None:
    imported(tmp_path, put("締盟", 2, 名稱="港都協定"))

    assert SearchEntry.objects.get(record=agreement.ref).title.endswith("港都協定")


@pytest.mark.parametrize(
    ("sheet", "head", "written", "field", "value"),
    [
        ("締盟", "種類", "合作備忘錄", "kind", "mou"),
        ("締盟", "簽署日期", dt.datetime(1966, 6, 30), "signed", "1966-06-30"),  # noqa: DTZ001 - Excel's know no zone
        ("締盟", "名稱", None, "title", ""),
        ("締盟", "原文所述合作領域", "教育、港口", "subjects", ["教育", "港口"]),
        ("締盟", "名稱", "=SUM(A1)", "title", ""),
    ],
)
def test_a_cell_becomes_a_value(
    sheet: str, head: str, written: Any, field: str, value: Any, agreement: Agreement, tmp_path: Path
) -> None:
    imported(tmp_path, put(sheet, 2, **{head: written}))

    agreement.refresh_from_db()
    assert getattr(agreement, field) == value


def test_a_new_row_is_a_new_record(agreement: Agreement, tmp_path: Path) -> None:
    imported(tmp_path, put("交流", 2, 種類="來訪", 日期="112年5月3日至5日", 名稱="港務參訪"))

    exchange = Exchange.objects.get()
    assert (exchange.kind, exchange.date, exchange.last) == (
        "inbound_visit",
        "2023-05-03/2023-05-05",
        dt.date(2023, 5, 5),
    )
    assert exchange.fixed == ["kind", "title", "date"]
    assert HistoryEntry.objects.get().action == "add"


def test_new_rows_point_to_a_new_record_by_its_mark(agreement: Agreement, tmp_path: Path) -> None:
    edit = both(
        put("締盟", 3, ID="新1", 種類="合作備忘錄"),
        put("協定締約方", 4, 締盟="新1", 締約方="party-1"),
        put("協定締約方", 5, 締盟="new1", **{"締約方（名稱）": "釜山"}),
    )
    edit_ids = both(edit, put("協定締約方", 4, 締約方=agreement.sides.all()[0].party.ref))

    assert imported(tmp_path, edit_ids)["records added"] == 1

    made = Agreement.objects.get(kind="mou")
    assert [side.party.name_zh for side in made.sides.all()] == ["高雄市", "釜山"]


def test_a_city_that_only_the_atlas_knows_becomes_a_party(agreement: Agreement, tmp_path: Path) -> None:
    edit = both(
        put("交流", 2, ID="新", 種類="出訪", 名稱="訪熊本"),
        put("交流", 2, ID="新a"),
        put("交流往來對象", 2, 交流="新a", 締約方="熊本市"),
    )

    assert imported(tmp_path, edit)["records added"] == 2

    party = Party.objects.get(name_zh="熊本市")
    assert (party.country, str(party.names.all()[0])) == ("JP", "熊本市")
    assert party.fixed == []


def test_a_name_of_nobody_is_refused(agreement: Agreement, tmp_path: Path) -> None:
    edit = put("協定締約方", 3, 締約方="無此城市聯合會")

    (problem,) = problems_of(tmp_path, edit)
    assert problem.startswith("sheet 協定締約方, row 3, column 締約方: 締約方 has no “無此城市聯合會”")


def test_a_name_of_two_is_refused_with_their_ids(agreement: Agreement, tmp_path: Path) -> None:
    one, other = make_organization("港灣聯盟"), make_organization("港灣聯盟")
    for each in (one, other):
        each.names.create(name="港灣聯盟", folded=key_of("港灣聯盟"))
    edit = put("會員", 2, 會員="高雄市", 組織="港灣聯盟")

    (problem,) = problems_of(tmp_path, edit)
    assert problem.endswith(f"“港灣聯盟” may mean {one.ref}、{other.ref}; write the id")


def test_a_unit_is_known_by_its_name(agreement: Agreement, tmp_path: Path) -> None:
    unit = make_unit(agreement.sides.all()[0].party.offices.get(), "環保局")

    imported(tmp_path, put("締盟", 2, 主責單位="環保局"))

    assert Agreement.objects.get().unit == unit


def test_an_emptied_row_of_a_part_is_taken_away(agreement: Agreement, tmp_path: Path) -> None:
    exchange = make_exchange(*Party.objects.all(), title="參訪")

    imported(tmp_path, emptied("交流往來對象", 2))

    assert exchange.parties.count() == 1
    assert HistoryEntry.objects.get().after["parties"] == [exchange.parties.get().ref]


def test_a_row_that_is_missing_changes_nothing(agreement: Agreement, tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book["協定締約方"].delete_rows(2)
        book["締盟"].delete_rows(2)

    assert imported(tmp_path, edit) == {"records added": 0, "records changed": 0}
    assert AgreementParty.objects.count() == 2


def test_a_record_is_not_taken_away(agreement: Agreement, tmp_path: Path) -> None:
    assert problems_of(tmp_path, emptied("締盟", 2)) == [
        "sheet 締盟, row 2: a record cannot be taken away; put its cells back"
    ]


def test_columns_and_sheets_may_be_left_out_or_moved(agreement: Agreement, tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        for sheet in book.sheetnames:
            if sheet != "締盟":
                del book[sheet]
        signed = cell(book, "締盟", 1, "簽署日期").column
        sheet = book.create_sheet("agreements")
        sheet.append(["signed", "ID"])
        sheet.append(["1966-06-30", book["締盟"]["A2"].value])
        assert signed
        del book["締盟"]

    assert imported(tmp_path, edit)["records changed"] == 1
    assert Agreement.objects.get().title == "姊妹市協定"


def test_everything_that_is_wrong_is_told_at_once(agreement: Agreement, tmp_path: Path) -> None:
    edit = both(
        put("締盟", 2, 簽署日期="昨天", 種類="結拜"),
        put("締盟", 3, ID="agreement-99999", 名稱="無"),
        put("協定締約方", 2, 締約方="party-99999"),
        put("人員", 2, 公開="是"),
        put("交流", 2, 名稱="沒有種類"),
        put("會員", 2, 會員="高雄市"),
    )

    assert [problem.split(": ")[0] for problem in problems_of(tmp_path, edit)] == [
        "sheet 締盟, row 2, column 種類",
        "sheet 締盟, row 2, column 簽署日期",
        "sheet 締盟, row 3, column ID",
        "sheet 會員, row 2, column 組織",
        "sheet 交流, row 2, column 種類",
        "sheet 協定締約方, row 2, column 締約方",
        "sheet 人員, row 2, column 中文名稱",
    ]
    assert (state_of(agreement)["signed"], HistoryEntry.objects.exists()) == ("1966", False)


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (put("締盟", 2, 有效至="1960"), "sheet 締盟, row 2, column 有效至"),
        (put("締盟", 2, 取代="agreement"), "sheet 締盟, row 2, column 取代"),
        (emptied("協定締約方", 3), "sheet 協定締約方, row 3"),
        (
            put("簽署名稱", 2, 締盟="agreement", 締約方="熊本市", 語言="ja", 簽署時名稱="熊本市"),
            "sheet 簽署名稱, row 2, column 締約方",
        ),
        (put("締約方", 2, 隸屬="party"), "sheet 締約方, row 2, column 隸屬"),
    ],
)
def test_the_rules_of_the_register_hold(edit: Edit, place: str, agreement: Agreement, tmp_path: Path) -> None:
    first = {"agreement": agreement.ref, "party": Party.objects.order_by("pk")[0].ref}

    def with_ids(book: Any) -> None:
        edit(book)
        for sheet in book.worksheets:
            for row in sheet.iter_rows(min_row=2):
                for one in row:
                    one.value = first.get(one.value, one.value)

    assert [problem.split(": ")[0] for problem in problems_of(tmp_path, with_ids)] == [place]


def test_a_membership_is_there_once(agreement: Agreement, tmp_path: Path) -> None:
    home, body = Party.objects.order_by("pk")[0], make_organization()
    held = make_membership(home, body)
    edit = put("會員", 3, 會員=home.ref, 組織=body.ref)

    assert problems_of(tmp_path, edit) == [
        f"sheet 會員, row 3, column 會員: {held.ref} says the same already; change that one"
    ]
    assert Membership.objects.count() == 1


def test_a_place_has_one_party(agreement: Agreement, tmp_path: Path) -> None:
    edit = put("締約方", 4, 中文名稱="釜山廣域市")

    (problem,) = problems_of(tmp_path, edit)
    assert problem.startswith("sheet 締約方, row 4, column 中文名稱: party-")


def test_two_rows_for_one_record_are_refused(agreement: Agreement, tmp_path: Path) -> None:
    edit = put("締盟", 3, ID=agreement.ref, 名稱="又一")

    assert problems_of(tmp_path, edit) == [f"sheet 締盟, row 3, column ID: {agreement.ref} has two rows"]


def test_what_was_merged_is_not_changed(agreement: Agreement, tmp_path: Path) -> None:
    gone = make_person("林大明", merged_into=make_person())
    edit = put("人員", 3, ID=gone.ref, 中文名稱="林大名")

    (problem,) = problems_of(tmp_path, edit)
    assert problem.endswith("change that one")


def test_a_renamed_party_is_found_by_both_names(agreement: Agreement, tmp_path: Path) -> None:
    imported(tmp_path, put("締約方", 3, 中文名稱="釜山廣域市"))

    assert [str(name) for name in Party.objects.get(name_zh="釜山廣域市").names.all()] == ["釜山", "釜山廣域市"]


def test_the_same_file_does_not_add_its_rows_twice(agreement: Agreement, tmp_path: Path) -> None:
    imported(tmp_path, put("交流", 2, 種類="來訪"))

    with pytest.raises(NotBroughtIn):
        bring_in(by=system_user(), source=tmp_path / "register.xlsx", progress=quiet)

    assert Exchange.objects.count() == 1


def test_a_workbook_of_another_register_is_refused(agreement: Agreement, tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book.custom_doc_props["hansa-origin"].value = f"{'0' * 64}/3"

    imported(tmp_path, put("締盟", 2, 名稱="協定"))

    (problem,) = problems_of(tmp_path, edit)
    assert problem.startswith("register.xlsx: comes from another register")


def test_what_the_database_refuses_is_told_and_nothing_is_kept(
    agreement: Agreement, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        Agreement.objects.update(title="half")
        raise DatabaseError("no room")

    monkeypatch.setattr(bringing_in, "write", refuse)

    assert problems_of(tmp_path, put("締盟", 2, 名稱="協定"))[0].endswith("the database refuses it: no room")
    assert Agreement.objects.get().title == "姊妹市協定"


def test_a_change_while_it_was_checked_is_seen(
    agreement: Agreement, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks: list[object] = []
    once = bringing_in._checked
    monkeypatch.setattr(bringing_in, "_end_of_history", lambda: "another")
    monkeypatch.setattr(bringing_in, "_checked", lambda sheets: checks.append(sheets) or once(sheets))

    imported(tmp_path, put("締盟", 2, 名稱="協定"))

    assert len(checks) == 2


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "is no workbook"), (b"PK\x03\x04 broken", "is no workbook"), (b"a,b", "is no workbook")]
)
def test_a_file_that_is_no_workbook_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)

    with pytest.raises(NotBroughtIn) as refused:
        bring_in(by=system_user(), source=path, progress=quiet)
    assert said in str(refused.value.problems[0])


def test_a_sheet_or_column_of_no_table_is_told(agreement: Agreement, tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        book.create_sheet("工作表1")
        book["締盟"]["Z1"] = "備考"

    assert [problem.split(";")[0] for problem in problems_of(tmp_path, edit)] == [
        "sheet 締盟, row 1, column 26: “備考” is no column",
        "工作表1: is no table of the register",
    ]
