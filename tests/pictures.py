"""Files of pictures for tests, made on the spot."""

import hashlib
import io
from typing import Any

from PIL import Image, TiffImagePlugin

from hansa.register.documents import path_of
from hansa.register.models import Picture
from hansa.register.models.record import Record

ORIENTATION, GPS, ARTIST = 0x0112, 0x8825, 0x013B


def jpeg(size: tuple[int, int] = (64, 48), colour: str = "#336699", **tags: Any) -> bytes:
    """A JPEG of one colour; `turned` asks viewers to turn it a quarter, `where` puts the place and a name into it."""
    image, exif = Image.new("RGB", size, colour), Image.Exif()
    if tags.get("turned"):
        exif[ORIENTATION] = 6
    if tags.get("where"):
        exif[ARTIST] = "Somebody"
        exif[GPS] = {1: "N", 2: (TiffImagePlugin.IFDRational(22), 37, 0)}
    content = io.BytesIO()
    image.save(content, "JPEG", exif=exif)
    return content.getvalue()


def keep_picture(record: Record, content: bytes | None = None, title: str = "簽署儀式", **fields: Any) -> Picture:
    """A picture of the record whose file is kept."""
    content = jpeg() if content is None else content
    sha256 = hashlib.sha256(content).hexdigest()
    path_of(sha256).parent.mkdir(parents=True, exist_ok=True)
    path_of(sha256).write_bytes(content)
    told = {
        "filename": "簽署.jpg",
        "media_type": "image/jpeg",
        "size": len(content),
        "width": 64,
        "height": 48,
    } | fields
    return Picture.objects.create(title=title, sha256=sha256, **told, **{record.kind_of_record: record})
