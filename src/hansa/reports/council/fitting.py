"""How much room words take: measured with the font where there is one, so that nothing runs over a slide's edge."""

import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from PIL import ImageFont

# A font of the machine with Chinese characters, whose widths are those of the fonts that decks are shown in.
_FONT = "Noto Sans CJK TC:bold"
_SCALE = 100
# Lines are as high as this many times their letters.
LINE = 1.32
# Shown by another font, Chinese may be a little wider, and Latin letters are wider than those of the measured one.
_MARGIN, _LATIN_MARGIN = 1.02, 1.14
ELLIPSIS = "…"


@cache
def _font() -> ImageFont.FreeTypeFont | None:
    """The font to measure with; None where the machine cannot tell of any."""
    asker = shutil.which("fc-match")
    if asker is None:
        return None
    command = [asker, "-f", "%{file}\n%{index}", _FONT]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed question
    file, _, index = asked.stdout.partition("\n")
    try:
        return ImageFont.truetype(file, _SCALE, index=int(index or 0) & 0xFFFF)
    except OSError:
        return None


@cache
def _advance(character: str) -> float:
    """How wide a character is, in its own height. Without a font, by its class in Unicode."""
    wide = unicodedata.east_asian_width(character) in "WFA"
    if font := _font():
        return font.getlength(character) / _SCALE * (_MARGIN if wide else _LATIN_MARGIN)
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    return _MARGIN if wide else 0.66


@lru_cache(maxsize=20_000)
def _ems(text: str) -> float:
    """How wide words are on one line, in their own height."""
    return sum(map(_advance, text))


def width(text: str, size: float) -> float:
    """How wide words are on one line, in points."""
    return _ems(text) * size


def _pieces(text: str) -> Iterator[str]:
    """The parts between which a line may break: Chinese characters, and words with the space behind them."""
    word = ""
    for character in text:
        if unicodedata.east_asian_width(character) in "WF":
            if word:
                yield word
                word = ""
            yield character
        else:
            word += character
            if character == " ":
                yield word
                word = ""
    if word:
        yield word


@lru_cache(maxsize=20_000)
def _measured(text: str) -> tuple[tuple[float, float], ...]:
    """How wide each part is, with the space behind it and without, in its own height."""
    return tuple((_ems(piece), _ems(piece.rstrip())) for piece in _pieces(text))


def lines(text: str, size: float, room: float) -> int:
    """How many lines words take in a room of that width; a word that is wider than the room is broken."""
    most = room / size
    if _ems(text) <= most:
        return 1
    count, used = 1, 0.0
    for wide, bare in _measured(text):
        if used + bare > most and used:
            count, used = count + 1, 0.0
        count += int(wide // most) if wide > most else 0
        used = wide % most if wide > most else used + wide
    return count


def height(text: str, size: float, room: float) -> float:
    """How high words stand in a room of that width, in points."""
    return lines(text, size, room) * size * LINE


def clipped(text: str, size: float, room: float, most: int) -> str:
    """Words cut so that they take `most` lines at most, with an ellipsis where they were cut."""
    if lines(text, size, room) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if lines(text[:middle] + ELLIPSIS, size, room) <= most else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS


def size_for(text: str, room: float, high: float, sizes: tuple[float, ...]) -> float:
    """The first of the sizes, from large to small, at which words fit; the last where none does."""
    return next((size for size in sizes if height(text, size, room) <= high), sizes[-1])
