"""What in a sentence can be wrong: its dates, numbers, names and posts, each with its place in the sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from hansa.figures.checking.finding import Matter
from hansa.reading.patterns import regex
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party
from hansa.reading.values.numbers import find_quantities
from hansa.reading.values.people import Person
from hansa.reading.values.people.posts import POST

_POST_EN = regex(
    r"\b(?:(?i:deputy|vice|acting|lieutenant)[- ])?(?i:mayor|governor|president|ambassador|minister|director)\b"
)
_DIGITS = regex(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True)
class Detail:
    """A part of a sentence that says when, how many, who or in what post."""

    matter: Matter
    start: int
    end: int


def details_of(sentence: Sentence) -> list[Detail]:
    """The details of a sentence in order; where two overlap, the one that is named first here: dates, people, parties,
    numbers with their unit, bare numbers."""
    text = sentence.text
    kept: list[Detail] = []
    dates = (Detail("date", dated.start, dated.end) for dated in sentence.dates)
    numbers = (
        Detail("order" if one.ordinal else "number", one.digits[0], max(one.end, one.digits[1]))
        for one in find_quantities(text)
    )
    bare = (Detail("number", *match.span()) for match in _DIGITS.finditer(text))
    for detail in (*dates, *named_in(text, sentence.people, sentence.parties), *numbers, *bare):
        if all(detail.end <= other.start or other.end <= detail.start for other in kept):
            kept.append(detail)
    return sorted(kept, key=lambda detail: detail.start)


def named_in(text: str, people: list[Person], parties: list[Party]) -> Iterator[Detail]:
    """The names and posts of people, the names of parties without the country before them, posts that stand alone."""
    for person in people:
        yield from _parts_of(text, person)
    for party in parties:
        start = text.find(party.name, party.start, party.end)
        if start >= 0:
            yield Detail("name", start, start + len(party.name))
    for pattern in (POST, _POST_EN):
        for match in pattern.finditer(text):
            yield Detail("post", *match.span())


def _parts_of(text: str, person: Person) -> Iterator[Detail]:
    start = text.find(person.name, person.start, person.end)
    if start < 0:
        return
    end = start + len(person.name)
    yield Detail("name", start, end)
    latin = text.find(person.latin, person.start, person.end) if person.latin not in ("", person.name) else -1
    if latin >= 0:
        yield Detail("name", latin, latin + len(person.latin))
    post = post_of(text, person)
    if post:
        yield Detail("post", *post)


def post_of(text: str, person: Person) -> tuple[int, int] | None:
    """Where a person's post stands: nearest to the name, before or after it."""
    if not person.post:
        return None
    name = text.find(person.name, person.start, person.end)
    after = text.find(person.post, name + len(person.name), person.end + len(person.post))
    before = text.rfind(person.post, max(0, person.start - len(person.post)), name)
    start = after if after >= 0 else before
    return (start, start + len(person.post)) if start >= 0 else None
