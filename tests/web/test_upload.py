"""Documents brought in through a page."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from hansa.register.enums import FactState
from hansa.register.models import Fact, Office, Source, User
from hansa.register.models.history import HistoryEntry
from tests.reading.formats.test_ocr import TYPED, scan

ADDRESS = "/office/sources/add/"
TEXT = "高雄市與韓國釜山市於1966年6月30日締結姊妹市。\n"


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> None:
    settings.HANSA_DOCUMENTS = tmp_path / "documents"


def document(text: str = TEXT, name: str = "minutes.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def test_document_is_kept_and_its_facts_are_proposed(as_editor: Client, editor: User, office: Office) -> None:
    response = as_editor.post(ADDRESS, {"document": document()})

    source = Source.objects.get()
    assert response.headers["Location"] == f"/office/sources/{source.pk}/"
    assert (source.filename, source.home, source.text) == ("minutes.txt", office.home, TEXT)
    assert set(Fact.objects.values_list("state", flat=True)) == {FactState.PROPOSED}
    assert HistoryEntry.objects.get(record=source.ref).by == editor


def test_same_document_changes_nothing(as_editor: Client) -> None:
    as_editor.post(ADDRESS, {"document": document()})

    assert as_editor.post(ADDRESS, {"document": document()}).headers["Location"] == "/office/sources/"
    assert Source.objects.count() == 1


def test_pages_that_are_only_pictures_are_named(as_editor: Client, tmp_path: Path) -> None:
    file = SimpleUploadedFile("scan.pdf", scan(tmp_path / "scan.pdf", TYPED, "-", "-").read_bytes())

    response = as_editor.post(ADDRESS, {"document": file}, follow=True)

    said = [str(message) for message in response.context["messages"]]
    assert said[-1] == "Pages 2–3 are only pictures and were not read."
    assert 'class="alert alert-warning"' in response.content.decode()


@pytest.mark.parametrize("text", [" ", "\x00\x01\x02"])
def test_document_that_cannot_be_read_is_refused_with_the_reason(as_editor: Client, text: str) -> None:
    response = as_editor.post(ADDRESS, {"document": document(text)})

    assert response.context["form"].errors["document"][0].startswith("minutes.txt cannot be read: it is ")
    assert Source.objects.count() == 0


def test_reason_is_told_in_the_readers_language(editor: User) -> None:
    client = Client(headers={"accept-language": "zh-hant"})
    client.force_login(editor)

    response = client.post(ADDRESS, {"document": document(" ", "會議紀錄.txt")})

    reason = "無法讀取「會議紀錄.txt」：檔案沒有內容，請自原處重新存檔。"
    assert response.context["form"].errors["document"] == [reason]


def test_name_of_the_file_leads_nowhere_else(as_editor: Client) -> None:
    as_editor.post(ADDRESS, {"document": document(name="../../evil.txt")})

    assert Source.objects.get().filename == "evil.txt"


def test_reader_adds_nothing(as_reader: Client) -> None:
    assert as_reader.post(ADDRESS, {"document": document()}).status_code == 403
