"""Make the example documents from their sources: scripts/make_examples.py [FOLDER].

Each file of examples/sources is a short Markdown: `#` to `####` before a heading, `|` at the ends of a table row, a
paragraph a line, two spaces before a paragraph that belongs under the one above. It becomes one file of FOLDER
(default examples/kaohsiung). The same sources give the same bytes, so that a commit shows only what was changed.
"""

import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import groupby
from pathlib import Path

import docx
import typst
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from odfdo import Document as TextDocument
from odfdo import Element, Header, Paragraph, Style, Table

EXAMPLES = Path(__file__).parents[1] / "examples"
FONT = "Noto Serif CJK TC"
# Every file carries the same moment: the day after the period of the newest of them.
MADE = datetime(2026, 4, 1)  # noqa: DTZ001 - the formats keep a local time


@dataclass(frozen=True)
class Part:
    """A heading (level from 1), a paragraph (level 0, indent in steps) or a table row (its cells)."""

    text: str = ""
    level: int = 0
    indent: int = 0
    cells: tuple[str, ...] = ()


def parts(source: str) -> Iterator[Part]:
    """The parts of a source, in order."""
    for line in source.splitlines():
        words = line.strip()
        if words.startswith("#"):
            marks, _, heading = words.partition(" ")
            yield Part(heading, level=len(marks))
        elif words.startswith("|"):
            yield Part(cells=tuple(cell.strip() for cell in words.strip("|").split("|")))
        elif words:
            yield Part(words, indent=(len(line) - len(line.lstrip())) // 2)


def title_of(source: str) -> str:
    """The first heading of a source."""
    return next(part.text for part in parts(source) if part.level == 1)


def rows_together(source: str) -> Iterator[Part | list[tuple[str, ...]]]:
    """The parts, where rows that follow each other are one table: a list of rows of cells."""
    for is_row, group in groupby(parts(source), key=lambda part: bool(part.cells)):
        if is_row:
            yield [part.cells for part in group]
        else:
            yield from group


def settled(package: bytes) -> bytes:
    """The same zip package with one date on every entry, in the same order and compression as it had."""
    settled_package = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(settled_package, "w") as new:
        for entry in old.infolist():
            fresh = zipfile.ZipInfo(entry.filename, MADE.timetuple()[:6])
            fresh.compress_type = entry.compress_type
            new.writestr(fresh, old.read(entry))
    return settled_package.getvalue()


# ODT

ODT_HEADING_SIZES = {1: "18pt", 2: "15pt", 3: "13pt", 4: "12pt"}


def odt_style(name: str, **properties: str) -> Style:
    """A paragraph style in our font, with the size and the margins given."""
    style = Style("paragraph", name=name, display_name=name.replace("_20_", " "))
    size = properties.pop("size")
    weight = properties.pop("weight", "normal")
    style.set_properties(
        area="paragraph", properties={f"fo:{key.replace('_', '-')}": value for key, value in properties.items()}
    )
    text = {"style:font-name-asian": FONT, "style:font-size-asian": size, "style:font-weight-asian": weight}
    text |= {
        "style:font-name": FONT,
        "fo:font-size": size,
        "fo:font-weight": weight,
        "fo:country": "US",
        "fo:language": "en",
    }
    style.set_properties(area="text", properties=text | {"style:country-asian": "TW", "style:language-asian": "zh"})
    return style


def odt_styles(document: TextDocument) -> None:
    """The styles of headings and of paragraphs at three depths."""
    fonts = Element.from_tag(f'<style:font-face style:name="{FONT}" svg:font-family="\'{FONT}\'"/>')
    for declarations in (
        *document.styles.get_elements("//office:font-face-decls"),
        *document.content.get_elements("//office:font-face-decls"),
    ):
        declarations.append(fonts.clone)
    # Offices type the numbers: no second numbering beside them.
    for outline in document.styles.root.get_elements("//text:outline-style"):
        outline.delete()
    for level, size in ODT_HEADING_SIZES.items():
        style = odt_style(
            f"Heading_20_{level}",
            size=size,
            weight="bold",
            margin_top="0.3cm",
            margin_bottom="0.15cm",
            keep_with_next="always",
        )
        style.set_attribute("style:default-outline-level", str(level))
        document.insert_style(style)
    for indent in range(3):
        left = f"{0.8 + indent}cm"
        document.insert_style(odt_style(f"Item_20_{indent}", size="12pt", line_height="140%", margin_left=left))


def odt(source: str) -> bytes:
    """The source as an OpenDocument text."""
    document = TextDocument("text")
    document.body.clear()
    odt_styles(document)
    for part in rows_together(source):
        if isinstance(part, list):
            document.body.append(Table.from_csv("\n".join("\t".join(row) for row in part), "表", delimiter="\t"))
        elif part.level:
            heading = Header(part.level, part.text)
            heading.style = f"Heading_20_{part.level}"
            document.body.append(heading)
        else:
            document.body.append(Paragraph(part.text, style=f"Item_20_{part.indent}"))
    document.meta.title = title_of(source)
    document.meta.creation_date = document.meta.date = MADE
    made = BytesIO()
    document.save(made)
    return settled(made.getvalue())


# DOCX

DOCX_COLUMNS = (6.2, 1.9, 10.4, 2.4, 3.6)


def docx_fonts(document: WordDocument) -> None:
    """Our font in every style, for Latin and for East Asian text: Word takes them apart."""
    for style in document.styles:
        if hasattr(style, "font"):
            style.font.name = FONT
            style.font.color.rgb = RGBColor(0, 0, 0)
            style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    document.styles["Normal"].font.size = Pt(11)


def docx_table(document: WordDocument, rows: list[tuple[str, ...]]) -> None:
    """A table with lines, whose first row is its head."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, DOCX_COLUMNS, strict=True):
        column.width = Cm(width)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    # The mark that repeats the head on each page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def docx_landscape(source: str) -> bytes:
    """The source as a Word document on A4 paper laid across."""
    document = docx.Document()
    docx_fonts(document)
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    for part in rows_together(source):
        if isinstance(part, list):
            docx_table(document, part)
        elif part.level:
            document.add_heading(part.text, part.level)
        else:
            document.add_paragraph(part.text)
    document.core_properties.created = document.core_properties.modified = MADE
    document.core_properties.title = title_of(source)
    document.core_properties.author = "高雄市政府行政暨國際處"
    made = BytesIO()
    document.save(made)
    return settled(made.getvalue())


# PDF

TYPST_HEAD = f"""
#set page(paper: "presentation-16-9", margin: (x: 2cm, y: 1.4cm), numbering: "1")
#set text(font: "{FONT}", lang: "zh", region: "TW", size: 18pt)
#set par(leading: 0.7em, spacing: 0.9em)
#show heading.where(level: 1): set text(30pt)
#show table: set text(15pt)
#show heading: set block(above: 1em, below: 0.8em)
#set table(inset: 5.5pt, stroke: 0.5pt)
"""


def typst_string(words: str) -> str:
    """A text as a string of Typst's, which takes it as it stands."""
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'


def typst_part(part: Part | list[tuple[str, ...]]) -> str:
    """A part in Typst's markup."""
    if isinstance(part, list):
        cells = ", ".join(f"[#{typst_string(cell)}]" for row in part for cell in row)
        return f"#table(columns: {len(part[0])}, {cells})"
    if part.level:
        return f"#heading(level: {part.level})[#{typst_string(part.text)}]"
    return f"#pad(left: {part.indent + 0.5}em)[#{typst_string(part.text)}]"


def slides(source: str) -> bytes:
    """The source as a PDF of slides: a heading begins a new one, unless another heading stands right above it."""
    markup, after_heading = [f"#set document(title: {typst_string(title_of(source))}, date: none)", TYPST_HEAD], True
    for part in rows_together(source):
        heading = isinstance(part, Part) and part.level > 0
        if heading and not after_heading:
            markup.append("#pagebreak()")
        markup.append(typst_part(part))
        after_heading = heading
    return bytes(typst.compile("\n\n".join(markup).encode()))


TARGETS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "annual-report-2022.odt": ("annual-report-2022.md", odt),
    "memberships.docx": ("memberships.md", docx_landscape),
    "council-report-2026.pdf": ("council-report-2026.md", slides),
}


def main(folder: Path) -> None:
    """Write every target into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for target, (source, make) in TARGETS.items():
        (folder / target).write_bytes(make((EXAMPLES / "sources" / source).read_text(encoding="utf-8")))
        print(folder / target)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES / "kaohsiung")
