"""Pictures of the records on slides: turned upright, cut to their box, without what the camera wrote into them."""

import io

from PIL import Image, ImageOps

from hansa.register.pictures import PictureError, upright
from hansa.reports.council.canvas import Box
from hansa.reports.council.fitting import LINE, clipped, lines
from hansa.reports.council.placed import Panel, Para, Piece, PlacedPicture, TextBox
from hansa.reports.council.slides import PictureBox

_CAPTION = 12.5
_CAPTION_LINES = 2
_PIXELS = 2.2  # for each point of the slide
# No more than this share of a picture is cut away; a picture of quite another shape stands whole on a panel.
_MOST_CUT = 0.3
_QUALITY = 88


def drawn(sha256: str, wide: float, high: float) -> bytes:
    """The picture as JPEG for a box of that size in points: upright, cut about its middle, no larger than needed.

    Raises PictureError where the file is missing or is no picture any more.
    """
    size = (round(wide * _PIXELS), round(high * _PIXELS))
    whole = upright(sha256, *(2 * side for side in size))
    content = io.BytesIO()
    # Of people who stand in rows, the heads are above the middle.
    ImageOps.fit(whole, size, Image.Resampling.LANCZOS, centering=(0.5, 0.4)).save(content, "JPEG", quality=_QUALITY)
    return content.getvalue()


def is_sound(sha256: str) -> bool:
    """Whether the file is there and its picture can be drawn."""
    try:
        drawn(sha256, 8, 8)
    except PictureError:
        return False
    return True


def shape(width: int, height: int, box: Box) -> Box:
    """Where in the box a picture of these pixels stands: all of it, or a part of its own shape in the middle."""
    picture, room = width / height, box.width / box.height
    kept = min(picture / room, room / picture)
    if kept >= 1 - _MOST_CUT:
        return box
    wide, high = (box.width, box.width / picture) if picture > room else (box.height * picture, box.height)
    return Box(box.left + (box.width - wide) / 2, box.top + (box.height - high) / 2, wide, high)


def picture_pieces(block: PictureBox, room: Box) -> tuple[Piece, ...]:
    """The picture with its caption below; nothing where its file cannot be drawn."""
    words = clipped(block.caption, _CAPTION, room.width, _CAPTION_LINES)
    caption = lines(words, _CAPTION, room.width) * _CAPTION * LINE + 6
    frame = room.first(room.height - caption)
    box = shape(block.picture.width, block.picture.height, frame)
    try:
        image = drawn(block.picture.sha256, box.width, box.height)
    except PictureError:
        return ()
    text = TextBox(room.below(frame.height + 6), (Para(words, _CAPTION, "grey"),))
    behind = () if box == frame else (Panel(frame, "mist"),)
    return (*behind, PlacedPicture(box, image, block.picture.title), text)
