"""The documents that the register keeps, as a check lays drafts beside them."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from hansa.facts import quoted
from hansa.figures.checking.tokens import Tokens, tokens_of
from hansa.reading.dating import usual_year, year_reported
from hansa.reading.patterns import regex
from hansa.register.enums import FactState
from hansa.register.models import Fact, Source
from hansa.register.models.source import RECORD_FIELDS

_KEPT_IN_MEMORY = 256
_LATIN_NAME = regex(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\wÀ-ž'’.\-]*(?: (?:de|da|dos|van|von|del|la|bin|al|[A-ZÀ-ÖØ-ÞĀ-Ž][\wÀ-ž'’.\-]*)){1,4}"
)


@dataclass
class Kept:
    """A source with its text in tokens, and where in it the facts stand that were admitted."""

    ref: str
    title: str
    text: str = field(repr=False)
    sha256: str
    facts: list[tuple[int, int, str]] = field(repr=False)

    @property
    def tokens(self) -> Tokens:
        """Its text in tokens; like what follows kept from one check to the next, since documents do not change."""
        return _tokens_of(self.sha256, self.text)

    @property
    def flat(self) -> str:
        """Its text with its lines joined, in which a name is whole."""
        return _flat(self.sha256, self.text)

    @property
    def latin_names(self) -> frozenset[str]:
        """What it writes in several words with capitals: the names of people among others."""
        return _latin_names(self.sha256, self.text)

    @cached_property
    def year(self) -> int | None:
        """The year of most of its dates, else the one that its title gives."""
        return usual_year(self.text) or year_reported(self.text)

    def records(self, start: int, end: int) -> tuple[str, ...]:
        """The refs of the records that rest on a passage that covers these characters, each once."""
        found = [ref for first, last, ref in self.facts if first <= start and end <= last]
        return tuple(dict.fromkeys(found))


@lru_cache(_KEPT_IN_MEMORY)
def _tokens_of(_sha256: str, text: str) -> Tokens:
    return tokens_of(text)


@lru_cache(_KEPT_IN_MEMORY)
def _flat(_sha256: str, text: str) -> str:
    return quoted(text)


@lru_cache(_KEPT_IN_MEMORY)
def _latin_names(sha256: str, text: str) -> frozenset[str]:
    return frozenset(_LATIN_NAME.findall(_flat(sha256, text)))


def kept_documents() -> list[Kept]:
    """All sources, the newest last, with the places of their admitted facts; two queries."""
    facts: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    columns = ("passage__source_id", "passage__start", "passage__end", "type", *(f"{one}_id" for one in RECORD_FIELDS))
    for row in Fact.objects.filter(state=FactState.ADMITTED).order_by("passage__start").values(*columns):
        ref = f"{row['type']}-{row[row['type'] + '_id']}"
        facts[row["passage__source_id"]].append((row["passage__start"], row["passage__end"], ref))
    return [
        Kept(source.ref, source.title, source.text, source.sha256, facts[source.pk])
        for source in Source.objects.order_by("pk")
    ]
