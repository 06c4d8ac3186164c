"""The Markdown writer: CommonMark with GitHub's tables and footnotes."""

import re
from collections.abc import Iterator

from hansa.reports.blocks import Block, Heading, Item, Items, Line, Paper, Paragraph, Picture, Run, Table
from hansa.reports.numerals import heading_words, label, numbered
from hansa.reports.render.text import address, printable

# What could be taken for Markdown or HTML inside a line.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_SPACE = re.compile(r"\s+")
# What could be taken for a heading, list or rule at the start of a line.
_LEADING = re.compile(r"^(\d+)([.)])|^([#+=-])")


def plain(text: str) -> str:
    """Text on one line, so written that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", printable(text)))


def _guard(line: str) -> str:
    return _LEADING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def inline(line: Line) -> str:
    """A line with its marks as footnotes."""
    return "".join(_run(part) if isinstance(part, Run) else f"[^{part.note}]" for part in line)


def _run(run: Run) -> str:
    # Marks of emphasis would not work beside full-width punctuation with white space inside them.
    text = plain(run.text)
    if run.link:
        text = f"[{text}](<{address(run.link)}>)"
    return f"**{text}**" if run.bold and text else text


def _items(paper: Paper, items: tuple[Item, ...], level: int) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        first, *rest = (inline(line) for line in item.paragraphs)
        if level == 4:
            lead = f"{number}. "
        else:
            # Markdown knows no （1）: the number is written, in a list that shows none of its own.
            gap = " " if paper.language == "en" else ""
            first, lead = f"{label(paper.language, (number,), level)}{gap}{first}", "- "
        indent = " " * len(lead)
        yield lead + (first if level > 4 else _guard(first))
        for line in rest:
            yield ""
            yield indent + _guard(line)
        for line in _items(paper, item.items, level + 1) if item.items else ():
            yield (indent + line) if line else ""
        yield ""


def _table(table: Table) -> Iterator[str]:
    rule = ("---:" if column in table.numeric else "---" for column in range(len(table.head)))
    if table.caption:
        yield f"**{plain(table.caption)}**"
        yield ""
    yield _row([plain(words) for words in table.head])
    yield _row(list(rule))
    for row in table.rows:
        yield _row([inline(line) for line in row])
    if table.total:
        yield _row([f"**{inline(line)}**" if line else "" for line in table.total])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _block(paper: Paper, block: Block, path: tuple[int, ...]) -> Iterator[str]:
    match block:
        case Heading(level):
            yield "#" * (level + 1) + " " + plain(heading_words(paper.language, block, path))
        case Paragraph(line, kind, label):
            lead = f"**{plain(label)}** " if label else ""
            yield ("> " if kind in ("quotation", "remark") else "") + lead + _guard(inline(line))
        case Items(items):
            yield from _items(paper, items, 4)
        case Table():
            yield from _table(block)
        case Picture(alt=alt, caption=caption):
            # A text holds no picture: what it shows is told.
            yield f"*{plain(caption or alt)}*"


def render(paper: Paper) -> bytes:
    """The report as Markdown in UTF-8."""
    lines = [f"# {plain(paper.title)}", "", plain(paper.publisher) + "  ", plain(paper.dateline), ""]
    for block, path in numbered(paper.blocks):
        lines += [*_block(paper, block, path), ""]
    if paper.notes:
        lines += [f"## {plain(paper.notes_title)}", ""]
        for note in paper.notes:
            lines += [f"[^{note.number}]: {plain(note.text)}", ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip().encode() + b"\n"
