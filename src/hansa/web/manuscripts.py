"""A report in words as its page shows it: marks numbered and led to the passages, items with where they are edited."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from hansa.register.models import User
from hansa.register.rules import may_add, may_edit
from hansa.reports.blocks import Language
from hansa.reports.manuscript import Entry, Manuscript, Section, Words
from hansa.reports.outline.items import Citation
from hansa.reports.wording import WORDINGS
from hansa.web.kinds import address_of_ref


@dataclass(frozen=True)
class ShownMark:
    """A mark: its number, the address of the passage, and what it quotes."""

    number: int
    address: str
    quote: str


@dataclass(frozen=True)
class ShownWords:
    """Words, and the marks behind them."""

    text: str
    marks: tuple[ShownMark, ...] = ()


@dataclass(frozen=True)
class ShownItem:
    """An item: `anchor` names its place on the page, `edit` is the address at which it is edited, if one may."""

    entry: Entry
    anchor: str
    words: tuple[ShownWords, ...]
    edit: str
    differences: tuple[str, ...]
    items: tuple["ShownItem", ...]


@dataclass(frozen=True)
class ShownTable:
    """A table: its head, its rows of cells, what is said below it."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[ShownWords, ...], ...], ...]
    note: str


@dataclass(frozen=True)
class ShownSection:
    """A chapter or section; `level` counts from 2, `add` is the address at which an item is added to it."""

    key: str
    title: str
    level: int
    items: tuple[ShownItem, ...]
    table: ShownTable | None
    add: str
    sections: tuple["ShownSection", ...]

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.items and not self.table and all(section.empty for section in self.sections)


class Page:
    """One manuscript for one reader."""

    def __init__(self, told: Manuscript, year: int, user: User) -> None:
        self._told = told
        self._asked = {"year": year, "language": told.language}
        self._user = user
        self._may_add = may_add(user, "revision")
        self._numbers: dict[Citation, int] = {}

    def chapters(self) -> list[ShownSection]:
        """The chapters, in order."""
        return [self._section(chapter, 2) for chapter in self._told.chapters]

    def marks(self, entry: Entry) -> list[ShownMark]:
        """The passages that an item rests on."""
        return list(self._marks(entry.citations))

    def records(self, entry: Entry) -> list[tuple[str, str]]:
        """The records that an item tells of, each ref with the address of its page."""
        return [(ref, address_of_ref(ref)) for ref in entry.held or ()]

    def differences(self, entry: Entry) -> list[str]:
        """What the records held when the item was revised and hold otherwise now, a clause each."""
        wording = WORDINGS[self._told.language]
        return [wording.differs(wording.field(one.field), one.before, one.now) for one in entry.differences]

    def _section(self, section: Section, level: int) -> ShownSection:
        return ShownSection(
            key=section.key,
            title=section.title,
            level=level,
            items=tuple(self._item(entry) for entry in section.entries),
            table=self._table(section),
            add=self._address("web:report_add", section=section.key) if self._may_add else "",
            sections=tuple(self._section(one, level + 1) for one in section.sections),
        )

    def _item(self, entry: Entry) -> ShownItem:
        editable = bool(entry.key) and self._may_add
        return ShownItem(
            entry=entry,
            anchor=anchor_of(entry.key) if entry.key else "",
            words=tuple(self._words(entry.words)),
            edit=self._address("web:report_edit", item=entry.key) if editable else "",
            differences=tuple(self.differences(entry)),
            items=tuple(self._item(one) for one in entry.entries),
        )

    def _table(self, section: Section) -> ShownTable | None:
        if section.table is None:
            return None
        rows = tuple(tuple(tuple(self._words(cell)) for cell in row) for row in section.table.rows)
        return ShownTable(section.table.head, rows, section.table.note)

    def _words(self, words: Words) -> Iterator[ShownWords]:
        text = ""
        for part in words:
            if isinstance(part, str):
                text += part
            else:
                yield ShownWords(text, tuple(self._marks(part)))
                text = ""
        if text:
            yield ShownWords(text)

    def _marks(self, citations: Iterable[Citation]) -> Iterator[ShownMark]:
        for one in citations:
            number = self._numbers.setdefault(one, len(self._numbers) + 1)
            yield ShownMark(number, f"{address_of_ref(one.ref)}#p-{one.start}", " ".join(one.quote.split()))

    def _address(self, page: str, **asked: Any) -> str:
        return f"{reverse(page)}?{urlencode(self._asked | asked)}"


def anchor_of(key: str) -> str:
    """The name of an item's place on the page: `item-exchange-7`."""
    return f"item-{key.replace('+', '-').replace('.', '-')}"


def report_address(year: int, language: Language, key: str = "") -> str:
    """The address of a year's report, at one of its items."""
    where = f"#{anchor_of(key)}" if key else ""
    return f"{reverse('web:report')}?{urlencode({'year': year, 'language': language})}{where}"


def may_revise(user: User, revision: Any) -> bool:
    """Whether somebody may put other words in the place of an item, revised already or not."""
    return may_edit(user, revision) if revision is not None else may_add(user, "revision")
