"""What every chapter of the council's deck needs: slides, points, lists, pictures, and the notes with their sources."""

from collections.abc import Iterable, Iterator, Sequence

from hansa.reports.blocks import Language
from hansa.reports.council.images import is_sound
from hansa.reports.council.items import CouncilReport, Counted, Happened, Photograph, Place, Signed
from hansa.reports.council.slides import Block, Bullet, Bullets, PictureBox, Slide
from hansa.reports.council.wording import WORDINGS, Wording
from hansa.reports.outline.items import Citation
from hansa.reports.render.text import printable

# So many points are told with their lines; more are listed by their first words, in two columns.
_TOLD = 24
# No council is shown more of one matter; the rest is counted, and stands in the register.
_MOST_LISTED = 160

Recorded = Signed | Happened


class Making:
    """One report in one language, and the slides that its chapters make of it."""

    def __init__(self, report: CouncilReport, language: Language) -> None:
        self.report = report
        self.language = language
        self.wording: Wording = WORDINGS[language]
        self.titles = self.wording.titles
        self.remarks: list[str] = []
        self._sound: dict[str, bool] = {}

    def slide(self, kicker: str, title: str, *blocks: Block, aside: Block | None = None, notes: Iterable[str]) -> Slide:
        """A slide of content; its notes are sources."""
        told = [printable(note) for note in dict.fromkeys(notes)]
        heading = (self.titles.sources,) if told else ()
        return Slide("content", printable(title), kicker, blocks=blocks, aside=aside, notes=(*heading, *told))

    def told(self, kicker: str, title: str, points: Sequence[Bullet], records: Sequence[Recorded]) -> Iterator[Slide]:
        """Points with their lines where they are few, their first words in two columns where they are many."""
        notes = [note for one in records for note in self.record_notes(one)]
        if len(points) <= _TOLD:
            yield self.slide(kicker, title, Bullets(tuple(points)), aside=self.picture(records), notes=notes)
        else:
            rows = [(point.words, point.lines[0] if point.lines else "") for point in points]
            yield self.listing(kicker, title, rows, notes)

    def listing(self, kicker: str, title: str, rows: Sequence[tuple[str, str]], notes: Sequence[str]) -> Slide:
        """Rows of words and what they are, in two columns, as many slides as they need; what is too much is counted."""
        points = [Bullet(printable(words), (printable(what),) if what else ()) for words, what in rows[:_MOST_LISTED]]
        if len(rows) > _MOST_LISTED:
            points.append(Bullet(self.titles.more.format(len(rows) - _MOST_LISTED), strong=True))
        return self.slide(kicker, title, Bullets(tuple(points), columns=2), notes=notes[:_MOST_LISTED])

    def point(self, words: str, lines: Iterable[str]) -> Bullet:
        """A point with its lines."""
        return Bullet(printable(words), tuple(map(printable, lines)), strong=True)

    def agreement_point(self, one: Signed) -> Bullet:
        """An agreement under its parties."""
        return self.point(self.crossed(one), self.wording.agreement(one))

    def exchange_point(self, one: Happened) -> Bullet:
        """An exchange with what is recorded of it."""
        return self.point(self.wording.exchange_title(one), self.wording.exchange(one, self.report.home))

    def crossed(self, agreement: Signed) -> str:
        """The parties joined by ×."""
        return self.wording.crossed(agreement.parties, self.report.home)

    def others(self, agreement: Signed) -> tuple[Place, ...]:
        """The parties without the home city."""
        return tuple(party for party in agreement.parties if party != self.report.home) or agreement.parties

    def crossed_others(self, agreement: Signed) -> str:
        """The parties without the home city, joined by ×."""
        return self.wording.crossed(self.others(agreement), self.report.home)

    def picture(self, records: Sequence[Recorded]) -> PictureBox | None:
        """The first picture of these that can be drawn."""
        sound = (picture for one in records for picture in one.pictures if self.is_sound(picture))
        found = next(sound, None)
        return PictureBox(found, printable(self.wording.caption(found))) if found else None

    def cited(self, ref: str, citations: Sequence[Citation]) -> list[str]:
        """A note for each passage behind a record, or that there is none."""
        return [self.wording.citation(ref, one) for one in citations] or [self.titles.no_source.format(ref)]

    def record_notes(self, one: Recorded) -> list[str]:
        """The sources of a record, and a word on each of its pictures that cannot be opened."""
        broken = [picture for picture in one.pictures if not self.is_sound(picture)]
        return self.cited(one.ref, one.citations) + [self.broken(picture) for picture in broken]

    def is_sound(self, picture: Photograph) -> bool:
        """Whether a picture can be drawn; each file is looked at once."""
        if picture.sha256 not in self._sound:
            self._sound[picture.sha256] = is_sound(picture.sha256)
        return self._sound[picture.sha256]

    def broken(self, picture: Photograph) -> str:
        """A word on a picture that cannot be opened, for the notes and for the office."""
        self.remarks.append(self.titles.broken_picture.format(picture.title, picture.ref))
        return self.remarks[-1]

    def figure_notes(self, figure: Counted) -> list[str]:
        """The sources of a figure, with its number and the period that the register holds for it."""
        number = self.wording.number(figure)
        period = f"（{self.wording.date(figure.period)}）" if figure.period else ""
        words = f"{figure.words} {number.value} {number.unit}".strip()
        return [f"{words}{period} · {note}" for note in self.cited(figure.ref, figure.citations)]
