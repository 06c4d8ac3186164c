"""The PDF writer: a fixed Typst form, then calls of its functions; tagged, archival, with its fonts embedded.

All words stand in Typst's strings, never in its mark-up, so that none can be taken for a command. Calls are made by
the writer, not by a loop of the form over data: Typst takes twice as long to interpret that.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import typst

from hansa.reports.blocks import Block, Heading, Item, Items, Language, Line, Mark, Paper, Picture, Run, Table
from hansa.reports.blocks import Paragraph as Words
from hansa.reports.numerals import heading_words, numbered
from hansa.reports.render.phrases import PHRASES
from hansa.reports.render.pictures import broken_words, fitted
from hansa.reports.render.text import address, isolated, printable

FORM = Path(__file__).with_name("report.typ")
# Fonts with Taiwan's forms of the characters, best first.
FONTS = (
    "Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", "TW-Kai", "DFKai-SB", "BiauKai",
    "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei", "PMingLiU",
)  # fmt: skip
# Archiving with tags (ISO 19005-2, level A) and accessibility (ISO 14289-1).
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
# The numbers of items by their depth.
_ITEMS: dict[Language, tuple[str, ...]] = {"zh-hant": ("1.", "（1）"), "en": ("(1)", "(a)")}
_WIDTHS = {False: 16.6, True: 25.3}  # cm, upright and across
# The printer's sign for a character that the fonts lack; the standards forbid empty boxes.
_MISSING = "〓"
# Characters of private use: PDF/A forbids them, because nobody could tell later what they mean.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_UNDISPLAYED = re.compile(r'the text `"(.*)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_TO_ESCAPE = re.compile(r'[\\"]')


class FontMissing(RuntimeError):
    """No font with Chinese characters is installed; the message names the package that holds one."""


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the machine, looked for once: that takes as long as some pages."""
    return typst.Fonts()


@cache
def _families() -> frozenset[str]:
    return frozenset(_fonts().families())


def chinese_font() -> str:
    """The name of the best installed font for Traditional Chinese; raises FontMissing where there is none."""
    found = next((name for name in FONTS if name in _families()), None)
    if found is None:
        raise FontMissing(
            "A PDF needs a font with Traditional Chinese characters, and none is installed; "
            "install one with: sudo apt-get install fonts-noto-cjk"
        )
    return found


def _string(text: str) -> str:
    """Text as a string of Typst's."""
    clean = isolated(_PRIVATE.sub(_MISSING, printable(text)))
    return f'"{_TO_ESCAPE.sub(lambda found: chr(92) + found[0], clean)}"'


def _array(parts: Iterator[str] | list[str]) -> str:
    """An array of Typst's, of one part as well."""
    return f"({''.join(f'{part},' for part in parts)})"


def _line(line: Line) -> str:
    """Words and marks as the inside of content."""
    return "".join(_run(part) if isinstance(part, Run) else _mark(part) for part in line)


def _mark(mark: Mark) -> str:
    return f"#{'f' if mark.first else 'm'}({mark.note});"


def _run(run: Run) -> str:
    text = _string(run.text)
    if run.link:
        text = f"link({_string(address(run.link))}, {text})"
    return f"#strong({text});" if run.bold else f"#{text};"


