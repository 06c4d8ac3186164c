"""The ODS writer: typed cells, the head frozen, filtered and repeated in print."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from string import Template

from hansa.reports.blocks import Language
from hansa.reports.listing import Cell, Column, Listing, Value
from hansa.reports.render.opendocument import Package, attribute, packed, words
from hansa.reports.render.phrases import PHRASES
from hansa.reports.render.sheet import WIDE, byline, check_fits, sheet_name, shown, widths
from hansa.reports.render.text import address

_MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_STYLES = Path(__file__).with_name("ods_styles.xml")
_CELLS = Path(__file__).with_name("ods_cells.xml")
_HEAD_ROW = 3
_DIGIT = 0.2  # cm
# The year of the Republic is a calendar of its own in ODF.
_DAYS: dict[Language, str] = {
    "zh-hant": (
        '<number:date-style style:name="Day" number:language="zh" number:country="TW">'
        '<number:year number:calendar="ROC" number:style="long"/><number:text>年</number:text><number:month/>'
        "<number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style>"
    ),
    "en": (
        '<number:date-style style:name="Day" number:language="en" number:country="GB"><number:day/><number:text> '
        '</number:text><number:month number:style="long" number:textual="true"/><number:text> </number:text>'
        '<number:year number:style="long"/></number:date-style>'
    ),
}
_FROZEN = (
    '<office:settings><config:config-item-set config:name="ooo:view-settings">'
    '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
    '<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name={name}>'
    '<config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>'
    '<config:config-item config:name="VerticalSplitPosition" config:type="int">3</config:config-item>'
    '<config:config-item config:name="PositionBottom" config:type="int">3</config:config-item>'
    "</config:config-item-map-entry></config:config-item-map-named>"
    "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
)


def _typed(value: Value, column: Column) -> tuple[str, str]:
    """The attributes that hold a value, and the style that shows it."""
    amount = column.form == "amount"
    match value:
        case dt.date():
            return f'office:value-type="date" office:date-value="{value:%Y-%m-%d}"', "Day"
        case int() | Decimal():
            look = ("Amount" if value == int(value) else "Share") if amount else "Plain"
            return f'office:value-type="float" office:value="{Decimal(value):f}"', look
        case _:
            return 'office:value-type="string"', "Right" if amount else "Text"


def _cell(cell: Cell, column: Column, language: Language, bold: str) -> str:
    """A value with its type, and how it is read."""
    if cell.value in (None, ""):
        return f'<table:table-cell table:style-name="Text{bold}"/>'
    held, look = _typed(cell.value, column)
    text = words(shown(cell, column, language))
    if cell.link:
        text = f'<text:a xlink:type="simple" xlink:href={attribute(address(cell.link))}>{text}</text:a>'
    return f'<table:table-cell table:style-name="{look}{bold}" {held}><text:p>{text}</text:p></table:table-cell>'


def _row(cells: tuple[Cell, ...], listing: Listing, bold: str = "") -> str:
    inside = (_cell(cell, column, listing.language, bold) for cell, column in zip(cells, listing.columns, strict=True))
    return f'<table:table-row table:style-name="Row">{"".join(inside)}</table:table-row>'


def _words_row(text: str, look: str) -> str:
    return (
        f'<table:table-row><table:table-cell table:style-name="{look}" office:value-type="string">'
        f"<text:p>{words(text)}</text:p></table:table-cell></table:table-row>"
    )


def _table(listing: Listing) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="Column{number}"/>' for number in range(len(listing.columns))
    )
    head = "".join(
        f'<table:table-cell table:style-name="Head" office:value-type="string"><text:p>{words(column.title)}</text:p>'
        "</table:table-cell>"
        for column in listing.columns
    )
    rows = "".join(_row(row, listing) for row in listing.rows)
    total = _row(listing.total, listing, "Sum") if listing.total else ""
    notes = "".join(_words_row(note, "Note") for note in listing.notes)
    return (
        f'<table:table table:name={attribute(sheet_name(listing))} table:style-name="Sheet">{columns}'
        f"{_words_row(listing.title, 'Title')}{_words_row(byline(listing), 'Byline')}"
        f"<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
        f"{rows}{total}{'<table:table-row><table:table-cell/></table:table-row>' if notes else ''}{notes}</table:table>"
    )


def _filter(listing: Listing) -> str:
    """The range whose head shows buttons to narrow it by."""
    name = "'" + sheet_name(listing) + "'"
    area = f"{name}.A{_HEAD_ROW}:{name}.{_letters(len(listing.columns))}{_HEAD_ROW + len(listing.rows)}"
    return (
        '<table:database-ranges><table:database-range table:name="List" table:display-filter-buttons="true" '
        f"table:target-range-address={attribute(area)}/></table:database-ranges>"
    )


def _letters(number: int) -> str:
    """The name of a column: A, Z, AA."""
    above, last = divmod(number - 1, 26)
    return (_letters(above) if above else "") + chr(ord("A") + last)


def render(listing: Listing) -> bytes:
    """The list as an OpenDocument spreadsheet of one sheet. Raises SheetFull where a sheet cannot hold it."""
    check_fits(listing)
    wide = widths(listing)
    columns = "".join(
        f'<style:style style:name="Column{number}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * _DIGIT:.2f}cm"/></style:style>'
        for number, width in enumerate(wide)
    )
    cells = Template(_CELLS.read_text(encoding="utf-8")).substitute(day=_DAYS[listing.language])
    phrases = PHRASES[listing.language]
    before, between, after = (words(part) for part in phrases.pages)
    landscape = sum(wide) > WIDE
    styles = Template(_STYLES.read_text(encoding="utf-8")).substitute(
        before=before, between=between, after=after,
        orientation="landscape" if landscape else "portrait",
        width="29.7cm" if landscape else "21cm", height="21cm" if landscape else "29.7cm",
    )  # fmt: skip
    return packed(
        Package(
            _MEDIA_TYPE,
            listing.title,
            listing.publisher,
            listing.language,
            f"<office:automatic-styles>{cells}{columns}</office:automatic-styles><office:body><office:spreadsheet>"
            f"{_table(listing)}{_filter(listing)}</office:spreadsheet></office:body>",
            styles,
            _FROZEN.format(name=attribute(sheet_name(listing))),
        )
    )
