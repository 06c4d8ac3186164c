"""What a reader of the document knows when they come to a block: whose document it is, of which year, what was said."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import accumulate
from typing import TypedDict

from hansa.atlas import lookup
from hansa.facts import Fact
from hansa.reading.above import Above
from hansa.reading.dating import day_of_issue, opening_month, usual_year, year_reported
from hansa.reading.document import Block, BlockKind, Cell, Document, Stretch, without_space
from hansa.reading.patterns import regex
from hansa.reading.sentence import Sentence, Told
from hansa.reading.structure import sentences
from hansa.reading.values.dates import Anchor, Dated, Earlier, Point, find_dates, may_have_dates
from hansa.reading.values.names import Party, PartyKind, find_parties, spellings
from hansa.reading.values.names.places import find_places_in
from hansa.reading.values.people import Person, find_people

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


_LETTERHEAD = regex(r"(?P<name>[^\W\d_][\w’'-]+) (?:Metropolitan )?Municipality\s*\n")
_LOOK_BACK = 60
_LABEL_FAR = 80
_FAMILY_NAME = 2
_SIGHT = regex(r"(?:參觀|參訪|走訪|考察|導覽|\b(?:toured|saw|viewed|was shown|were shown)(?: the)? )$")
_CROSS = regex("[×✕＋↔⇄]")
_MONTH_FIRST = frozenset(("US", "PH", "GU", "PR", "MP", "PW", "FM", "MH"))


@dataclass
class Context:
    """The document, its blocks, its own city, and how far reading has come (`index`).

    `home` is the name of the document's own city as the reader gave it, or None where it has none.
    """

    document: Document
    blocks: Sequence[Block]
    home: str | None = None
    index: int = 0
    block: Block = field(init=False)
    """The block being read."""
    _dates: dict[tuple[str, Point | None], list[Dated]] = field(default_factory=dict)
    _years: dict[str, int | None] = field(default_factory=dict)
    _headed: dict[str, list[Party]] = field(default_factory=dict)
    _parties: dict[str, list[Party]] = field(default_factory=dict)
    _foreign: dict[str, bool] = field(default_factory=dict)
    _blocks_with: dict[str, Sequence[int]] = field(default_factory=dict)
    _sentences: dict[int, list[Sentence]] = field(default_factory=dict)
    _parents: tuple[int, Sequence[Block]] = (-1, ())
    _headed_years: dict[tuple[str, ...], int | None] = field(default_factory=dict)
    _anchors: dict[int, Anchor] = field(default_factory=dict)
    _said: list[Earlier] = field(default_factory=lambda: [Earlier()])

    def __post_init__(self) -> None:
        if self.blocks:
            self.block = self.blocks[self.index]

    @cached_property
    def _above(self) -> Above:
        return Above(self.blocks)

    @cached_property
    def own_names(self) -> frozenset[str]:
        """The spellings of the own city, short forms and other languages included."""
        if not self.home:
            return frozenset()
        place = lookup(self.home)
        others = {place.name_en, place.name_zh} - {""} if place else set()
        return spellings(self.home, frozenset(others | self._letterhead()))

    def _letterhead(self) -> set[str]:
        """A name of the own city that only its letterhead tells: eThekwini Municipality, for Durban."""
        match = _LETTERHEAD.match(self.document.text.lstrip())
        return {match["name"]} if match and not lookup(match["name"]) else set()

    @cached_property
    def home_country(self) -> str:
        """The ISO code of the own city's country, or '' where the atlas does not know the city."""
        place = lookup(self.home) if self.home else None
        return place.country if place else ""

    @cached_property
    def visits_home(self) -> re.Pattern[str]:
        """How a Chinese text says that somebody visited the own city: 訪高雄, 訪高, 抵達高雄."""
        stems = [name for name in self.own_names if not name.isascii() and len(name) > 1] or ["本市"]
        names = "|".join(map(re.escape, sorted(stems, key=len, reverse=True)))
        # 臺中 and 新竹 are called by their second character, the others by their first.
        short = "".join(sorted({name[1 if name[0] in "臺台新" else 0] for name in stems}))
        place = f"(?:{names}|市府|縣府|本[市縣])"
        return regex(
            # Begins with a choice of characters, so that the machine passes over all others in one step.
            rf"[訪來来抵赴到蒞踏重走](?:(?<=[訪來抵赴到蒞]){place}|(?:(?<=抵)達|(?<=蒞)臨|(?<=踏)[上進入]|(?<=重)返|(?<=走)進){place}"
            rf"|(?<=訪)(?:[{short}](?![\u3400-\u9fff]{{0,1}}[市縣府])|團來)"
            rf"|(?<=[來来蒞抵])[{short}](?!自|[市縣](?![，。；、])))"
        )

    def is_guest(self, person: Person) -> bool:
        """Whether the document calls a person an official of another party somewhere."""
        return any(
            other.name == person.name and other.of and other.of != self.home and other.of not in self.own_names
            for other in self._named_in_full(person.name)
        )

    def names_foreign_place(self, name: str) -> bool:
        """Whether a body's name contains a place or country other than the own ones: 青森大學."""
        if name not in self._foreign:
            places = find_places_in(name)
            self._foreign[name] = any(place.country != self.home_country for place in places)
        return self._foreign[name]

    @cached_property
    def issued(self) -> dt.date | None:
        """The day on which the document says that it was issued."""
        return day_of_issue(self.document.text)

    @cached_property
    def year(self) -> int | None:
        """The year that the document as a whole reports (111年度 gives 2022), where its head says so."""
        return year_reported(self.document.text)

    @cached_property
    def usual_year(self) -> int | None:
        """The year that most dates are of, in a document that does not say of which year it is."""
        return None if self.year or self.issued else usual_year(self.document.text)

    def enter(self, index: int) -> None:
        """Go on to a block."""
        self.index, self.block = index, self.blocks[index]
        self._dates.clear()

    @property
    def before(self) -> Point | None:
        """The date that was said last before the block being read."""
        return self._said_before(self.index).said

    def _said_before(self, index: int) -> Earlier:
        """What was said last before a block. Most documents need not know it: found when first asked for, in order."""
        for at in range(len(self._said), index + 1):
            self._said.append(self._said_after(at - 1))
        return self._said[index]

    def _said_after(self, at: int) -> Earlier:
        if self.usual_year and self.blocks[at + 1].headings != self.blocks[at].headings:
            # What another chapter said last tells nothing of this one.
            return Earlier(Point(self.usual_year), Point(self.usual_year))
        earlier = self._said[at]
        if may_have_dates(self.blocks[at].text):
            for sentence in self.sentences(at):
                earlier = sentence.going_on(earlier)
        return earlier

    def parents(self) -> Sequence[Block]:
        """The items and headings above the block being read, the nearest first."""
        if self._parents[0] != self.index:
            self._parents = (self.index, list(self._above.parents(self.index)))
        return self._parents[1]

    def anchor(self, index: int | None = None) -> Anchor:
        """What dates in the block being read (or another) take their year from: its headings and parents first."""
        at = self.index if index is None else index
        if at not in self._anchors:
            self._anchors[at] = self._find_anchor(at)
        return self._anchors[at]

    def _find_anchor(self, at: int) -> Anchor:
        headed = self._year_above(at)
        year, opens = (headed, self.opens if headed == self.year else 1) if headed else (self.year, self.opens)
        before = partial(self._said_before, at)
        return Anchor(year, None, self.issued, before, self.month_first, opens, None, self.usual_year)

    def _year_above(self, at: int) -> int | None:
        """The year that the nearest line, item or heading above a block names."""
        lone, headings = self._above.lone_year(at), self.blocks[at].headings
        above = (lone,) if lone else (parent.text for parent in self._above.parents(at))
        year = next(filter(None, map(self._year_of, above)), None)
        if year is None and headings not in self._headed_years:
            self._headed_years[headings] = next(filter(None, map(self._year_of, reversed(headings))), None)
        return year or self._headed_years[headings]

    @cached_property
    def opens(self) -> int:
        """The month with which the year of the report begins."""
        return opening_month(self.document.text, self.home_country) if self.year else 1

    @property
    def month_first(self) -> bool | None:
        """Whether a date in figures names the month first, as in America; None where the country is not known."""
        return self.home_country in _MONTH_FIRST if self.home_country else None

    def dates(self, text: str, said: Point | None = None) -> list[Dated]:
        """The dates of a text of the block being read; `said` is the date that the block stated before it."""
        if (text, said) not in self._dates:
            anchor = self.anchor()
            self._dates[text, said] = find_dates(text, anchor.saying(said) if said else anchor)
        return self._dates[text, said]

    def sentences(self, index: int | None = None) -> list[Sentence]:
        """The sentences of the block being read (or of another), each with what is found in it."""
        at = self.index if index is None else index
        known = self._sentences.get(at)
        if known is None:
            told = Told()
            for stretch in _stretches(self.blocks[at]):
                told.sentences.append(self._sentence(stretch, told, len(told.sentences), at))
            known = self._sentences[at] = told.sentences
        return known

    def partners(self, at: int = 0) -> list[Party]:
        """The counterparts that `該市`, `雙方` or nothing at all stand for in sentence `at` of the block being read.

        Those named last before it: in the block, in its parents and headings from the nearest outwards, in the
        block before it under the same heading. Countries only count where no other party is named beside them.
        """
        if self.block.cells:
            in_cells = (self._named_in(cell.text) for cell in self.block.cells)
            return next((parties for parties in in_cells if parties and parties[0].kind is not PartyKind.COUNTRY), [])
        for sentence in reversed(self.sentences()[max(0, at - _LOOK_BACK) : at]):
            named = [party for party in sentence.counterparts if not self._is_shown(party, sentence.text)]
            if named:
                return [party for party in named if party.kind is not PartyKind.COUNTRY] or named
        above = [parent.text for parent in self.parents() if parent.kind is BlockKind.ITEM]
        for text in (*above, *reversed(self.block.headings[1:])):
            named = self._named_in(text)
            if named:
                return named
        return self._named_before()

    def _is_shown(self, party: Party, text: str) -> bool:
        """Whether a body is a sight that guests saw, or one of the own city: 參觀博物館, the University of Leeds."""
        if party.kind not in (PartyKind.BODY, PartyKind.SCHOOL):
            return False
        return bool(_SIGHT.search(text, 0, party.start)) or any(name in party.name for name in self.own_names)

    def body_before(self, at: int = 0) -> list[Party]:
        """The organization that 該組織 stands for in sentence `at` of the block being read."""
        for index in range(self.index, max(-1, self.index - 4), -1):
            said = self.sentences(index)[: at if index == self.index else None]
            for sentence in reversed(said[-_LOOK_BACK:]):
                bodies = [party for party in sentence.parties if party.kind is PartyKind.BODY]
                if bodies:
                    return bodies[:1]
        return []

    def crossed(self) -> list[Party]:
        """The parties of the line with × that the block being read belongs to: the line before it, or its heading."""
        lines = [self.blocks[at].text for at in range(self.index - 1, max(-1, self.index - 3), -1)]
        for text in (*lines, *reversed(self.block.headings)):
            if _CROSS.search(text):
                return [party for party in self.parties(text) if party.kind is not PartyKind.COUNTRY]
        return []

    def follows_cross(self) -> bool:
        """Whether the block right before is a line with ×."""
        return self.index > 0 and bool(_CROSS.search(self.blocks[self.index - 1].text))

    def _named_in(self, text: str) -> list[Party]:
        if text not in self._headed:
            others = [party for party in self.parties(text) if not party.own]
            self._headed[text] = [p for p in others if p.kind is not PartyKind.COUNTRY] or others
        return self._headed[text]

    def _named_before(self) -> list[Party]:
        if any(char.isalnum() for char in self.block.marker):
            # A numbered item begins a matter of its own.
            return []
        for at in range(self.index - 1, max(-1, self.index - 4), -1):
            if self.blocks[at].headings != self.block.headings or self.blocks[at].kind is BlockKind.ROW:
                break
            for sentence in reversed(self.sentences(at)):
                if sentence.cities:
                    return sentence.cities
        return []

    def current_year(self) -> int | None:
        """The year in which the block being read tells: of its headings, the report, the issue, the date before."""
        anchor = self.anchor()
        if anchor.year:
            return anchor.year
        if anchor.issued:
            return anchor.issued.year
        return self.before.year if self.before else None

    def whole_name(self, person: Person) -> str:
        """A person's name; a bare surname completed from who is named in full in the document, with the same post."""
        return self.whole_person(person).name

    def whole_person(self, person: Person) -> Person:
        """The same person as the document first names them in full: Mayor Turner is Sylvester Turner."""
        # 櫻田市長: of two characters, a family name of Japan or a compound one.
        family = len(person.name) == _FAMILY_NAME and not person.name.isascii()
        if not (person.partial or family):
            return person
        chinese = family or len(person.name) == 1
        for other in self._named_in_full(person.name):
            whole = other.name
            if family and (len(whole) == _FAMILY_NAME or other.post != person.post):
                continue
            if whole.startswith(person.name) if chinese else whole.endswith(f" {person.name}"):
                return other
        return person

    def _named_in_full(self, words: str) -> Iterator[Person]:
        """The people named in full in the sentences that have these words."""
        for at in self.blocks_with(words):
            for said in self.sentences(at):
                if words in said.text:
                    yield from (person for person in said.people if not person.partial)

    def blocks_with(self, words: str) -> Sequence[int]:
        """Where the blocks stand that have these words, in order."""
        if words not in self._blocks_with:
            self._blocks_with[words] = list(self._search_blocks(words))
        return self._blocks_with[words]

    def _search_blocks(self, words: str) -> Iterator[int]:
        text, starts = self._whole_text
        at = text.find(words)
        while at >= 0:
            index = bisect_right(starts, at)
            yield index - 1
            at = text.find(words, starts[index]) if index < len(starts) else -1

    @cached_property
    def _whole_text(self) -> tuple[str, list[int]]:
        """The texts of all blocks, one a line, and where each begins: one search instead of one a block."""
        texts = [block.text for block in self.blocks]
        return "\n".join(texts), list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))

    def sentence(self, stretch: Stretch, earlier: Sequence[Sentence] = ()) -> Sentence:
        """A stretch as a sentence: a cell, a heading, a part of a block; `earlier` are those before it in the block."""
        return self._sentence(stretch, Told(list(earlier)), len(earlier), self.index)

    def _sentence(self, stretch: Stretch, told: Told, number: int, at: int) -> Sentence:
        def dates(text: str) -> list[Dated]:
            if not may_have_dates(text):
                return []
            anchor, headed = self.anchor(at), told.year(number)
            year, opens = (headed, 1) if headed else (anchor.year, anchor.opens)
            before = partial(told.said, number, anchor.before)
            return find_dates(
                text, Anchor(year, None, anchor.issued, before, anchor.month_first, opens, None, anchor.usual)
            )

        return Sentence(stretch, dates, self.parties, find_people)

    def parties(self, text: str) -> list[Party]:
        """The parties that a text names; the own city under its own name."""
        if text not in self._parties:
            self._parties[text] = find_parties(text, self.home, self.own_names)
        return self._parties[text]

    def with_label(self, cell: Cell) -> Stretch:
        """A cell of a record together with its label in the document."""
        start, end = min(cell.offsets), max(cell.offsets) + 1
        label = self.document.text.rfind(cell.header, max(0, start - _LABEL_FAR), start)
        first = label if label >= 0 else start
        return Stretch(self.document.text[first:end], range(first, end))

    def proof(self, stretch: Stretch, rule: str, score: float, start: int = 0, end: int | None = None) -> Proof | None:
        """Quote, place, rule and score of a fact that rests on a part of the stretch; None for an empty part."""
        quote = stretch.quote(self.document, *without_space(stretch.text, start, end))
        if quote is None:
            return None
        return Proof(quote=quote.text, page=quote.page, start=quote.start, end=quote.end, rule=rule, score=score)

    def _year_of(self, text: str) -> int | None:
        """The year that a heading or the item above names last, perhaps by a word: 本年度, last year."""
        if text not in self._years:
            known = Anchor(self.year, None, self.issued, month_first=self.month_first, opens=self.opens)
            issue = self.issued.isoformat() if self.issued else ""
            told = [dated.point.year for dated in find_dates(text, known) if not dated.aside and dated.edtf != issue]
            self._years[text] = told[-1] if told else None
        return self._years[text]


def _stretches(block: Block) -> list[Stretch]:
    """The sentences of a block; those of a table row cell by cell."""
    if not block.cells:
        return sentences(block)
    return [sentence for cell in block.cells for sentence in sentences(cell)]
