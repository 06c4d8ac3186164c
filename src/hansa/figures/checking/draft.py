"""A draft as checkers see it: its text, its blocks and sentences, and the facts that it states, each read once."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hansa.facts import Fact
from hansa.figures.checking.numbers import Number, numbers_in
from hansa.figures.checking.readings import Read
from hansa.reading.context import Context
from hansa.reading.document import Block, Document
from hansa.reading.formats import read_document
from hansa.reading.reader import facts_in
from hansa.reading.structure import restore


@dataclass
class Draft:
    """A draft of the city `home` (its name as the register shows it)."""

    document: Document
    home: str

    @property
    def text(self) -> str:
        """The text that findings point into: for plain text the decoded file itself."""
        return self.document.text

    @cached_property
    def blocks(self) -> list[Block]:
        """The paragraphs, items, headings and table rows, whole again."""
        return restore(self.document)

    @cached_property
    def context(self) -> Context:
        """What a reader of the draft knows at each of its blocks: its year, its headings, what was said before."""
        return Context(self.document, self.blocks, self.home or None)

    @cached_property
    def readings(self) -> list[Read]:
        """The sentences of all blocks in reading order, cell by cell in table rows, with what is found in each."""
        return [
            Read(sentence, block, index, number)
            for index, block in enumerate(self.blocks)
            for number, sentence in enumerate(self.context.sentences(index))
        ]

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers that claim something, in reading order."""
        return [number for read in self.readings for number in numbers_in(read)]

    @cached_property
    def facts(self) -> list[Fact]:
        """What the draft states, as reading understands it, with the offsets of each."""
        return facts_in(self.context)


def open_draft(path: Path, home: str, *, ocr: bool = False) -> Draft:
    """The draft in a file of any format that Hansa reads. Raises `reading.formats.DocumentError`."""
    return Draft(read_document(path, ocr=ocr), home)
