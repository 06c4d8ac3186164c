"""PDFs whose index of objects is wrong: PDFium makes it anew, in a time that grows with the square of the length."""

import re
import subprocess
import sys

_TAIL = 2048
_STARTS = re.compile(rb"startxref\s+(\d+)")
# What stands where the index begins: the word itself, or the object that holds it (ISO 32000-2, 7.5.4 and 7.5.8).
_INDEX = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
# A file this short is made anew in a few seconds whatever it holds.
_SHORT = 1_000_000
_SECONDS = 10
_OPEN = "import sys, pypdfium2; pypdfium2.PdfDocument(sys.stdin.buffer.read())"


def opens_in_time(data: bytes) -> bool:
    """Whether a PDF can be opened within ten seconds; a long one without a sound index is tried in a process apart.

    PDFium cannot be interrupted where it runs. Whether it opens at all is not said.
    """
    if len(data) < _SHORT or _has_index(data):
        return True
    command = [sys.executable, "-c", _OPEN]
    try:
        subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - our own words
    except subprocess.TimeoutExpired:
        return False
    return True


def _has_index(data: bytes) -> bool:
    said = _STARTS.findall(data[-_TAIL:])
    return bool(said) and _INDEX.match(data, int(said[-1])) is not None
