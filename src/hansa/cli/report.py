"""`hansa report`: write a report from the register."""

import importlib

import click

# Each subcommand and the file that has it.
_FILES = {"annual": "annual", "answer": "answers", "council": "council", "list": "lists", "lists": "lists"}


class Reports(click.Group):
    """Loads a report's file only when it is asked for: slides and sheets bring large libraries."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the reports."""
        return list(_FILES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand in `hansa.cli.FILE`, whose function is called `NAME_command`."""
        if cmd_name not in _FILES:
            return None
        command = getattr(importlib.import_module(f"hansa.cli.{_FILES[cmd_name]}"), f"{cmd_name}_command")
        if not isinstance(command, click.Command):
            raise TypeError(f"hansa.cli.{_FILES[cmd_name]} has no {cmd_name}_command")
        return command


@click.group(cls=Reports)
def command() -> None:
    """Write a report from what the register holds."""
