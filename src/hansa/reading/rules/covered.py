"""A sentence with its organizations and dates covered, so that patterns see only how something is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hansa.reading.patterns import regex
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import Dated
from hansa.reading.values.organizations import Body, find_chinese, find_english

BODY = r"Ωω*"
"""An organization in a covered text, as a pattern."""
DATE = r"δ+"
"""A date in a covered text, as a pattern."""
_CITY = r"(?:[Tt]he\s)?[A-ZÀ-Ž][\w'’-]*(?:\s(?:(?:of|de|do|da|di|la|am|upon)\s)?[A-ZÀ-Ž][\w'’-]*)*"
_OWN = (
    r"(?:[Tt]he|[Oo]ur|[Tt]his)\s(?:[Cc]ity|[Cc]ounty|[Cc]ouncil|[Mm]unicipality|[Bb]orough|[Mm]etropolis|[Tt]own|[Pp]refecture"
    r"|[Pp]rovince|[Cc]apital|[Cc]omune|[Aa]ssembly|[Cc]ity-state)(?!\s(?:of|[Cc]ouncil|[Hh]all))|[Ii]t|[Ww]e|us"
)
OWN_CITY = regex(_OWN)
"""How an English document speaks of its own city."""
_PLACED = rf"{_CITY}(?:\sin\s[A-Z][a-z]+(?=,|\sand\s))?"
CITIES = rf"(?:{_OWN}|{_PLACED}(?:(?:,\s(?:and\s)?|\sand\s){_PLACED})*)"
"""A list of cities in a covered text, or the own city, as a pattern."""


@dataclass(frozen=True)
class Covered:
    """A sentence whose `text` has Ωωω for an organization and δδδ for a date, each as long as what it covers."""

    sentence: Sentence

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The organizations named, in order."""
        return find_chinese(self.sentence.text) if self.sentence.chinese else find_english(self.sentence.text)

    @cached_property
    def text(self) -> str:
        """The sentence's words with names and dates covered; offsets are those of the sentence."""
        text = self.sentence.text
        for dated in self.sentence.dates:
            text = _cover(text, dated.start, dated.end, "δ", "δ")
        return cover_bodies(text, self.bodies)

    def within(self, start: int, end: int) -> list[Body]:
        """The organizations that begin in a part of the sentence."""
        return [body for body in self.bodies if start <= body.start < end]

    def dated(self, start: int, end: int) -> Dated | None:
        """The first date that begins in a part of the sentence."""
        return next((dated for dated in self.sentence.dates if start <= dated.start < end), None)


def cover_bodies(text: str, bodies: Sequence[Body]) -> str:
    """A text with Ωωω in the place of each organization."""
    for body in bodies:
        text = _cover(text, body.start, body.end, "Ω", "ω")
    return text


def _cover(text: str, start: int, end: int, first: str, rest: str) -> str:
    return text[:start] + first + rest * (end - start - 1) + text[end:]
