"""The option `--reader`: by which reader a command reads documents."""

import os
from typing import Any

import click

from hansa.cli.refusal import Refusal
from hansa.reading.files import Reader
from hansa.reading.formats import DocumentError
from hansa.reading.reader import read_facts


def _reader_of(_context: click.Context, _option: click.Parameter, name: str) -> Reader:
    if name == "rules":
        return read_facts
    from hansa.reading.language_model import ModelReader, configured  # noqa: PLC0415 - `hansa read` starts without it

    try:
        endpoint = configured(os.environ)
    except DocumentError as error:
        raise Refusal(str(error)) from error
    return ModelReader(endpoint, lambda message: click.echo(f"hansa: {message}", err=True))


def reader_option(command: Any) -> Any:
    """Adds `--reader` to a command, whose argument `reader` is then the function that reads."""
    return click.option(
        "--reader",
        type=click.Choice(("rules", "llm")),
        default="rules",
        show_default=True,
        callback=_reader_of,
        help="Who reads: Hansa's own rules, or the language model that HANSA_LLM_URL and HANSA_LLM_MODEL name.",
    )(command)
