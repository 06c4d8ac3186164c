"""Cells as people write them: how a value is shown in one, and which value one means."""

import datetime as dt
import json
import math
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from hansa.atlas import country_code, fold
from hansa.register.models.record import EdtfField
from hansa.register.transfer.dates import day_in, edtf_in, time_in
from hansa.register.transfer.tables import LANGUAGES, Column, in_each_language

Cell = str | int | float | bool | dt.date | dt.time | dt.timedelta | None
# What Excel holds in a cell, in characters, and how many figures of a number.
LONGEST = 32_767
_FIGURES = 15
TOO_LONG = "（內容過長，未列於此；保持原樣即不變動 · too long for a cell; left as it is, it stays）"
# What XML cannot hold; a carriage return comes back as a line feed.
_NOT_WRITTEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_KEPT = re.compile("[\x00\ud800-\udfff]")
_YES, _NO = ("是", "yes", "y", "true", "1", "v", "✓", "○"), ("否", "no", "n", "false", "0", "✗", "×")
_PARTED = re.compile(r"\s*[、；;]\s*")
_COUNT = re.compile(r"(\d[\d,]*)\s*(.*)", re.DOTALL)


class Wrong(ValueError):
    """A cell that cannot be understood; the message says what is wrong and what to write."""


def shown(column: Column, value: Any) -> str | int | float | None:
    """A value as the workbook shows it: choices by their Chinese labels, lists a line an item, the rest as it is."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return _YES[0] if value else _NO[0]
    if column.choices:
        return labels(column).get(value, (str(value),))[0]
    if isinstance(value, list):
        return fitting("\n".join(map(_item_shown, value))) or None
    if isinstance(value, Decimal):
        return _number_shown(value)
    return value if isinstance(value, int | float) else fitting(str(value))


@cache
def labels(column: Column) -> dict[str, tuple[str, ...]]:
    """For each code of a choice how it may be written: its label in each language and the code itself."""
    return {code: (*in_each_language(label).values(), code) for code, label in column.field.flatchoices}


def _item_shown(item: Any) -> str:
    if isinstance(item, dict) and set(item) == {"count", "of"}:
        return f"{item['count']} {item['of']}".strip()
    return item if isinstance(item, str) else json.dumps(item, ensure_ascii=False, sort_keys=True)


def _number_shown(value: Decimal) -> int | float | str:
    value = value.normalize()
    if len(value.as_tuple().digits) > _FIGURES:
        return format(value, "f")
    return int(value) if value == value.to_integral_value() else float(value)


def fitting(text: str) -> str:
    """A text as a cell can hold it; a remark where it is too long."""
    text = _NOT_WRITTEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return TOO_LONG if len(text) > LONGEST else text


def written(cell: Cell) -> str:
    """A cell as text, so that two cells that look the same are the same: 7, 7.0 and "7 " are "7"."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _NOT_WRITTEN.sub(" ", cell.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if isinstance(cell, bool):
        return _YES[0] if cell else _NO[0]
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)


def read_cell(column: Column, cell: Cell) -> Any:
    """The value that a cell means, of the type of its column; what an empty cell means where it is empty.

    Raises Wrong. Columns that point to other rows are read by `references`.
    """
    field = column.field
    text = written(cell)
    if not text:
        return _nothing(column)
    if _NOT_KEPT.search(cell if isinstance(cell, str) else ""):
        raise Wrong(_("the text has a character that cannot be kept; type it again"))
    if column.choices:
        return _choice(column, text)
    if column.name == "country":
        return _country(text)
    reader = next((reader for kind, reader in _READERS if isinstance(field, kind)), _text)
    return reader(column, text)


def _nothing(column: Column) -> Any:
    if column.required:
        raise Wrong(_("there must be something here"))
    if isinstance(column.field, models.JSONField):
        return []
    return None if column.field.null else column.field.get_default()


def _country(text: str) -> str:
    code = country_code(text.upper() if len(text) == 2 else text)
    if code is None:
        raise Wrong(_("“%(text)s” is no country; write its code, such as JP, or its name") % {"text": _cut(text)})
    return code


