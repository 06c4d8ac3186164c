"""`hansa report list` and `hansa report lists`: lists and tables from the register."""

from pathlib import Path
from typing import Any

import click

from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal
from hansa.cli.reporting import BadOption, file_for, home_option, language_option, office_of, output_option, write_file
from hansa.cli.tables import table
from hansa.register.domain.queries.templates import template_content
from hansa.register.enums import ReportKind
from hansa.reports.blocks import Language
from hansa.reports.lists import LISTS, ListError, list_named, listing
from hansa.reports.lists.asking import FILTERS, PERIODS, asked
from hansa.reports.render.listings import LIST_WRITERS, write_listing
from hansa.reports.render.pdf import FontMissing
from hansa.reports.render.sheet import SheetFull


@click.command(name="lists", epilog="Example: hansa report lists")
def lists_command() -> None:
    """Show the lists that can be written, with the filters that each takes."""
    rows = [(one.name, one.title.en, " ".join(f"--{name}" for name in one.filters)) for one in LISTS.values()]
    click.echo(table(("name", "list", "filters"), rows))


@click.command(name="list", epilog="Example: hansa report list results --years 3 -o results.odt")
@click.argument("name")
@output_option(".odt, .docx, .pdf, .xlsx, .ods or .csv")
@click.option("--year", metavar="YEAR", help="Of this year, 2025; one of the Republic, 114, is understood.")
@click.option("--from", metavar="DATE", help="From this day on.")
@click.option("--to", metavar="DATE", help="Up to this day.")
@click.option("--years", metavar="N", help="Of the last so many years.")
@click.option("--on", metavar="DATE", help="As it stands on this day; today if not given.")
@click.option("--country", metavar="COUNTRY", help="With this country only, by its code or name: JP, 日本.")
@click.option("--kind", metavar="KIND", help="Of this kind only, such as sister_city, inbound_visit or received.")
@click.option("--unit", metavar="NAME|ID", help="Of this unit only.")
@click.option("--by", metavar="PERIOD", help=f"The periods counted apart: {', '.join(PERIODS)}.")
@language_option
@home_option
def list_command(name: str, output: Path, language: Language, home: str | None, **given: Any) -> None:
    """Write the list NAME, such as partners, memberships, results or visitors; hansa report lists shows them all.

    Each row says which record it is of. What is not known is told below the list.
    """
    try:
        one = list_named(name)
    except ListError as error:
        raise BadOption(str(error)) from error
    path = file_for(output, LIST_WRITERS, "a list")
    ensure_installed()
    try:
        office = office_of(home)
        wish = asked(
            office,
            language,
            {filter_: given[filter_] or "" for filter_ in FILTERS},
            allowed=one.filters,
            kinds=one.kinds or (),
        )
        made = listing(one, wish)
        suffix = path.suffix.lower()
        write_file(path, write_listing(made, suffix, template_content(office, ReportKind.LIST, suffix)))
    except ListError as error:
        raise BadOption(str(error)) from error
    except (FontMissing, SheetFull) as error:
        raise Refusal(str(error)) from error
    click.echo(f"Wrote {path}: {made.title}, {len(made.rows)} rows.", err=True)
