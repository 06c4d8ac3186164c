"""The manuscript: a report in words, item by item, as officers look at it and edit it, before it becomes blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from hansa.reports.blocks import Language
from hansa.reports.outline.held import Held, held_of
from hansa.reports.outline.items import (
    AgreementItem,
    AnnualReport,
    Citation,
    FigureGroup,
    FigureItem,
    FilledSection,
    Happening,
    PartnerGroup,
)
from hansa.reports.wording import WORDINGS, Wording

# Words, and where they are followed by marks, the passages that the marks are of.
Words = tuple[str | tuple[Citation, ...], ...]
State = Literal["written", "revised", "left_out", "added"]


def plain(words: Words) -> str:
    """The words without their marks."""
    return "".join(part for part in words if isinstance(part, str))


@dataclass(frozen=True)
class Difference:
    """What a record held of a field when its item was edited, and what it holds now, in words."""

    record: str
    field: str
    before: str
    now: str


@dataclass(frozen=True)
class Entry:
    """An item of the report.

    `key` is the ref of the record that it tells of, or for an officer's own item its place; empty for what only heads
    the `entries` below it. `held` is what its records hold. Where an officer has revised it, `made` are the words that
    Hansa would write, and `differences` what its records held then and hold otherwise now.
    """

    key: str
    title: str
    words: Words = ()
    held: Held | None = None
    entries: tuple["Entry", ...] = ()
    state: State = "written"
    made: Words = ()
    revision: str = ""
    differences: tuple[Difference, ...] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return plain(self.words)

    @property
    def proposal(self) -> str:
        """What Hansa would say."""
        return plain(self.made)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that it rests on, each once."""
        marks = (part for part in (*self.words, *self.made) if not isinstance(part, str))
        return tuple(dict.fromkeys(citation for part in marks for citation in part))

    def walk(self) -> Iterator["Entry"]:
        """It and all below it."""
        yield self
        for entry in self.entries:
            yield from entry.walk()


