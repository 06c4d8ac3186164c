"""Kinds of blocks and the tree of headings above them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from hansa.reading.document import Block, BlockKind, Cell, Stretch
from hansa.reading.patterns import regex
from hansa.reading.structure.lines import PAGE_GAP, columns, ends_sentence
from hansa.reading.structure.markers import BULLETS, Marker

_TITLE, _PAGE, _PLAIN, _BRACKETED = "title", "page", "plain", "【】"
_RANKS = {
    _TITLE: 0,
    _PAGE: 1,
    **{f"h{level}": 1 + level for level in range(1, 10)},
    "壹、": 20,
    "章": 20,
    "一、": 21,
    "（一）": 22,
}
_LONGEST_HEADING = 110
_LONGEST_PLAIN = 64
_SHORT_PLAIN = 24
_NO_HEADING = "。，；|"
_DETAIL = regex(r"[(（:：,，、]|\d|\s[–—-]\s|\u3000")
# `Nice, since 1958` right above other lines is one of them.
_ENDS_DATED = regex(r"(?:[,(:] ?| – )(?:[a-z]+ )?(?:18|19|20)\d\d[)]?$")
_WHOLE_BRACKET = regex(r"^【([^】]*)】$")


class Piece(Struct, frozen=True):
    """A paragraph, heading, item or table row before its place in the tree of headings is known."""

    stretch: Stretch
    marker: Marker | None = None
    gap: int = 0
    level: int = 0
    clumped: bool = False
    cells: tuple[Cell, ...] = ()
    table: int = 0

    @property
    def width(self) -> int:
        """Columns of the text."""
        return columns(self.stretch.text)

    @property
    def family(self) -> str:
        """The marker's family, empty where there is none."""
        return self.marker.family if self.marker else ""

    @property
    def is_bullet(self) -> bool:
        """Whether the marker does not count."""
        return self.marker is not None and not self.marker.is_number

    @property
    def is_short(self) -> bool:
        """Whether the piece could be a heading by its looks: short, and no sentence."""
        text = self.stretch.text
        return not self.cells and bool(text) and self.width <= _LONGEST_HEADING and not ends_sentence(text)


@dataclass
class _Tree:
    """The headings above what comes next, outermost first: (family, words)."""

    above: list[tuple[str, str]] = field(default_factory=list)

    def path(self) -> tuple[str, ...]:
        return tuple([words for _, words in self.above])

    def depth(self, family: str) -> int:
        """Where a heading or item of the family belongs: beside one of its kind, below all that outranks it."""
        families = [name for name, _ in self.above]
        if family in families:
            return families.index(family)
        return next((at for at, name in enumerate(families) if _outranks(family, name)), len(families))

    def holds(self, family: str) -> bool:
        """Whether a heading of the family stands above."""
        return any(name == family for name, _ in self.above)


def _outranks(family: str, other: str) -> bool:
    """Whether a heading of the family ends one of another family, which has not held one of its own kind.

    Titles, pages, format headings and 壹 一 （一） rank in this order, and all but 一 （一） above anything else.
    Other numbers and bullets rank as the document nests them; an unnumbered heading ends lists of bullets.
    """
    rank, held = _RANKS.get(family), _RANKS.get(other)
    if rank is not None:
        return rank < held if held is not None else rank < _RANKS["一、"] or other[0].isdigit() or other[0] in "(（"
    return family in (_PLAIN, _BRACKETED) and (other in BULLETS or other in "-–—*+|Il")


def outline(pieces: Sequence[Piece]) -> list[Block]:
    """The pieces as blocks, each with its kind and the path of headings above it."""
    tree = _Tree()
    items: dict[str, bool] = {}
    blocks: list[Block] = []
    for at, piece in enumerate(pieces):
        before = pieces[at - 1] if at else None
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        heading = _heading_family(piece, before, after, items, tree)
        if piece.marker:
            items[piece.family] = not heading
        blocks.append(_block(piece, heading, tree))
    return blocks


def _block(piece: Piece, heading: str, tree: _Tree) -> Block:
    words, marker = piece.stretch, piece.marker.text if piece.marker else ""
    kind, level = BlockKind.ROW if piece.cells else BlockKind.PARAGRAPH, 0
    if heading or piece.marker:
        kind = BlockKind.HEADING if heading else BlockKind.ITEM
        at = tree.depth(heading or piece.family)
        del tree.above[at:]
        level = at + 1
    block = Block(words.text, words.offsets, kind, tree.path(), level, marker, piece.cells, piece.table)
    if heading:
        tree.above.append((heading, _WHOLE_BRACKET.sub(r"\1", words.text)))
    return block


def _heading_family(
    piece: Piece, before: Piece | None, after: Piece | None, items: dict[str, bool], tree: _Tree
) -> str:
    """The family of a heading, empty for a piece that is none. `items` tells of each family what its last one was."""
    if piece.level:
        return f"h{piece.level}"
    if piece.family.startswith("#"):
        return f"h{len(piece.family)}"
    if piece.clumped:
        return piece.family
    if not piece.is_short or after is None:
        return ""
    if piece.marker:
        return piece.family if _heads(piece, before, after, items, tree) else ""
    if before is None:
        return _TITLE
    return _BRACKETED if piece.stretch.text[0] == "【" else _plain_family(piece, after)


def _heads(piece: Piece, before: Piece | None, after: Piece, items: dict[str, bool], tree: _Tree) -> bool:
    """Whether a short marked piece has a text of its own below it, as a heading has and the last item of a list not."""
    if "。" in piece.stretch.text or after.family == piece.family or after.stretch.text.startswith("【"):
        return False
    listed = before is not None and before.family == piece.family and items.get(piece.family, False)
    if not after.marker:
        return not listed or (piece.is_bullet and not after.gap)
    if piece.is_bullet:
        deeper = not tree.holds(after.family) or tree.depth(after.family) > tree.depth(piece.family)
        return deeper and not listed
    return after.marker.ordinal <= 1


def _plain_family(piece: Piece, after: Piece) -> str:
    """An unnumbered heading: a short line of its own above text; `page` where a page or slide begins with it."""
    text = piece.stretch.text
    if (
        piece.width > _LONGEST_PLAIN
        or not any(c.isalnum() for c in text)
        or any(c in text for c in _NO_HEADING)
        or text[0] in "(（"
    ):
        return ""
    capitals = text.isupper() and max(text) < "\u2e80" and (" " in text or (piece.gap > 0 and text.isalpha()))
    if not (_stands_apart(piece, after) or _stands_over_details(piece, after) or capitals):
        return ""
    return _PAGE if piece.gap >= PAGE_GAP else _PLAIN


def _stands_over_details(piece: Piece, after: Piece) -> bool:
    """Whether bare words begin a run of short lines that tell more: Memberships, over names with years in brackets."""
    bare = piece.width <= _SHORT_PLAIN and not _DETAIL.search(piece.stretch.text)
    return piece.gap > 0 and not after.gap and bare and after.is_short and bool(_DETAIL.search(after.stretch.text))


def _stands_apart(piece: Piece, after: Piece) -> bool:
    if after.cells:
        return piece.gap > 0 or not _ENDS_DATED.search(piece.stretch.text)
    if after.marker and after.marker.ordinal == 1 and piece.width <= _SHORT_PLAIN:
        return True
    longer = not after.marker and piece.width <= _SHORT_PLAIN and after.width > 3 * _SHORT_PLAIN
    return piece.gap > 0 and (after.gap > 0 or longer)
