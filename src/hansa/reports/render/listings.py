"""Lists as files: documents by way of a paper, sheets and CSV cell by cell."""

from collections.abc import Callable

from hansa.reports.blocks import Line, Paper, Paragraph, Run, Table
from hansa.reports.listing import Cell, Column, Listing
from hansa.reports.render import csv, docx, html, markdown, ods, odt, pdf, write, xlsx
from hansa.reports.render.sheet import shown

# A page that stands upright has room for so many columns.
_UPRIGHT = 6


def _line(cell: Cell, column: Column, listing: Listing) -> Line:
    text = shown(cell, column, listing.language)
    return (Run(text, link=cell.link),) if text else ()


def paper_of(listing: Listing) -> Paper:
    """A list as a paper: a table with its row of sums, the notes below it; across the page where it is wide."""

    def line_by_line(row: tuple[Cell, ...]) -> tuple[Line, ...]:
        return tuple(_line(cell, column, listing) for cell, column in zip(row, listing.columns, strict=True))

    columns = listing.columns
    table = Table(
        head=tuple(column.title for column in columns),
        rows=tuple(line_by_line(row) for row in listing.rows),
        widths=tuple(column.width for column in columns),
        numeric=frozenset(number for number, column in enumerate(columns) if column.form == "amount"),
        total=line_by_line(listing.total) if listing.total else (),
    )
    return Paper(
        language=listing.language,
        title=listing.title,
        publisher=listing.publisher,
        dateline=listing.dateline,
        contents_title="",
        notes_title="",
        blocks=(table, *(Paragraph((Run(note),)) for note in listing.notes)),
        landscape=len(columns) > _UPRIGHT,
    )


def _printed(render: Callable[[Paper], bytes]) -> Callable[[Listing], bytes]:
    return lambda listing: render(paper_of(listing))


LIST_WRITERS: dict[str, Callable[[Listing], bytes]] = {
    ".odt": _printed(odt.render),
    ".docx": _printed(docx.render),
    ".pdf": _printed(pdf.render),
    ".xlsx": xlsx.render,
    ".ods": ods.render,
    ".csv": csv.render,
    ".html": _printed(html.render),
    ".md": _printed(markdown.render),
}


def write_listing(listing: Listing, suffix: str, template: bytes | None = None) -> bytes:
    """The list in the format of the suffix, one of LIST_WRITERS; ODT and DOCX in an office's template if one is given.

    Raises `pdf.FontMissing` where a PDF lacks its font, and `sheet.SheetFull` where a sheet cannot hold the list.
    """
    return write(paper_of(listing), suffix, template) if template else LIST_WRITERS[suffix](listing)
