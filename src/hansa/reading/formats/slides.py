"""A slide written as a page: its title as a heading, what its shapes say, and the speaker's notes."""

import re
from collections.abc import Sequence

from hansa.reading.formats.composing import Composer

# The deck's own title stands over those of its slides.
_DECK, _SLIDE = 1, 2
_LONGEST_TITLE = 40
# A bullet that the program puts before every paragraph, where the writer has typed a mark or number besides.
_NEEDLESS_BULLET = re.compile(
    r"[•●○▪◦‣–-] (?=[^\w\s「『《〈(（“\"']|[（(]?(?:\d{1,2}|[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾]{1,3})[)）、.．])"
)


class Said:
    """What a shape says: lines, and the cells of rows."""

    def __init__(self) -> None:
        self.parts: list[str | Sequence[str]] = []

    def line(self, text: str, level: int = 0) -> None:
        """A paragraph; on a slide no level stands above another."""
        if text.strip():
            self.parts.append(_NEEDLESS_BULLET.sub("", text, count=1) if _NEEDLESS_BULLET.match(text) else text)

    def verbatim(self, text: str) -> None:
        """Preformatted text."""
        self.line(text)

    def row(self, cells: Sequence[str]) -> None:
        """A table's row."""
        self.parts.append(cells)

    @property
    def title(self) -> str:
        """The words as a title: those of all lines."""
        return " ".join(" ".join(part.split()) for part in self.parts if isinstance(part, str))

    @property
    def may_be_title(self) -> bool:
        """Whether it is one short line."""
        return len(self.parts) == 1 and isinstance(self.parts[0], str) and len(self.parts[0]) <= _LONGEST_TITLE


def write_slide(out: Composer, title: Said, shapes: Sequence[Said], notes: Said) -> None:
    """One slide. Where it has no title of its own, a first shape of one short line above others is taken for it."""
    shapes = [shape for shape in shapes if shape.parts]
    if not title.parts and len(shapes) > 1 and shapes[0].may_be_title:
        title, shapes = shapes[0], shapes[1:]
    if title.parts:
        out.line(title.title, _SLIDE if out.has_pages else _DECK)
    for said in (*shapes, notes):
        out.blank()
        for part in said.parts:
            if isinstance(part, str):
                out.line(part)
            else:
                out.row(part)
    out.blank()
    out.end_page()
