"""From the outline of an annual report to its blocks: headings, items, tables, and a mark for every source."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from hansa.reports.blocks import Block, Heading, Item, Items, Language, Line, Mark, Note, Paper, Paragraph, Run, Table
from hansa.reports.outline.items import AnnualReport, Citation, ExchangeItem, FigureItem, FilledSection, NumberItem
from hansa.reports.wording import WORDINGS, Wording


class Notes:
    """Numbers the passages in the order in which they are first cited."""

    def __init__(self) -> None:
        self.numbers: dict[Citation, int] = {}

    def marks(self, citations: Iterable[Citation]) -> Line:
        """One mark for each passage; the first mark of a passage is the one that its note leads back to."""
        marks = []
        for citation in citations:
            first = citation not in self.numbers
            number = self.numbers.setdefault(citation, len(self.numbers) + 1)
            marks.append(Mark(number, first))
        return tuple(marks)


class Layout:
    """Lays out one report in one language."""

    def __init__(self, report: AnnualReport, language: Language) -> None:
        self.report = report
        self.language = language
        self.wording: Wording = WORDINGS[language]
        self.notes = Notes()

    def paper(self) -> Paper:
        """The whole report."""
        wording, report = self.wording, self.report
        blocks = tuple(self.blocks())
        return Paper(
            language=self.language,
            title=wording.title(report),
            publisher=wording.name(report.office),
            dateline=wording.dateline(report),
            contents_title=wording.titles.contents,
            notes_title=wording.titles.notes,
            blocks=blocks,
            notes=tuple(Note(number, wording.citation(one)) for one, number in self.notes.numbers.items()),
        )

    def blocks(self) -> Iterator[Block]:
        """The chapters in the department's order."""
        for chapter in self.report.chapters:
            yield from self.chapter(chapter)
        yield Heading(1, self.wording.titles.international)
        yield from self.international()
        if self.report.others:
            yield Heading(1, self.wording.titles.others)
            for section in self.report.others:
                yield from self.section(section, 2)

    def chapter(self, chapter: FilledSection) -> Iterator[Block]:
        """A chapter of the department's own work: those of its sections that hold something."""
        yield Heading(1, self.wording.words(chapter.title))
        if chapter.empty:
            yield self.nothing()
        yield from self.groups(chapter.figures)
        for section in chapter.sections:
            yield from self.section(section, 2)

    def section(self, section: FilledSection, level: int) -> Iterator[Block]:
        """A section with its figures, and those below it."""
        if section.empty:
            return
        yield Heading(level, self.wording.words(section.title))
        yield from self.groups(section.figures)
        for below in section.sections:
            yield from self.section(below, level + 1)

    def nothing(self) -> Paragraph:
        """The sentence that there is nothing."""
        return Paragraph((Run(self.wording.titles.nothing),))

    def groups(self, groups: tuple[tuple[FigureItem, ...], ...]) -> Iterator[Block]:
        """Figures as items, or as a paragraph where there is one group only."""
        lines = [self.figures(group) for group in groups]
        if len(lines) == 1:
            yield Paragraph(lines[0])
        elif lines:
            yield Items(tuple(Item((line,)) for line in lines))

    def figures(self, group: tuple[FigureItem, ...]) -> Line:
        """A sentence of figures with their marks."""
        parts: list[Run | Mark] = []
        sentence = self.wording.figures(group)
        figures = [part for part in sentence if isinstance(part, FigureItem)]
        # Neighbours that rest on the same passage share the mark behind the last of them.
        shared = {one.ref for one, after in pairwise(figures) if one.citations == after.citations}
        for part in sentence:
            if isinstance(part, str):
                parts.append(Run(part))
            elif part.ref not in shared:
                parts.extend(self.notes.marks(part.citations))
        return tuple(parts)

    def international(self) -> Iterator[Block]:
        """The chapter on international affairs."""
        titles = self.wording.titles
        yield Heading(2, titles.partners)
        yield from self.partners()
        yield Heading(2, titles.others_abroad)
        yield from self.others_abroad()
        yield Heading(2, titles.agreements)
        yield from self.agreements()
        yield Heading(2, titles.memberships)
        yield from self.memberships()
        yield Heading(2, titles.numbers)
        yield from self.numbers()

    def partners(self) -> Iterator[Block]:
        """Visitors in figures, then the exchanges with partners."""
        titles, items = self.wording.titles, []
        if self.report.international:
            lines = [self.figures(group) for group in self.report.international]
            items.append(Item(((Run(titles.visitors, bold=True),),), tuple(Item((line,)) for line in lines)))
        exchanges = [item for item in self.report.exchanges if item.with_partner]
        if exchanges:
            items.append(
                Item(((Run(titles.partner_exchanges, bold=True),),), tuple(self.exchange(item) for item in exchanges))
            )
        yield Items(tuple(items)) if items else self.nothing()

    def others_abroad(self) -> Iterator[Block]:
        """The other exchanges, by kind."""
        others = [item for item in self.report.exchanges if not item.with_partner]
        for title, kinds in self.wording.titles.groups:
            found = [item for item in others if item.kind in kinds]
            if found:
                yield Heading(3, title)
                yield Items(tuple(self.exchange(item) for item in found))
        if not others:
            yield self.nothing()

    def exchange(self, item: ExchangeItem) -> Item:
        """An exchange: its title, and a sentence with the marks of its sources."""
        sentence = Run(self.wording.exchange(item, self.report.home))
        title = Run(self.wording.exchange_title(item), bold=True)
        return Item(((title,), (sentence, *self.notes.marks(item.citations))))

    def agreements(self) -> Iterator[Block]:
        """The agreements signed in the year."""
        items = []
        for item in self.report.agreements:
            sentence = Run(self.wording.agreement(item, self.report.home))
            title = Run(self.wording.agreement_title(item), bold=True)
            items.append(Item(((title,), (sentence, *self.notes.marks(item.citations)))))
        yield Items(tuple(items)) if items else self.nothing()

    def memberships(self) -> Iterator[Block]:
        """The memberships at the year's end, as a table."""
        rows: list[tuple[Line, ...]] = []
        for item in self.report.memberships:
            organization, *others = (Run(words) for words in self.wording.membership(item))
            rows.append(((organization, *self.notes.marks(item.citations)), *((other,) for other in others)))
        if not rows:
            yield self.nothing()
            return
        yield Table(self.wording.titles.membership_head, tuple(rows), (7, 3, 3, 3, 4))

    def numbers(self) -> Iterator[Block]:
        """The measures: computed and published numbers side by side."""
        if not self.report.numbers:
            yield self.nothing()
            return
        rows = tuple(self.number(item) for item in self.report.numbers)
        yield Table(self.wording.titles.number_head, rows, (6, 3, 3, 4, 4), frozenset({2}))
        yield Paragraph((Run(self.wording.titles.numbers_note),))

    def number(self, item: NumberItem) -> tuple[Line, ...]:
        """A row of the table of measures."""
        published: list[Run | Mark] = []
        for words, number in zip(self.wording.published(item), item.published, strict=True):
            published += [Run(f"{'、' if published else ''}{words}"), *self.notes.marks(number.citations)]
        cells: Iterable[str] = self.wording.computed(item)
        remark = (Run(self.wording.remark(item)),)
        return (*((Run(words),) for words in cells), tuple(published) or (Run("—"),), remark)
