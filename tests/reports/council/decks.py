"""Decks for tests, and whether what was placed stays on its slide."""

from collections.abc import Iterator, Sequence

from hansa.reports.council.fitting import height
from hansa.reports.council.placed import PlacedDeck, TextBox
from hansa.reports.council.slides import Block, Deck, Slide

# What rounding may add to a box, in points.
_ROUNDING = 0.5


def deck_with(*blocks: Block, title: str = "高雄市 × 格丁尼亞市", aside: Block | None = None) -> Deck:
    """A cover and one slide with these blocks."""
    slides = (
        Slide("cover", "國際事務處業務報告", lines=("第七次定期大會",)),
        Slide("content", title, "國際城市締盟", blocks=blocks, aside=aside, notes=("資料來源", "agreement-1")),
    )
    return deck_of_slides(slides)


def deck_of_slides(slides: Sequence[Slide]) -> Deck:
    """A deck of these slides."""
    return Deck(
        "zh-hant", "業務報告", "國際事務處", "業務報告", "（{page}/{pages}）", "備忘稿", "2025年", "2025", tuple(slides)
    )


def overflowing(deck: PlacedDeck) -> Iterator[str]:
    """Each piece that leaves its slide, and each text that is higher than its box."""
    for number, slide in enumerate(deck.slides, 1):
        for piece in slide.pieces:
            box = piece.box
            if box.left < 0 or box.top < 0 or box.left + box.width > deck.width + _ROUNDING:
                yield f"slide {number}: {box}"
            if box.bottom > deck.height + _ROUNDING:
                yield f"slide {number}: {box}"
            if isinstance(piece, TextBox):
                yield from (f"slide {number}: {words}" for words in _too_high(piece))


def _too_high(piece: TextBox) -> Iterator[str]:
    high = sum(
        (para.before if number else 0) + height(para.text, para.size, piece.box.width - para.indent)
        for number, para in enumerate(piece.paragraphs)
    )
    if high > piece.box.height + _ROUNDING:
        yield f"{piece.paragraphs[0].text[:40]}: {high:.0f} of {piece.box.height:.0f} points"
