"""The page of templates: listed, brought in, put to use, withdrawn."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from hansa.register.models import Office, Template
from tests.templates import docx_template


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> None:
    settings.HANSA_DOCUMENTS = tmp_path / "documents"


def bring(client: Client, *paragraphs: str) -> str:
    file = SimpleUploadedFile("letterhead.docx", docx_template(*paragraphs))
    response = client.post(reverse("web:templates"), {"report": "annual", "file": file, "title": ""}, follow=True)
    return response.content.decode()


def test_editor_brings_a_template_in_and_withdraws_it(as_editor: Client, office: Office) -> None:
    page = bring(as_editor, "{{ title }}", "{{ body }}")

    template = Template.objects.get()
    assert (template.office, template.in_use, template.title) == (office, True, "letterhead")
    assert "letterhead.docx" in page
    as_editor.post(reverse("web:change_template", args=[template.pk]), {"withdraw": ""})
    assert not Template.objects.get().in_use
    as_editor.post(reverse("web:change_template", args=[template.pk]), {"use": ""})
    assert Template.objects.get().in_use


def test_the_file_comes_back_as_it_was(as_editor: Client) -> None:
    bring(as_editor, "{{ body }}")

    response = as_editor.get(reverse("web:template_file", args=[Template.objects.get().pk]))

    assert response.headers["Content-Disposition"] == 'attachment; filename="letterhead.docx"'
    assert b"".join(response.streaming_content).startswith(b"PK")  # type: ignore[attr-defined]


def test_an_unknown_field_is_named_at_the_file(as_editor: Client) -> None:
    page = bring(as_editor, "{{ mayor }}", "{{ body }}")

    assert "{{ mayor }}" in page
    assert not Template.objects.exists()


def test_reader_sees_but_does_not_change(as_reader: Client, as_editor: Client) -> None:
    bring(as_editor, "{{ body }}")
    template = Template.objects.get()

    assert "letterhead.docx" in as_reader.get(reverse("web:templates")).content.decode()
    assert as_reader.post(reverse("web:templates"), {"report": "annual"}).status_code == 403
    assert as_reader.post(reverse("web:change_template", args=[template.pk]), {"withdraw": ""}).status_code == 403
    assert Template.objects.get().in_use


@pytest.mark.parametrize(("ending", "status"), [("odt", 200), ("docx", 200), ("pptx", 200), ("exe", 404)])
def test_our_own_form_can_be_downloaded(as_reader: Client, ending: str, status: int) -> None:
    assert as_reader.get(reverse("web:starter", args=[ending])).status_code == status
