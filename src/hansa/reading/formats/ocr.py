"""Pages that are pictures read by Tesseract, a program that the office installs: its words with their places."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import groupby

import pypdfium2

from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.printed.lines import PrintedLine, Word
from hansa.reading.formats.printed.textlayer import set_apart

MOST_PAGES = 500
_LANGUAGES = ("chi_tra", "eng")
_POINTS = 72
_DOTS = 300  # per inch, for which Tesseract is made
_MOST_DOTS = 40_000_000
_SECONDS = 120
_WORD = "5"  # the level of a word in Tesseract's table
_COLUMNS = 12
# Tesseract takes the signs of Chinese for those of Latin script.
_NARROW = re.compile(r"(?<=[\u2e80-\u9fff\u300b-\u300f）])[,;:?!]")
_WIDE = str.maketrans(",;:?!", "，；：？！")


def require_tesseract() -> None:
    """Raises DocumentError, which says what to install, where Tesseract or one of its languages is missing."""
    if not shutil.which("tesseract"):
        raise DocumentError(
            "has pages that are pictures, and the program that reads them is missing; install it with: sudo apt-get "
            "install tesseract-ocr tesseract-ocr-chi-tra"
        )
    try:
        listed = _run(["--list-langs"])
    except (OSError, subprocess.SubprocessError) as error:
        raise DocumentError("cannot be read: Tesseract does not start ({error})", error=str(error)) from error
    missing = [language for language in _LANGUAGES if language not in listed.split()]
    if missing:
        raise DocumentError(
            "has pages that are pictures, and Tesseract has not learnt to read {languages}; install that with: sudo "
            "apt-get install tesseract-ocr-chi-tra tesseract-ocr-eng",
            languages=", ".join(missing),
        )


def read_picture(page: pypdfium2.PdfPage) -> list[PrintedLine]:
    """The lines that Tesseract sees on a page; none where it fails or takes more than two minutes."""
    scale = _DOTS / _POINTS
    size = page.get_width() * page.get_height() * scale**2
    scale *= min(1.0, (_MOST_DOTS / max(size, 1)) ** 0.5)
    try:
        table = _run(["stdin", "stdout", "-l", "+".join(_LANGUAGES), "tsv"], _picture(page, scale))
    except (OSError, subprocess.SubprocessError):
        return []
    return list(_lines(table, scale, page.get_height()))


def _run(arguments: Sequence[str], given: bytes = b"") -> str:
    """What Tesseract answers. It may use one core, as pages are read one after the other beside other work."""
    done = subprocess.run(  # noqa: S603 - all arguments are our own, what comes from outside is its input
        [shutil.which("tesseract") or "tesseract", *arguments],
        input=given,
        capture_output=True,
        check=True,
        timeout=_SECONDS,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return done.stdout.decode("utf-8", "replace")


def _picture(page: pypdfium2.PdfPage, scale: float) -> bytes:
    """The page in shades of grey, as a Portable Graymap."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        dots = memoryview(bitmap.buffer).cast("B")
        rows = (dots[at : at + bitmap.width] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride))
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)
    finally:
        bitmap.close()


def _lines(table: str, scale: float, height: float) -> Iterator[PrintedLine]:
    """The lines in Tesseract's table of words; places in dots from the upper left corner become points."""
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    words = [row for row in rows if len(row) == _COLUMNS and row[0] == _WORD and row[11].strip()]
    for _, group in groupby(words, lambda row: row[1:5]):
        found = list(group)
        places = [[int(place) / scale for place in row[6:10]] for row in found]
        parts: list[Word] = []
        for row, (left, _, width, _) in zip(found, places, strict=True):
            gap = left - parts[-1].right if parts else 0.0
            text = _NARROW.sub(lambda sign: sign[0].translate(_WIDE), row[11].strip())
            parts.append(Word(text, left, left + width, gap, drawn=True))
        top = height - min(above for _, above, _, _ in places)
        bottom = height - max(above + high for _, above, _, high in places)
        line = PrintedLine(parts, top, bottom, parts[0].right - parts[0].left)
        set_apart(line)
        yield line
