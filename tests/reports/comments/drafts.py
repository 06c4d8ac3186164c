"""Drafts with findings on every number, and what became of them."""

import io
import re
import zipfile
from pathlib import Path

from hansa.figures.checking.finding import Finding
from hansa.figures.words import Words
from hansa.reading.formats import read_document

NUMBER = re.compile(r"\d[\d,]*")


def findings_on(path: Path, pattern: "re.Pattern[str]" = NUMBER) -> list[Finding]:
    """A finding that differs on each match in the text of a draft."""
    text = read_document(path).text
    return [
        Finding(
            match.start(), match.end(), match[0], text[max(0, match.start() - 9) : match.end()], "differs", "number",
            match[0], f"{at}", reason=Words(f"原因{at}", f"reason {at}"),
        )
        for at, match in enumerate(pattern.finditer(text))
    ]  # fmt: skip


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a packed document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
