"""Documents of one content in every format, made by the libraries that offices' programs are like."""

import csv
import html
from dataclasses import dataclass
from email.message import EmailMessage
from itertools import chain
from pathlib import Path

import docx
import typst
from docx.enum.style import WD_STYLE_TYPE
from odfdo import Document as Odt
from odfdo import DrawPage, Element, Header, Paragraph, Row, Table
from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Cm

CJK = "Noto Sans CJK TC"


@dataclass(frozen=True)
class Part:
    """A paragraph, with `level` a heading, with `rows` a table."""

    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def make_txt(parts: list[Part], path: Path) -> None:
    """Plain text, a blank line between paragraphs."""
    blocks = ["\n".join("\t".join(row) for row in part.rows) or part.text for part in parts]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def make_docx(parts: list[Part], path: Path) -> None:
    """Word, with its heading styles."""
    document = docx.Document()
    for part in parts:
        if part.rows:
            table = document.add_table(rows=0, cols=len(part.rows[0]))
            for row in part.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif part.level:
            document.add_heading(part.text, part.level)
        else:
            document.add_paragraph(part.text)
    document.save(str(path))


def make_odt(parts: list[Part], path: Path) -> None:
    """OpenDocument, with outline levels."""
    document = Odt("text")
    document.body.clear()
    for part in parts:
        if part.rows:
            table = Table("table")
            for row in part.rows:
                line = Row()
                line.set_values(list(row))
                table.append_row(line)
            document.body.append(table)
        elif part.level:
            document.body.append(Header(part.level, part.text))
        else:
            document.body.append(Paragraph(part.text))
    document.save(str(path))


def make_html(parts: list[Part], path: Path) -> None:
    """A web page with a menu above and a foot below."""
    body: list[str] = []
    for part in parts:
        if part.rows:
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in part.rows)
            body.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            tag = f"h{part.level}" if part.level else "p"
            body.append(f"<{tag}>{html.escape(part.text)}</{tag}>")
    page = f"<nav><a href=/>首頁</a></nav><main>{''.join(body)}</main><footer>版權所有</footer>"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{page}", encoding="utf-8")


def make_pdf(parts: list[Part], path: Path) -> None:
    """PDF by typst, with rules around the cells of tables."""
    lines = [f'#set text(font: "{CJK}", lang: "zh", region: "TW", cjk-latin-spacing: none)']
    for part in parts:
        if part.rows:
            cells = ", ".join(f"[{cell}]" for row in part.rows for cell in row)
            lines.append(f"#table(columns: {len(part.rows[0])}, {cells})")
        else:
            lines.append(f"#heading(level: {part.level})[{part.text}]" if part.level else f"#par[{part.text}]")
    path.write_bytes(typst.compile("\n\n".join(lines).encode()))


def preformatted_docx(text: str, path: Path) -> None:
    """Word, each line a paragraph of a style for plain text."""
    document = docx.Document()
    document.styles.add_style("Plain Text", WD_STYLE_TYPE.PARAGRAPH)
    for line in text.splitlines():
        document.add_paragraph(line, "Plain Text")
    document.save(str(path))


def preformatted_odt(text: str, path: Path) -> None:
    """OpenDocument, each line a paragraph of the style for plain text."""
    document = Odt("text")
    document.body.clear()
    for line in text.splitlines():
        document.body.append(Paragraph(line, style="Preformatted_20_Text"))
    document.save(str(path))


def preformatted_html(text: str, path: Path) -> None:
    """A web page that shows plain text."""
    path.write_text(f"<!doctype html><meta charset=utf-8><body><pre>{html.escape(text)}</pre>", encoding="utf-8")


PREFORMATTED = {".docx": preformatted_docx, ".odt": preformatted_odt, ".html": preformatted_html}
MAKERS = {".txt": make_txt, ".docx": make_docx, ".odt": make_odt, ".html": make_html, ".pdf": make_pdf}


def _rows(parts: list[Part]) -> list[tuple[str, ...]]:
    """The parts as rows of a sheet, an empty one between them."""
    return [row for part in parts for row in (*(part.rows or ((part.text,),)), ())]


def make_xlsx(parts: list[Part], path: Path) -> None:
    """A workbook of one sheet."""
    book = Workbook()
    for row in _rows(parts):
        book.worksheets[0].append(row)
    book.save(path)


def make_ods(parts: list[Part], path: Path) -> None:
    """An OpenDocument sheet."""
    document = Odt("spreadsheet")
    document.body.clear()
    table = Table("sheet")
    for row in _rows(parts):
        line = Row()
        line.set_values(list(row))
        table.append(line)
    document.body.append(table)
    document.save(str(path))


def make_csv(parts: list[Part], path: Path) -> None:
    """Rows parted by commas."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(_rows(parts))


def make_pptx(parts: list[Part], path: Path) -> None:
    """A deck, each part a slide."""
    deck = Presentation()
    for part in parts:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        if part.rows:
            table = slide.shapes.add_table(len(part.rows), len(part.rows[0]), Cm(1), Cm(9), Cm(20), Cm(5)).table
            for at, words in enumerate(chain.from_iterable(part.rows)):
                table.cell(*divmod(at, len(part.rows[0]))).text = words
        elif part.level:
            slide.shapes.title.text = part.text
        else:
            slide.placeholders[1].text_frame.text = part.text
    deck.save(str(path))


def make_odp(parts: list[Part], path: Path) -> None:
    """An OpenDocument deck, each part a slide."""
    deck = Odt("presentation")
    deck.body.clear()
    for at, part in enumerate(parts):
        lines = ["、".join(row) for row in part.rows] or [part.text]
        words = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in lines)
        kind = "title" if part.level else "outline"
        page = DrawPage(f"page{at}", name=f"page{at}")
        page.append(
            Element.from_tag(
                f'<draw:frame presentation:class="{kind}" svg:x="1cm" svg:y="2cm" svg:width="9cm" svg:height="2cm">'
                f"<draw:text-box>{words}</draw:text-box></draw:frame>"
            )
        )
        deck.body.append(page)
    deck.save(str(path))


def make_md(parts: list[Part], path: Path) -> None:
    """Markdown."""
    lines: list[str] = []
    for part in parts:
        rows = ["| " + " | ".join(row) + " |" for row in part.rows]
        lines.append("\n".join([*rows[:1], "|---" * len(part.rows[0]) + "|", *rows[1:]]) if rows else part.text)
        if part.level:
            lines[-1] = "#" * part.level + " " + part.text
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def make_eml(parts: list[Part], path: Path) -> None:
    """A message with a page for its body and a Word document attached."""
    make_html(parts, path)
    message = EmailMessage()
    message["Subject"], message["From"], message["Message-ID"] = parts[0].text, "a@example.tw", "<1@example.tw>"
    message.set_content(path.read_text(encoding="utf-8"), subtype="html")
    make_docx(parts, path)
    message.add_attachment(path.read_bytes(), maintype="application", subtype="octet-stream", filename="a.docx")
    path.write_bytes(message.as_bytes())


# What has no paragraphs or no levels of headings, and so gives other blocks than the formats above.
OTHERS = {
    ".csv": make_csv, ".eml": make_eml, ".md": make_md, ".odp": make_odp, ".ods": make_ods, ".pptx": make_pptx,
    ".xlsx": make_xlsx,
}  # fmt: skip
