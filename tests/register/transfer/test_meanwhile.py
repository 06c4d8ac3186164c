"""A workbook that others overtook: nobody's change is lost."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from hansa.register.domain.history import changing
from hansa.register.domain.users import system_user
from hansa.register.models import Agreement, AgreementParty
from hansa.register.transfer.bringing_in import bring_in
from hansa.register.transfer.exporting import export_workbook
from hansa.register.transfer.problems import NotBroughtIn
from tests.factories import make_agreement, make_party, make_user
from tests.register.transfer.test_bringing_in import Edit, both, emptied, put, quiet

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement() -> Agreement:
    made = make_agreement(make_party(), make_party("釜山"), title="姊妹市協定", signed="1966")
    with changing(by=system_user(), action="change", record=made):
        Agreement.objects.filter(pk=made.pk).update(place="高雄")
    return made


def overtaken(folder: Path, edit: Edit, **changed: Any) -> dict[str, int]:
    """What comes of a workbook that was edited while a colleague changed the agreement."""
    path = folder / "register.xlsx"
    export_workbook(path, quiet)
    with changing(by=make_user(username="mei"), action="change", record=Agreement.objects.get()):
        Agreement.objects.update(**changed)
        AgreementParty.objects.filter(party__name_zh="釜山").update(name_as_signed="釜山直轄市")
    book = load_workbook(path)
    edit(book)
    book.save(path)
    return bring_in(by=system_user(), source=path, progress=quiet)


def test_a_cell_that_was_left_alone_keeps_what_a_colleague_wrote(agreement: Agreement, tmp_path: Path) -> None:
    assert overtaken(tmp_path, put("締盟", 2, 地點="釜山"), title="港都協定")["records changed"] == 1

    agreement.refresh_from_db()
    assert (agreement.title, agreement.place) == ("港都協定", "釜山")
    assert [side.name_as_signed for side in agreement.sides.all()] == ["高雄市", "釜山直轄市"]


def test_nothing_is_entered_where_only_the_colleague_changed_something(agreement: Agreement, tmp_path: Path) -> None:
    assert overtaken(tmp_path, lambda _book: None, title="港都協定") == {"records added": 0, "records changed": 0}


def test_a_cell_that_both_changed_is_refused(agreement: Agreement, tmp_path: Path) -> None:
    edit = both(put("締盟", 2, 名稱="友好協定"), put("協定締約方", 3, 簽署時名稱="Busan"))

    with pytest.raises(NotBroughtIn) as refused:
        overtaken(tmp_path, edit, title="港都協定")

    assert [problem.place for problem in refused.value.problems] == [
        "sheet 締盟, row 2, column 名稱",
        "sheet 協定締約方, row 3",
    ]
    assert "mei has changed this" in refused.value.problems[0].message


def test_what_both_changed_alike_is_no_problem(agreement: Agreement, tmp_path: Path) -> None:
    changed = overtaken(tmp_path, put("締盟", 2, 名稱="港都協定"), title="港都協定")

    assert changed == {"records added": 0, "records changed": 0}


def test_a_row_that_a_colleague_changed_is_not_taken_away(agreement: Agreement, tmp_path: Path) -> None:
    make_party("熊本市")
    with pytest.raises(NotBroughtIn):
        overtaken(tmp_path, emptied("協定締約方", 3), title="港都協定")


def test_a_row_can_be_added_to_a_part_that_a_colleague_changed(agreement: Agreement, tmp_path: Path) -> None:
    third = make_party("第三方")

    overtaken(tmp_path, put("協定締約方", 4, 締盟=agreement.ref, 締約方=third.ref), title="港都協定")

    assert [str(side.party) for side in agreement.sides.all()] == ["高雄市", "釜山", "第三方"]
