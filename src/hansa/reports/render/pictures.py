"""Pictures made ready for a page: whole, upright, in colours of the screen, no larger than print needs."""

import io
import logging
from dataclasses import dataclass

from PIL import Image, ImageOps

from hansa.reports.blocks import Language, Picture
from hansa.reports.render.phrases import PHRASES
from hansa.reports.render.text import printable

_LOG = logging.getLogger(__name__)
_MOST_PIXELS = 2000  # on the long side: 300 to the inch across a page
_HIGHEST = 12.0  # cm
_SUFFIXES = {"JPEG": ".jpg", "PNG": ".png"}
_BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


@dataclass(frozen=True)
class Fitted:
    """A picture as it goes into a document: its file, its suffix, and its size on the page in centimetres."""

    content: bytes
    suffix: str
    width: float
    height: float

    @property
    def media_type(self) -> str:
        """JPEG or PNG."""
        return "image/jpeg" if self.suffix == ".jpg" else "image/png"


def fitted(picture: Picture, page_width: float) -> Fitted | None:
    """The picture for a text of this width (cm); None, with a warning, where its file is damaged."""
    try:
        with Image.open(io.BytesIO(picture.content)) as image:
            content, suffix, size = _prepared(picture.content, image)
    except _BROKEN:
        _LOG.warning("A picture is left out, its file is damaged: %s", printable(picture.alt))
        return None
    width = page_width * min(picture.width, 1.0)
    height = width * size[1] / size[0]
    shrunk = min(1.0, _HIGHEST / height)
    return Fitted(content, suffix, width * shrunk, height * shrunk)


def _prepared(content: bytes, image: Image.Image) -> tuple[bytes, str, tuple[int, int]]:
    """The file as it is where every program shows it alike, else written anew."""
    image.load()
    upright = ImageOps.exif_transpose(image)
    plain = image.format in _SUFFIXES and image.mode in ("RGB", "L", "RGBA", "P") and upright.size == image.size
    if plain and max(image.size) <= _MOST_PIXELS and not image.getexif().get(0x0112, 1) > 1:
        return content, _SUFFIXES[str(image.format)], image.size
    suffix = ".png" if image.has_transparency_data else ".jpg"
    made = upright.convert("RGBA" if suffix == ".png" else "RGB")
    made.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
    out = io.BytesIO()
    made.save(out, "PNG" if suffix == ".png" else "JPEG", quality=88)
    return out.getvalue(), suffix, made.size


def broken_words(picture: Picture, language: Language) -> str:
    """What stands in the place of a picture that cannot be shown."""
    return PHRASES[language].broken_picture.format(picture.alt)
