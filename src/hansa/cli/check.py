"""`hansa check`: a draft held against the register and against itself."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.pictures import ocr_option, warn_of_pictures
from hansa.cli.refusal import Refusal
from hansa.cli.tables import shortened, table
from hansa.figures.checking.checking import check
from hansa.figures.checking.draft import Draft, open_draft
from hansa.figures.checking.finding import Finding
from hansa.figures.checking.plain import plain_finding
from hansa.reading.formats import DocumentError
from hansa.register.domain.installation import home_of_office, resolve_home
from hansa.register.errors import RegisterError
from hansa.register.models import Party

_HEAD = ("place", "verdict", "matter", "in the draft", "should be", "why")
_FIRST = ("differs", "ambiguous")
_THEN = ("agrees", "unknown")
_QUOTE, _EXPECTED, _WHY = 32, 32, 80


def _home(name: str | None) -> Party:
    try:
        return resolve_home(name) if name else home_of_office()
    except RegisterError as error:
        raise Refusal(str(error)) from error


def _place(draft: Draft, finding: Finding) -> str:
    """The page, where the draft has several, and the line on which the finding stands."""
    line = draft.text.count("\n", 0, finding.start) + 1
    page = f"p. {draft.document.page_at(finding.start)}, " if len(draft.document.pages) > 1 else ""
    return f"{page}line {line}"


def _row(draft: Draft, finding: Finding) -> list[str]:
    return [
        _place(draft, finding),
        finding.verdict,
        finding.matter,
        shortened(finding.quote, _QUOTE),
        shortened(finding.expected, _EXPECTED),
        shortened(finding.reason.en if finding.reason else "", _WHY),
    ]


def _shown(found: Sequence[Finding], *, everything: bool) -> list[Finding]:
    """What differs, then what is ambiguous, and, where everything is asked for, the rest."""
    verdicts = (*_FIRST, *_THEN) if everything else _FIRST
    return [finding for verdict in verdicts for finding in found if finding.verdict == verdict]


def _summary(found: Sequence[Finding]) -> str:
    counts = Counter[str](finding.verdict for finding in found)
    return ", ".join(f"{counts[verdict]} {verdict}" for verdict in (*_FIRST, *_THEN))


@click.command(epilog="Example: hansa check report-2022.docx -o report-2022-checked.docx")
@click.argument("path", metavar="DRAFT", type=click.Path(path_type=Path))
@click.option("--home", metavar="CITY", help="The draft's own city; by default that of the first office.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one finding each, in the draft's order.")
@click.option("--all", "everything", is_flag=True, help="Also what agrees and what is not known.")
@ocr_option
def command(path: Path, home: str | None, *, as_json: bool, everything: bool, ocr: bool) -> None:
    """Hold the numbers, dates, names, posts and orders of DRAFT against the register and against itself.

    DRAFT is a document of any format that Hansa reads. Each place agrees, differs (with what it should be), is
    ambiguous (with the candidates) or unknown. Nothing is changed, in the draft or in the register.
    """
    ensure_installed()
    party = _home(home)
    try:
        draft = open_draft(path, str(party), ocr=ocr)
    except DocumentError as error:
        raise Refusal(f"{path}: {error}") from error
    warn_of_pictures(path, draft.document, ocr=ocr)
    found = check(draft, party)
    if as_json:
        for finding in found:
            # As bytes, because JSON Lines are UTF-8 whatever the terminal's encoding is.
            click.echo(json.dumps(plain_finding(finding), ensure_ascii=False).encode())
    else:
        shown = _shown(found, everything=everything)
        if shown:
            click.echo(table(_HEAD, [_row(draft, finding) for finding in shown]))
    click.echo(f"{path}: {_summary(found)}", err=True)
