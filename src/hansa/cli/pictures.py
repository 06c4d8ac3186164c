"""The option `--ocr`, and what is said of pages that are only pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from hansa.reading.document import Document
from hansa.reading.pages import page_numbers

ocr_option: Callable[[Any], Any] = click.option(
    "--ocr",
    is_flag=True,
    help="Have Tesseract read the pages of a PDF that are only pictures, as scanned ones are; it has to be installed.",
)


def warn_of_pictures(path: Path, document: Document, *, ocr: bool) -> None:
    """Tell on standard error which pages of a document were not read because they are only pictures."""
    if not document.pictures:
        return
    one = len(document.pictures) == 1
    pages = (
        f"page {document.pictures[0]} is only a picture"
        if one
        else f"pages {page_numbers(document.pictures)} are only pictures"
    )
    way_out = "Tesseract found no text there" if ocr else "read with --ocr to have Tesseract try"
    click.echo(f"hansa: {path}: {pages} and {'was' if one else 'were'} not read; {way_out}", err=True)
