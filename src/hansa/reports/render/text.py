"""Text as every format can hold it."""

import re
from collections.abc import Iterator
from urllib.parse import quote

# What XML 1.0 forbids, controls, breaks of a line, and halves of surrogate pairs, which no encoding can write.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
# Marks that turn the direction of what follows; the writers put their own around names that run to the left.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Hebrew, Arabic, Syriac and the other scripts that run from right to left, by their blocks; words of them in a row.
_LEFTWARD = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_LEFTWARD_WORDS = re.compile(f"({_LEFTWARD}+(?:[\\s'’\"\\-.\u200c-\u200f]+{_LEFTWARD}+)*)")

_IN_ADDRESSES = ":/?@!$&'()*+,;=%~"
_HALF_ESCAPED = re.compile("%(?![0-9A-Fa-f]{2})")


def printable(text: str) -> str:
    """The text on one line, without characters that a document may not contain."""
    return _TURNING.sub("", _UNPRINTABLE.sub(" ", text))


def by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether each runs from right to left, so that nothing beside it is drawn along."""
    for number, piece in enumerate(_LEFTWARD_WORDS.split(text)):
        if piece:
            yield piece, number % 2 == 1


def isolated(text: str) -> str:
    """The text with a mark behind each piece that runs from right to left, so that no number is drawn into it.

    The mark is the old one (U+200E): LibreOffice does not heed the isolates of Unicode 6.3.
    """
    return _LEFTWARD_WORDS.sub("\\1\u200e", text)


def address(link: str) -> str:
    """An address with everything escaped that none may contain (RFC 3986); what is escaped already stays."""
    place, mark, fragment = _HALF_ESCAPED.sub("%25", printable(link)).partition("#")
    return quote(place, safe=_IN_ADDRESSES) + mark + quote(fragment, safe=_IN_ADDRESSES)
