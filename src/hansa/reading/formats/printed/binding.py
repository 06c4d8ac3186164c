"""pdfium's functions that are asked for each character and object of a page, bound once and bare.

The bindings of pypdfium2 check and wrap every argument, which costs more than what pdfium itself does. Handles are
passed as addresses here; whoever calls keeps the object behind one open.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from ctypes import c_int, c_void_p
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

PATH: int = pdfium.FPDF_PAGEOBJ_PATH
IMAGE: int = pdfium.FPDF_PAGEOBJ_IMAGE
FORM: int = pdfium.FPDF_PAGEOBJ_FORM

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the page's lower left corner."""


def address(handle: Any) -> int:
    """The address behind one of pypdfium2's handles, which is open."""
    return ctypes.cast(handle, c_void_p).value or 0


def _bound(function: Any, *arguments: Any, result: Any = c_int) -> Callable[..., int]:
    # PYFUNCTYPE keeps the interpreter's lock: the calls take less time than to let go of it and take it again.
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


count_characters = _bound(pdfium.FPDFText_CountChars, c_void_p)
copy_text = _bound(pdfium.FPDFText_GetText, c_void_p, c_int, c_int, c_void_p)
is_generated = _bound(pdfium.FPDFText_IsGenerated, c_void_p, c_int)
character_at = _bound(pdfium.FPDFText_GetCharIndexFromTextIndex, c_void_p, c_int)
count_objects = _bound(pdfium.FPDFPage_CountObjects, c_void_p)
object_at = _bound(pdfium.FPDFPage_GetObject, c_void_p, c_int, result=c_void_p)
type_of = _bound(pdfium.FPDFPageObj_GetType, c_void_p)
count_segments = _bound(pdfium.FPDFPath_CountSegments, c_void_p)
_loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, c_void_p, c_int, c_void_p)
_bounds = _bound(pdfium.FPDFPageObj_GetBounds, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_segment = _bound(pdfium.FPDFPath_GetPathSegment, c_void_p, c_int, result=c_void_p)
_point = _bound(pdfium.FPDFPathSegment_GetPoint, c_void_p, c_void_p, c_void_p)
_kind = _bound(pdfium.FPDFPathSegment_GetType, c_void_p)
_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, c_void_p, c_void_p)

_FLOAT = ctypes.sizeof(ctypes.c_float)
_RECTANGLE = 4 * _FLOAT


def character_boxes(text: int, places: Sequence[int]) -> list[Box]:
    """The boxes of characters of a text page: as wide as they advance, as high as their font."""
    buffer = (ctypes.c_float * (4 * len(places)))()
    start = ctypes.addressof(buffer)
    every = range(start, start + len(places) * _RECTANGLE, _RECTANGLE)
    deque(map(_loose_box, repeat(text), places, every), maxlen=0)
    edges = memoryview(buffer).cast("B").cast("f").tolist()
    # pdfium's rectangles are left, top, right, bottom.
    return list(zip(edges[0::4], edges[3::4], edges[2::4], edges[1::4], strict=True))


def bounds(thing: int) -> Box:
    """The box of a page's object."""
    buffer = (ctypes.c_float * 4)()
    start = ctypes.addressof(buffer)
    _bounds(thing, start, start + _FLOAT, start + 2 * _FLOAT, start + 3 * _FLOAT)
    left, bottom, right, top = buffer
    return left, bottom, right, top


def points(path: int) -> list[tuple[bool, float, float]]:
    """The points of a path on the page, each with whether it begins a stroke of its own."""
    matrix, spot = (ctypes.c_float * 6)(), (ctypes.c_float * 2)()
    _matrix(path, ctypes.addressof(matrix))
    a, b, c, d, e, f = matrix
    found: list[tuple[bool, float, float]] = []
    for at in range(count_segments(path)):
        segment = _segment(path, at)
        _point(segment, ctypes.addressof(spot), ctypes.addressof(spot) + _FLOAT)
        x, y = spot
        found.append((_kind(segment) == pdfium.FPDF_SEGMENT_MOVETO, a * x + c * y + e, b * x + d * y + f))
    return found
