"""Ties told in English prose, several in a sentence and over several sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.building import main_partner
from hansa.reading.rules.agreements.english.dates import Dates
from hansa.reading.rules.agreements.english.grammar import (
    BEFORE_RAISED,
    CARRYING,
    CLEFT,
    IT,
    MUTUAL,
    RAISED,
    RAISED_FROM,
    SUBJECT,
    WAYS,
    WHEN,
    WHICH,
)
from hansa.reading.rules.agreements.english.matching import Match, matches
from hansa.reading.rules.agreements.marks import DATE, KIND, PARTY, Kind, Marked
from hansa.reading.rules.modality import states
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind

_PAIRED = {"sister_school": PartyKind.SCHOOL, "sister_port": PartyKind.PORT}
_ALL = regex(r"\b(?:are|were|have|both|all|each)\b")
_IT_WITHIN = regex(r"[:;] it (?:has been|is|was|became)")
_OURS = regex(r"⌂|\b(?:our|ours|us|also)\b|city['’]s")
_INSTRUMENT = regex(r"(?i:agreement|memorand|\bmou|letter|charter|declaration|accord|pact|protocol|arrangement|treat)")
_OF_SEVERAL = regex(r"(?i:tri(?:partite|lateral)|multilateral|three-way|(?:three|four|five|six)-city)")
_EACH_OTHER = regex(r" (?:of|with|to) each other\b")
# Became partners under a memorandum: they signed that.
_UNDER = regex(r" (?:under|by|through) (?:an? |the )?◆")
# Ways that carry a kind on where no date stands.
_UNDATED = ("nth", "rest", "complete")
_NTH_PARTNER = regex(r"\b(?:first|second|third|oldest|newest|latest|youngest|other)(?: \w+)? ◆")
_HEADED = regex(r"^(?:(?:An?|Our|The) )?◆")


@dataclass(frozen=True)
class Tie:
    """A tie that a sentence tells, with the part of the sentence that tells it; `signed` is '' where it is not dated.

    `home` says that the own city is a party besides those named; `words` are those that tell the kind.
    """

    parties: tuple[Party, ...]
    home: bool
    kind: str
    signed: str
    start: int
    end: int
    score: float
    words: str = ""

    @property
    def known(self) -> bool:
        """Whether the atlas has every party."""
        return all(party.known for party in self.parties)


@dataclass
class Telling:
    """The ties of one sentence; each party and each word for a tie is used by the first way that takes it.

    `at` is the sentence's number in the block being read, `carried` the kind of tie spoken of before it, `year` the
    date that the line of a chronology began with.
    """

    sentence: Sentence
    marks: Marked
    context: Context
    at: int
    carried: str
    year: str

    def __post_init__(self) -> None:
        self.dates = Dates(self.sentence, self.marks, self.context, self.year)
        self._used: set[int] = set()

    def ties(self) -> list[Tie]:
        """What the sentence tells, in the order of the ways."""
        found: list[Tie] = []
        names = PARTY in self.marks.text
        if KIND in self.marks.text:
            found += self._raised() or self._raised_from() or self._mutual() or self._headed()
            for way in WAYS if names else ():
                for match in matches(way, self.marks):
                    found += self._take(match)
        before = self.carried
        if names and (before or found):
            for way in CARRYING:
                for match in matches(way, self.marks):
                    self.carried = self._spoken(match.start) or before or next((tie.kind for tie in found), "")
                    dated = DATE in self.marks.text[match.start : match.end] or (way.name == "line" and self.year)
                    if dated or way.name in _UNDATED:
                        found += self._take(match)
        return found

    def _kind(self, match: Match) -> str:
        ports = match.way.name == "between" and all(p.kind is PartyKind.PORT for p in self.marks.parties(*match.row))
        if ports:
            return "sister_port"
        if match.kind and match.kind.words.lower() in ("partner", "partners") and _NTH_PARTNER.search(self.marks.text):
            # A partner among sister cities is one of them.
            before = [
                sign.kind for _, sign in self.marks.signs if isinstance(sign, Kind) and sign.end < match.kind.start
            ]
            return before[-1] if before and before[-1] else self.carried or match.kind.kind
        named = (match.kind.kind if match.kind else "") or self._within(*match.row)
        return named or self.carried or self._spoken(match.start)

    def _within(self, start: int, end: int) -> str:
        """The kind that a bracket in a row of partners tells: ties with Lille (twinned in 1968), Siegen (1966)."""
        kinds = [sign.kind for at, sign in self.marks.signs if isinstance(sign, Kind) and start <= at < end]
        return next(filter(None, kinds), "")

    def _spoken(self, at: int) -> str:
        """The kind that the sentence spoke of last before a place."""
        kinds = [sign.kind for place, sign in self.marks.signs if isinstance(sign, Kind) and place < at and sign.kind]
        return kinds[-1] if kinds else ""

    def _take(self, match: Match) -> list[Tie]:
        kind_at = match.kind.start if match.kind else -1
        under = _UNDER.match(self.marks.text, match.end)
        if match.link.startswith((",", ":", " –")) and match.kind and _INSTRUMENT.search(match.kind.words):
            # A charter with A, a declaration with B: a city is called a partner, never an agreement.
            return []
        if under or not self._kind(match) or kind_at in self._used or not self._is_stated(match):
            return []
        pairs = [pair for pair in self.dates.of_partners(match) if pair[0].start not in self._used]
        if pairs:
            self._used.update((kind_at, *(party.start for party, _ in pairs)))
        return list(self._built(match, pairs))

    def _is_stated(self, match: Match) -> bool:
        first = self.marks.parties(*match.row)[0]
        start = min(first.start, match.kind.start) if match.kind else first.start
        return states(self.sentence, start, start + 1) and states(self.sentence, first.start, first.end)

    def _built(self, match: Match, pairs: Sequence[tuple[Party, str]]) -> Iterator[Tie]:
        partners = self._meant(match, pairs)
        two = [party for party, _ in partners]
        if match.other:
            far = list(self.dates.items(match.other))
            for near, date in partners:
                for other, day, _ in far:
                    parties = (other, near) if match.way.name == "has" else (near, other)
                    yield self._tie(match, parties, date or day)
        elif len(two) > 1 and match.kind and _OF_SEVERAL.search(match.kind.words):
            yield self._tie(match, tuple(two), partners[-1][1], home=True)
        elif match.way.name == "between" and two:
            yield self._tie(match, tuple(two), partners[-1][1], home="⌂" in self.marks.text[match.start : match.row[0]])
        elif len(two) == 2 and self._is_pair(match, two):
            yield self._tie(match, tuple(two), partners[-1][1])
        else:
            subject = self._subject(match)
            yield from (self._tie(match, (*subject, party), date) for party, date in partners if party not in subject)

    def _meant(self, match: Match, pairs: Sequence[tuple[Party, str]]) -> Sequence[tuple[Party, str]]:
        """Those of the row that the words mean: with `our sister city` after a row of names only the last."""
        level = [pair for pair in pairs if pair[0].kind is _PAIRED.get(self._kind(match))] or pairs
        if match.kind is None or match.kind.plural or not level:
            return level
        if match.way.name == "lead" and match.kind.end + 1 == level[0][0].start:
            return level[:1]
        return level[-1:] if match.link and not match.more and not _ALL.search(match.link) else level

    def _is_pair(self, match: Match, two: Sequence[Party]) -> bool:
        """Whether two parties are tied to each other and not both to the own city."""
        if all(party.kind is _PAIRED.get(self._kind(match)) for party in two):
            return True
        if _EACH_OTHER.match(self.marks.text, match.end):
            return True
        if match.way.name != "tail" or match.own or _OURS.search(self.marks.text, match.start, match.end):
            return False
        domestic = [party.country == self.context.home_country for party in two]
        if not self.context.home or (self.context.home_country and domestic.count(True) == 1):
            return True
        return bool(match.when and re.search(r"became|have|were|:", match.link))

    def _subject(self, match: Match) -> tuple[Party, ...]:
        """Who has the tie with the partners where it is not the own city."""
        if match.way.name not in ("lead", "nth"):
            return ()
        text = self.marks.text
        before = self.context.sentences()[self.at - 1].parties[:1] if self.at and IT.match(text) else []
        if before and not before[0].own:
            return tuple(before)
        which = WHICH.search(text, 0, match.start) if match.kind and match.kind.words.lower() == "twinned" else None
        if which:
            return tuple(self.marks.parties(*which.span()))
        middle = _IT_WITHIN.search(text, 0, match.row[0])
        named = self.marks.parties(0, middle.start())[-1:] if middle else []
        if named:
            return tuple(named)
        subject = CLEFT.search(text, 0, match.start) or SUBJECT.search(
            text, text.rfind(";", 0, match.start) + 1, match.start
        )
        return (self.marks.parties(*subject.span())[0],) if subject else ()

    def _tie(self, match: Match, parties: tuple[Party, ...], date: str, *, home: bool = False) -> Tie:
        named = [party for party in parties if party in self.sentence.parties] or self.marks.parties(*match.row)
        spans = [(party.start, party.end) for party in named]
        spans += [(match.kind.start, match.kind.end)] if match.kind else []
        spans += [(dated.start, dated.end) for dated in self.sentence.dates if dated.edtf == date][:1]
        start, end = min(start for start, _ in spans), max(end for _, end in spans)
        words = match.kind.words if match.kind else ""
        return Tie(parties, home or len(parties) == 1, self._kind(match), date, start, end, match.way.score, words)

    def _raised(self) -> list[Tie]:
        """A memorandum that became a sister-city agreement: both, with the same partner."""
        raised = RAISED.search(self.marks.text)
        told = self._with_partner(raised) if raised else []
        before = BEFORE_RAISED.search(self.marks.text, 0, raised.start()) if raised and told else None
        first = self.marks.kind(self.marks.text.find(KIND, before.start())) if before else None
        if before and first and first.kind not in ("", told[0].kind):
            when = WHEN.match(self.marks.text, before.end())
            span = (before.start(), when.end() if when else before.end())
            told.append(replace(told[0], kind=first.kind, signed=self.marks.date_in(*span)))
            self._used.add(first.start)
        return told

    def _raised_from(self) -> list[Tie]:
        """The earlier tie of a partner, told behind the one that it has become; and that one, in a list of its kind."""
        raised = RAISED_FROM.search(self.marks.text)
        partners = self.marks.parties(0, raised.start())[:1] if raised else []
        first = self.marks.kind(self.marks.text.find(KIND, raised.start())) if raised else None
        if not raised or not partners or not first or not first.kind:
            return []
        told = [
            Tie(tuple(partners), True, first.kind, self.marks.date_in(*raised.span()), 0, first.end, 0.85, first.words)
        ]
        self._used.add(first.start)
        date = self.marks.date_in(0, raised.start()) or self.year
        if self.carried and date and KIND not in self.marks.text[: raised.start()]:
            told.append(replace(told[0], kind=self.carried, signed=date, words=""))
            self._used.add(partners[0].start)
        return told

    def _mutual(self) -> list[Tie]:
        """The two cities became sisters in 2003: the partner was named before."""
        mutual = MUTUAL.search(self.marks.text)
        before = self.context.sentences()[self.at - 1].cities if self.at else []
        if mutual and len(before) > 1 and mutual[0].startswith(("Both", "They")):
            # Both are sister cities: of the two that were named, and not of one.
            return []
        return self._with_partner(mutual) if mutual else []

    def _headed(self) -> list[Tie]:
        """Sister city since 1983, in the line under a partner's name."""
        headed = (
            _HEADED.match(self.marks.text) if not self.at and not self.marks.parties(0, len(self.marks.text)) else None
        )
        dated = WHEN.match(self.marks.text, headed.end()) if headed else None
        above = self.context.blocks[self.context.index - 1].text if self.context.index else ""
        named = [party for party in self.context.parties(above) if party.kind is not PartyKind.COUNTRY]
        return self._with_partner(headed, named[:1]) if headed and dated and named and not named[0].own else []

    def _with_partner(self, match: re.Match[str], named: Sequence[Party] = ()) -> list[Tie]:
        """The tie of a kind with the one partner that the sentence, or what stands before it, names."""
        here = list(named) or self.marks.parties(0, match.start())
        near = here[:1] or self.context.partners(self.at)[:1] or main_partner(self.context)
        partners = near or self.marks.parties(match.end(), len(self.marks.text))[:1]
        kind = self.marks.kind(self.marks.text.find(KIND, match.start()))
        both = len(here) == 2 and "⌂" not in self.marks.text[: match.start()]
        if both and kind and kind.kind in _PAIRED:
            partners = here
        if not partners or not kind or not kind.kind or not states(self.sentence, kind.start, kind.end):
            return []
        when = WHEN.match(self.marks.text, match.end())
        date = self.marks.date_in(*when.span()) if when else self.dates.celebrated()
        self._used.update((kind.start, partners[0].start))
        return [Tie(tuple(partners), len(partners) == 1, kind.kind, date, 0, kind.end, 0.8, kind.words)]
