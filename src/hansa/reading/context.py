"""What a reader of the document knows when they come to a block: whose document it is, of which year, what was said."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypedDict

from hansa.facts import Fact
from hansa.reading.document import Block, BlockKind, Document, Stretch
from hansa.reading.values.dates import Anchor, Dated, Point, find_dates
from hansa.reading.values.names import OWN_WORDS, Party, spellings

Rule = Callable[[Block, "Context"], Iterator[Fact]]
"""A rule takes a block and what is known around it, and gives the facts that the block states."""


class Proof(TypedDict):
    """The fields that every fact has in common."""

    quote: str
    page: int
    start: int
    end: int
    rule: str
    score: float


_REPORT_YEAR = re.compile(
    r"(?P<zh>\d{2,4})\s*年度?(?:[^\d。，；]{0,30})(?:報告|成果|概況|統計|年報|簡報|紀要)"
    r"|(?i:annual report|report|review|briefing)\b\D{0,12}(?P<en>20\d\d|19\d\d)|^\W*(?P<alone>(?:19|20)\d\d)\W*$",
)
_RELEASE = re.compile(
    r"新聞稿|新聞公報|新聞資料|發[布佈稿]日期|發[布佈稿]時間|(?i:press release|media (?:statement|release)|immediate release|news release)"
)
_LABEL = re.compile(
    r"發[布佈稿]|日期|製表|更新|公[布告]|(?i:\bdate\b|released?\b|issued|position at|as of|as at|updated)"
)
_HEAD_LINES, _TAIL_LINES = 14, 5
_LINE = re.compile(r"[^\n]+")


@dataclass
class Context:
    """The document, its blocks, its own city, and how far reading has come (`index`).

    `home` is the name of the document's own city as the reader gave it, or None where it has none.
    """

    document: Document
    blocks: Sequence[Block]
    home: str | None = None
    index: int = 0
    before: Point | None = None
    partners: tuple[Party, ...] = ()
    _years: dict[str, int | None] = field(default_factory=dict)

    @cached_property
    def own_names(self) -> frozenset[str]:
        """The spellings of the own city, shortest forms included, and the words that mean it (本市, 市府, the City)."""
        return (spellings(self.home) | OWN_WORDS) if self.home else frozenset()

    @cached_property
    def issued(self) -> dt.date | None:
        """The day on which the document says that it was issued."""
        lines = [match[0] for match in _LINE.finditer(self.document.text)]
        ends = lines[:_HEAD_LINES] + lines[-_TAIL_LINES:]
        release = any(_RELEASE.search(line) for line in ends)
        for line in ends:
            if not release and not _LABEL.search(line):
                continue
            for dated in find_dates(line):
                if dated.point.day and dated.whole and (release or len(line) < 80):
                    return dt.date.fromisoformat(dated.point.edtf)
        return None

    @cached_property
    def year(self) -> int | None:
        """The year that the document as a whole reports (111年度 gives 2022), where its head says so."""
        for match in _LINE.finditer(self.document.text[:600]):
            found = _REPORT_YEAR.search(match[0].strip())
            if found:
                written = int(found["zh"] or found["en"] or found["alone"])
                return written if written > 1900 else written + 1911
        return None

    @property
    def block(self) -> Block:
        """The block being read."""
        return self.blocks[self.index]

    def parents(self) -> Iterator[Block]:
        """The items and headings above the block being read, the nearest first."""
        level = self.block.level or 99
        for block in reversed(self.blocks[: self.index]):
            if block.headings != self.block.headings and block.kind is not BlockKind.HEADING:
                return
            if block.level and block.level < level:
                level = block.level
                yield block

    def anchor(self) -> Anchor:
        """What dates in the block being read take their year from: its headings and parents first."""
        for text in (*(parent.text for parent in self.parents()), *reversed(self.block.headings)):
            year = self._year_of(text)
            if year:
                return Anchor(year, None, self.issued, self.before)
        return Anchor(self.year, None, self.issued, self.before)

    def dates(self, text: str, said: Point | None = None) -> list[Dated]:
        """The dates of a text of the block being read; `said` is the date that the block stated before it."""
        anchor = self.anchor()
        return find_dates(text, Anchor(anchor.year, said, anchor.issued, anchor.before))

    def proof(self, stretch: Stretch, rule: str, score: float, start: int = 0, end: int | None = None) -> Proof | None:
        """Quote, place, rule and score of a fact that rests on a part of the stretch; None for an empty part."""
        quote = stretch.part(start, len(stretch.text) if end is None else end).stripped().quote(self.document)
        if quote is None:
            return None
        return Proof(quote=quote.text[:1000], page=quote.page, start=quote.start, end=quote.end, rule=rule, score=score)

    def _year_of(self, text: str) -> int | None:
        if text not in self._years:
            whole = [dated.point.year for dated in find_dates(text) if dated.whole]
            self._years[text] = whole[-1] if whole else None
        return self._years[text]
