"""Which parties of the register a draft names."""

from hansa.figures.checking.draft import Draft
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import PartyKind
from hansa.register.domain.admission.naming import PartyNames


class Numbers:
    """Which party of the register each name in a draft means, by its number; three queries for all names."""

    def __init__(self, draft: Draft, *others: str) -> None:
        named = [party.name for read in draft.readings for party in read.sentence.parties]
        of = [person.of for read in draft.readings for person in read.sentence.people if person.of]
        self._names = frozenset((*named, *of, *others))
        self._parties = PartyNames(sorted(self._names))

    def __getitem__(self, name: str) -> int | None:
        return self._parties.number(name) if name in self._names else None


def named_in(sentence: Sentence) -> list[tuple[int, str]]:
    """Where a sentence names parties but for the own city and countries, those of the people in it among them."""
    named = [party for party in sentence.parties if not party.own and party.kind is not PartyKind.COUNTRY]
    places = [(party.start, party.name) for party in named]
    of = [(person.start, person.of) for person in sentence.people if person.of]
    return sorted({*places, *of})
