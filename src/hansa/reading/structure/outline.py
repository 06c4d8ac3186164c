"""Kinds of blocks and the tree of headings above them."""

from dataclasses import dataclass, field, replace

from hansa.reading.document import Block, BlockKind, Cell, Stretch
from hansa.reading.structure.lines import PAGE_GAP, columns, ends_sentence
from hansa.reading.structure.markers import BULLETS, Marker

_CHINESE_RANKS = {"壹、": 1, "章": 1, "一、": 2, "（一）": 3}
_LONGEST_HEADING = 80
_LONGEST_PLAIN = 64


@dataclass(frozen=True)
class Piece:
    """A paragraph, heading, item or table row before its place in the tree of headings is known."""

    stretch: Stretch
    marker: Marker | None = None
    gap: int = 0
    indent: str = ""
    level: int = 0
    clumped: bool = False
    cells: tuple[Cell, ...] = ()
    table: int = 0

    @property
    def is_short(self) -> bool:
        """Whether the piece could be a heading by its looks: short, and no sentence."""
        text = self.stretch.text
        return not self.cells and columns(text) <= _LONGEST_HEADING and not ends_sentence(text) and "。" not in text


@dataclass
class _Tree:
    """The headings that stand above what comes next, outermost first: (family, words, level)."""

    above: list[tuple[str, str]] = field(default_factory=list)

    def path(self) -> tuple[str, ...]:
        return tuple(words for _, words in self.above)

    def depth(self, family: str) -> int:
        """Where a heading or item of the family belongs: beside one of its kind, below all that outranks it."""
        families = [name for name, _ in self.above]
        if family in families:
            return families.index(family)
        rank = _CHINESE_RANKS.get(family)
        if rank is None:
            return len(families)
        below = [at for at, name in enumerate(families) if name != "title" and _CHINESE_RANKS.get(name, 9) > rank]
        return below[0] if below else len(families)

    def enter(self, family: str, words: str) -> int:
        """Take a heading up; gives its level from 1."""
        at = self.depth(family)
        self.above[at:] = [(family, words)]
        return at + 1


def outline(pieces: list[Piece]) -> list[Block]:
    """The pieces as blocks, each with its kind and the path of headings above it."""
    tree = _Tree()
    blocks: list[Block] = []
    listed: dict[str, bool] = {}
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        blocks.append(_block(piece, after, tree, listed, first=at == 0))
    return blocks


def _block(piece: Piece, after: Piece | None, tree: _Tree, listed: dict[str, bool], *, first: bool) -> Block:
    block = Block(piece.stretch.text, piece.stretch.offsets, marker=piece.marker.text if piece.marker else "",
                  cells=piece.cells, table=piece.table)  # fmt: skip
    if piece.cells:
        return replace(block, kind=BlockKind.ROW, headings=tree.path())
    family = _heading_family(piece, after, listed, first=first)
    if family:
        at = tree.depth(family)
        block = replace(block, kind=BlockKind.HEADING, headings=tree.path()[:at], level=at + 1)
        tree.enter(family, piece.stretch.text)
        return block
    if piece.marker:
        at = tree.depth(piece.marker.family)
        if piece.marker.is_number:
            del tree.above[at:]
        return replace(block, kind=BlockKind.ITEM, headings=tree.path()[:at], level=at + 1)
    return replace(block, headings=tree.path())


def _heading_family(piece: Piece, after: Piece | None, listed: dict[str, bool], *, first: bool) -> str:
    """The family of a heading, empty for a piece that is none."""
    if piece.level:
        return f"h{piece.level}"
    if piece.marker and piece.marker.family.startswith("#"):
        return f"h{len(piece.marker.family)}"
    if piece.marker:
        return piece.marker.family if _marked_heading(piece, after, listed) else ""
    if first and piece.is_short:
        return "title"
    return _plain_family(piece, after)


def _marked_heading(piece: Piece, after: Piece | None, listed: dict[str, bool]) -> bool:
    """A marked line that is short and has text of its own below it."""
    marker = piece.marker
    if not marker:
        return False
    heading = piece.clumped or (piece.is_short and after is not None and _has_text_below(piece, marker, after))
    if marker.ordinal > 1 and not heading:
        listed[marker.family] = True
    if marker.ordinal == 1:
        listed[marker.family] = piece.is_short and not heading
    return heading and (piece.clumped or not listed.get(marker.family))


def _has_text_below(piece: Piece, marker: Marker, after: Piece) -> bool:
    if after.marker and marker.is_number:
        return after.marker.family != marker.family and after.marker.ordinal <= 1
    if after.marker:
        return after.marker.family != marker.family and marker.family in BULLETS and after.marker.family not in "■★"
    return True


def _plain_family(piece: Piece, after: Piece | None) -> str:
    """Unnumbered headings: a short line of its own above text; `page` where a page or slide begins with it."""
    text = piece.stretch.text
    if not piece.is_short or not after or columns(text) > _LONGEST_PLAIN or any(c in text for c in "，；|"):
        return ""
    if not piece.gap or not (after.gap or after.cells):
        return "" if not after.cells else "plain"
    return "page" if piece.gap >= PAGE_GAP else "plain"
