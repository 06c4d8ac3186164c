"""Plain text: the encoding found by what each would make of the bytes, the text kept character for character."""

import codecs
import re

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
# Encodings named in files, and those that hold all their characters and what programs add to them.
_WIDER = {
    "big5": "cp950", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
    "iso8859-1": "cp1252", "ascii": "cp1252",
}  # fmt: skip
# What stands in every line of official Chinese: these make up a fifth of it, and hardly any of what is decoded wrongly.
_CHINESE = re.compile(
    "[的一是在不有人中大為为上個个國国以我要他時时來来用們们生到作地於于出就分對对成會会可主年動动同工也能下過过民得"
    "經经十三之進进著着等部度家本市縣县府州省城公長长友好姊妹簽签署訂订交流訪访團团日月、，。：（）「」與与及和"
    "“”‘’–—…·]"
)
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_KOREAN = re.compile("[이의다는을에를한하고가시도로은지사대인자부정서기어나들과스리으해]")
_ENCODINGS = (
    ("cp950", _CHINESE), ("big5hkscs", _CHINESE), ("gb18030", _CHINESE), ("euc_jp", _KANA), ("cp932", _KANA),
    ("euc_kr", _KOREAN),
)  # fmt: skip
_PRINTED = "“”‘’–—…•·€£°®©§«»¿¡\u00a0"
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_SAMPLE = 20_000
# A guess takes many times the memory of what it looks at.
_GUESSED = 200_000
_LEAST_FREQUENT = 0.05
_LIKELY = 0.75
_CONTROLS = frozenset(map(chr, [*range(9), *range(14, 27), 28, 29, 30, 31, 127]))
_CONTROLS_ALLOWED = 0.01


def read(data: bytes) -> Document:
    """The decoded file itself. Raises DocumentError where no encoding gives readable text."""
    return Document(decode(data), media_type="text/plain")


def wider(name: str) -> str:
    """The codec for an encoding named in a file. Raises LookupError for a name that no codec has."""
    found = codecs.lookup(name).name
    return _WIDER.get(found, found)


def decode(data: bytes) -> str:
    """The text of the bytes: by byte order mark, as UTF-8, as UTF-16, then in the encoding that makes sense of them.

    All are strict, so that a file is never read with replaced characters. Raises DocumentError for binary data.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for encoding in (marked or "utf-8", *_unmarked(data)):
        text = _decoded(data, encoding)
        if text is not None:
            return text
    text = _east_asian(data)
    if text is not None:
        return text
    if _is_cut_off(data):
        raise DocumentError("is cut off in the middle of a character; get it again or save it anew")
    western = _decoded(data, "cp1252")
    if western is not None and _is_western(western):
        return western
    best = from_bytes(data[: data.rfind(b"\n", 0, _GUESSED) + 1 or _GUESSED]).best()
    text = _decoded(data, best.encoding) if best else None
    if best is None or text is None or not (best.multi_byte_usage or _is_mostly_latin(text)):
        raise DocumentError("is no text in any encoding known here, or no text at all; save it as UTF-8 and try again")
    return text


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text in an encoding, None where that does not take every byte or gives no readable text."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if _is_readable(text) else None


def _unmarked(data: bytes) -> tuple[str, ...]:
    """UTF-16 in the byte order of the zeros beside spaces, line ends and figures, which no other encoding has."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or b"\0" not in sample:
        return ()
    return ("utf-16-be",) if sample[::2].count(0) > sample[1::2].count(0) else ("utf-16-le",)


def _east_asian(data: bytes) -> str | None:
    """The text in the encoding of Chinese, Japanese or Korean that gives the most of what is frequent in its language.

    None where none makes sense of the bytes.
    """
    decoded = ((_decoded(data, encoding), frequent) for encoding, frequent in _ENCODINGS)
    shares = ((_share(text, frequent), text) for text, frequent in decoded if text is not None)
    share, best = max(shares, key=lambda pair: pair[0], default=(0.0, ""))
    return best if share >= _LEAST_FREQUENT else None


def _share(text: str, frequent: re.Pattern[str]) -> float:
    """How much of what is not ASCII is frequent."""
    beyond = "".join(_BEYOND_ASCII.findall(text[:_SAMPLE]))
    return len(frequent.findall(beyond)) / len(beyond) if beyond else 0.0


def _is_cut_off(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a last character that is not whole."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.end == len(data) and error.start > 0 and error.reason == "unexpected end of data"
    return False


def _is_western(text: str) -> bool:
    """Whether what is not ASCII is letters and marks of print in text that is mostly Latin, as in western Europe."""
    beyond = "".join(_BEYOND_ASCII.findall(text))
    return _is_mostly_latin(text) and all(character.isalpha() or character in _PRINTED for character in beyond)


def _is_mostly_latin(text: str) -> bool:
    """Whether a guess of a one-byte encoding is believable: European text is unaccented letters for the most part."""
    return sum(character < "\x7f" for character in text) >= _LIKELY * len(text)


def _is_readable(text: str) -> bool:
    controls = sum(character in _CONTROLS for character in text[:100_000])
    return "\0" not in text and controls <= _CONTROLS_ALLOWED * min(len(text), 100_000)
