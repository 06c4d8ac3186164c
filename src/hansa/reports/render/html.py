"""The HTML writer: one page that stands alone, readable without style and printable."""

import base64
import html

from hansa.reports.blocks import Block, Heading, Item, Items, Line, Mark, Note, Paper, Paragraph, Picture, Run, Table
from hansa.reports.numerals import anchor, heading_words, numbered
from hansa.reports.render.pictures import broken_words, fitted
from hansa.reports.render.text import address, by_direction, printable

_WIDTH = 17.0  # cm, as the width of the text is in print
LANG = {"zh-hant": "zh-Hant-TW", "en": "en"}
STYLE = """
:root { color-scheme: light; }
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1d2733; background: #fff;
  font-family: "Noto Serif TC", "Noto Serif CJK TC", "PMingLiU", Georgia, serif; line-height: 1.75; }
header { text-align: center; border-bottom: 3px double #1d2733; margin-bottom: 2rem; padding-bottom: 1rem; }
h1 { font-size: 1.7rem; line-height: 1.4; }
h2 { font-size: 1.35rem; margin-top: 2.5rem; border-bottom: 1px solid #9aa5b1; }
h3 { font-size: 1.12rem; margin-top: 1.6rem; }
h4 { font-size: 1rem; }
nav ul { list-style: none; padding-left: 0; }
nav ul ul { padding-left: 1.5rem; }
li > p { margin: 0.2rem 0; }
ol ol { list-style: none; counter-reset: sub; padding-left: 2.2rem; }
ol ol > li { counter-increment: sub; }
ol ol > li::before { float: left; margin-left: -2.2rem; content: "（" counter(sub) "）"; }
:lang(en) ol ol > li::before { content: "(" counter(sub, lower-alpha) ")"; }
sup { line-height: 0; font-size: 0.7em; }
a { color: #0b5394; text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: 0.93rem; line-height: 1.5; }
th, td { border: 1px solid #9aa5b1; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; }
th { background: #eef2f6; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
tfoot td { font-weight: bold; border-top: 2px solid #1d2733; }
.subtitle { font-size: 1.1rem; text-align: center; }
blockquote { margin: 1rem 0 1rem 2rem; padding-left: 1rem; border-left: 3px solid #9aa5b1; }
aside { margin: 1rem 0; padding: 0.5rem 1rem; background: #fff8e1; border: 1px solid #d9b650; }
figure { margin: 1.5rem 0; text-align: center; }
figure img { max-width: 100%; }
figcaption { font-size: 0.93rem; }
.notes { font-size: 0.88rem; border-top: 1px solid #9aa5b1; margin-top: 3rem; }
:target { background: #fff4cc; }
@media print { body { max-width: none; margin: 0; } thead { display: table-header-group; } a { color: inherit; } }
"""


def words(text: str) -> str:
    """Text as it is written in attributes."""
    return html.escape(printable(text))


def shown(text: str) -> str:
    """Text as it is written between tags; what runs from right to left draws nothing beside it along."""
    return "".join(f"<bdi>{words(piece)}</bdi>" if leftward else words(piece) for piece, leftward in by_direction(text))


def inline(line: Line) -> str:
    """A line with its marks as links to the notes."""
    return "".join(_run(part) if isinstance(part, Run) else _mark(part) for part in line)


def _run(run: Run) -> str:
    text = shown(run.text)
    if run.link:
        text = f'<a href="{words(address(run.link))}">{text}</a>'
    return f"<strong>{text}</strong>" if run.bold else text


def _mark(mark: Mark) -> str:
    ident = f' id="mark-{mark.note}"' if mark.first else ""
    return f'<sup><a{ident} role="doc-noteref" href="#note-{mark.note}">[{mark.note}]</a></sup>'


def _items(items: tuple[Item, ...]) -> str:
    parts = []
    for item in items:
        body = "".join(f"<p>{inline(line)}</p>" for line in item.paragraphs)
        parts.append(f"<li>{body}{_items(item.items) if item.items else ''}</li>\n")
    return f"<ol>\n{''.join(parts)}</ol>\n"


