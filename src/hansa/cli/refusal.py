"""How a command says that it did not do its work: one line on standard error, exit status not 0."""

from typing import IO, Any

import click


class Refusal(click.ClickException):
    """Ends the command with `hansa: MESSAGE`; the message says what is wrong, where, and what to do."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        click.echo(f"hansa: {self.message}", file=file, err=file is None)
