"""Holds the dates of visits, meetings and other exchanges in a draft against those of the register."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from hansa.atlas.folding import fold
from hansa.facts import Exchange as ExchangeFact
from hansa.facts import span
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding, Verdict
from hansa.figures.checking.held import Held
from hansa.figures.checking.known_events import Event
from hansa.figures.checking.parties import Numbers, named_in
from hansa.figures.checking.readings import Read
from hansa.figures.checking.rewriting import put_date, said_in_chinese, said_in_english
from hansa.figures.words import Words
from hansa.reading.values.dates import Dated

# Of the parts of two dates that both tell, all but one have to be the same for one to be a slip for the other.
_DAY, _MONTH = 3, 2
_LONG = dt.timedelta(days=40)


def visits_are_held(draft: Draft, held: Held) -> Iterator[Finding]:
    """Dates of which the sentence says who came or was met: those of an exchange with them agree, a slip differs."""
    readings = draft.readings
    facts = [fact for fact in draft.facts if isinstance(fact, ExchangeFact)]
    numbers = Numbers(draft, *(name for fact in facts for name in fact.parties or ()))
    for read in readings:
        if read.sentence.dates:
            draft.context.enter(read.index)
            yield from _Checked(draft, read, held, numbers, facts).findings()


@dataclass
class _Checked:
    """A sentence being held against what happened."""

    draft: Draft
    read: Read
    held: Held
    numbers: Numbers
    facts: Sequence[ExchangeFact]

    def findings(self) -> Iterator[Finding]:
        for dated in self.read.sentence.dates:
            if dated.edtf.partition("/")[0].count("-"):
                yield from self._date(dated)

    def _date(self, dated: Dated) -> Iterator[Finding]:
        start, end = self._scene(dated)
        told = self._told(dated)
        guests, parties = self._guests(start, end), self._parties(start, end)
        parties |= {number for fact in told for name in fact.parties or () if (number := self.numbers[name])}
        met = self.held.events.with_people(guests)
        near = [*met, *self.held.events.with_parties(parties)]
        same = [event for event in near if _is_same(dated, event.date)]
        if any(_is_as_precise(event.date, dated.edtf) for event in same):
            yield self._finding(dated, "agrees", same)
            return
        kinds = {fact.kind for fact in told}
        strong = {event.ref: event for event in (*met, *(one for one in near if one.kind in kinds))}
        slips = [event for event in strong.values() if _is_slip(dated, event.date)]
        words = self.read.sentence.text[dated.start : dated.end]
        if len({event.date for event in slips}) == 1 and put_date(words, slips[0].date) != words:
            yield self._finding(dated, "differs", slips)
        elif same:
            yield self._finding(dated, "agrees", same)

    def _scene(self, dated: Dated) -> tuple[int, int]:
        """From the clause of a date up to that of the next one, or to the end of the sentence."""
        sentence = self.read.sentence
        first, last = sentence.clause(dated.start)
        later = [other.start for other in sentence.dates if other.start >= last]
        return first, sentence.clause(later[0])[0] if later else len(sentence.text)

    def _guests(self, start: int, end: int) -> frozenset[str]:
        """Those named in a part of the sentence, by all their folded names."""
        found: set[str] = set()
        for person in self.read.sentence.people:
            if start <= person.start < end:
                name = self.draft.context.whole_name(person)
                found |= {fold(name)} | {fold(one.name) for one in self.held.people.named(name)}
        return frozenset(found)

    def _parties(self, start: int, end: int) -> frozenset[int]:
        """Those named in a part of the sentence, but for the own city and countries, by their numbers."""
        named = [name for at, name in named_in(self.read.sentence) if start <= at < end]
        return frozenset(number for name in named if (number := self.numbers[name]))

    def _told(self, dated: Dated) -> list[ExchangeFact]:
        """The exchanges that reading takes the words around the date for."""
        at = self.read.place(dated.start, dated.end)[0]
        return [fact for fact in self.facts if (fact.start or 0) <= at < (fact.end or 0) and fact.date == dated.edtf]

    def _finding(self, dated: Dated, verdict: Verdict, events: Sequence[Event]) -> Finding:
        words, first = self.read.sentence.text[dated.start : dated.end], events[0]
        right = words if verdict == "agrees" else put_date(words, first.date)
        zh = f"紀錄中「{first.title}」為{said_in_chinese(first.date)}。"
        reason = Words(zh, f"“{first.title}” was {said_in_english(first.date)} by the records.")
        refs = tuple(dict.fromkeys(event.ref for event in events))[:5]
        place = self.read.place(dated.start, dated.end)
        make = partial(Finding, *place, words, self.read.sentence.text, verdict, "date", words, right)
        return make(records=refs, reason=reason, checker="visits_are_held")


def _is_same(dated: Dated, date: str) -> bool:
    """Whether a date of the draft is one of an event: within its days; a period only with the same first and last."""
    ours, theirs = span(dated.edtf), span(date)
    if not dated.whole and ours.first and theirs.first and ours.first.year != theirs.first.year:
        # Its year is only taken from what stands around it.
        return _parts(dated.edtf)[1:] == _parts(date)[1:]
    if "/" in dated.edtf and "/" in date and _parts(date)[_DAY - 1 :]:
        within = ours.first and theirs.first and ours.first >= theirs.first
        return bool(within and ours.last and theirs.last and ours.last <= theirs.last)
    return ours.meets(theirs)


def _is_as_precise(event: str, told: str) -> bool:
    """Whether an event's date is known well enough to confirm one: by the month, and not that of a long time."""
    days = span(event)
    lasts = days.last - days.first if days.first and days.last else _LONG
    return len(_parts(event)) >= min(len(_parts(told)), _MONTH) and (lasts < _LONG or "/" in told)


def _is_slip(dated: Dated, date: str) -> bool:
    """Whether the two differ in one part only: the year, the month or the day, or one end of a period."""
    ours, theirs = span(dated.edtf), span(date)
    if "/" in dated.edtf and "/" in date:
        if ours.first == theirs.first or ours.last == theirs.last:
            return True
        own, other = dated.edtf.split("/"), date.split("/")
        return all(_one_part_off(*ends) for ends in zip(own, other, strict=True))
    if "/" in date:
        ends = [day.isoformat() for day in (theirs.first, theirs.last) if day]
        return any(_one_part_off(dated.edtf, end) for end in ends)
    return _one_part_off(dated.edtf, date)


def _one_part_off(one: str, other: str) -> bool:
    first, second = _parts(one), _parts(other)
    told = min(len(first), len(second))
    return told >= _MONTH and sum(a != b for a, b in zip(first[:told], second[:told], strict=True)) == 1


def _parts(date: str) -> list[int]:
    return [int(part) for part in date.partition("/")[0].split("-") if part.isdigit()]
