"""From the manuscript of a report to its blocks: headings, items, tables, and a mark for every source."""

from collections.abc import Iterable, Iterator

from hansa.reports.blocks import Block, Heading, Item, Items, Line, Mark, Note, Paper, Paragraph, Run, Table
from hansa.reports.manuscript import Entry, Manuscript, Rows, Section, Words
from hansa.reports.outline.items import Citation
from hansa.reports.wording import WORDINGS, Wording


class Notes:
    """Numbers the passages in the order in which they are first cited."""

    def __init__(self) -> None:
        self.numbers: dict[Citation, int] = {}

    def line(self, words: Words) -> Line:
        """Words with their marks; the first mark of a passage is the one that its note leads back to."""
        parts: list[Run | Mark] = []
        for part in words:
            parts.extend([Run(part)] if isinstance(part, str) else self._marks(part))
        return tuple(parts)

    def _marks(self, citations: Iterable[Citation]) -> Iterator[Mark]:
        for citation in citations:
            first = citation not in self.numbers
            yield Mark(self.numbers.setdefault(citation, len(self.numbers) + 1), first)


class Layout:
    """Lays out one manuscript."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        self.wording: Wording = WORDINGS[manuscript.language]
        self.notes = Notes()

    def paper(self) -> Paper:
        """The whole report."""
        titles = self.wording.titles
        blocks = tuple(self._blocks())
        return Paper(
            language=self.manuscript.language,
            title=self.manuscript.title,
            publisher=self.manuscript.publisher,
            dateline=self.manuscript.dateline,
            contents_title=titles.contents,
            notes_title=titles.notes,
            blocks=blocks,
            notes=tuple(Note(number, self.wording.citation(one)) for one, number in self.notes.numbers.items()),
        )

    def _blocks(self) -> Iterator[Block]:
        if self.manuscript.lead:
            yield Paragraph((Run(self.manuscript.lead),))
        for chapter in self.manuscript.chapters:
            yield Heading(1, chapter.title)
            if _silent(chapter):
                yield Paragraph((Run(self.wording.titles.nothing),))
            yield from self._contents(chapter, 2)

    def _section(self, section: Section, level: int) -> Iterator[Block]:
        """A section that says something."""
        if not _silent(section):
            yield Heading(level, section.title)
            yield from self._contents(section, level + 1)

    def _contents(self, section: Section, below: int) -> Iterator[Block]:
        """The items, the table and the sections of a section."""
        entries = [entry for entry in section.entries if _printed(entry)]
        if len(entries) == 1 and not (entries[0].title or entries[0].entries or entries[0].differences):
            for line in _lines(entries[0].words):
                yield Paragraph(self.notes.line(line))
        elif entries:
            yield Items(tuple(self._item(entry) for entry in entries))
        if section.table:
            yield from self._table(section.table)
        for one in section.sections:
            yield from self._section(one, below)

    def _item(self, entry: Entry) -> Item:
        """An item: its title, its words with their marks, what has to be confirmed of it, the items below it."""
        title: Iterable[Line] = ((Run(entry.title, bold=True),),) if entry.title else ()
        words = (self.notes.line(line) for line in _lines(entry.words))
        below = tuple(self._item(one) for one in entry.entries if _printed(one))
        return Item((*title, *words, *self._to_confirm(entry)), below)

    def _to_confirm(self, entry: Entry) -> Iterator[Line]:
        if entry.differences:
            wording = self.wording
            told = [wording.differs(wording.field(one.field), one.before, one.now) for one in entry.differences]
            yield (Run(f"【{wording.titles.to_confirm}】", bold=True), Run(wording.proposal(told, entry.proposal)))

    def _table(self, table: Rows) -> Iterator[Block]:
        rows = tuple(tuple(self.notes.line(cell) for cell in row) for row in table.rows)
        yield Table(table.head, rows, table.widths, table.numeric)
        if table.note:
            yield Paragraph((Run(table.note),))


def _lines(words: Words) -> Iterator[Words]:
    """Words with line breaks as one line after the other."""
    line: list[str | tuple[Citation, ...]] = []
    for part in words:
        first, *rest = part.split("\n") if isinstance(part, str) else [part]
        line.append(first)
        for begun in rest:
            yield tuple(line)
            line = [begun]
    if line:
        yield tuple(line)


def _printed(entry: Entry) -> bool:
    """Whether an item, or one below it, stands in the report."""
    return entry.state != "left_out" and (bool(entry.words) or any(_printed(one) for one in entry.entries))


def _silent(section: Section) -> bool:
    """Whether a section has nothing to print."""
    entries = any(_printed(entry) for entry in section.entries)
    return not entries and not section.table and all(_silent(one) for one in section.sections)
