"""What stands above a block: the items and headings it belongs to, and the line whose year heads it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hansa.reading.dating import is_lone_year
from hansa.reading.document import Block, BlockKind

_LOOK_BACK = 60
_LOWEST = 99


@dataclass(frozen=True)
class Above:
    """The blocks of a document, each asked for what stands above it. What is asked is found once for all blocks."""

    blocks: Sequence[Block]

    def parents(self, at: int) -> Iterator[Block]:
        """The items and headings above a block, the nearest first."""
        level, levelled = self.blocks[at].level or _LOWEST, self._levelled
        first = max(self._barriers[at], at - 1 - _LOOK_BACK)
        for place in range(bisect_left(levelled, at) - 1, -1, -1):
            if level == 1 or levelled[place] <= first:
                return
            block = self.blocks[levelled[place]]
            if block.level < level:
                level = block.level
                yield block

    def lone_year(self, at: int) -> str:
        """The line above a block that is nothing but a year, as in a chronology, under the same heading; else ''."""
        index = bisect_left(self._lone_years, at) - 1
        block = self.blocks[self._lone_years[index]] if index >= 0 else None
        return block.text if block and block.headings == self.blocks[at].headings else ""

    @cached_property
    def _levelled(self) -> list[int]:
        """Where the blocks stand that are items or headings of some level."""
        return [at for at, block in enumerate(self.blocks) if block.level]

    @cached_property
    def _barriers(self) -> list[int]:
        """For each block the nearest one before it that stands below other headings: no parent lies beyond."""
        barriers, heads, last, other = [], None, -1, -1
        for at, block in enumerate(self.blocks):
            same = block.headings == heads
            barriers.append(other if same else last)
            if block.kind is not BlockKind.HEADING:
                if not same:
                    heads, other = block.headings, last
                last = at
        return barriers

    @cached_property
    def _lone_years(self) -> list[int]:
        """Where the lines stand that are nothing but a year."""
        return [at for at, block in enumerate(self.blocks) if is_lone_year(block.text)]
