"""The files of pictures: what is taken in, and how it is shown.

The file is kept whole, as it came. What is shown of it is always drawn anew: upright, in the colours of the screen, and
without what the camera wrote into it, such as the place and the owner's name.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from hansa.register.documents import path_of
from hansa.register.errors import RegisterError

LARGEST = 30_000_000  # bytes
MOST_PIXELS = 100_000_000
MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "TIFF": "image/tiff"}
_QUALITY = 85
# What Pillow raises for files that are cut off, damaged, or no pictures.
_FAULTS = (OSError, ValueError, SyntaxError, IndexError, Image.DecompressionBombError, Image.DecompressionBombWarning)


class PictureError(RegisterError):
    """A file that is not taken in or cannot be shown; the message is for the user, in the user's language."""


@dataclass(frozen=True)
class Examined:
    """What a picture's file is: its media type, and its size in pixels as it is shown, upright."""

    media_type: str
    width: int
    height: int


def examined(file: Path) -> Examined:
    """What kind of picture a file holds. Raises PictureError where it holds none, is damaged or too large."""
    if file.stat().st_size > LARGEST:
        raise PictureError(_("The picture has more than %(limit)s MB; save it smaller.") % {"limit": LARGEST // 10**6})
    with _opened(file) as image:
        if image.width * image.height > MOST_PIXELS:
            limit = {"limit": MOST_PIXELS // 10**6}
            raise PictureError(_("The picture has more than %(limit)s million pixels; save it smaller.") % limit)
        image.load()
        upright = ImageOps.exif_transpose(image)
        return Examined(MEDIA_TYPES[str(image.format)], upright.width, upright.height)


def upright(sha256: str, width: int, height: int) -> Image.Image:
    """The picture turned upright, in RGB, at least as large as asked if it is. Raises PictureError."""
    with _opened(path_of(sha256)) as image:
        # A JPEG is read smaller than it is where that is enough; either side may turn out to be the wide one.
        most = max(width, height)
        image.draft("RGB", (most, most))
        whole = ImageOps.exif_transpose(image)
        if not whole.has_transparency_data:
            return whole.convert("RGB")
        clear = whole.convert("RGBA")
        paper = Image.new("RGB", clear.size, "white")
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper


def shown(sha256: str, most: int) -> bytes:
    """The picture as JPEG for a page, `most` pixels at most on its long side. Raises PictureError."""
    image = upright(sha256, most, most)
    image.thumbnail((most, most))
    content = io.BytesIO()
    image.save(content, "JPEG", quality=_QUALITY)
    return content.getvalue()


@contextmanager
def _opened(file: Path) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings(), Image.open(file, formats=tuple(MEDIA_TYPES)) as image:
            # Too many pixels are refused by their number above; Pillow warns of some of them before.
            warnings.simplefilter("ignore")
            yield image
    except _FAULTS as error:
        words = _("This is no picture that can be shown: save it as JPEG or PNG and try again.")
        raise PictureError(words) from error
