"""Names made comparable: `fold` for keys, `scan` for looking through running text without moving its characters."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

_HAN = Path(__file__).parent / "data" / "han.tsv"

# Letters that Unicode does not take apart, as they are written where they are missing.
_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n", "ə": "e",
    "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "‘": "", "’": "", "'": "", "`": "",
    "´": "",
}  # fmt: skip
_PUNCTUATION = re.compile(r"[\W_]+")
_CJK = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003134f"
_CJK_SPACE = re.compile(rf"(?<=[{_CJK}]) | (?=[{_CJK}])")


@cache
def _han() -> dict[int, str]:
    lines = _HAN.read_text(encoding="utf-8").splitlines()
    return {ord(line[0]): line[2] for line in lines if not line.startswith("#")}


@cache
def _table() -> dict[int, str]:
    table = dict(_han())
    table |= {mark: "" for mark in (*range(0x300, 0x370), *range(0x1AB0, 0x1B00), *range(0x1DC0, 0x1E00))}
    return table | {ord(letter): plain for letter, plain in _LETTERS.items()}


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The key under which a name is kept: equal for spellings of one name. Never displayed.

    Case, width, accents, apostrophes and punctuation go; Traditional, Simplified, Japanese and variant characters
    become one; white space beside Chinese, Japanese and Korean characters goes. `fold(fold(x)) == fold(x)`.
    """
    if text.isascii():
        plain = text.lower().replace("'", "").replace("`", "")
    else:
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        plain = unicodedata.normalize("NFC", apart.translate(_table()))
    spaced = _PUNCTUATION.sub(" ", plain).strip()
    return spaced if spaced.isascii() else _CJK_SPACE.sub("", spaced)


@cache
def _scan_table() -> list[str]:
    table = list(map(chr, range(0x10000)))
    single = {letter: plain for letter, plain in _LETTERS.items() if len(plain) == 1 and letter.isalpha()}
    for letter, plain in single.items():
        table[ord(letter)] = table[ord(letter.upper())] = plain
    for code, plain in _han().items():
        table[code] = plain
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0xFF01, 0xFF5F)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table[code] = base
    for char in "\t\n\r\f\v\u00a0\u2002\u2003\u2009\u3000":
        table[ord(char)] = " "
    for char in "‐‑‒–":
        table[ord(char)] = "-"
    for char in "‘’ʻʼ":
        table[ord(char)] = "'"
    return table


def scan(text: str) -> str:
    """The text with case, width, accents and variants gone, character for character: its offsets are the text's."""
    # A list is the table that str.translate looks up fastest.
    return text.translate(_scan_table()).lower()
