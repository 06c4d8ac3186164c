"""A sentence of a draft with what reading finds in it."""

from dataclasses import dataclass

from hansa.reading.document import Block
from hansa.reading.sentence import Sentence


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
