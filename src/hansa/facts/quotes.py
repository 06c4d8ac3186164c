"""A quote's words: verbatim but for white space."""

import re

# A line's end between two Chinese or Japanese characters is the printer's, not the writer's; a blank line is not.
_CJK = "[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BROKEN_LINE = re.compile(rf"(?<={_CJK})[^\S\n]*\n[^\S\n]*(?={_CJK})")


def quoted(text: str) -> str:
    """The text as a quote gives it: broken lines joined, every other run of white space one blank.

    A line broken between two Chinese characters is joined without a blank, as a reader would.
    """
    if "\n" in text:
        text = _BROKEN_LINE.sub("", text.replace("\r\n", "\n"))
    return " ".join(text.split())
