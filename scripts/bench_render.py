"""How fast papers become files: each format for 20 and 200 pages and a table of 5,000 rows, and the two ratios.

PDF is held against Typst alone with the same words as plain mark-up, DOCX against python-docx alone adding the same
paragraphs and tables. Each measurement has a process of its own, and is the best of some: Typst keeps what it compiled.
"""

import argparse
import io
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import docx
import typst
from docx.document import Document
from docx.text.paragraph import Paragraph as DocxParagraph

from hansa.reports.blocks import Heading, Item, Items, Line, Mark, Note, Paper, Run, Table
from hansa.reports.listing import Cell, Column, Listing
from hansa.reports.numerals import heading_words, numbered
from hansa.reports.render import WRITERS, pdf
from hansa.reports.render.listings import write_listing

_WORDS = "民國111年3月17日與日本熊本市舉行視訊會議，雙方就產業合作、觀光推廣及教育交流等議題交換意見，並同意深化合作。"
_MARKUP = re.compile(r"([\\#$*_`<>@\[\]~=+\-/'\"])")
_SHEETS = (".xlsx", ".ods", ".csv")
_MOST = 1.5


def paper(pages: int, rows: int = 0) -> Paper:
    """A report of about so many pages: headings, items with notes, tables; with `rows` one long table."""
    blocks: list[Heading | Items | Table] = []
    notes: list[Note] = []
    for section in range(pages * 2 // 3):
        blocks.append(Heading(2 if section % 5 else 1, f"城市交流之{section}"))
        blocks.append(Items(tuple(_items(notes))))
        blocks.append(_table(8))
    if rows:
        blocks.append(_table(rows))
    head = ("施政績效成果報告", "國際事務處", "中華民國112年2月1日", "目錄", "資料來源")
    return Paper("zh-hant", *head, tuple(blocks), tuple(notes))


def _items(notes: list[Note]) -> Iterator[Item]:
    for number in range(8):
        notes.append(Note(len(notes) + 1, f"《施政報告》，第{number}頁：「{_WORDS}」"))
        yield Item(((Run(f"第{number}次交流", bold=True),), (Run(_WORDS * 2), Mark(len(notes), first=True))))


def _table(rows: int) -> Table:
    cells = tuple(
        tuple((Run(words),) for words in (f"亞太城市合作網{row}", "正式會員", "2004", "行國處", f"{row:,}"))
        for row in range(rows)
    )
    return Table(("組織", "身分", "參加年", "主責單位", "會費"), cells, (4, 2, 2, 2, 2), frozenset({4}))


def listing(rows: int) -> Listing:
    """A list of so many rows."""
    columns = (Column("組織", 4), Column("身分"), Column("參加年"), Column("單位"), Column("會費", 1, "amount"))
    cells = (
        (Cell(f"亞太城市合作網{row}"), Cell("正式會員"), Cell("2004"), Cell("行國處"), Cell(row)) for row in range(rows)
    )
    return Listing("zh-hant", "會籍一覽表", "國際事務處", "截至112年2月1日", columns, tuple(cells))


def bare_typst(made: Paper) -> bytes:
    """The same words as plain mark-up, with the same font and standards, by Typst alone."""
    lines = [f'#set document(title: "{made.title}")\n#set text(font: "{pdf.FONTS[0]}", lang: "zh", region: "TW")']
    lines += ['#set page(numbering: "1")', f"= {made.title}", "#outline()"]
    for block, path in numbered(made.blocks):
        lines += ["", *_marked_up(made, block, path)]
    lines += [f"\n\\[{note.number}\\] {_plain(note.text)}" for note in made.notes]
    content = typst.compile("\n".join(lines).encode(), format="pdf", pdf_standards=["a-2a", "ua-1"])
    if not isinstance(content, bytes):
        raise TypeError("Typst gave no single PDF")
    return content


def _marked_up(made: Paper, block: object, path: tuple[int, ...]) -> Iterator[str]:
    match block:
        case Heading(level):
            yield f"{'=' * level} {_plain(heading_words(made.language, block, path))}"
        case Items(items):
            yield from ("+ " + "\n\n  ".join(map(_marked_line, item.paragraphs)) for item in items)
        case Table(head, rows):
            cells = "".join(f"[{_marked_line(cell)}], " for row in rows for cell in row)
            yield f"#table(columns: {len(head)}, table.header({''.join(f'[{words}], ' for words in head)}), {cells})"


def _marked_line(line: Line) -> str:
    return "".join(_marked(part) for part in line)


def _marked(part: Run | Mark) -> str:
    if isinstance(part, Mark):
        return f"#super[\\[{part.note}\\]]"
    return f"*{_plain(part.text)}*" if part.bold else _plain(part.text)


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def bare_docx(made: Paper) -> bytes:
    """The same paragraphs and tables by python-docx alone."""
    document = docx.Document()
    for block in made.blocks:
        match block:
            case Heading(level, text):
                document.add_heading(text, level)
            case Items(items):
                for line in (line for item in items for line in item.paragraphs):
                    _add_line(document.add_paragraph(style="List Number"), line)
            case Table():
                _add_table(document, block)
    for note in made.notes:
        document.add_paragraph(f"[{note.number}] {note.text}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_table(document: Document, block: Table) -> None:
    table = document.add_table(1, len(block.head), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, block.head, strict=True):
        cell.text = words
    for row in block.rows:
        for cell, line in zip(table.add_row().cells, row, strict=True):
            _add_line(cell.paragraphs[0], line)


def _add_line(paragraph: DocxParagraph, line: Line) -> None:
    for part in line:
        if isinstance(part, Run):
            paragraph.add_run(part.text).bold = part.bold
        else:
            paragraph.add_run(f"[{part.note}]").font.superscript = True


def works() -> dict[str, Callable[[], bytes]]:
    """What is measured, by name."""
    found: dict[str, Callable[[], bytes]] = {
        "bare typst 20": lambda: bare_typst(paper(20)),
        "bare python-docx 20": lambda: bare_docx(paper(20)),
    }
    for suffix, write in WRITERS.items():
        found[f"{suffix} 20"] = lambda write=write: write(paper(20))  # type: ignore[misc]
        found[f"{suffix} 200"] = lambda write=write: write(paper(200))  # type: ignore[misc]
        found[f"{suffix} 5000 rows"] = lambda write=write: write(paper(1, 5000))  # type: ignore[misc]
    for suffix in _SHEETS:
        found[f"{suffix} 5000 rows"] = lambda suffix=suffix: write_listing(listing(5000), suffix)  # type: ignore[misc]
    return found


def once(name: str) -> float:
    """Seconds that a work takes in this process, where nothing was done before."""
    work = works()[name]
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def best(name: str, times: int) -> float:
    """The least of the seconds in processes of their own."""
    command = [sys.executable, "-m", "scripts.bench_render", "--once", name]
    return min(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(times))


def main() -> None:
    """Print the seconds and the ratios; exit 1 where a ratio is above the limit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--once", metavar="NAME")
    options.add_argument("--times", type=int, default=3)
    asked = options.parse_args()
    if asked.once:
        print(once(asked.once))
        return
    seconds = {name: best(name, asked.times if name.endswith(" 20") else 1) for name in works()}
    for name, taken in seconds.items():
        print(f"{name:24}{taken:8.2f} s")
    ratios = {
        "PDF to bare Typst": seconds[".pdf 20"] / seconds["bare typst 20"],
        "DOCX to bare python-docx": seconds[".docx 20"] / seconds["bare python-docx 20"],
    }
    for name, ratio in ratios.items():
        print(f"{name:24}{ratio:8.2f}   (at most {_MOST})")
    if max(ratios.values()) > _MOST:
        sys.exit("a ratio is above its limit")


if __name__ == "__main__":
    main()
