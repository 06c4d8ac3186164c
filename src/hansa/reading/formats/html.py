"""Web pages: the main content's paragraphs, headings, lists and tables, without the site's own bars and menus."""

import codecs
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hansa.reading.document import Document
from hansa.reading.formats.composing import Composer
from hansa.reading.formats.errors import DocumentError
from hansa.reading.formats.loading import TOO_LONG
from hansa.reading.formats.main_content import main_content
from hansa.reading.formats.markup import natural
from hansa.reading.formats.text import decode, wider

_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6]|"
    r"header|hr|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|th|thead|tr|ul"
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_BREAK_IN_CHINESE = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\n\s*(?=[\u2e80-\u9fff\uff00-\uffef])")
# All elements but those that hold none, and those that the next of their kind closes.
_NESTING = re.compile(
    r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|"
    r"a|body|button|caption|colgroup|d[dt]|form|h[1-6]|head|html|li|p|t(?:body|[dhr]|foot|head))\b)[a-z]",
    re.IGNORECASE,
)
# The parser takes time with the square of the depth: a quarter of a second at this one.
_DEEPEST = 10_000
# Ten times those of the longest pages; more take long to be gone through, whatever they hold.
_MOST_TAGS = 600_000
_WIDEST_SPAN = 50
_SAMPLE = 500
_PROSE_SHARE = 0.5
_SENTENCE_END = re.compile(r"[。！？!?.][」』”）)]*$")


def read(data: bytes) -> Document:
    """The document in a web page. Raises DocumentError where it holds no text."""
    return read_page(_decoded(data), "text/html")


def read_page(page: str, media_type: str) -> Document:
    """The document in the text of a web page, or of what was made into one."""
    if page.count("<") > _MOST_TAGS:
        raise DocumentError(TOO_LONG)
    if _depth(page) > _DEEPEST:
        raise DocumentError("is nested far deeper than any page; save its text and try again")
    tree = LexborHTMLParser(page)
    title = tree.css_first("title")
    body = tree.body
    out = Composer(media_type)
    if body is not None:
        root, left_out = main_content(tree, body)
        _Walk(out, left_out).blocks(root)
    return out.document(title.text() if title is not None else "")


def _decoded(data: bytes) -> str:
    """The page's text in the encoding that it names, where that takes every byte, else by the ladder of plain text."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode(wider(named[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _depth(page: str) -> int:
    """How deep the elements are nested that have to be closed."""
    deepest = depth = 0
    for tag in _NESTING.finditer(page):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest


class _Walk:
    """Goes through an element without calling itself, for pages nested to any depth."""

    def __init__(self, out: Composer, left_out: set[int]) -> None:
        self._out = out
        self._left_out = left_out
        self._paragraphs = False
        self._words: list[str] = []
        self._mark = ""
        self._counts: dict[int, int] = {}

    def blocks(self, root: LexborNode) -> None:
        """Everything in an element, block by block."""
        self._paragraphs = _holds_paragraphs(root)
        layouts = _layouts(root)
        waiting: list[tuple[LexborNode, bool]] = [(root, False)]
        while waiting:
            node, left = waiting.pop()
            if node.mem_id in self._left_out:
                continue
            tag = node.tag or ""
            if left:
                self._end(node)
            elif tag == "-text":
                self._words.append(node.text_content or "")
            elif tag == "br":
                self._words.append("\0")
            elif tag == "table" and node.mem_id not in layouts:
                self._end(None)
                self._table(node)
            else:
                self._begin(node, waiting)

    def _begin(self, node: LexborNode, waiting: list[tuple[LexborNode, bool]]) -> None:
        if _BLOCK.fullmatch(node.tag or ""):
            self._end(None)
            self._mark = self._item_mark(node) or self._mark
            waiting.append((node, True))
        waiting.extend((child, False) for child in reversed(list(node.iter(include_text=True))))

    def _item_mark(self, node: LexborNode) -> str:
        """The number or bullet that a browser shows before a list's item."""
        parent = node.parent
        if node.tag != "li" or parent is None:
            return ""
        if parent.tag != "ol":
            return "• "
        number = self._counts.setdefault(parent.mem_id, natural(parent.attributes.get("start"), 1))
        self._counts[parent.mem_id] += 1
        return f"{number}. "

    def _end(self, node: LexborNode | None) -> None:
        """Write what the block holds; inside `pre`, line by line."""
        tag = node.tag if node is not None else ""
        raw = "".join(self._words)
        self._words = []
        if tag == "pre" and raw.strip():
            self._out.verbatim(raw.replace("\0", "\n").strip("\n"))
            return
        lines = _clean(raw).split("\0")
        level = int(tag[1]) if tag and len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
        for at, line in enumerate(lines):
            if line.strip():
                self._out.line(self._mark + line.strip(), level)
                self._mark = ""
            elif at < len(lines) - 1 or "\u00a0" in raw:
                self._out.blank()
        if tag == "p" and self._paragraphs:
            self._out.blank()

    def _table(self, table: LexborNode) -> None:
        below: dict[int, int] = {}
        for row in table.css("tr"):
            self._out.row(_row(row, below))


def _holds_paragraphs(root: LexborNode) -> bool:
    """Whether what a page marks as paragraphs are such, shown with a blank line between, and not lines of a list."""
    found = [text for text in (node.text().strip() for node in root.css("p")[:_SAMPLE]) if text]
    return sum(_SENTENCE_END.search(text) is not None for text in found) >= _PROSE_SHARE * len(found)


def _layouts(root: LexborNode) -> set[int]:
    """The tables with another inside, as those have that only lay out a page, by `mem_id`."""
    found: set[int] = set()
    if root.css_first("table table") is None:
        return found
    waiting: list[tuple[LexborNode, int]] = [(root, 0)]
    while waiting:
        node, table = waiting.pop()
        if node.tag == "table":
            found.add(table)
            table = node.mem_id
        waiting.extend((child, table) for child in node.iter())
    return found


def _row(row: LexborNode, below: dict[int, int]) -> list[str]:
    """A row's cells; `below` keeps for each column how many more rows a cell from above takes."""
    cells: list[str] = []
    for cell in row.iter():
        if cell.tag not in ("td", "th"):
            continue
        _skip_taken(cells, below)
        attributes = cell.attributes
        wide, high = (_span(attributes.get(name)) for name in ("colspan", "rowspan"))
        for at in range(wide):
            if high > 1:
                below[len(cells)] = high - 1
            cells.append("" if at else _words(cell))
    _skip_taken(cells, below)
    return cells


def _skip_taken(cells: list[str], below: dict[int, int]) -> None:
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append("")


def _span(value: str | None) -> int:
    return min(natural(value, 1), _WIDEST_SPAN) or 1


def _words(cell: LexborNode) -> str:
    """A cell's text, with a space where a line or block begins."""
    pieces: list[str] = []
    for node in cell.traverse(include_text=True):
        if node.tag == "-text":
            pieces.append(node.text_content or "")
        elif node.tag == "br" or _BLOCK.fullmatch(node.tag or ""):
            pieces.append("\0")
    return " ".join(filter(None, (part.strip() for part in _clean("".join(pieces)).split("\0"))))


def _clean(text: str) -> str:
    return _SPACE.sub(" ", _BREAK_IN_CHINESE.sub("", text)).strip()
