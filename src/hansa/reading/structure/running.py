"""Running heads, running feet and page numbers: lines of the page, not of the text."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from hansa.reading.patterns import regex
from hansa.reading.structure.lines import Line
from hansa.reading.structure.records import is_record_line

_PAGE_NUMBER = regex(
    r"[-–—~〜·. ]*(?:第 ?)?\d{1,3}(?: ?頁)?[-–—~〜·. ]*|第 ?\d{1,3} ?頁[,，／/ ]*共 ?\d{1,3} ?頁|"
    r"(?:page|p\.) ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|\d{1,3} ?/ ?\d{1,3}",
    re.IGNORECASE,
)
# What web pages hold for those who do not see them, and for those who print.
_OF_THE_SITE = regex(
    r"(?:jump|skip) to (?:the )?(?:main )?content.*|"
    r"跳到主要內容.*|跳至主要內容.*|:::|回上一頁|友善列印|回首頁|back to top",
    re.IGNORECASE,
)
_SHORTEST = 4
_OFTEN = 3


def without_running(lines: Sequence[Line], *, stops: bool) -> list[Line]:
    """The lines without those that recur from page to page; what they cut stands together again.

    A line that recurs is a running head only where it proves it: it stands beside a page number, or cuts a sentence
    in a document whose paragraphs end with stops (`stops`). The title on the first line stays.
    """
    numbers = {at for at in range(len(lines)) if _is_of_the_page(lines, at)}
    names = ["".join(line.text.split()) for line in lines]
    heads = _running_heads(lines, names, numbers, stops=stops)
    kept: list[Line] = []
    cut = False
    for at, line in enumerate(lines):
        if at in numbers or (at and names[at] in heads):
            cut = bool(kept)
            continue
        kept.append(replace(line, gap=int(kept[-1].ends_sentence) if kept else 0) if cut else line)
        cut = False
    return kept


def _is_of_the_page(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if _OF_THE_SITE.fullmatch(line.text):
        return True
    if line.gap == 0 or not _PAGE_NUMBER.fullmatch(line.text):
        return False
    return at + 1 == len(lines) or lines[at + 1].gap > 0


def _running_heads(lines: Sequence[Line], names: Sequence[str], numbers: set[int], *, stops: bool) -> set[str]:
    counts = Counter(name for name, line in zip(names, lines, strict=True) if "\t" not in line.text and not line.level)
    often = {name for name, count in counts.items() if count > 1 and len(name) >= _SHORTEST}
    heads: set[str] = set()
    for at, name in enumerate(names):
        if name not in often or name in heads or lines[at].ends_sentence:
            continue
        beside_number = at - 1 in numbers or at + 1 in numbers
        if beside_number or (stops and counts[name] >= _OFTEN and _cuts(lines, at)):
            heads.add(name)
    return heads


def _cuts(lines: Sequence[Line], at: int) -> bool:
    """Whether the lines around are one sentence that this one interrupts."""
    if not 0 < at < len(lines) - 1 or lines[at].marker or is_record_line(lines[at]):
        return False
    before, after = lines[at - 1], lines[at + 1]
    return before.width >= after.width / 2 and not before.ends_sentence and not after.marker
