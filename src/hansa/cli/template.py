"""`hansa template`: an office's own templates, in place of Hansa's form."""

from pathlib import Path

import click
from django.core.exceptions import PermissionDenied
from django.utils import translation

from hansa.cli.acting import by_option, record_of
from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal
from hansa.cli.reporting import home_option, office_of
from hansa.cli.tables import table
from hansa.register.domain.queries.templates import templates_of
from hansa.register.domain.templates import FORMATS, add_template, use_template, withdraw_template
from hansa.register.domain.users import system_user
from hansa.register.enums import ReportKind
from hansa.register.models import Template, User
from hansa.register.templates import BLOCKS, WORDS, TemplateError
from hansa.reports.forms import starter

_FIELDS = ", ".join(f"{{{{ {name} }}}}" for name in (*WORDS, *BLOCKS))


@click.group()
def command() -> None:
    """Write reports in an office's own template: its page, styles, head and foot."""


def _user(name: str | None) -> User:
    """The user of this name; the program itself where none is named."""
    user = User.objects.filter(username=name).first() if name else system_user()
    if user is None:
        raise Refusal(f"{name}: there is no such user; see hansa user list")
    return user


def _template(ref: str) -> Template:
    record = record_of(ref)
    if not isinstance(record, Template):
        raise Refusal(f"{ref}: this is no template; see hansa template list")
    return record


@command.command(
    epilog="Example: hansa template add letterhead.docx --for annual; hansa template start FILE gives one to begin with"
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--for", "report", type=click.Choice(ReportKind.values), required=True, help="The kind of report.")
@click.option("--title", default="", help="What it is called; by default the name of the file.")
@home_option
@by_option
@translation.override("en")
def add(file: Path, report: str, title: str, home: str | None, by: str | None) -> None:
    """Write a kind of report in the template FILE (.odt, .docx; .pptx for the council) from now on."""
    ensure_installed()
    try:
        template = add_template(by=_user(by), office=office_of(home), file=file, report=report, title=title)
    except (TemplateError, PermissionDenied) as error:
        raise Refusal(f"{file}: {error}") from error
    except OSError as error:
        raise Refusal(f"{file}: {error.strerror or error}") from error
    click.echo(f"Kept {file} as {template.ref}; {report} reports in {template.suffix} are written in it.", err=True)


@command.command(name="list", epilog="Example: hansa template list")
@home_option
def list_templates(home: str | None) -> None:
    """Show the office's templates, and which of them are in use."""
    ensure_installed()
    rows = [
        (one.ref, one.report, one.suffix, "in use" if one.in_use else "withdrawn", one.title, one.filename)
        for one in templates_of(office_of(home))
    ]
    click.echo(table(("id", "report", "format", "state", "title", "file"), rows))


@command.command(epilog="Example: hansa template use template-2")
@click.argument("template")
@by_option
def use(template: str, by: str | None) -> None:
    """Put the template TEMPLATE to use again, in place of the one before."""
    found = _template(template)
    try:
        use_template(by=_user(by), template=found)
    except PermissionDenied as error:
        raise Refusal(str(error)) from error
    click.echo(f"{found.report} reports in {found.suffix} are written in {template}.", err=True)


@command.command(epilog="Example: hansa template withdraw template-2")
@click.argument("template")
@by_option
def withdraw(template: str, by: str | None) -> None:
    """Write reports in Hansa's own form again; the template TEMPLATE is kept."""
    found = _template(template)
    try:
        withdraw_template(by=_user(by), template=found)
    except PermissionDenied as error:
        raise Refusal(str(error)) from error
    click.echo(f"{template} was withdrawn; {found.report} reports in {found.suffix} have Hansa's own form.", err=True)


@command.command(
    epilog="Example: hansa template start annual.docx",
    help=f"""\
    Write Hansa's own form to FILE (.odt, .docx or .pptx), to begin a template with.

    Its fields are {_FIELDS}; the last two stand alone in their paragraphs.""",
)
@click.argument("file", type=click.Path(path_type=Path))
def start(file: Path) -> None:
    """Write our own form as a template to begin with."""
    suffixes = sorted({suffix for formats in FORMATS.values() for suffix in formats})
    if file.suffix.lower() not in suffixes:
        raise Refusal(f"{file}: a template is one of {', '.join(suffixes)}")
    try:
        file.write_bytes(starter(file.suffix.lower(), "zh-hant"))
    except OSError as error:
        raise Refusal(f"{file}: {error.strerror or error}") from error
    click.echo(f"Wrote {file}.", err=True)
