"""What stands above the columns of the workbook, how a sheet is called, and the notes on what to write."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models

from hansa.atlas.folding import fold
from hansa.register.models.record import EdtfField
from hansa.register.states import ref_to
from hansa.register.transfer.tables import Column, Table, edited_tables, in_each_language, is_record

_NO_TITLE = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31
_SECOND = re.compile(r"\s*\(\d+\)$")
_NAME = {"zh-Hant": "（名稱）", "en": ", by name"}


@dataclass(frozen=True)
class Heading:
    """A column of a sheet: a column of the table, or beside one that points elsewhere the name of what it points to."""

    column: Column
    is_name: bool = False

    @property
    def titles(self) -> dict[str, str]:
        """What stands above it, by language."""
        return {tag: title + (_NAME[tag] if self.is_name else "") for tag, title in self.column.titles.items()}

    @property
    def text(self) -> str:
        """What stands above it, in both languages; one line each."""
        return "\n".join(dict.fromkeys(self.titles.values()))

    @property
    def choices(self) -> bool:
        """Whether its cells offer a list to choose from."""
        return not self.is_name and bool(self.column.choices or isinstance(self.column.field, models.BooleanField))

    @property
    def is_long(self) -> bool:
        """Whether its cells hold texts that are broken into lines."""
        return isinstance(self.column.field, models.TextField | models.JSONField)

    @property
    def is_number(self) -> bool:
        """Whether its cells hold numbers."""
        field = self.column.field
        numbers = isinstance(field, models.IntegerField | models.DecimalField | models.FloatField)
        return numbers and not field.primary_key

    @property
    def width(self) -> int:
        """The width of the column, in characters."""
        field = self.column.field
        if self.is_name:
            return 26
        if self.is_long:
            return 40
        if field.primary_key or self.column.target or self.choices:
            return 18
        if isinstance(field, EdtfField):
            return 24
        return 26 if (field.max_length or 0) > 100 else 16

    def ref(self, number: object) -> str:
        """The id of what a cell of it points to."""
        target: Any = self.column.target
        return ref_to(target, number)


@cache
def headings_of(table: Table) -> tuple[Heading, ...]:
    """The columns of a table's sheet, in order."""
    headings = []
    for column in table.edited_columns:
        headings.append(Heading(column))
        if column.target:
            headings.append(Heading(column, is_name=True))
    return tuple(headings)


def sheet_title(table: Table, number: int = 1) -> str:
    """What a table's sheet is called; a second one, where the first is full, has its number behind."""
    title = _NO_TITLE.sub(" ", table.titles["zh-Hant"])[: _LONGEST_TITLE - 4]
    return title if number == 1 else f"{title} ({number})"


def table_named(title: str) -> Table | None:
    """The table that a sheet's title, or a file's name, means: in Chinese, in English, or its name in code."""
    return _tables_by_title().get(fold(_SECOND.sub("", title)))


@cache
def _tables_by_title() -> dict[str, Table]:
    ways = [(fold(way), table) for table in edited_tables() for way in (table.name, *table.titles.values())]
    return dict(reversed([*ways, *((fold(sheet_title(table)), table) for table in edited_tables())]))


def headings_by_title(table: Table) -> dict[str, Heading]:
    """The columns of a table's sheet by everything that may stand above them; what could mean two is left out."""
    ways = [
        (way, heading)
        for heading in headings_of(table)
        for way in {fold(way) for way in (heading.text, *heading.titles.values(), _code(heading))}
    ]
    count = Counter(way for way, _heading in ways)
    return {way: heading for way, heading in ways if count[way] == 1}


def _code(heading: Heading) -> str:
    return f"{heading.column.name} by name" if heading.is_name else heading.column.name


def note_on(heading: Heading) -> str:
    """What goes into a column's cells, in which form, in Chinese and in English."""
    chinese, english = _forms(heading)
    hint = in_each_language(heading.column.field.help_text) if heading.column.field.help_text else {}
    if hint and not heading.is_name:
        chinese, english = f"{hint['zh-Hant']}。{chinese}", f"{hint['en'].rstrip('.')}. {english}"
    if heading.column.required and not heading.is_name and not heading.column.field.primary_key:
        chinese, english = f"必填。{chinese}", f"Required. {english}"
    return f"{chinese}\n\n{english}"


