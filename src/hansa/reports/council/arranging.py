"""From slides to places: every block measured, set smaller within limits, and carried over where it is too long."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from hansa.reports.council import blocks
from hansa.reports.council.canvas import Box, Canvas, Tone
from hansa.reports.council.fitting import LINE, clipped, size_for
from hansa.reports.council.placed import Para, Piece, PlacedDeck, PlacedSlide, TextBox
from hansa.reports.council.slides import Block, Deck, Slide

_TITLE_SIZES = (30.0, 27.0, 24.0, 21.0)
_COVER_SIZES = (46.0, 40.0, 34.0, 28.0, 24.0)
_KICKER, _FOOT = 13.0, 11.0
_MAIN_SHARE, _GUTTER = 0.54, 32.0


class Arranger:
    """Arranges one deck on one canvas."""

    def __init__(self, deck: Deck, canvas: Canvas) -> None:
        self.deck = deck
        self.canvas = canvas

    def placed(self) -> PlacedDeck:
        """The whole deck."""
        numbers = count(1)
        slides = tuple(self.with_foot(slide, next(numbers)) for one in self.deck.slides for slide in self.arranged(one))
        deck, canvas = self.deck, self.canvas
        return PlacedDeck(
            language=deck.language,
            title=deck.title,
            publisher=deck.publisher,
            notes_title=deck.notes_title,
            dateline=deck.dateline,
            year=deck.year,
            width=canvas.width,
            height=canvas.height,
            slides=slides,
        )

    def arranged(self, slide: Slide) -> Iterator[PlacedSlide]:
        """The slide, or as many as it takes; its notes go with the first."""
        if slide.layout != "content":
            yield self.front(slide)
            return
        pages = list(self.pages(slide))
        for page, pieces in enumerate(pages, 1):
            title = slide.title
            if len(pages) > 1:
                title += self.deck.continued.format(page=page, pages=len(pages))
            heads = tuple(self.heads(slide.kicker, title))
            yield PlacedSlide("content", title, (*heads, *pieces), slide.notes if page == 1 else ())

    def with_foot(self, slide: PlacedSlide, number: int) -> PlacedSlide:
        """The slide with its foot and number, which come last when it is read aloud."""
        if slide.layout != "content":
            return slide
        foot = TextBox(self.canvas.footer, (Para(self.deck.footer, _FOOT, "grey"),), "footer")
        page = TextBox(self.canvas.number, (Para(str(number), _FOOT, "grey"),), "number", align="right")
        return replace(slide, pieces=(*slide.pieces, foot, page))

    def front(self, slide: Slide) -> PlacedSlide:
        """A cover, a section's head or the closing slide: large words and little else."""
        tone: Tone = "paper"
        box = self.canvas.titles[slide.layout]
        size = size_for(slide.title, box.width, box.height, _COVER_SIZES)
        most = max(int(box.height / (size * LINE)), 1)
        words = clipped(slide.title, size, box.width, most)
        title = TextBox(box, (Para(words, size, tone, bold=True),), "title", anchor="bottom")
        body = self.canvas.bodies[slide.layout]
        lines = tuple(
            Para(clipped(line, 20, body.width, 2), 20, tone, before=6 if number else 0)
            for number, line in enumerate(slide.lines)
        )
        pieces: tuple[Piece, ...] = (title, TextBox(body, lines, "body")) if lines else (title,)
        return PlacedSlide(slide.layout, slide.title, pieces, slide.notes)

    def heads(self, kicker: str, words: str) -> Iterator[Piece]:
        """The title, with the small line above it."""
        box = self.canvas.titles["content"]
        size = size_for(words, box.width, box.height, _TITLE_SIZES)
        most = max(int(box.height / (size * LINE)), 1)
        title = Para(clipped(words, size, box.width, most), size, "navy", bold=True)
        yield TextBox(box, (title,), "title", anchor="middle")
        if kicker:
            above = Box(box.left, max(box.top - 22, 4), box.width, 20)
            yield TextBox(above, (Para(clipped(kicker, _KICKER, box.width, 1), _KICKER, "teal", bold=True),))

    def pages(self, slide: Slide) -> Iterator[tuple[Piece, ...]]:
        """The pieces of the slide's body, a tuple for each slide that it takes."""
        body = self.canvas.bodies["content"]
        first, beside = body, tuple[Piece, ...]()
        if slide.aside is not None:
            first = Box(body.left, body.top, body.width * _MAIN_SHARE, body.height)
            left = first.left + first.width + _GUTTER
            column = Box(left, body.top, body.left + body.width - left, body.height)
            beside = blocks.fitted(slide.aside, column)
        yield from self.flow(slide.blocks, first, body, beside)

    def flow(
        self, waiting: tuple[Block, ...], first: Box, body: Box, beside: tuple[Piece, ...]
    ) -> Iterator[tuple[Piece, ...]]:
        """Blocks one under the other; what does not fit goes on, over the whole width, on the next slide."""
        room, pieces = first, list[Piece]()
        for block in waiting:
            left: Block | None = block
            while left is not None:
                placed = blocks.place(left, room, alone=room == body or not pieces)
                if placed.pieces:
                    pieces += placed.pieces
                    room = room.below(placed.height + blocks.BETWEEN)
                left = placed.left
                if left is not None:
                    yield (*pieces, *beside)
                    pieces, beside, room = [], (), body
        if pieces or beside or not waiting:
            yield (*pieces, *beside)


def arrange(deck: Deck, canvas: Canvas) -> PlacedDeck:
    """The deck with every piece in its place on the canvas."""
    return Arranger(deck, canvas).placed()