def _table(table: Table) -> str:
    def cell(tag: str, column: int, content: str) -> str:
        look = ' class="number"' if column in table.numeric else ""
        scope = ' scope="col"' if tag == "th" else ""
        return f"<{tag}{scope}{look}>{content}</{tag}>"

    head = "".join(cell("th", column, words(title)) for column, title in enumerate(table.head))

    def row(lines: tuple[Line, ...]) -> str:
        return "<tr>" + "".join(cell("td", column, inline(line)) for column, line in enumerate(lines)) + "</tr>\n"

    caption = f"<caption>{shown(table.caption)}</caption>\n" if table.caption else ""
    rows = "".join(map(row, table.rows))
    total = f"<tfoot>\n{row(table.total)}</tfoot>\n" if table.total else ""
    return f"<table>\n{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n{total}</table>\n"


def _paragraph(paragraph: Paragraph) -> str:
    text = inline(paragraph.line)
    match paragraph.kind:
        case "text":
            return f"<p>{text}</p>\n"
        case "subtitle":
            return f'<p class="subtitle">{text}</p>\n'
        case "quotation":
            return f"<blockquote><p>{text}</p></blockquote>\n"
        case "remark":
            return f"<aside><p><strong>{words(paragraph.label)}</strong> {text}</p></aside>\n"


def _picture(paper: Paper, picture: Picture) -> str:
    made = fitted(picture, _WIDTH)
    if made is None:
        return f"<aside><p>{shown(broken_words(picture, paper.language))}</p></aside>\n"
    source = f"data:{made.media_type};base64,{base64.b64encode(made.content).decode()}"
    image = f'<img src="{source}" alt="{words(picture.alt)}" style="width: {made.width / _WIDTH:.0%}">'
    caption = f"<figcaption>{shown(picture.caption)}</figcaption>" if picture.caption else ""
    return f"<figure>{image}{caption}</figure>\n"


def _block(paper: Paper, block: Block, path: tuple[int, ...]) -> str:
    match block:
        case Heading(level):
            tag = f"h{level + 1}"
            return f'<{tag} id="{anchor(path)}">{shown(heading_words(paper.language, block, path))}</{tag}>\n'
        case Paragraph():
            return _paragraph(block)
        case Items(items):
            return _items(items)
        case Table():
            return _table(block)
        case Picture():
            return _picture(paper, block)


def _contents(paper: Paper) -> str:
    if not paper.contents_title:
        return ""
    chapters: list[tuple[str, list[str]]] = []
    for block, path in numbered(paper.blocks):
        if isinstance(block, Heading) and block.level <= 2:
            link = f'<a href="#{anchor(path)}">{shown(heading_words(paper.language, block, path))}</a>'
            if block.level == 1:
                chapters.append((link, []))
            else:
                chapters[-1][1].append(f"<li>{link}</li>")
    lists = ("<ul>" + "".join(below) + "</ul>" if below else "" for _, below in chapters)
    entries = (f"<li>{link}{below}</li>\n" for (link, _), below in zip(chapters, lists, strict=True))
    title = words(paper.contents_title)
    return f'<nav aria-label="{title}">\n<h2>{title}</h2>\n<ul>\n{"".join(entries)}</ul>\n</nav>\n'


def _notes(paper: Paper) -> str:
    def entry(note: Note) -> str:
        label = f"{words(paper.notes_title)} {note.number}"
        back = f'<a href="#mark-{note.number}" role="doc-backlink" aria-label="{label}">↑</a>'
        return f'<li id="note-{note.number}">{shown(note.text)} {back}</li>\n'

    if not paper.notes:
        return ""
    entries = "".join(entry(note) for note in paper.notes)
    title = f"<h2>{words(paper.notes_title)}</h2>"
    return f'<section class="notes" role="doc-endnotes">\n{title}\n<ol>\n{entries}</ol>\n</section>\n'


def render(paper: Paper) -> bytes:
    """The report as an HTML page in UTF-8."""
    title = words(paper.title)
    body = "".join(_block(paper, block, path) for block, path in numbered(paper.blocks))
    return f"""<!DOCTYPE html>
<html lang="{LANG[paper.language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{words(paper.publisher)}">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p>{words(paper.publisher)}<br>{words(paper.dateline)}</p>
</header>
{_contents(paper)}<main>
{body}</main>
{_notes(paper)}</body>
</html>
""".encode()
