"""Documents of one content in every format, made by the libraries that offices' programs are like."""

import html
from dataclasses import dataclass
from pathlib import Path

import docx
import typst
from docx.enum.style import WD_STYLE_TYPE
from odfdo import Document as Odt
from odfdo import Header, Paragraph, Row, Table

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
