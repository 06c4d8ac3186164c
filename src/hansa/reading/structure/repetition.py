"""What says the same over and over, as a damaged file does: read where it begins, and passed over after that."""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from hansa.reading.document import Block, Cell

# No report states a thing in the same words more often; a form's label may come on each of its pages.
_MOST_ALIKE = 20
# Prose takes a half of its bytes when compressed, a table of figures a fifth.
_LONG, _BEGINNING = 6000, 3000
_LEAST_SHARE = 0.04


def without_repetition(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without those that were there twenty times; of a long one that only repeats itself the beginning."""
    counts: Counter[tuple[str, tuple[str, ...], tuple[str, ...]]] = Counter()
    for block in blocks:
        short = _beginning(block) if len(block.text) > _LONG and _repeats_itself(block.text) else block
        alike = (short.text, short.headings, tuple(cell.header for cell in short.cells))
        counts[alike] += 1
        if counts[alike] <= _MOST_ALIKE:
            yield short


def _repeats_itself(text: str) -> bool:
    data = text.encode("utf-8", "surrogatepass")
    return len(zlib.compress(data, 1)) < _LEAST_SHARE * len(data)


def _beginning(block: Block) -> Block:
    cells: list[Cell] = []
    end = 0
    for cell in block.cells:
        if end + len(cell.text) > _BEGINNING:
            break
        cells.append(cell)
        end += len(cell.text) + 1
    kept = block.part(0, max(0, end - 1) if block.cells else _BEGINNING)
    return replace(block, text=kept.text, offsets=kept.offsets, cells=tuple(cells))
