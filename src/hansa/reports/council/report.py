"""The council report: from the register to bytes."""

import datetime as dt
import importlib

from hansa.register.domain.queries.templates import template_content
from hansa.register.enums import ReportKind
from hansa.register.models import Office
from hansa.reports.blocks import Language
from hansa.reports.council.arranging import arrange
from hansa.reports.council.canvas import OURS
from hansa.reports.council.deck import deck_of
from hansa.reports.council.outline import from_register
from hansa.reports.council.period import Period
from hansa.reports.council.slides import Deck

# Where the writer of each format is; loaded when it is asked for, since each brings a large library.
WRITERS = {suffix: f"hansa.reports.council.{suffix[1:]}" for suffix in (".pptx", ".odp", ".pdf")}
MEDIA_TYPES = {
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".pdf": "application/pdf",
}


def period_from(first: str, last: str) -> Period:
    """The period from one day to another, each written as 2026-03-31; raises ValueError in one line."""
    days = []
    for name, text in (("--from", first), ("--to", last)):
        try:
            days.append(dt.date.fromisoformat(text))
        except ValueError as error:
            raise ValueError(f"{name}: {text!r} is no day; write one such as 2026-03-31") from error
    if days[0] > days[1]:
        raise ValueError(f"the period ends ({last}) before it begins ({first})")
    return Period(*days)


def deck(period: Period, language: Language, office: Office, *, session: str = "", reporter: str = "") -> Deck:
    """The slides of a period, before anything has a place."""
    return deck_of(from_register(period, office, session=session, reporter=reporter), language)


def write(slides: Deck, suffix: str, office: Office) -> bytes:
    """The slides in the format of the suffix, one of `WRITERS`; PPTX in the office's own template, where one is in use.

    Raises FontMissing where a PDF lacks its font, OSError where the template's file is gone.
    """
    suffix = suffix.lower()
    writer = importlib.import_module(WRITERS[suffix])
    template = template_content(office, ReportKind.COUNCIL, suffix)
    made: bytes = writer.render_in(slides, template) if template else writer.render(arrange(slides, OURS))
    return made
