"""The PDF writer: a fixed Typst form that is given the deck as data; tagged, with its fonts embedded."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from hansa.reports.council.canvas import COLOURS
from hansa.reports.council.fitting import width
from hansa.reports.council.placed import (
    UNIT_SHARE,
    Panel,
    Piece,
    PlacedChart,
    PlacedDeck,
    PlacedMap,
    PlacedPicture,
    TextBox,
)
from hansa.reports.render.pdf import FontMissing

FORM = Path(__file__).with_name("slides.typ")
# Fonts without serifs that have Taiwan's forms of the characters, best first.
FONTS = ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei", "TW-Kai")
_STANDARDS: Any = ["a-2a", "ua-1"]
_MARK, _HANG = "▪", 18
_CHART_WORDS = 14
# The printer's sign for a character that the fonts lack; PDF/UA forbids empty boxes.
_MISSING = "〓"
_UNDISPLAYED = re.compile(r'the text `"(.*)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


@cache
def _font() -> str:
    """The best installed font; raises FontMissing where there is none."""
    installed = frozenset(typst.Fonts().families())
    found = next((name for name in FONTS if name in installed), None)
    if found is None:
        raise FontMissing(
            "A PDF needs a font with Traditional Chinese characters, and none is installed; "
            "install one with: sudo apt-get install fonts-noto-cjk"
        )
    return found


def render(deck: PlacedDeck) -> bytes:
    """The slides as a tagged PDF (PDF/A-2a, PDF/UA-1), the speaker's notes on pages behind them.

    Raises FontMissing where there is no font for Chinese. A rare character that no font has is printed as 〓.
    """
    with TemporaryDirectory() as folder:
        form = Path(folder) / FORM.name
        shutil.copyfile(FORM, form)
        data = json.dumps(_data(deck, Path(folder)), ensure_ascii=False)
        while True:
            form.with_name("deck.json").write_text(data, "utf-8")
            try:
                made = typst.compile(form, format="pdf", pdf_standards=_STANDARDS)
            except typst.TypstError as error:
                missing = _without_glyph(str(error)) & set(data)
                if not missing:
                    raise
                data = data.translate({ord(character): _MISSING for character in missing})
                continue
            if not isinstance(made, bytes):
                raise TypeError("Typst gave no single PDF")
            return made


def _without_glyph(message: str) -> set[str]:
    """The characters that no installed font has, by Typst's complaint."""
    found = _UNDISPLAYED.search(message)
    text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""
    return {character for character in text if not character.isascii()}


def _data(deck: PlacedDeck, folder: Path) -> dict[str, Any]:
    """The deck as plain data; its pictures become files in the folder."""
    numbers = iter(range(1, 1_000_000))
    return {
        "title": deck.title,
        "publisher": deck.publisher,
        "lang": "zh" if deck.language == "zh-hant" else "en",
        "region": "TW" if deck.language == "zh-hant" else "US",
        "fonts": [_font()],
        "width": deck.width,
        "height": deck.height,
        "colours": {tone: f"#{colour}" for tone, colour in COLOURS.items()},
        "mark": _MARK,
        "hang": _HANG,
        "unit-share": UNIT_SHARE,
        "notes-title": deck.notes_title,
        "slides": [
            {
                "layout": slide.layout,
                "title": slide.title,
                "notes": slide.notes,
                "pieces": [_piece(piece, folder, numbers) for piece in slide.pieces],
            }
            for slide in deck.slides
        ],
    }


def _piece(piece: Piece, folder: Path, numbers: Iterator[int]) -> dict[str, Any]:
    match piece:
        case TextBox():
            return asdict(piece) | {"kind": "text"}
        case Panel():
            return asdict(piece) | {"kind": "panel"}
        case PlacedChart(box, chart):
            series = [{"name": name, "values": values} for name, values in chart.series]
            wide = max(width(name, _CHART_WORDS) for name in chart.categories)
            return {"kind": "chart", **asdict(chart), "box": asdict(box), "series": series, "label-width": wide}
        case PlacedMap(box, content, alt) | PlacedPicture(box, content, alt):
            suffix = ".png" if isinstance(piece, PlacedMap) else ".jpg"
            file = folder / f"picture{next(numbers)}{suffix}"
            file.write_bytes(content)
            return {"kind": "image", "box": asdict(box), "alt": alt, "file": file.name}
