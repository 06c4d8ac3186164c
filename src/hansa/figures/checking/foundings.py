"""Holds what a draft says of organizations against the register: when they were founded, and since when one belongs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from hansa.facts import span
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding, Verdict
from hansa.figures.checking.held import Held
from hansa.figures.checking.parties import Numbers
from hansa.figures.checking.readings import Read
from hansa.figures.checking.rewriting import put_date, said_in_chinese, said_in_english
from hansa.figures.words import Words
from hansa.reading.patterns import regex
from hansa.reading.values.dates import Dated
from hansa.reading.values.names import PartyKind
from hansa.register.models import Membership, Organization

_FOUNDED = regex(
    r"成立|創立|創設|創辦|設立|組成|創會"
    r"|\b(?i:founded|established|created|formed|set up|launched|dates from|founding)\b"
)
_JOINED = regex(
    r"加入|參加|入會|成為[^，。]{0,8}會員|會員"
    r"|\b(?i:joined|join|joining|member|membership|belong(?:s|ed)?|taken part|participa\w+|active in|acceded)\b"
)
_POINTING = regex(
    r"[該此其它]|這個|^[\d一二]|^[成創]立|\b(?i:it|its|the (?:network|organi[sz]ation|association|body))\b"
)
_CLAUSE = regex(r"[，；。！？,;:：]")
_FAR = 40


def foundings_are_held(draft: Draft, held: Held) -> Iterator[Finding]:
    """Dates of founding and of joining, told of an organization that the sentence names or the one before it."""
    readings = draft.readings
    numbers = Numbers(draft)
    last: tuple[tuple[str, ...], int | None] = ((), None)
    for read in readings:
        named = held.organizations.named(read.sentence.text)
        before = last[1] if last[0] == read.block.headings else None
        checked = _Checked(read, held, numbers, named, before)
        yield from checked.findings()
        if named:
            last = (read.block.headings, named[-1][0])


@dataclass
class _Checked:
    """A sentence with the organizations that it names, and the one named last before it."""

    read: Read
    held: Held
    numbers: Numbers
    named: Sequence[tuple[int, int, int]]
    before: int | None

    @property
    def text(self) -> str:
        return self.read.sentence.text

    def findings(self) -> Iterator[Finding]:
        if not self.named and self.before is None:
            return
        for dated in self.read.sentence.dates:
            if "/" not in dated.edtf:
                yield from self._date(dated)

    def _date(self, dated: Dated) -> Iterator[Finding]:
        told = self._verb(dated)
        if told is None:
            return
        founded, at = told
        number = self._organization(dated, at, founded=founded)
        if number is None:
            return
        one = self.held.organizations.rows[number]
        if founded:
            if one.founded:
                yield self._finding(dated, [(one.founded, one.ref, _founded(one))])
            return
        rows = [row for row in self._memberships(number) if row.since]
        if rows:
            yield self._finding(dated, [(row.since, row.ref, _joined(row)) for row in rows])

    def _verb(self, dated: Dated) -> tuple[bool, int] | None:
        """Whether the date is one of founding or of joining, and where the sentence says so; None if of neither."""
        first, last = self.read.sentence.clause(dated.start)
        for start, end in ((first, last), (last, self._next_stop(last))):
            found = [
                (abs(match.start() - dated.end) if match.start() >= dated.end else dated.start - match.end(), match)
                for pattern in (_FOUNDED, _JOINED)
                for match in pattern.finditer(self.text, start, end)
                if not dated.start <= match.start() < dated.end
            ]
            if found:
                far, match = min(found, key=lambda one: one[0])
                return (match.re == _FOUNDED, match.start()) if far <= _FAR else None
        return None

    def _next_stop(self, at: int) -> int:
        stop = _CLAUSE.search(self.text, at + 1)
        return stop.start() if stop else len(self.text)

    def _organization(self, dated: Dated, at: int, *, founded: bool) -> int | None:
        """The organization told of: named in the clause of the words, behind them if joined, else before them."""
        first, last = self.read.sentence.clause(at)
        inside = [number for number, start, _ in self.named if first <= start < last]
        if inside:
            return inside[0] if len(set(inside)) == 1 else None
        behind = [number for number, start, _ in self.named if start >= last]
        ahead = [number for number, _, end in self.named if end <= first]
        if behind and not ahead and (not founded or _FOUNDED.match(self.text)):
            return behind[0]
        return ahead[-1] if ahead else self._meant_before(founded=founded)

    def _meant_before(self, *, founded: bool) -> int | None:
        """The organization of the sentence before, where this one points to it and names no other body."""
        if any(party.kind is PartyKind.BODY for party in self.read.sentence.parties):
            return None
        return self.before if not founded or _POINTING.search(self.text) else None

    def _memberships(self, organization: int) -> list[Membership]:
        own = [party.own for party in self.read.sentence.parties]
        members = {
            number for party in self.read.sentence.parties if not party.own and (number := self.numbers[party.name])
        }
        rows = [row for member in members for row in self.held.organizations.joined(organization, member)]
        if rows and not any(own):
            return rows
        return self.held.organizations.joined(organization, self.held.home.pk)

    def _finding(self, dated: Dated, known: Sequence[tuple[str, str, Words]]) -> Finding:
        words = self.text[dated.start : dated.end]
        same = [one for one in known if span(one[0]).meets(span(dated.edtf))]
        verdict: Verdict = "agrees" if same else "differs"
        date, ref, reason = (same or known)[0]
        right = words if same else put_date(words, date)
        make = partial(Finding, *self.read.place(dated.start, dated.end), words, self.text, verdict, "date", words)
        return make(right, records=(ref,), reason=reason, checker="foundings_are_held")


def _founded(one: Organization) -> Words:
    when = said_in_chinese(one.founded)
    return Words(f"{one}成立於{when}。", f"{one.name_en or one} was founded {said_in_english(one.founded)}.")


def _joined(row: Membership) -> Words:
    zh = f"{row.party}自{said_in_chinese(row.since)}起為{row.organization}會員。"
    return Words(zh, f"{row.party} became a member of {row.organization} {said_in_english(row.since)}.")
