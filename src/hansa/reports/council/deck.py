"""From the outline of a council report to its slides: one idea a slide, the sources in the speaker's notes."""

from hansa.reports.blocks import Language
from hansa.reports.council.chapters.agreements import agreements
from hansa.reports.council.chapters.diplomacy import diplomacy
from hansa.reports.council.chapters.exchanges import exchanges
from hansa.reports.council.chapters.figures import figures
from hansa.reports.council.items import CouncilReport
from hansa.reports.council.making import Making
from hansa.reports.council.slides import Bullet, Bullets, Deck, Slide
from hansa.reports.render.text import printable

# Slides of a chapter that the outline names below it.
_NAMED = 6


def deck_of(report: CouncilReport, language: Language) -> Deck:
    """The whole deck in the language."""
    making = Making(report, language)
    titles, wording = making.titles, making.wording
    title = printable(wording.title(report))
    written = (
        (titles.diplomacy, diplomacy(making)),
        (titles.agreements, agreements(making)),
        (titles.exchanges, exchanges(making)),
        (titles.figures, figures(making, abroad=False)),
    )
    chapters = [(name, inner) for name, slides in written if (inner := list(slides))]
    session = (report.session,) if report.session else ()
    return Deck(
        language=language,
        title=title,
        publisher=printable(wording.name(report.office)),
        footer=printable("　".join((*session, title))),
        continued=titles.continued,
        notes_title=titles.notes,
        dateline=wording.period(report.first, report.last),
        year=str(report.last.year),
        slides=(
            Slide("cover", title, lines=tuple(map(printable, (*session, *wording.cover(report))))),
            _contents(making, chapters),
            *(slide for name, inner in chapters for slide in (Slide("section", name), *inner)),
            Slide("closing", titles.closing, lines=titles.closing_lines),
        ),
        remarks=tuple(dict.fromkeys(making.remarks)),
    )


def _contents(making: Making, chapters: list[tuple[str, list[Slide]]]) -> Slide:
    """The chapters with what stands in them; that there is nothing, where there is nothing."""
    titles = making.titles
    points = tuple(
        Bullet(name, (titles.parted.join(dict.fromkeys(slide.title for slide in inner[:_NAMED])),), strong=True)
        for name, inner in chapters
    )
    return making.slide("", titles.contents, Bullets(points or (Bullet(titles.nothing),)), notes=())
