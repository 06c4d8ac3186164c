"""What officers have revised stands in the report, and is marked where the records have changed since."""

import pytest

from hansa.register.domain.revising import add_item, leave_out, revise, withdraw
from hansa.register.models import Exchange, Figure, Office, Revision, User
from hansa.reports.annual import manuscript, report_named, to_confirm, write
from hansa.reports.blocks import Language
from hansa.reports.manuscript import Entry
from hansa.reports.revising import item_of
from tests.factories import make_user
from tests.reports.conftest import MADE

NAME = report_named(2022)


@pytest.fixture
def editor(office: Office) -> User:
    return make_user("editor", office=office)


@pytest.fixture
def meeting(office: Office) -> Exchange:
    return Exchange.objects.get(kind="online_meeting")


def revised(editor: User, key: str, text: str = "雙方市長視訊，相談甚歡。", language: Language = "zh-hant") -> None:
    assert editor.office
    item = item_of(manuscript(2022, language, editor.office, MADE), NAME, key)
    assert item is not None
    revise(by=editor, item=item, text=text)


def entry_of(office: Office, key: str, language: Language = "zh-hant") -> Entry:
    return next(entry for entry in manuscript(2022, language, office, MADE).entries() if entry.key == key)


def text_of(office: Office) -> str:
    return write(2022, ".md", "zh-hant", office, MADE).decode()


def test_a_revised_item_is_kept_at_the_next_run(office: Office, editor: User, meeting: Exchange) -> None:
    made = entry_of(office, meeting.ref).text
    revised(editor, meeting.ref)

    entry = entry_of(office, meeting.ref)
    assert (entry.text, entry.proposal, entry.state, entry.differences) == (
        "雙方市長視訊，相談甚歡。",
        made,
        "revised",
        (),
    )
    assert entry.citations
    assert "雙方市長視訊，相談甚歡。" in text_of(office)
    assert made not in text_of(office)


def test_an_item_whose_record_has_changed_since_is_marked(office: Office, editor: User, meeting: Exchange) -> None:
    revised(editor, meeting.ref)
    Exchange.objects.filter(pk=meeting.pk).update(date="2022-03-18", headcount=6)

    entry = entry_of(office, meeting.ref)
    told = [(one.field, one.before, one.now) for one in entry.differences]
    assert told == [("date", "111年3月17日", "111年3月18日"), ("headcount", "（無）", "6")]
    assert entry.text == "雙方市長視訊，相談甚歡。"
    report = text_of(office)
    assert "【待確認】" in report
    assert "日期原為111年3月17日，現為111年3月18日" in report
    assert entry.proposal in report
    assert [one.key for one in to_confirm(manuscript(2022, "zh-hant", office, MADE))] == [meeting.ref]


def test_an_item_revised_anew_is_confirmed(office: Office, editor: User, meeting: Exchange) -> None:
    revised(editor, meeting.ref)
    Exchange.objects.filter(pk=meeting.pk).update(headcount=6)
    revised(editor, meeting.ref)

    assert entry_of(office, meeting.ref).differences == ()


def test_a_change_of_one_of_several_figures_marks_their_item(office: Office, editor: User) -> None:
    first, second = Figure.objects.filter(section="消費諮詢、申訴及調解").order_by("pk")
    revised(editor, first.ref, "諮詢與申訴均獲妥處。")
    Figure.objects.filter(pk=second.pk).update(value=5882)

    (one,) = entry_of(office, first.ref).differences
    assert (one.record, one.field, one.before, one.now) == (second.ref, "value", "5,881", "5,882")


def test_a_figure_that_joins_an_item_marks_it(office: Office, editor: User) -> None:
    first, second = Figure.objects.filter(section="消費諮詢、申訴及調解").order_by("pk")
    Figure.objects.filter(pk=second.pk).update(period="2021", first="2021-01-01", last="2021-12-31")
    revised(editor, first.ref, "諮詢均獲妥處。")
    Figure.objects.filter(pk=second.pk).update(period="2022", first="2022-01-01", last="2022-12-31")

    (one,) = entry_of(office, first.ref).differences
    assert (one.record, one.field, one.before, one.now) == (second.ref, "record", "（無）", "消費爭議第一次申訴 5881件")


def test_words_whose_record_is_gone_stay_and_say_so(office: Office, editor: User, meeting: Exchange) -> None:
    revised(editor, meeting.ref)
    Exchange.objects.filter(pk=meeting.pk).update(date="2023-03-17", first="2023-03-17", last="2023-03-17")

    entry = entry_of(office, meeting.ref)
    assert (entry.text, entry.proposal) == ("雙方市長視訊，相談甚歡。", "")
    (one,) = entry.differences
    assert (one.field, one.before, one.now) == ("record", "熊本市視訊會議", "（無）")


def test_an_item_left_out_is_not_printed_and_comes_back(office: Office, editor: User, meeting: Exchange) -> None:
    item = item_of(manuscript(2022, "zh-hant", office, MADE), NAME, meeting.ref)
    assert item is not None
    left = leave_out(by=editor, item=item)

    assert entry_of(office, meeting.ref).state == "left_out"
    assert item.made not in text_of(office)
    withdraw(by=editor, revision=left)
    assert item.made in text_of(office)


def test_items_of_the_offices_own_stand_where_they_were_put(office: Office, editor: User) -> None:
    section = "general.consumers.complaints"
    for number, text in ((1, "辦理宣導\n走訪三區。"), (9, "另設專線。")):
        add_item(by=editor, report=NAME, language="zh-hant", section=section, number=number, text=text)

    found = next(one for one in manuscript(2022, "zh-hant", office, MADE).sections() if one.key == section)
    assert [(one.title, one.text, one.state) for one in found.entries if one.state == "added"] == [
        ("辦理宣導", "走訪三區。", "added"),
        ("", "另設專線。", "added"),
    ]
    assert [one.state for one in found.entries] == ["added", "written", "added"]


def test_an_item_in_a_section_that_is_no_more_stands_in_the_one_around_it(office: Office, editor: User) -> None:
    add_item(by=editor, report=NAME, language="zh-hant", section="documents.gone", number=1, text="甲事。")

    chapter = manuscript(2022, "zh-hant", office, MADE).chapters[1]
    assert [one.text for one in chapter.entries] == ["甲事。"]


def test_each_language_is_revised_by_itself(office: Office, editor: User, meeting: Exchange) -> None:
    revised(editor, meeting.ref)

    assert entry_of(office, meeting.ref, "en").state == "written"


def test_words_of_several_lines_are_several_paragraphs(office: Office, editor: User, meeting: Exchange) -> None:
    revised(editor, meeting.ref, "第一段。\n第二段。")

    assert "第一段。\n\n" in text_of(office)


def test_nothing_is_read_of_other_offices(office: Office, editor: User, meeting: Exchange) -> None:
    revised(editor, meeting.ref)
    Revision.objects.update(office=None)

    assert entry_of(office, meeting.ref).state == "written"
