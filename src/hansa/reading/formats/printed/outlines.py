"""Fonts without their outlines: what makes pdfium several times faster on long documents in Chinese.

pdfium draws each character of a page twice, only to learn how far its ink goes. With the large fonts of Chinese that
takes most of the time, and reading has no use for it: what a character is stands in the font's map to Unicode, how
wide it is in the font's dictionary. So in a copy of the file each such font is replaced by one whose glyphs are all
the same plain box. The copy is for reading text only, never for showing a page.

The fonts are in the Compact Font Format: Adobe Technical Note 5176, whose terms are used here.
"""

import re
import zlib
from functools import lru_cache

# A stream's dictionary that declares a font of numbered glyphs in Compact Font Format, packed by deflate alone.
_FONT = re.compile(
    rb"<<(?=[^>]{0,300}/Subtype\s*/CIDFontType0C\b)(?=[^>]{0,300}/Filter\s*/FlateDecode\b)[^<>]{0,300}>>\s*stream\r?\n"
)
# Outlines are dense: a font shrinks to a half. What unpacks to more than this is a bomb.
_LARGEST_RATIO = 50
_MOST_GLYPHS = 65_535
_CHARSET, _CHARSTRINGS = 15, 17
_RANGE_SIZES = {1: 3, 2: 4}


def without_outlines(data: bytes) -> bytes:
    """The bytes of a PDF with plain boxes for the outlines of such fonts, each in its place and of its length."""
    copy = None
    end = 0
    for match in _FONT.finditer(data):
        if match.start() < end:
            # What looks like a font inside a stream is a part of it.
            continue
        start = match.end()
        end = data.find(b"endstream", start)
        if end < 0:
            break
        box = _boxes(_greatest_number(data[start:end]) + 1)
        if len(box) < end - start:
            copy = bytearray(data) if copy is None else copy
            copy[start : start + len(box)] = box
    return data if copy is None else bytes(copy)


def _greatest_number(packed: bytes) -> int:
    """The greatest number by which a glyph of a packed font may be asked for; of all numbers if that is unclear."""
    try:
        font = zlib.decompressobj().decompress(packed, _LARGEST_RATIO * len(packed) + 1)
        names = font[2]
        _, start, end = _measured(font, names)
        _, start, end = _measured(font, end)
        places = _operands(font[start:end])
        glyphs, _, _ = _measured(font, places[_CHARSTRINGS])
        return max(glyphs - 1, _last_of(font, places.get(_CHARSET, 0), glyphs))
    except (zlib.error, IndexError, KeyError, ValueError):
        return _MOST_GLYPHS - 1


def _measured(font: bytes, at: int) -> tuple[int, int, int]:
    """An INDEX: how many items it has, where the first begins and the last ends."""
    count = _number(font, at, 2)
    if not count:
        return 0, at + 2, at + 2
    size = font[at + 2]
    start = at + 2 + (count + 1) * size
    return count, start + 1, start + _number(font, at + 3 + count * size, size)


def _number(font: bytes, at: int, size: int) -> int:
    if at + size > len(font):
        raise ValueError("the font is cut off")
    return int.from_bytes(font[at : at + size])


def _operands(dictionary: bytes) -> dict[int, int]:
    """The last operand of each operator in a DICT; those of two bytes are left out."""
    found: dict[int, int] = {}
    number, at = 0, 0
    while at < len(dictionary):
        first = dictionary[at]
        if first <= 21:
            found[first] = number
            at += 2 if first == 12 else 1
        elif first in (28, 29):
            size = 2 if first == 28 else 4
            number = _number(dictionary, at + 1, size)
            at += 1 + size
        elif first == 30:
            while dictionary[at] & 15 != 15:
                at += 1
            at += 1
        else:
            number = first - 139 if first < 247 else (first - 247) * 256 + dictionary[at + 1] + 108
            at += 1 if first < 247 else 2
    return found


def _last_of(font: bytes, charset: int, glyphs: int) -> int:
    """The greatest number in a charset; 0 where it is one of those that need no list."""
    if charset < 3:
        return 0
    kind = font[charset]
    if kind == 0:
        return max((_number(font, charset + 1 + 2 * at, 2) for at in range(glyphs - 1)), default=0)
    size, at, covered, last = _RANGE_SIZES[kind], charset + 1, 1, 0
    while covered < glyphs:
        left = _number(font, at + 2, size - 2)
        last = max(last, _number(font, at, 2) + left)
        covered, at = covered + left + 1, at + size
    return last


@lru_cache(maxsize=64)
def _boxes(glyphs: int) -> bytes:
    """A packed font of so many glyphs, each a call of the one routine that draws a box."""
    glyphs = min(max(glyphs, 2), _MOST_GLYPHS)
    head = b"\x01\x00\x04\x01" + _index([b"A"])
    box = _short(0) + b"\x16" + _short(700) + b"\x07" + _short(500) + b"\x06" + _short(-700) + b"\x07\x0e"
    rest = _index([]) + _index([box])  # no strings, one routine
    charset = b"\x02" + (1).to_bytes(2) + (glyphs - 2).to_bytes(2)
    size = len(head) + len(_index([_top(0, 0, 0)])) + len(rest)
    drawn = _index([b"\x20\x1d"] * glyphs)  # routine 0, counted from -107
    top = _top(size, size + len(charset), size + len(charset) + len(drawn))
    return zlib.compress(head + _index([top]) + rest + charset + drawn, 9)


def _index(items: list[bytes]) -> bytes:
    if not items:
        return b"\x00\x00"
    offsets = [1]
    for item in items:
        offsets.append(offsets[-1] + len(item))
    size = (offsets[-1].bit_length() + 7) // 8
    return len(items).to_bytes(2) + bytes([size]) + b"".join(at.to_bytes(size) for at in offsets) + b"".join(items)


def _short(number: int) -> bytes:
    return b"\x1c" + number.to_bytes(2, signed=True)


def _top(charset: int, glyphs: int, private: int) -> bytes:
    """Where in the font its charset, glyphs and (empty) private dictionary stand."""
    place = [b"\x1d" + at.to_bytes(4) for at in (charset, glyphs, 0, private)]
    return place[0] + b"\x0f" + place[1] + b"\x11" + place[2] + place[3] + b"\x12"
