"""The page on which a draft is checked: what is marked and said, and that nothing of it is kept."""

import base64
import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hansa.register.models import Office, Source, User
from hansa.register.models.history import HistoryEntry
from hansa.web.checked import Checked
from tests.web.scene import Scene

ADDRESS = "/office/check/"
TEXT = "接待45團（日本20團、韓國15團、其他9團）。\n宿舍10間，分為東區4間、西區6間。\n"


def document(text: str = TEXT, name: str = "draft.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def word(text: str, name: str = "草稿.docx") -> SimpleUploadedFile:
    out = io.BytesIO()
    made = docx.Document()
    made.add_paragraph(text)
    made.save(out)
    return SimpleUploadedFile(name, out.getvalue())


def checked(client: Client, draft: SimpleUploadedFile) -> Checked:
    found = client.post(ADDRESS, {"document": draft}).context["checked"]
    assert isinstance(found, Checked)
    return found


def test_places_are_marked_and_told_with_what_they_should_be(as_reader: Client) -> None:
    found = checked(as_reader, document())

    sums = {told.finding.quote: (told.finding.verdict, told.finding.expected) for told in found.told}
    assert sums["45團"] == ("differs", "44")
    assert sums["10間"] == ("agrees", "")
    assert "".join(piece.text for page in found.pages for piece in page.pieces) == TEXT
    marked = {piece.text for page in found.pages for piece in page.pieces if piece.inside}
    assert {"45團", "10間"} <= marked


def test_each_verdict_is_said_in_words_and_leads_to_its_place(as_reader: Client) -> None:
    page = as_reader.post(ADDRESS, {"document": document()}).content.decode()

    assert '<mark class="told is-differs">45團</mark>' in page
    assert 'href="#said-1" aria-label="Differs: 44"' in page
    assert 'id="said-1"' in page
    assert 'href="#at-1"' in page


def test_nothing_of_the_draft_is_kept(as_editor: Client) -> None:
    before = HistoryEntry.objects.count()

    checked(as_editor, document())

    assert (Source.objects.count(), HistoryEntry.objects.count()) == (0, before)


def test_word_draft_comes_back_with_comments(as_reader: Client) -> None:
    found = checked(as_reader, word("接待45團（日本20團、韓國15團、其他9團）。"))

    _, _, carried = found.carried.partition(";base64,")
    comments = docx.Document(io.BytesIO(base64.b64decode(carried))).comments
    assert found.carried_name == "草稿-checked.docx"
    assert [comment.author for comment in comments] == ["Hansa"]
    assert "應為「44」" in next(iter(comments)).text


def test_draft_under_another_ending_comes_back_under_it(as_reader: Client) -> None:
    found = checked(as_reader, word("接待45團。", "草稿.docm"))

    assert found.carried_name == "草稿-checked.docm"
    assert found.carried.startswith("data:application/octet-stream;base64,")


def test_other_formats_say_which_hold_comments(as_reader: Client) -> None:
    found = checked(as_reader, document())

    assert found.carried == ""
    assert "DOCX and ODT" in str(found.why_not)


def test_record_behind_a_place_can_be_opened(as_reader: Client, scene: Scene) -> None:
    found = checked(as_reader, document(scene.source.text))

    assert any(told.leads_to for told in found.told)


@pytest.mark.parametrize("text", [" ", "\x00\x01\x02"])
def test_draft_that_cannot_be_read_is_refused_with_the_reason(as_reader: Client, text: str) -> None:
    response = as_reader.post(ADDRESS, {"document": document(text)})

    assert response.context["form"].errors["document"][0].startswith("draft.txt cannot be read: it is ")


def test_somebody_without_an_office_is_told_so(reader: User, office: Office) -> None:
    reader.office = None
    reader.save()
    client = Client(headers={"accept-language": "en"})
    client.force_login(reader)

    response = client.post(ADDRESS, {"document": document()})

    assert "checked" not in response.context
    assert "You belong to no office" in response.content.decode()
