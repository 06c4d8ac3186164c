"""Pictures on pages: brought in, shown, told of anew, taken away."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import Settings

from hansa.register.documents import path_of
from hansa.register.models import Picture
from tests.pictures import jpeg
from tests.web.scene import Scene


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> None:
    settings.HANSA_DOCUMENTS = tmp_path / "documents"


def upload(content: bytes, name: str = "signing.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


def test_picture_is_added_to_the_record(as_editor: Client, scene: Scene) -> None:
    address = reverse("web:add_picture", args=["exchange", scene.exchange.pk])

    response = as_editor.post(address, {"picture": upload(jpeg()), "title": "合影", "credit": "新聞局"})

    picture = Picture.objects.get(exchange=scene.exchange)
    assert (picture.title, picture.credit, picture.filename) == ("合影", "新聞局", "signing.jpg")
    assert response.headers["Location"] == f"/office/exchanges/{scene.exchange.pk}/"


def test_record_shows_its_pictures_small(as_reader: Client, scene: Scene) -> None:
    page = as_reader.get(f"/office/agreements/{scene.agreement.pk}/").content.decode()

    assert reverse("web:picture_file", args=[scene.picture.pk, "small"]) in page
    assert reverse("web:add_picture", args=["agreement", scene.agreement.pk]) not in page


def test_file_is_drawn_anew_and_told_to_be_nothing_else(as_reader: Client, scene: Scene) -> None:
    path_of(scene.picture.sha256).write_bytes(jpeg((900, 600), where=True, turned=True))

    response = as_reader.get(reverse("web:picture_file", args=[scene.picture.pk, "small"]))

    image = Image.open(io.BytesIO(response.content))
    assert (image.size, dict(image.getexif())) == ((320, 480), {})
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"].startswith("private")


@pytest.mark.parametrize("size", ["huge", "0"])
def test_other_sizes_are_not_there(as_reader: Client, scene: Scene, size: str) -> None:
    assert as_reader.get(f"/office/pictures/{scene.picture.pk}/{size}.jpg").status_code == 404


def test_missing_file_is_not_there(as_reader: Client, scene: Scene) -> None:
    path_of(scene.picture.sha256).unlink()

    assert as_reader.get(reverse("web:picture_file", args=[scene.picture.pk, "small"])).status_code == 404
    assert as_reader.get(reverse("web:picture", args=[scene.picture.pk])).status_code == 200


def test_what_is_no_picture_is_refused_with_the_reason(as_editor: Client, scene: Scene) -> None:
    address = reverse("web:add_picture", args=["gift", scene.gift.pk])

    response = as_editor.post(address, {"picture": upload(b"<script>", "x.svg"), "title": "合影"})

    assert response.context["form"].errors["picture"] == [
        "This is no picture that can be shown: save it as JPEG or PNG and try again."
    ]
    assert Picture.objects.count() == 1


def test_wrong_date_is_told_at_its_field(as_editor: Client, scene: Scene) -> None:
    address = reverse("web:add_picture", args=["party", scene.busan.pk])

    response = as_editor.post(address, {"picture": upload(jpeg()), "title": "合影", "date": "yesterday"})

    assert list(response.context["form"].errors) == ["date"]


def test_caption_is_changed(as_editor: Client, scene: Scene) -> None:
    as_editor.post(
        reverse("web:picture", args=[scene.picture.pk]), {"title": "新圖說", "credit": "", "date": "2026-03"}
    )

    scene.picture.refresh_from_db()
    assert (scene.picture.title, scene.picture.credit, scene.picture.date) == ("新圖說", "", "2026-03")


def test_picture_is_removed(as_editor: Client, scene: Scene) -> None:
    response = as_editor.post(reverse("web:picture", args=[scene.picture.pk]), {"remove": "1"})

    assert Picture.objects.count() == 0
    assert response.headers["Location"] == f"/office/agreements/{scene.agreement.pk}/"


def test_reader_may_look_and_nothing_else(as_reader: Client, scene: Scene) -> None:
    address = reverse("web:picture", args=[scene.picture.pk])

    assert "<form method" not in as_reader.get(address).content.decode().split("<main")[1]
    assert as_reader.post(address, {"remove": "1"}).status_code == 403
    assert as_reader.get(reverse("web:add_picture", args=["agreement", scene.agreement.pk])).status_code == 403


@pytest.mark.parametrize("kind", ["figure", "nothing"])
def test_other_kinds_have_no_pictures(as_editor: Client, scene: Scene, kind: str) -> None:
    assert as_editor.get(reverse("web:add_picture", args=[kind, 1])).status_code == 404


def test_picture_that_search_finds_leads_to_its_page(as_reader: Client, scene: Scene) -> None:
    page = as_reader.get("/office/search/", {"q": scene.picture.title}).content.decode()

    assert reverse("web:picture", args=[scene.picture.pk]) in page
