"""Officers' words in reports, kept as records."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hansa.register.domain.editing import Overtaken, version_of
from hansa.register.domain.revising import Item, add_item, leave_out, move_item, place_of, revise, withdraw
from hansa.register.models import HistoryEntry, Office, Revision, User
from tests.factories import make_office, make_unit, make_user

pytestmark = pytest.mark.django_db
HELD = {"section": "international.agreements", "records": {"exchange-7": {"date": "2022-03-17"}}}
ITEM = Item("annual-2022", "zh-hant", "exchange-7", "本府接待訪團。", HELD)


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def editor(office: Office) -> User:
    return make_user("editor", office=office)


def revised(by: User, text: str = "本府隆重接待訪團。") -> Revision:
    revision = revise(by=by, item=ITEM, text=text)
    assert revision is not None
    return revision


def entries() -> list[tuple[str, str]]:
    return list(HistoryEntry.objects.order_by("pk").values_list("action", "record"))


def test_a_revision_keeps_what_was_written_and_what_the_records_held(editor: User) -> None:
    revision = revised(editor)

    assert (revision.text, revision.made, revision.held) == ("本府隆重接待訪團。", ITEM.made, HELD)
    assert (revision.office, revision.left_out) == (editor.office, False)
    assert entries() == [("add", revision.ref)]


def test_an_item_is_revised_once_and_then_changed(editor: User) -> None:
    first = revised(editor)
    again = revised(editor, "  本府接待訪團一行。\n\n  雙方座談。 ")

    assert (again.pk, again.text) == (first.pk, "本府接待訪團一行。\n雙方座談。")
    assert Revision.objects.count() == 1
    assert entries() == [("add", first.ref), ("change", first.ref)]


def test_the_words_that_hansa_writes_need_no_revision(editor: User) -> None:
    assert revise(by=editor, item=ITEM, text=f" {ITEM.made} ") is None
    assert not Revision.objects.exists()


def test_the_words_that_hansa_writes_take_a_revision_back(editor: User) -> None:
    revised(editor)

    assert revised(editor, ITEM.made).text == ""


def test_an_item_left_out_keeps_its_words_for_its_return(editor: User) -> None:
    revised(editor)

    left = leave_out(by=editor, item=ITEM)
    assert (left.left_out, left.text) == (True, "本府隆重接待訪團。")
    assert not revised(editor).left_out


def test_a_revision_taken_back_stays_with_its_history(editor: User) -> None:
    back = withdraw(by=editor, revision=leave_out(by=editor, item=ITEM))

    assert (back.text, back.left_out) == ("", False)
    assert [action for action, _ in entries()] == ["add", "change"]


@pytest.mark.parametrize("text", ["", " \n ", "字" * 20_001])
def test_no_words_and_too_many_are_refused(editor: User, text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        revise(by=editor, item=ITEM, text=text)
    assert list(refused.value.message_dict) == ["text"]


def test_an_added_item_stands_at_the_next_number_that_is_free(editor: User) -> None:
    added = [
        add_item(by=editor, report="annual-2022", language="zh-hant", section="documents", number=2, text=text)
        for text in ("甲事。", "乙事。")
    ]

    assert [revision.item for revision in added] == ["documents+2", "documents+3"]


def test_an_item_goes_past_others_when_it_is_moved(editor: User) -> None:
    first, second = (
        add_item(by=editor, report="annual-2022", language="zh-hant", section="documents", number=2, text=text)
        for text in ("甲事。", "乙事。")
    )

    assert move_item(by=editor, revision=second, section="documents", number=2).item == "documents+1"
    assert move_item(by=editor, revision=first, section="general", number=5).item == "general+5"


def test_an_item_of_a_record_is_not_moved(editor: User) -> None:
    with pytest.raises(ValidationError):
        move_item(by=editor, revision=revised(editor), section="documents", number=1)


def test_changes_by_somebody_else_meanwhile_are_not_overwritten(editor: User, office: Office) -> None:
    seen = version_of(revised(editor).ref)
    revised(make_user("editor", office=office), "別人的話。")

    with pytest.raises(Overtaken):
        revise(by=editor, item=ITEM, text="我的話。", version=seen)


def test_officers_revise_for_their_unit_and_only_there(office: Office) -> None:
    unit = make_unit(office)
    officer = make_user("officer", office=office, unit=unit)
    revision = revised(officer)

    assert revision.unit == unit
    with pytest.raises(PermissionDenied):
        leave_out(by=make_user("officer", office=office, unit=make_unit(office, "觀光局")), item=ITEM)


@pytest.mark.parametrize("role", ["reader", "officer"])
def test_whoever_may_not_edit_may_not_revise(office: Office, role: str) -> None:
    with pytest.raises(PermissionDenied):
        revise(by=make_user(role, office=office), item=ITEM, text="別的話。")


def test_each_office_revises_its_own_report(editor: User) -> None:
    other = make_user("editor", office=Office.objects.create(name_zh="他市國際處", home=editor.office.home))  # type: ignore[union-attr]

    assert revised(editor).pk != revised(other).pk


@pytest.mark.parametrize(
    ("item", "place"),
    [("documents+2", ("documents", 2)), ("general.affairs.errands+12", ("general.affairs.errands", 12))],
)
def test_a_place_is_section_and_number(item: str, place: tuple[str, int]) -> None:
    assert place_of(item) == place
    assert place_of("exchange-7") is None
