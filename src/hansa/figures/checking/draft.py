"""A draft as checkers see it: its text, its blocks and sentences, and the facts that it states, each read once."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hansa.facts import Fact
from hansa.reading.document import Block, Document, Stretch
from hansa.reading.formats import read_document
from hansa.reading.reader import read_facts
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
    def facts(self) -> list[Fact]:
        """What the draft states, as reading understands it, with the offsets of each."""
        return read_facts(self.document, self.home)


def open_draft(path: Path, home: str, *, ocr: bool = False) -> Draft:
    """The draft in a file of any format that Hansa reads. Raises `reading.formats.DocumentError`."""
    return Draft(read_document(path, ocr=ocr), home)
