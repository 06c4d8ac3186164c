"""A draft as checkers see it: its text, its blocks and sentences, and the facts that it states, each read once."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hansa.facts import Fact
from hansa.reading.context import Context
from hansa.reading.document import Block, Document, Stretch
from hansa.reading.formats import read_document
from hansa.reading.reader import read_facts
from hansa.reading.sentence import Sentence
from hansa.reading.structure import restore, sentences


@dataclass(frozen=True)
class Said:
    """A sentence of the draft, with the block that it stands in; it knows where each of its characters stands."""

    stretch: Stretch
    block: Block

    @property
    def text(self) -> str:
        """The sentence, whole on one line."""
        return self.stretch.text


@dataclass(frozen=True)
class Read:
    """A sentence of a block, or of a cell of it, with what reading finds in it: its dates, parties and people.

    `index` numbers the block and `number` the sentence in it; offsets of what is found are those of `sentence.text`.
    """

    sentence: Sentence
    block: Block
    index: int
    number: int

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the sentence stand in the draft's text."""
        return self.sentence.stretch.part(start, end).extent


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
    def sentences(self) -> list[Said]:
        """The sentences of all blocks in reading order; the cells of a table row are one sentence."""
        return [Said(stretch, block) for block in self.blocks for stretch in sentences(block)]

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
    def facts(self) -> list[Fact]:
        """What the draft states, as reading understands it, with the offsets of each."""
        return read_facts(self.document, self.home)


def open_draft(path: Path, home: str, *, ocr: bool = False) -> Draft:
    """The draft in a file of any format that Hansa reads. Raises `reading.formats.DocumentError`."""
    return Draft(read_document(path, ocr=ocr), home)
