"""A sentence with what is found in it: dates, parties, people. Each is looked for once, when a rule first asks."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hansa.reading.document import Stretch
from hansa.reading.patterns import regex
from hansa.reading.values.dates import Dated, Earlier
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.people import Person, may_name_people

_CHINESE = regex(r"[\u3400-\u9fff]")
_DATE_ALONE = 40
_CLAUSE = regex(r"[，；。！？,;.](?:(?<=[，；。！？])|(?=\s))")


@dataclass
class Sentence:
    """A sentence of a block. Offsets of what is found are those of its own text."""

    stretch: Stretch
    find_dates: Callable[[str], list[Dated]] = field(repr=False)
    find_parties: Callable[[str], list[Party]] = field(repr=False)
    find_people: Callable[[str, Sequence[Party]], list[Person]] = field(repr=False)

    text: str = field(init=False)
    """Its words, restored."""

    def __post_init__(self) -> None:
        self.text = self.stretch.text

    @cached_property
    def chinese(self) -> bool:
        """Whether it is written in Chinese (or Japanese) rather than in English."""
        return bool(_CHINESE.search(self.text))

    @cached_property
    def dates(self) -> list[Dated]:
        """Its dates, in order."""
        return self.find_dates(self.text)

    def going_on(self, earlier: Earlier) -> Earlier:
        """What has been said last once the sentence is over."""
        said, told = earlier
        for dated in self.dates:
            if dated.sure:
                said, told = dated.point, told if dated.aside else dated.point
        return Earlier(said, told)

    @cached_property
    def headed_year(self) -> int | None:
        """The year of a sentence or cell that is nothing but a date, as at the head of a chronology's entry."""
        if len(self.text) > _DATE_ALONE or not self.dates:
            return None
        first = self.dates[0]
        rest = self.text[: first.start] + self.text[first.end :]
        return first.point.year if not any(char.isalnum() for char in rest) else None

    @cached_property
    def people(self) -> list[Person]:
        """The people named, in order."""
        return self.find_people(self.text, self._named) if may_name_people(self.text) else []

    @cached_property
    def parties(self) -> list[Party]:
        """The parties named, in order, without places that are part of a person's name."""
        names = [(person.start, person.end, person.name) for person in self.people]
        named = [party for party in self._named if not any(_inside(party, *name, self.text) for name in names)]
        return [party for party in named if not any(_is_family(party, name, self.text) for _, _, name in names)]

    @cached_property
    def counterparts(self) -> list[Party]:
        """The parties that are neither the own city nor a country that only tells where another party lies."""
        return [party for party in self.parties if not party.own]

    @property
    def cities(self) -> list[Party]:
        """The counterparts but for countries."""
        return [party for party in self.counterparts if party.kind is not PartyKind.COUNTRY]

    @cached_property
    def _named(self) -> list[Party]:
        return self.find_parties(self.text)

    def clause(self, at: int) -> tuple[int, int]:
        """Start and end of the clause in which a character stands."""
        following = bisect_left(self._stops, at)
        start = self._stops[following - 1] + 1 if following else 0
        return start, self._stops[following] if following < len(self._stops) else len(self.text)

    @cached_property
    def _stops(self) -> list[int]:
        """Where the marks stand that end its clauses."""
        return [stop.start() for stop in _CLAUSE.finditer(self.text)]


@dataclass
class Told:
    """The sentences of a block, and the dates that they have said last up to each: found in order, each asked once."""

    sentences: list[Sentence] = field(default_factory=list)
    _last: list[Earlier] = field(default_factory=list)

    def said(self, number: int, before: Callable[[], Earlier]) -> Earlier:
        """What was said last before a sentence, `before` giving what stands before the block."""
        if not self._last:
            self._last.append(before())
        for sentence in self.sentences[len(self._last) - 1 : number]:
            self._last.append(sentence.going_on(self._last[-1]))
        return self._last[number]

    def year(self, number: int) -> int | None:
        """The year that the first sentence heads those after it with."""
        return self.sentences[0].headed_year if number else None


def _is_family(party: Party, name: str, text: str) -> bool:
    """Whether what looks like a city is the family name of somebody named in full: 中山市長, of 中山義隆."""
    return text.startswith("長", party.end) and len(name) > len(party.name) and name.startswith(party.name[:-1])


def _inside(party: Party, start: int, end: int, name: str, text: str) -> bool:
    at = text.find(name, start, end)
    return at >= 0 and at <= party.start and party.end <= at + len(name)