def _forms(heading: Heading) -> tuple[str, str]:
    field = heading.column.field
    if heading.is_name:
        return (
            "左欄編號所指的名稱，供閱讀；左欄空白時，以此名稱查找。",
            "The name behind the id on the left, for reading; looked up where there is no id.",
        )
    if field.primary_key:
        return _form_of_id(field.model)
    if heading.column.target:
        example = heading.ref(12)
        return (f"填編號，如 {example}，或填名稱。", f"An id such as {example}, or a name.")
    if heading.choices:
        return (
            "由清單選取；英文與代碼亦可。",
            "Choose from the list; English and the code are understood too.",
        )
    return next((forms for kind, forms in _FORMS if isinstance(field, kind)), ("文字。", "Text."))


def _form_of_id(model: Any) -> tuple[str, str]:
    example = ref_to(model, 12)
    new = "新增一列時留空；他列要指向它時，填「新1」等記號。"
    new_en = "Leave it empty in a new row, or write a mark such as new1 where other rows point to it."
    if model in {table.model for table in edited_tables() if is_record(table)}:
        return f"編號，如 {example}，請勿更改。{new}", f"The id, such as {example}; do not change it. {new_en}"
    return (
        f"編號，如 {example}，請勿更改。新增一列時留空；要移除一列，清空編號以外的各格。",
        f"The id, such as {example}; do not change it. Leave it empty in a new row. To take a row away, empty all its "
        "cells but this one.",
    )


_FORMS: tuple[tuple[Any, tuple[str, str]], ...] = (
    (
        EdtfField,
        (
            "日期，已知多精確就填多精確：2023-05-03、2023-05、2023、2023-05-03/2023-05-07；"
            "112年5月3日、民國112.5.3、112/5/3 亦可。",
            "A date as precise as known: 2023-05-03, 2023-05, 2023, 2023-05-03/2023-05-07; years of the Republic, "
            "112年5月3日, are converted.",
        ),
    ),
    (models.DateField, ("某一日：2023-05-03 或 112年5月3日。", "One day: 2023-05-03 or 112年5月3日.")),
    (models.TimeField, ("時刻：14:30。", "A time of day: 14:30.")),
    (models.JSONField, ("一行一項，或以頓號「、」分開。", "An item a line, or parted by 、 or ；.")),
    (models.DecimalField, ("數字。", "A number.")),
    (models.IntegerField, ("整數。", "A whole number.")),
    (models.FloatField, ("小數，如 22.6273。", "A number such as 22.6273.")),
)


def guide() -> tuple[str, ...]:
    """How to work with the workbook, a paragraph each."""
    return (
        "登錄簿 · The register",
        "每張工作表是一種紀錄或其細目。修改後存檔，執行 hansa import 檔名.xlsx；"
        "全部檢查無誤才會寫入，有錯時一次列出所有錯處，登錄簿不變。",
        "新增：在最下方加一列，編號留空；若其他列要指向新紀錄，編號填記號如「新1」，他列亦填「新1」。",
        "移除：刪去一列不會有任何改變，紀錄不會被刪除。細目（淺色頁籤）要移除時，保留編號並清空該列其他各格。",
        "紅色欄首為必填；滑鼠移到欄首可看填法。名稱欄（灰色）供閱讀，編號空白時以名稱查找。",
        "Each sheet is a kind of record or a part of one. Save, then run: hansa import FILE.xlsx. Everything is "
        "checked first; all errors are listed at once, and nothing is changed unless all is well.",
        "To add: a row at the end with an empty id. Where other rows point to the new record, write a mark such as "
        "new1 as its id and in those rows.",
        "To take away: a row that is missing changes nothing; no record is ever deleted. A row of a part (light tabs) "
        "is taken away by emptying all its cells but the id.",
        "Red heads are required; point at a head to see what goes in. Grey columns with names are for reading; a name "
        "is looked up where there is no id.",
    )