@dataclass(frozen=True)
class Rows:
    """A table of the report: its head, its rows of words with marks, what is said below it."""

    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...]
    numeric: frozenset[int] = frozenset()
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A chapter or section: its items, its table, the sections below it. `key` is its place in the outline."""

    key: str
    title: str
    entries: tuple[Entry, ...] = ()
    table: Rows | None = None
    sections: tuple["Section", ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it has nothing to say."""
        return not self.entries and not self.table and all(section.empty for section in self.sections)

    def walk(self) -> Iterator["Section"]:
        """It and all below it."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True)
class Manuscript:
    """A whole report in one language. `lead` stands before the first chapter."""

    language: Language
    title: str
    publisher: str
    dateline: str
    chapters: tuple[Section, ...]
    lead: str = ""

    def sections(self) -> Iterator[Section]:
        """All chapters and sections, in order."""
        for chapter in self.chapters:
            yield from chapter.walk()

    def entries(self) -> Iterator[Entry]:
        """All items, in order."""
        for section in self.sections():
            for entry in section.entries:
                yield from entry.walk()


def written(report: AnnualReport, language: Language) -> Manuscript:
    """The report as Hansa writes it from the outline."""
    return Writer(report, language).manuscript()


class Writer:
    """Puts one outline into the words of one language."""

    def __init__(self, report: AnnualReport, language: Language) -> None:
        self.report = report
        self.language = language
        self.wording: Wording = WORDINGS[language]

    def manuscript(self) -> Manuscript:
        """All of it."""
        wording, report = self.wording, self.report
        chapters = [self._filled(chapter) for chapter in report.chapters]
        if report.others:
            others = tuple(self._filled(section) for section in report.others)
            chapters.append(Section("others", wording.titles.others, sections=others))
        if report.changes:
            chapters.append(Section("changes", wording.titles.changes, table=self._changes()))
        return Manuscript(
            language=self.language,
            title=wording.title(report),
            publisher=wording.name(report.office),
            dateline=wording.dateline(report),
            chapters=tuple(chapters),
            lead=wording.titles.empty_year if report.empty else "",
        )

    def _filled(self, section: FilledSection) -> Section:
        below = tuple(self._filled(one) for one in section.sections)
        entries = self._happened(section.key) + self._groups(section.groups)
        return Section(section.key, self.wording.words(section.title), entries, self._table(section.key), below)

    def _happened(self, key: str) -> tuple[Entry, ...]:
        """What the year's work abroad puts into a section."""
        report = self.report
        if key == "international.partners.exchanges":
            return tuple(map(self._partner, report.partners))
        if key == "international.agreements":
            return tuple(map(self._happening, report.agreements))
        found = (
            item for one in report.activities if key == f"international.activities.{one.key}" for item in one.items
        )
        return tuple(map(self._happening, found))

    def _table(self, key: str) -> Rows | None:
        if key == "international.memberships":
            return self._memberships()
        return self._numbers() if key == "international.numbers" else None

    def _groups(self, groups: Iterable[FigureGroup]) -> tuple[Entry, ...]:
        return tuple(self._group(group) for group in groups)

    def _group(self, group: FigureGroup) -> Entry:
        key = min((item.ref for item in group.figures), key=lambda ref: int(ref.rpartition("-")[2]))
        return Entry(key, self.wording.heading(group.title), self._figures(group.figures), held_of(*group.figures))

    def _figures(self, figures: tuple[FigureItem, ...], said: str = "") -> Words:
        """Sentences of figures with their marks, behind words that have told the period `said`."""
        sentence = self.wording.figures(figures, said)
        told = [part for part in sentence if isinstance(part, FigureItem)]
        # Neighbours that rest on the same passage share the mark behind the last of them.
        shared = {one.ref for one, after in pairwise(told) if one.citations == after.citations}
        parts = (
            part if isinstance(part, str) else part.citations
            for part in sentence
            if isinstance(part, str) or (part.citations and part.ref not in shared)
        )
        return tuple(parts)

    def _partner(self, group: PartnerGroup) -> Entry:
        entries = tuple(map(self._happening, group.items))
        if len(entries) == 1:
            return entries[0]
        title = self.wording.group_title(group)
        # What is called like the group itself needs no title of its own below it.
        told = tuple(replace(entry, title="") if entry.title == title else entry for entry in entries)
        return Entry("", title, entries=told)

    def _happening(self, item: Happening) -> Entry:
        wording, home = self.wording, self.report.home
        if isinstance(item, AgreementItem):
            title, told, date = wording.agreement_title(item), wording.agreement(item, home), item.signed
        else:
            title, told, date = wording.exchange_title(item), wording.exchange(item, home), item.date
        words: Words = (told, item.citations) if item.citations else (told,)
        if item.figures:
            words = (*words, wording.titles.gap, *self._figures(item.figures, date))
        return Entry(item.ref, title, words, held_of(item, *item.figures))

    def _memberships(self) -> Rows | None:
        rows = [self._row(self.wording.membership(one), one.citations) for one in self.report.memberships]
        return Rows(self.wording.titles.membership_head, tuple(rows), (7, 3, 3, 3, 4)) if rows else None

    def _row(self, cells: tuple[str, ...], citations: tuple[Citation, ...], place: int = 0) -> tuple[Words, ...]:
        """The words of a row, with the marks behind one of them."""
        return tuple(
            (words, citations) if column == place and citations else (words,) for column, words in enumerate(cells)
        )

    def _numbers(self) -> Rows | None:
        rows = [
            self._row(self.wording.number(one), tuple(c for number in one.published for c in number.citations), 1)
            for one in self.report.numbers
        ]
        titles = self.wording.titles
        return Rows(titles.number_head, tuple(rows), (8, 4, 6), frozenset({1}), titles.numbers_note) if rows else None

    def _changes(self) -> Rows:
        rows = tuple(self._row(self.wording.change(one), one.citations) for one in self.report.changes)
        head = self.wording.change_columns(self.report.year)
        return Rows(head, rows, (6, 2, 2, 2, 8), frozenset({1, 2, 3}), self.wording.titles.changes_note)
