"""A list as plain values: what the writers of documents and of sheets both take."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from hansa.reports.blocks import Language

Value = str | int | Decimal | dt.date | None


@dataclass(frozen=True)
class Column:
    """A column: the words of its head, its share of the page's width, and what its cells are.

    An `amount` is set to the right, a `date` written as the language writes days.
    """

    title: str
    width: int = 1
    form: Literal["text", "amount", "date"] = "text"


@dataclass(frozen=True)
class Cell:
    """A value, with the address that it leads to (the page of its record), if there is one."""

    value: Value
    link: str = ""


@dataclass(frozen=True)
class Listing:
    """A list: its title, what it was narrowed by and the day it shows, its columns, its rows, its last row of sums.

    `notes` stand below it: the rule by which was counted, how many there are, what is not known.
    """

    language: Language
    title: str
    publisher: str
    dateline: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()
