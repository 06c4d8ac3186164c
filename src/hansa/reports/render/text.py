"""Text as every format can hold it."""

import re

# What XML 1.0 forbids, controls, breaks of a line, and halves of surrogate pairs, which no encoding can write.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


def printable(text: str) -> str:
    """The text on one line, without characters that a document may not contain."""
    return _UNPRINTABLE.sub(" ", text)