def _choice(column: Column, text: str) -> Any:
    wanted = fold(text)
    for code, ways in labels(column).items():
        if text in ways or wanted in map(fold, ways):
            return code
    known = "、".join(ways[0] for ways in labels(column).values())
    raise Wrong(_("“%(text)s” is none of the choices; write one of: %(known)s") % {"text": _cut(text), "known": known})


def _yes_or_no(column: Column, text: str) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise Wrong(_("“%(text)s” is neither yes nor no; write 是 or 否") % {"text": _cut(text)})


def _date(column: Column, text: str) -> str:
    edtf = edtf_in(text)
    if edtf is None:
        raise Wrong(
            _("“%(text)s” is no date; write 2023-05-03, 2023-05, 2023, 2023-05-03/2023-05-07 or 112年5月3日")
            % {"text": _cut(text)}
        )
    return edtf


def _day(column: Column, text: str) -> dt.date:
    day = day_in(text)
    if day is None:
        raise Wrong(_("“%(text)s” is no day; write 2023-05-03 or 112年5月3日") % {"text": _cut(text)})
    return day


def _time(column: Column, text: str) -> dt.time:
    time = time_in(text)
    if time is None:
        raise Wrong(_("“%(text)s” is no time; write 14:30") % {"text": _cut(text)})
    return time


def _decimal(column: Column, text: str) -> Decimal:
    field: Any = column.field
    places = field.decimal_places
    try:
        value = Decimal(text.replace(",", "").replace("，", ""))
        kept = value.quantize(Decimal(1).scaleb(-places))
    except InvalidOperation:
        raise Wrong(
            _("“%(text)s” is no number that can be kept; write 1500 or 1500.50") % {"text": _cut(text)}
        ) from None
    if kept != value or len(kept.as_tuple().digits) > field.max_digits:
        raise Wrong(
            _("“%(text)s” has too many figures: at most %(digits)s, %(places)s of them behind the point")
            % {"text": _cut(text), "digits": field.max_digits, "places": places}
        )
    return kept


def _whole_number(column: Column, text: str) -> int:
    plain = text.replace(",", "").replace("，", "")
    # The largest that both databases hold.
    most = 2**63 - 1 if isinstance(column.field, models.PositiveBigIntegerField) else 2**31 - 1
    if not (plain.isascii() and plain.isdigit()) or len(plain) > len(str(most)) or int(plain) > most:
        raise Wrong(_("“%(text)s” is no whole number that can be kept; write 1500") % {"text": _cut(text)})
    return int(plain)


def _measured(column: Column, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise Wrong(_("“%(text)s” is no number; write 22.6273") % {"text": _cut(text)})
    return value


def _items(column: Column, text: str) -> list[Any]:
    """A list: an item a line; in one line, parted by 、 or ；; or JSON."""
    if text.startswith("["):
        try:
            told = json.loads(text)
        except ValueError:
            raise Wrong(_("this begins like JSON and is none; write an item a line")) from None
        return told if isinstance(told, list) else [told]
    parts = text.split("\n") if "\n" in text else _PARTED.split(text)
    items = [part.strip() for part in parts if part.strip()]
    return [_counted(item) for item in items] if column.name == "members" else items


def _counted(item: str) -> dict[str, Any]:
    match = _COUNT.fullmatch(item)
    if not match:
        raise Wrong(_("“%(text)s” tells no number; write 120 cities, a line for each count") % {"text": _cut(item)})
    return {"count": int(match[1].replace(",", "")), "of": match[2].strip() or "members"}


def _text(column: Column, text: str) -> str:
    most = column.field.max_length
    if most and len(text) > most:
        raise Wrong(_("the text has %(length)s characters; %(most)s can be kept") % {"length": len(text), "most": most})
    return text


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


# The first of these that a field is reads its cells; the order matters, as some derive from others.
_READERS: tuple[tuple[Any, Callable[[Column, str], Any]], ...] = (
    (models.BooleanField, _yes_or_no),
    (EdtfField, _date),
    (models.JSONField, _items),
    (models.DateField, _day),
    (models.TimeField, _time),
    (models.DecimalField, _decimal),
    (models.FloatField, _measured),
    (models.IntegerField, _whole_number),
)

__all__ = ["LANGUAGES", "Cell", "Wrong", "labels", "read_cell", "shown", "written"]
