"""Pages that are pictures: scanned ones, whose text no file holds."""

import re
from collections.abc import Sequence

import pypdfium2

from hansa.reading.formats.printed.binding import FORM, IMAGE, PATH, address, bounds, count_objects, object_at, type_of
from hansa.reading.formats.printed.lines import PrintedLine

# What scanners' programs and numbering machines put on a page; a title on a picture is more than that.
_STAMP = re.compile(r"[\W\d_]*|.{0,20}(?:scan|掃描|扫描).{0,20}", re.IGNORECASE)
_FEW = 3
_FILLED = 0.5
_DRAWING = 50


def is_picture(page: pypdfium2.PdfPage, lines: Sequence[PrintedLine]) -> bool:
    """Whether a page has no text but a picture or drawing, or no more than a stamp on a picture that fills it."""
    if len(lines) > _FEW or not _STAMP.fullmatch(" ".join(line.text for line in lines)):
        return False
    handle = address(page.raw)
    things = [object_at(handle, at) for at in range(count_objects(handle))]
    kinds = [type_of(thing) for thing in things]
    # A form is a page within the page, as scanners' programs make.
    shown = [at for at, kind in enumerate(kinds) if kind in (IMAGE, FORM)]
    if not lines:
        return bool(shown or kinds.count(PATH) >= _DRAWING)
    width, height = page.get_size()
    boxes = [bounds(things[at]) for at in shown]
    filled = sum((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return bool(filled > _FILLED * width * height)
