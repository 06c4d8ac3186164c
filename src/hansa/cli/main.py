"""The hansa command: finds the subcommand's file and runs it."""

import importlib
import keyword
import sys

import click

from hansa import __version__
from hansa.atlas.gazetteer import GazetteerMissing

COMMANDS = (
    "admit",
    "check",
    "compare",
    "conflicts",
    "duplicates",
    "export",
    "import",
    "init",
    "join",
    "list",
    "load",
    "measure",
    "merge",
    "office",
    "question",
    "picture",
    "read",
    "refuse",
    "report",
    "rule",
    "serve",
    "settle",
    "show",
    "split",
    "template",
    "undo",
    "unit",
    "user",
    "verify",
)


class Commands(click.Group):
    """Loads a subcommand's file only when it is asked for, so that `hansa read` starts without Django."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the subcommands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand in `hansa.cli.NAME`, or `NAME_`, whose function is called `command`."""
        if cmd_name not in COMMANDS:
            return None
        # A word of Python's own, such as `import`, cannot be the name of a file that is imported.
        file = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command = importlib.import_module(f"hansa.cli.{file}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"hansa.cli.{cmd_name}.command is no command")
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hansa")
def hansa() -> None:
    """Hansa, the system of record for city diplomacy."""


def main() -> None:
    """Run the command; exit status 0 only if it did its work, 2 where it was called wrongly, in one line."""
    try:
        sys.exit(hansa(standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "hansa"
        click.echo(f"hansa: {error.format_message()} See {path} --help.", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except GazetteerMissing as error:
        sys.exit(f"hansa: {error}")
