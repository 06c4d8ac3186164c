"""The PDF writer: a fixed Typst form that is given the report as data; tagged, with its fonts embedded."""

import json
import re
from functools import cache
from pathlib import Path

import typst

from hansa.reports.blocks import Block, Heading, Item, Items, Line, Mark, Paper, Picture, Run, Table
from hansa.reports.blocks import Paragraph as Words
from hansa.reports.numerals import heading_words, label, numbered
from hansa.reports.render.text import printable

FORM = Path(__file__).with_name("report.typ")
# Fonts with Taiwan's forms of the characters, best first.
FONTS = (
    "Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", "TW-Kai", "DFKai-SB", "BiauKai",
    "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei", "PMingLiU",
)  # fmt: skip


# The printer's sign for a character that the fonts lack; PDF/UA forbids empty boxes.
_MISSING = "〓"
_UNDISPLAYED = re.compile(r'the text `"(.*)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class FontMissing(RuntimeError):
    """No font with Chinese characters is installed; the message names the package that holds one."""


@cache
def _families() -> frozenset[str]:
    return frozenset(typst.Fonts().families())


def chinese_font() -> str:
    """The name of the best installed font for Traditional Chinese; raises FontMissing where there is none."""
    found = next((name for name in FONTS if name in _families()), None)
    if found is None:
        raise FontMissing(
            "A PDF needs a font with Traditional Chinese characters, and none is installed; "
            "install one with: sudo apt-get install fonts-noto-cjk"
        )
    return found


def _line(line: Line) -> list[dict[str, object]]:
    return [_part(part) for part in line]


def _part(part: Run | Mark) -> dict[str, object]:
    if isinstance(part, Mark):
        return {"mark": part.note, "first": part.first}
    return {"text": printable(part.text), "bold": part.bold}


def _items(paper: Paper, items: tuple[Item, ...], level: int = 4) -> list[dict[str, object]]:
    return [
        {
            "number": label(paper.language, (number,), level),
            "paragraphs": [_line(line) for line in item.paragraphs],
            "items": _items(paper, item.items, level + 1),
        }
        for number, item in enumerate(items, 1)
    ]


def _block(paper: Paper, block: Block, path: tuple[int, ...]) -> dict[str, object]:
    match block:
        case Heading(level):
            words = printable(heading_words(paper.language, block, path))
            return {"kind": "heading", "level": level, "text": words}
        case Words(line):
            return {"kind": "paragraph", "line": _line(line)}
        case Items(items):
            return {"kind": "items", "items": _items(paper, items)}
        case Picture(alt=alt):
            return {"kind": "paragraph", "line": _line((Run(alt),))}
        case Table(head, rows, widths, numeric):
            cells = [[{"line": _line(line)} for line in row] for row in rows]
            titles = [printable(words) for words in head]
            return {"kind": "table", "head": titles, "rows": cells, "widths": widths, "numeric": sorted(numeric)}


def _data(paper: Paper) -> dict[str, object]:
    return {
        "title": printable(paper.title),
        "publisher": printable(paper.publisher),
        "dateline": printable(paper.dateline),
        "contents": paper.contents_title,
        "notes-title": paper.notes_title,
        "lang": "zh" if paper.language == "zh-hant" else "en",
        "region": "TW" if paper.language == "zh-hant" else "US",
        # Typst brings the Latin font itself; in Chinese text the Chinese font has Latin letters that go with it.
        "fonts": ["Libertinus Serif", chinese_font()] if paper.language == "en" else [chinese_font()],
        "blocks": [_block(paper, block, path) for block, path in numbered(paper.blocks)],
        "notes": [{"number": note.number, "text": printable(note.text)} for note in paper.notes],
    }


def _without_glyph(message: str) -> set[str]:
    """The characters that no installed font has, by Typst's complaint."""
    found = _UNDISPLAYED.search(message)
    text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""
    return {character for character in text if not character.isascii()}


def render(paper: Paper) -> bytes:
    """The report as a tagged PDF (PDF/UA-1); raises FontMissing where there is no font for Chinese.

    A rare character that no installed font has is printed as 〓.
    """
    report = json.dumps(_data(paper), ensure_ascii=False)
    while True:
        try:
            made = typst.compile(FORM, format="pdf", sys_inputs={"report": report}, pdf_standards=["ua-1"])
        except typst.TypstError as error:
            missing = _without_glyph(str(error)) & set(report)
            if not missing:
                raise
            report = report.translate({ord(character): _MISSING for character in missing})
            continue
        if not isinstance(made, bytes):
            raise TypeError("Typst gave no single PDF")
        return made
