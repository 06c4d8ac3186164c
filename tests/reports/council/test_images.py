"""Pictures on slides."""

import io

import pytest
from PIL import Image
from pytest_django import Settings

from hansa.register.pictures import PictureError
from hansa.reports.council.canvas import Box
from hansa.reports.council.images import drawn, shape
from tests.factories import make_party
from tests.pictures import jpeg, keep_picture

ROOM = Box(500, 100, 360, 300)


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ((1200, 1000), ROOM),
        ((1500, 1000), ROOM),
        ((3000, 1000), Box(500, 190, 360, 120)),
        ((500, 1500), Box(630, 100, 100, 300)),
    ],
)
def test_picture_fills_its_box_unless_too_much_would_be_cut(size: tuple[int, int], box: Box) -> None:
    found = shape(*size, ROOM)

    assert (found.left, found.top, found.width, found.height) == pytest.approx(
        (box.left, box.top, box.width, box.height)
    )


@pytest.mark.django_db
def test_picture_is_cut_to_its_box_without_the_cameras_notes(settings: Settings) -> None:
    picture = keep_picture(make_party(), jpeg((900, 600), turned=True, where=True))

    image = Image.open(io.BytesIO(drawn(picture.sha256, 100, 200)))

    assert (image.size, dict(image.getexif())) == ((220, 440), {})


def test_missing_picture_is_said_so() -> None:
    with pytest.raises(PictureError):
        drawn("0" * 64, 100, 100)
