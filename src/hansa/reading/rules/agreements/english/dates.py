"""Which date a tie told in English has: in brackets, behind the partner, by the word for the tie, of an anniversary."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.english.grammar import ITEM, LEADING_DATE, MADE, TOLD_LATER
from hansa.reading.rules.agreements.english.matching import Match, Span
from hansa.reading.rules.agreements.marks import KIND, Kind, Marked
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import Dated, find_anniversaries
from hansa.reading.values.names import Party
from hansa.reading.values.numbers.english import english_value

_LATER = regex(r"[^◇○;]{0,70}○")
_NEAR = 60
_RESPECTIVELY = regex(r",? respectively\b")
_LASTED = regex(
    r"\b(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?) years old\b"
    r"|\bfor (?:the (?:last|past) )?(?P<m>\d{1,3}|[a-z]+(?:-[a-z]+)?) years\b"
)
# The ways whose patterns leave the date to the rest of the sentence.
_DATED_AROUND = ("makes", "linked", "lead", "which", "tail", "links", "has")
# Moscow (1997, suspended)
_NO_MORE = regex(r"\([^()]*\b(?:suspended|lapsed|ended|until|cancelled|dormant|inactive|pending|planned|expired)\b")
_YEARS_LATER = regex(r"◇ ([a-z]+) years? (?:on|later)")
_ALL = regex(r"\b(?:both|all|each)\b")


def _after(date: str, words: str) -> str:
    """The date that a partner takes from the one before it: the same year, two years on; else ''."""
    later = _YEARS_LATER.search(words) if date else None
    if later:
        return str(int(date[:4]) + int(english_value(later[1])))
    return date if "same year" in words else ""


@dataclass(frozen=True)
class Dates:
    """The dates of the ties of one sentence; `year` is the date that the line of a chronology began with."""

    sentence: Sentence
    marks: Marked
    context: Context
    year: str

    def of_partners(self, match: Match) -> list[tuple[Party, str]]:
        """The partners with their dates; one that has none shares that of the next in the row."""
        dated: list[tuple[Party, str]] = []
        if match.when and _RESPECTIVELY.match(self.marks.text, match.when[1]):
            said = self.sentence.text[self.marks.parties(*match.row)[-1].end :]
            each = [dates[0].edtf for part in re.split(",| and ", said) if (dates := self.context.dates(f"in {part}"))]
            return list(zip(self.marks.parties(*match.row), each, strict=False))
        following = self._shared(match) or (self.marks.date_in(0, 1) if match.way.name == "years" else "")
        for party, date, for_all in reversed(list(self.items(match.row))):
            dated.insert(0, (party, date or following or self.year))
            following = date if for_all else following if not date else ""
        return dated + [(party, date) for party, date, _ in self.items(match.more) if date]

    def items(self, span: Span | None) -> Iterator[tuple[Party, str, bool]]:
        """Each party of a row with its date, and whether the date is that of the parties before it as well."""
        date = ""
        for item in ITEM.finditer(self.marks.text, *span) if span else ():
            if _NO_MORE.search(item[0]):
                continue
            date = self.marks.date_in(*item.span()) or _after(date, item[0])
            for_all = bool(date) and ("(" not in item[0] or bool(_ALL.search(item[0])))
            yield self.marks.parties(*item.span())[0], date, for_all

    def _shared(self, match: Match) -> str:
        """The date that all partners of the match share."""
        if match.way.name == "bracket" and not match.when and self.marks.text[: match.start].endswith("○ "):
            return self.marks.date_in(match.start - 2, match.start)
        if match.when or match.way.name not in _DATED_AROUND:
            return self.marks.date_in(*match.when) if match.when else ""
        text = self.marks.text
        inside = self.marks.date_in(match.start, match.row[0])
        told = TOLD_LATER.search(text, match.end)
        if inside or told:
            return inside or (self.marks.date_in(*told.span()) if told else "")
        after = _LATER.match(text, match.end)
        near = max(0, match.start - _NEAR)
        if after and not self._speaks_of(after.span()) and self._is_made(match, near, after.end()):
            return self.marks.date_in(*after.span())
        leading = [lead.span() for lead in LEADING_DATE.finditer(text, 0, match.start)]
        if not leading or KIND in text[leading[-1][1] : match.start] or find_anniversaries(self.sentence.text):
            return self.celebrated()
        return self.marks.date_in(*leading[-1]) if self._is_made(match, leading[-1][0], len(text)) else ""

    def _speaks_of(self, span: Span) -> bool:
        """Whether a part of the sentence names a tie of another kind."""
        return any(isinstance(sign, Kind) and sign.kind for at, sign in self.marks.signs if span[0] <= at < span[1])

    def _is_made(self, match: Match, start: int, end: int) -> bool:
        """Whether a part of the sentence tells that the tie is made: signed, became, twinned."""
        twinned = match.kind is not None and match.kind.words.lower() == "twinned"
        return twinned or bool(MADE.search(self.marks.text, start, end))

    def celebrated(self) -> str:
        """The year that an anniversary or a number of years ago tells."""
        told = find_anniversaries(self.sentence.text)
        lasted = _LASTED.search(self.sentence.text)
        if not told and lasted:
            told = find_anniversaries(f"{lasted['n'] or lasted['m']} years on")
        if len(told) != 1:
            return ""
        dates = [dated for dated in self.sentence.dates if isinstance(dated, Dated) and dated.sure]
        year = dates[0].point.year if dates else self.context.current_year()
        return str(year - told[0].years) if year else ""
