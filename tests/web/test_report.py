"""The annual report on a page: seen item by item, edited, handed over as a file."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from hansa.register.models import Exchange, Figure, Office, Revision
from tests.factories import (
    make_exchange,
    make_fact,
    make_figure,
    make_party,
    make_passage,
    make_source,
    make_unit,
    make_user,
)
from tests.web.conftest import client_of

ASKED = {"year": 2022, "language": "zh-hant"}


@pytest.fixture
def meeting(office: Office) -> Exchange:
    exchange = make_exchange(
        make_party("熊本市", country="JP"), kind="online_meeting", date="2022-03-17", title="視訊", home=office.home
    )
    source = make_source("111年3月17日與熊本市視訊。", "年報")
    make_fact(exchange, make_passage(source, 0, 10))
    return exchange


@pytest.fixture
def figure(office: Office) -> Figure:
    return make_figure("受理消費諮詢", 13358, "2022", unit="人次", section="消費諮詢", home=office.home)


def address(page: str = "report", **asked: object) -> str:
    return f"{reverse(f'web:{page}')}?{urlencode(ASKED | asked)}"


def page_of(client: Client, **asked: object) -> str:
    return client.get(address(**asked)).content.decode()


def edited(client: Client, meeting: Exchange, **data: object) -> str:
    """Where the page leads after something was decided of the meeting's item."""
    answer = client.post(address("report_edit", item=meeting.ref), {"decision": "save", "text": "雙方視訊。"} | data)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def test_report_shows_each_item_with_its_evidence(as_editor: Client, meeting: Exchange, figure: Figure) -> None:
    page = page_of(as_editor)

    assert "本市與熊本市舉行視訊會議" in page
    assert "13,358人次" in page
    assert f'href="/office/sources/{meeting.facts.get().passage.source_id}/#p-0"' in page
    assert page.count(address("report_edit", item=meeting.ref).replace("&", "&amp;")) == 1


def test_an_edited_item_is_shown_and_marked(as_editor: Client, meeting: Exchange) -> None:
    assert edited(as_editor, meeting) == f"{address()}#item-{meeting.ref}"

    page = page_of(as_editor)
    assert "雙方視訊。" in page
    assert "edited" in page
    assert "to be confirmed" not in page


def test_an_item_whose_record_has_changed_is_to_be_confirmed(as_editor: Client, meeting: Exchange) -> None:
    edited(as_editor, meeting)
    Exchange.objects.filter(pk=meeting.pk).update(date="2022-03-18")

    page = page_of(as_editor)
    assert "to be confirmed" in page
    assert "日期原為111年3月17日，現為111年3月18日" in page
    assert "111年3月18日，本市與熊本市舉行視訊會議" in page


def test_an_item_is_left_out_and_taken_back(as_editor: Client, meeting: Exchange) -> None:
    edited(as_editor, meeting, decision="leave_out")
    assert "left out" in page_of(as_editor)

    edited(as_editor, meeting, decision="withdraw")
    assert "left out" not in page_of(as_editor)


def test_an_item_is_added_and_moved(as_editor: Client, meeting: Exchange) -> None:
    data = {"text": "專案\n辦理專案。", "section": "documents", "number": 1}
    added = as_editor.post(address("report_add", section="documents"), data)
    assert added.headers["Location"] == f"{address()}#item-documents-1"

    place = {"decision": "move", "section": "general.vehicles", "number": 3}
    moved = as_editor.post(address("report_edit", item="documents+1"), place)

    assert moved.headers["Location"] == f"{address()}#item-general-vehicles-3"
    assert Revision.objects.get().item == "general.vehicles+3"


def test_no_words_are_refused_on_the_form(as_editor: Client, meeting: Exchange) -> None:
    answer = as_editor.post(address("report_edit", item=meeting.ref), {"decision": "save", "text": " "})

    assert answer.status_code == 200
    assert not Revision.objects.exists()


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(as_editor: Client, meeting: Exchange) -> None:
    edited(as_editor, meeting)
    edited(as_editor, meeting, text="別人的話。")

    answer = as_editor.post(
        address("report_edit", item=meeting.ref), {"decision": "save", "text": "我的話。", "version": "1"}
    )

    assert answer.headers["Location"] == address("report_edit", item=meeting.ref)
    assert Revision.objects.get().text == "別人的話。"


@pytest.mark.parametrize("role", ["reader", "officer"])
def test_whoever_may_not_edit_sees_the_report_alone(office: Office, meeting: Exchange, role: str) -> None:
    client = client_of(make_user(role, office=office))

    assert "report/edit" not in page_of(client)
    assert client.get(address("report_edit", item=meeting.ref)).status_code == 403
    assert client.post(address("report_edit", item=meeting.ref), {"text": "別的。"}).status_code == 403
    assert client.post(address("report_add"), {"text": "別的。"}).status_code == 403


def test_officers_of_a_unit_edit(office: Office, meeting: Exchange) -> None:
    client = client_of(make_user("officer", office=office, unit=make_unit(office)))

    edited(client, meeting)
    assert Revision.objects.get().unit is not None


@pytest.mark.parametrize("asked", [{"item": "exchange-99"}, {"item": ""}, {"year": "x", "item": "exchange-1"}])
def test_there_is_no_page_for_an_item_that_is_not(as_editor: Client, asked: dict[str, str]) -> None:
    assert as_editor.get(address("report_edit", **asked)).status_code == 404


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".pdf", ".html", ".md"])
def test_report_is_handed_over_as_a_file(as_reader: Client, meeting: Exchange, suffix: str) -> None:
    answer = as_reader.get(address(suffix=suffix))

    assert answer.headers["Content-Disposition"] == f'attachment; filename="annual-report-2022-zh-hant{suffix}"'
    assert len(answer.content) > 500


@pytest.mark.parametrize("meetings", [1, 3])
def test_page_needs_a_fixed_number_of_queries(
    as_editor: Client, office: Office, meetings: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(meetings):
        make_exchange(make_party(f"市{number}"), home=office.home, date="2022-03-17")

    with django_assert_max_num_queries(110):
        as_editor.get(address())


def test_a_year_without_records_says_so(as_reader: Client, office: Office) -> None:
    assert "登錄資料中尚無本年度之紀錄" in page_of(as_reader, year=1999)


@pytest.mark.parametrize("year", ["0", "99999", "abc", ""])
def test_a_year_that_is_none_is_refused_on_the_form(as_reader: Client, office: Office, year: str) -> None:
    answer = as_reader.get(address(year=year))

    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
