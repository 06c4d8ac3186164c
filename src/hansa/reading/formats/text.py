"""Plain text: the encoding found by a strict ladder, the text kept character for character."""

import codecs
from collections.abc import Container

from charset_normalizer import from_bytes

from hansa.reading.document import Document
from hansa.reading.formats.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LADDER = ("utf-8", "cp950", "big5hkscs", "gb18030")
# First bytes of punctuation and of the characters that the standard ranks as frequent.
_BIG5_COMMON = range(0xA1, 0xC7)
_GB_COMMON = frozenset([*range(0xA1, 0xAA), *range(0xB0, 0xD8)])
_COMMON: dict[str, Container[int]] = {"cp950": _BIG5_COMMON, "big5hkscs": _BIG5_COMMON, "gb18030": _GB_COMMON}
_SAMPLE = 5000
_LIKELY = 0.75
_CONTROLS = frozenset(map(chr, [*range(9), *range(14, 27), 28, 29, 30, 31, 127]))
_CONTROLS_ALLOWED = 0.01


def read(data: bytes) -> Document:
    """The decoded file itself. Raises DocumentError where no encoding gives readable text."""
    return Document(decode(data), media_type="text/plain")


def decode(data: bytes) -> str:
    """The text of the bytes: by byte order mark, then the first encoding of the ladder that takes every byte.

    Each rung is strict, so that a file is never read with replaced characters. Raises DocumentError for binary data.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_readable(text) and _is_likely(text, encoding):
            return text
    if _is_cut_off(data):
        raise DocumentError("is cut off in the middle of a character; get it again or save it anew")
    best = from_bytes(data).best()
    if best is None or not _is_readable(str(best)) or not (best.multi_byte_usage or _is_mostly_latin(str(best))):
        raise DocumentError("is no text in any encoding known here, or no text at all; save it as UTF-8 and try again")
    return str(best)


def _is_cut_off(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a last character that is not whole."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.end == len(data) and error.start > 0 and error.reason == "unexpected end of data"
    return False


def _is_mostly_latin(text: str) -> bool:
    """Whether a guess of a one-byte encoding is believable: European text is unaccented letters for the most part."""
    return sum(character < "\x7f" for character in text) >= _LIKELY * len(text)


def _candidates(data: bytes) -> tuple[str, ...]:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    return (marked,) if marked else _LADDER


def _is_likely(text: str, encoding: str) -> bool:
    """Whether Chinese decoded so is of common characters, which both standards put first; wrong guesses are of rare."""
    common = _COMMON.get(encoding)
    if common is None:
        return True
    sample = "".join(character for character in text[:100_000] if character > "\x7f")[:_SAMPLE]
    leads = [character.encode(encoding)[0] for character in sample]
    return sum(lead in common for lead in leads) >= _LIKELY * len(leads)


def _is_readable(text: str) -> bool:
    controls = sum(character in _CONTROLS for character in text[:100_000])
    return "\0" not in text and controls <= _CONTROLS_ALLOWED * min(len(text), 100_000)
