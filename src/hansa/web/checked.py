"""A draft that was checked, as its page shows it: the text with each place marked, and what is said of each."""

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hansa.figures.checking.checking import check
from hansa.figures.checking.draft import open_draft
from hansa.figures.checking.finding import Finding, Matter, Verdict
from hansa.reading.formats import DocumentError
from hansa.register.models import Party
from hansa.register.models.record import Record
from hansa.register.rules import Somebody
from hansa.reports.comments import CommentError, commented
from hansa.reports.render import MEDIA_TYPES
from hansa.web.held import held
from hansa.web.passages import MarkedPage, mark_passages

Words = str | Promise
VERDICTS: dict[Verdict, tuple[Words, str]] = {
    "differs": (pgettext_lazy("verdict", "Differs"), "x"),
    "ambiguous": (pgettext_lazy("verdict", "Ambiguous"), "alert-triangle"),
    "agrees": (pgettext_lazy("verdict", "Agrees"), "check"),
    "unknown": (pgettext_lazy("verdict", "Not known"), "message-question"),
}
"""What is said of a place, with its words and icon, in the order in which one wants to see them."""
_MATTERS: dict[Matter, Words] = {
    "number": pgettext_lazy("matter", "number"),
    "date": pgettext_lazy("matter", "date"),
    "name": pgettext_lazy("matter", "name"),
    "post": pgettext_lazy("matter", "post"),
    "order": pgettext_lazy("matter", "order"),
    "sum": pgettext_lazy("matter", "sum"),
    "share": pgettext_lazy("matter", "share"),
}
# What a page can carry within itself; a larger file is checked by the command.
_LARGEST_CARRIED = 8_000_000
_MOST_RECORDS = 5


@dataclass(frozen=True)
class Told:
    """What is said of one place; `number` counts the places of the draft from 1."""

    number: int
    finding: Finding
    leads_to: tuple[Record, ...]

    @property
    def start(self) -> int:
        """The first character."""
        return self.finding.start

    @property
    def end(self) -> int:
        """Behind the last character."""
        return self.finding.end

    @property
    def expected(self) -> str:
        """What should stand there, where that is something else."""
        return self.finding.expected if self.finding.verdict == "differs" else ""

    @property
    def label(self) -> Words:
        """The verdict in words."""
        return VERDICTS[self.finding.verdict][0]

    @property
    def icon(self) -> str:
        """The verdict as an icon."""
        return VERDICTS[self.finding.verdict][1]

    @property
    def matter(self) -> Words:
        """What was checked there."""
        return _MATTERS[self.finding.matter]


@dataclass(frozen=True)
class Filter:
    """A verdict of the list, with how many places have it; at first what needs a look is shown."""

    verdict: Verdict
    label: Words
    icon: str
    count: int

    @property
    def shown(self) -> bool:
        """Whether these places are shown at first."""
        return self.verdict in ("differs", "ambiguous")


@dataclass(frozen=True)
class Checked:
    """A draft with what is said of it. `carried` is the address of the file with comments; else `why_not` tells."""

    filename: str
    pages: list[MarkedPage[Told]]
    told: list[Told]
    filters: list[Filter]
    carried: str = ""
    carried_name: str = ""
    why_not: Words = ""

    @property
    def clean(self) -> bool:
        """Whether nothing is shown at first."""
        return not any(one.count for one in self.filters if one.shown)


def check_file(path: Path, home: Party, user: Somebody) -> Checked:
    """The draft in a file, checked against the register of a city. Raises DocumentError where it cannot be read."""
    draft = open_draft(path, str(home))
    findings = check(draft, home)
    told = _told(findings, user)
    counts = Counter(finding.verdict for finding in findings)
    filters = [Filter(verdict, label, icon, counts[verdict]) for verdict, (label, icon) in VERDICTS.items()]
    pages = mark_passages(draft.text, [page.end for page in draft.document.pages], told)
    carried, why_not = _with_comments(path, findings)
    return Checked(path.name, pages, told, filters, carried, f"{path.stem}-checked{path.suffix}", why_not)


def _told(findings: Sequence[Finding], user: Somebody) -> list[Told]:
    records = held({ref for finding in findings for ref in finding.records}, user)
    return [
        Told(number, one, tuple(records[ref] for ref in one.records if ref in records)[:_MOST_RECORDS])
        for number, one in enumerate(findings, 1)
    ]


def _with_comments(path: Path, findings: Sequence[Finding]) -> tuple[str, Words]:
    """The file with comments as an address that holds it, so that nothing is kept; else why there is none."""
    try:
        content = commented(path, findings)
    except CommentError:
        return "", _("Comments can be put into DOCX and ODT; save the draft as one of these and check that.")
    except DocumentError:
        return "", _("This file is built in a way in which comments cannot be put in their places for sure.")
    if len(content) > _LARGEST_CARRIED:
        return "", _("The file is too large to be handed over with comments here.")
    # A file is known by what it holds, whatever its name is.
    media_type = MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
    return f"data:{media_type};base64,{b64encode(content).decode('ascii')}", ""
