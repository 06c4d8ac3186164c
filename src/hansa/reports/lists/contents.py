"""What a list consists of before its language's frame is put around it, and the cells of which its rows are made."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from django.db.models import Count, QuerySet, TextChoices
from django.utils import translation

from hansa.atlas.countries import country_name
from hansa.facts import span
from hansa.figures.words import Words
from hansa.register.enums import AgreementKind, AgreementState, ExchangeKind, FactState
from hansa.register.models import Agreement, Exchange, Fact, Organization, Party, Unit
from hansa.register.models.record import Record
from hansa.reports.blocks import Language
from hansa.reports.listing import Cell, Column
from hansa.reports.lists.asking import Asked
from hansa.reports.outline.names import named, organization_named
from hansa.reports.quantities import grouped
from hansa.reports.wording.dates import chinese_date, english_date

Row = tuple[Cell, ...]
Amounts = Iterable[tuple[Decimal | None, str]]
NOTHING = Cell("")
_EXACT = len("2022-06-09")


@dataclass(frozen=True)
class Contents:
    """The columns, rows, last row and notes of a list; `scope` says the period or day that it shows."""

    scope: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListOf:
    """A list that Hansa makes: its name in commands, its title, what it is for, the filters that it takes.

    `kinds` are the values of its filter `kind` with their words.
    """

    name: str
    title: Words
    about: Words
    filters: tuple[str, ...]
    make: Callable[[Asked], Contents]
    kinds: Mapping[str, Any] | None = None


def date_said(edtf: str, language: Language) -> str:
    """A date in the list's language; nothing where it is not known."""
    if not edtf:
        return ""
    return english_date(edtf) if language == "en" else chinese_date(edtf)


def day_said(day: dt.date, language: Language) -> str:
    """A day in the list's language."""
    return date_said(day.isoformat(), language)


def period_said(first: dt.date, last: dt.date, language: Language) -> str:
    """From one day to another in the list's language; a whole year as such, an open beginning as until."""
    if first == dt.date.min:
        return date_said(f"../{last.isoformat()}", language)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return date_said(f"{first.year}" if first.year == last.year else f"{first.year}/{last.year}", language)
    return date_said(f"{first.isoformat()}/{last.isoformat()}", language)


def date_cell(edtf: str, language: Language) -> Cell:
    """A date that is known to the day as a day, which sheets can sort; any other as words."""
    days = span(edtf) if len(edtf) == _EXACT else None
    return Cell(days.first if days else date_said(edtf, language))


def party_said(party: Party | None, language: Language) -> str:
    """A party's name in the language, or in the other where it has none."""
    return named(party).say(language) if party else ""


def organization_said(organization: Organization, language: Language) -> str:
    """An organization's name with its acronym."""
    return organization_named(organization).say(language)


def country_said(code: str, language: Language) -> str:
    """A country's name; nothing where it is not known."""
    return country_name(code, language) if code else ""


def unit_said(unit: Unit | None, language: Language, written: str = "") -> str:
    """The unit responsible in the language, else as documents write it."""
    if unit is None:
        return written
    return (unit.name_en or unit.name_zh) if language == "en" else unit.name_zh


@cache
def words_of(choices: type[TextChoices], language: Language) -> Mapping[str, str]:
    """The labels of an enumeration in the language, by value: for thousands of rows, asked for once."""
    with translation.override(language):
        return {value: str(label) for value, label in choices.choices}


def kind_said(agreement: Agreement, language: Language) -> str:
    """What kind of agreement it is; nothing where that is not known."""
    return words_of(AgreementKind, language).get(agreement.kind, "")


def state_said(agreement: Any, language: Language) -> str:
    """How an agreement stands, whose state the query worked out (`with_state`)."""
    return words_of(AgreementState, language)[agreement.state]


def exchange_said(exchange: Exchange, language: Language) -> str:
    """An exchange's title, or its kind and date."""
    kind = words_of(ExchangeKind, language).get(exchange.kind, "")
    return exchange.title or f"{kind} {date_said(exchange.date, language)}".strip()


def joined(words: Iterable[str], language: Language) -> str:
    """Words one after another, each once, empty ones left out."""
    return (", " if language == "en" else "、").join(dict.fromkeys(word for word in words if word))


def id_cell(record: Record, asked: Asked) -> Cell:
    """The id of the record that the row is about, with the address of its page."""
    return Cell(record.ref, asked.link(record.ref))


def linked(words: str, record: Record, asked: Asked) -> Cell:
    """Words that lead to the page of a record."""
    return Cell(words, asked.link(record.ref))


def sums_said(amounts: Amounts, language: Language) -> str:
    """The sums for each currency: TWD 12,000；JPY 3,000. Amounts of different currencies are never added."""
    sums: Counter[str] = Counter()
    for amount, currency in amounts:
        if amount is not None:
            sums[currency] += amount  # type: ignore[assignment]
    return (", " if language == "en" else "；").join(f"{code} {grouped(sums[code])}" for code in sorted(sums))


def evidence_of(kind: str, records: QuerySet[Any]) -> dict[int, int]:
    """How many passages of documents state each of these records, by number; one query."""
    stated = Fact.objects.filter(state=FactState.ADMITTED, **{f"{kind}__in": records.order_by().values("pk")})
    counts = stated.order_by().values_list(f"{kind}_id").annotate(Count("passage", distinct=True))
    return dict(counts)


def evidence_column(asked: Asked) -> Column:
    """How many passages state a record."""
    return Column(asked.say("佐證", "Evidence"), 2, "amount")


def id_column(asked: Asked) -> Column:
    """The record's id in the register."""
    return Column(asked.say("編號", "Id"), 7)


def evidence_note(asked: Asked) -> str:
    """What the last two columns of a list mean."""
    return asked.say(
        "「佐證」為載明該紀錄之文件引文數，「編號」為登錄簿之紀錄編號。",
        "“Evidence” counts the passages of documents that state the record; “Id” is its number in the register.",
    )
