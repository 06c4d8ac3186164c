"""What is taken in as a picture, and what is shown of it."""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image
from pytest_django import Settings

from hansa.register import pictures
from hansa.register.documents import path_of
from hansa.register.pictures import PictureError, examined, shown, upright
from tests.pictures import jpeg


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> None:
    settings.HANSA_DOCUMENTS = tmp_path / "documents"


def written(folder: Path, content: bytes) -> Path:
    file = folder / "picture"
    file.write_bytes(content)
    return file


def kept(content: bytes) -> str:
    sha256 = hashlib.sha256(content).hexdigest()
    path_of(sha256).parent.mkdir(parents=True, exist_ok=True)
    path_of(sha256).write_bytes(content)
    return sha256


def test_picture_is_as_wide_as_it_is_shown(tmp_path: Path) -> None:
    found = examined(written(tmp_path, jpeg((64, 48), turned=True)))

    assert (found.media_type, found.width, found.height) == ("image/jpeg", 48, 64)


@pytest.mark.parametrize("content", [b"", b"no picture", jpeg((800, 600))[:900], b"<svg/>", b"GIF89a"])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(PictureError):
        examined(written(tmp_path, content))


def test_picture_of_too_many_bytes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST", 100)

    with pytest.raises(PictureError, match="MB"):
        examined(written(tmp_path, jpeg()))


def test_picture_of_too_many_pixels_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 64 * 48 - 1)

    with pytest.raises(PictureError):
        examined(written(tmp_path, jpeg((64, 48))))


def test_nothing_of_what_the_camera_wrote_is_shown() -> None:
    image = Image.open(io.BytesIO(shown(kept(jpeg(where=True, turned=True)), 480)))

    assert dict(image.getexif()) == {}
    assert (image.format, image.size) == ("JPEG", (48, 64))


def test_large_picture_is_shown_small() -> None:
    image = Image.open(io.BytesIO(shown(kept(jpeg((2000, 1000))), 480)))

    assert image.size == (480, 240)


def test_clear_ground_becomes_white() -> None:
    content = io.BytesIO()
    Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(content, "PNG")

    assert upright(kept(content.getvalue()), 8, 8).getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize("content", [None, jpeg((800, 600))[:900]])
def test_missing_or_damaged_file_is_said_so(content: bytes | None) -> None:
    sha256 = kept(content) if content else "0" * 64

    with pytest.raises(PictureError):
        shown(sha256, 480)
