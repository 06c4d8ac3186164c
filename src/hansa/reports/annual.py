"""The annual report: from the register to bytes."""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone

from hansa.register.enums import ReportKind
from hansa.register.models import Office
from hansa.reports.blocks import Language, Paper
from hansa.reports.forms import in_form_of
from hansa.reports.layout import Layout
from hansa.reports.manuscript import Entry, Manuscript, written
from hansa.reports.outline.annual import from_register
from hansa.reports.outline.revisions import revisions_of
from hansa.reports.render import WRITERS
from hansa.reports.revising import revised

# Years below this one are years of the Republic: 111 is 2022.
_REPUBLIC_BELOW = 1000
_REPUBLIC = 1911
YEARS = range(1900, 2101)


class ReportError(ValueError):
    """A report that cannot be written; the message is one line for the user."""


def year_named(text: str) -> int:
    """The Gregorian year that somebody wrote: 2022, or the year of the Republic 111, which is the same.

    Raises ReportError where it is no year from 1900 to 2100.
    """
    digits = text.strip().removesuffix("年")
    if not (digits.isascii() and digits.isdigit()):
        raise ReportError(f"{text!r} is no year; write a year such as 2022, or 111 for the year of the Republic")
    year = int(digits[:9])
    year += _REPUBLIC if year < _REPUBLIC_BELOW else 0
    if year not in YEARS:
        raise ReportError(f"the year {text} is out of range; write one from {YEARS[0]} to {YEARS[-1]}")
    return year


def suffix_known(suffix: str) -> str:
    """The suffix in lower case where a writer knows it; raises ReportError with those that there are."""
    if suffix.lower() not in WRITERS:
        given = f"the suffix {suffix!r} is not known" if suffix else "the file's name has no suffix"
        raise ReportError(f"{given}; a report is written as one of {', '.join(WRITERS)}")
    return suffix.lower()


def report_named(year: int) -> str:
    """The name under which revisions of a year's report are kept: annual-2022."""
    return f"annual-{year}"


def manuscript(year: int, language: Language, office: Office, made: dt.date | None = None) -> Manuscript:
    """The year's report in words, with what officers have revised in it."""
    told = written(from_register(year, office, made or timezone.localdate()), language)
    return revised(told, revisions_of(office, report_named(year), language))


def paper(year: int, language: Language, office: Office, made: dt.date | None = None) -> Paper:
    """The year's report as blocks; `made` is the day that it bears (today)."""
    return Layout(manuscript(year, language, office, made)).paper()


def rendered(told: Manuscript, suffix: str, office: Office, year: int) -> bytes:
    """A manuscript in the format of the suffix (.odt .docx .pdf .html .md), in the office's template if it has one.

    Raises ReportError for another suffix, and `render.pdf.FontMissing` where a PDF lacks its font.
    """
    return in_form_of(office, ReportKind.ANNUAL, Layout(told).paper(), suffix_known(suffix), year)


def write(year: int, suffix: str, language: Language, office: Office, made: dt.date | None = None) -> bytes:
    """The year's report in the format of the suffix. Raises as `rendered`, and ReportError for another year."""
    known = year_named(str(year))
    return rendered(manuscript(known, language, office, made), suffix_known(suffix), office, known)


def to_confirm(told: Manuscript) -> Iterator[Entry]:
    """The items that an officer revised and whose records have changed since."""
    return (entry for entry in told.entries() if entry.differences and entry.state != "left_out")