class Body:
    """The blocks of one paper as calls of the form's functions. `files` are its pictures by name."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.files: dict[str, bytes] = {}

    def source(self) -> str:
        """Everything behind the form."""
        paper = self.paper
        contents = f"#outline(title: {_string(paper.contents_title)}, depth: 2)\n#pagebreak(weak: true)\n"
        blocks = (self.block(block, path) for block, path in numbered(paper.blocks))
        return f"{contents if paper.contents_title else ''}{''.join(blocks)}{self.notes()}"

    def block(self, block: Block, path: tuple[int, ...]) -> str:
        """One block."""
        match block:
            case Heading(level):
                return f"#heading(level: {level}, {_string(heading_words(self.paper.language, block, path))})\n"
            case Words(line, kind, label):
                lead = f"#strong({_string(label)});#h(1em)" if label else ""
                return _FORMS[kind].format(lead + _line(line))
            case Items(items):
                return f"#{self.items(items)}\n"
            case Table():
                return _table(block)
            case Picture():
                return self.picture(block)

    def items(self, items: tuple[Item, ...], depth: int = 0) -> str:
        """A numbered list, which starts again at 1."""
        entries = ",".join(f"enum.item[{self.item(item, depth)}]" for item in items)
        return f'enum(numbering: "{_ITEMS[self.paper.language][depth]}", body-indent: 0.5em, {entries})'

    def item(self, item: Item, depth: int) -> str:
        """An item: its paragraphs, of which all but the last of all stay with what follows."""
        *titles, last = item.paragraphs
        inside = "".join(f"#stay[{_line(line)}]" for line in titles)
        if not item.items:
            return inside + _line(last)
        return f"{inside}#stay[{_line(last)}]#{self.items(item.items, depth + 1)}"

    def picture(self, picture: Picture) -> str:
        """A picture with its caption, or the word that its file is damaged."""
        made = fitted(picture, _WIDTHS[self.paper.landscape])
        if made is None:
            return f"#remark[#{_string(broken_words(picture, self.paper.language))}]\n"
        name = f"{len(self.files) + 1}{made.suffix}"
        self.files[name] = made.content
        # What PDF/UA asks for may not be empty.
        alt = _string(picture.alt.strip() or picture.caption.strip() or "—")
        caption = _string(picture.caption) if picture.caption else "none"
        image = f'image("{name}", width: {made.width:.2f}cm, alt: {alt})'
        return f"#figure(kind: image, supplement: none, numbering: none, caption: {caption}, {image})\n"

    def notes(self) -> str:
        """The notes, each with a link back to its first mark."""
        if not self.paper.notes:
            return ""
        head = f"#heading(level: 1, outlined: false, {_string(self.paper.notes_title)})\n"
        look = "#set text(size: 9.5pt)\n#set par(justify: false, leading: 0.6em)\n"
        look += "#set par(spacing: 0.7em, hanging-indent: 2.4em)\n"
        return head + look + "".join(f"#note({note.number}, {_string(note.text)})\n" for note in self.paper.notes)


_FORMS = {
    "text": "{}\n\n",
    "subtitle": "#subtitle[{}]\n",
    "quotation": "#quote(block: true)[{}]\n",
    "remark": "#remark[{}]\n",
}


def _table(table: Table) -> str:
    widths = _array([f"{width}fr" for width in table.widths])
    head = _array([_string(words) for words in table.head])
    sums = _array([f"[{_line(line)}]" for line in table.total])
    cells = ",".join(f"[{_line(line)}]" for row in table.rows for line in row)
    made = f"grid-of({widths}, {_array([str(number) for number in sorted(table.numeric)])}, {head}, {sums}, {cells})"
    return f"#captioned({made}, {_string(table.caption)})\n" if table.caption else f"#{made}\n"


def _settings(paper: Paper) -> str:
    """What the form is told: the title, the language, the fonts, the page."""
    chinese = chinese_font()
    # Typst brings the Latin font itself; in Chinese text the Chinese font has Latin letters that go with it.
    fonts = ["Libertinus Serif", chinese] if paper.language == "en" else [chinese]
    before, between, after = (_string(words) for words in PHRASES[paper.language].pages)
    told = {
        "title": _string(paper.title),
        "publisher": _string(paper.publisher),
        "dateline": _string(paper.dateline),
        "lang": '"zh"' if paper.language == "zh-hant" else '"en"',
        "region": '"TW"' if paper.language == "zh-hant" else '"US"',
        "fonts": _array([_string(font) for font in fonts]),
        "landscape": str(paper.landscape).lower(),
        "pages": f"(page, all) => {before} + str(page) + {between} + str(all) + {after}",
    }
    return "".join(f"#let {name} = {value}\n" for name, value in told.items())


def _without_glyph(message: str) -> set[str]:
    """The characters that cannot be shown, by Typst's complaint."""
    found = _UNDISPLAYED.search(message)
    text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""
    return {character for character in text if not character.isascii()}


def _compiled(source: str, folder: Path) -> bytes:
    """The PDF of a source; characters that no installed font has are printed as 〓."""
    while True:
        try:
            compiler = typst.Compiler(source.encode(), root=folder, font_paths=_fonts())
            made = compiler.compile(format="pdf", pdf_standards=[*STANDARDS])
        except typst.TypstError as error:
            missing = _without_glyph(str(error)) & set(source)
            if not missing:
                raise
            source = source.translate({ord(character): _MISSING for character in missing})
            continue
        if not isinstance(made, bytes):
            raise TypeError("Typst gave no single PDF")
        return made


def render(paper: Paper) -> bytes:
    """The report as a tagged PDF (PDF/A-2a and PDF/UA-1); raises FontMissing where there is no font for Chinese.

    A rare character that no installed font has is printed as 〓.
    """
    body = Body(paper)
    source = _settings(paper) + FORM.read_text(encoding="utf-8") + body.source()
    with TemporaryDirectory() as folder:
        for name, content in body.files.items():
            (Path(folder) / name).write_bytes(content)
        return _compiled(source, Path(folder))
