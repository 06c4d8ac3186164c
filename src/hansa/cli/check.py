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
from hansa.register.domain.installation import home_of_office
from hansa.register.domain.recognition import place_of
from hansa.register.errors import RegisterError
from hansa.register.models import Party
from hansa.reports.comments import FORMATS, commented

_HEAD = ("place", "verdict", "matter", "in the draft", "should be", "why")
_FIRST = ("differs", "ambiguous")
_THEN = ("agrees", "unknown")
_QUOTE, _EXPECTED, _WHY = 32, 32, 80


def _home(name: str | None) -> Party:
    """The draft's own city, which the register holds already: checking adds nothing to it."""
    if not name:
        try:
            return home_of_office()
        except RegisterError as error:
            raise Refusal(str(error)) from error
    place = place_of(name)
    held = Party.objects.filter(atlas_key=place.key, merged_into=None).first() if place else None
    if held is None:
        raise Refusal(f"--home {name}: the register holds no such city; write its full name, such as 高雄市")
    return held


def _output(context: click.Context, option: click.Parameter, path: Path | None) -> Path | None:
    """A file in an existing folder that can hold comments."""
    if path is None:
        return None
    if path.suffix.lower() not in FORMATS:
        raise Refusal(f"{path}: comments go into {' or '.join(FORMATS)}; give the file such a name")
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise Refusal(f"{path}: write the name of a file in a folder that is there")
    return path


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


def _print(draft: Draft, found: Sequence[Finding], *, as_json: bool, everything: bool) -> None:
    if as_json:
        for finding in found:
            # As bytes, because JSON Lines are UTF-8 whatever the terminal's encoding is.
            click.echo(json.dumps(plain_finding(finding), ensure_ascii=False).encode())
    elif shown := _shown(found, everything=everything):
        click.echo(table(_HEAD, [_row(draft, finding) for finding in shown]))


def _write(path: Path, output: Path, found: Sequence[Finding], *, everything: bool) -> None:
    try:
        output.write_bytes(commented(path, found, everything=everything))
    except DocumentError as error:
        raise Refusal(f"{path}: {error}") from error
    except OSError as error:
        raise Refusal(f"{output}: {error.strerror or error}") from error
    click.echo(f"Wrote {output}.", err=True)


@click.command(epilog="Example: hansa check report-2022.docx -o report-2022-checked.docx")
@click.argument("path", metavar="DRAFT", type=click.Path(path_type=Path))
@click.option("--home", metavar="CITY", help="The draft's own city; by default that of the first office.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, a line for every finding in the draft's order.")
@click.option("--all", "everything", is_flag=True, help="Show also what agrees and what is not known.")
@click.option(
    "-o",
    "--output",
    metavar="COMMENTED",
    type=click.Path(path_type=Path),
    callback=_output,
    help="Write the draft (DOCX or ODT) with a comment at each place that differs or is ambiguous.",
)
@ocr_option
def command(path: Path, home: str | None, output: Path | None, *, as_json: bool, everything: bool, ocr: bool) -> None:
    """Hold the numbers, dates, names, posts and orders of DRAFT against the register and against itself.

    DRAFT is a document of any format that Hansa reads. Each place agrees, differs (with what it should be), is
    ambiguous (with the candidates) or unknown. Nothing is changed, in the draft or in the register. The exit status
    is 0 if the check was done, whatever it found.
    """
    ensure_installed()
    party = _home(home)
    try:
        draft = open_draft(path, str(party), ocr=ocr)
    except DocumentError as error:
        raise Refusal(f"{path}: {error}") from error
    warn_of_pictures(path, draft.document, ocr=ocr)
    found = check(draft, party)
    _print(draft, found, as_json=as_json, everything=everything)
    click.echo(f"{path}: {_summary(found)}", err=True)
    if output:
        _write(path, output, found, everything=everything)
