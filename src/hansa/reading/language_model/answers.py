"""What a model answered, taken apart: only facts that stand in the document with all their names are kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from hansa.atlas import fold
from hansa.facts import Fact, FactError, Figure, decode_fact, quoted
from hansa.reading.document import Document
from hansa.reading.language_model.passages import Passage
from hansa.reading.values.numbers import find_quantities

RULE = "language_model"
# Below what is admitted as sure, so that a person looks at each.
SCORE = 0.5
_MOST_FACTS = 200
_LONGEST_QUOTE = 1000
_LISTS = ("parties", "founded_by", "predecessors", "participating")
_NAMES = ("member", "organization", "name", "headquarters", "organizing", "through", "office", "place")
_PEOPLE = ("people", "signatories")
_PLACED = ("page", "start", "end", "rule", "score")


class AnswerError(ValueError):
    """An answer that is no list of facts."""


class _Answer(msgspec.Struct):
    facts: list[msgspec.Raw]


@dataclass(frozen=True)
class Taken:
    """What came of an answer: the facts kept, and why others were not."""

    facts: list[Fact]
    refused: list[str]


def take(answer: str, passage: Passage, document: Document, home: str | None) -> Taken:
    """The facts of an answer that hold: in the format, their quote in the document, their names beside it.

    Raises AnswerError where the answer is not `{"facts": […]}`, with or without a fence around it.
    """
    begin, end = answer.find("{"), answer.rfind("}")
    try:
        raw = msgspec.json.decode(answer[begin : end + 1].encode("utf-8", "replace"), type=_Answer).facts
    except (msgspec.DecodeError, RecursionError) as error:
        raise AnswerError(f"no list of facts ({error})") from error
    known = fold(document.text) + fold(home or "")
    facts: list[Fact] = []
    refused: list[str] = []
    for item in raw[:_MOST_FACTS]:
        try:
            facts.append(_checked(bytes(item), passage, document, known))
        except (FactError, RecursionError) as error:
            refused.append(str(error))
    return Taken(facts, refused + ["too many facts for one passage"] * (len(raw) > _MOST_FACTS))


def _checked(item: bytes, passage: Passage, document: Document, known: str) -> Fact:
    """The fact with its evidence from the document itself. Raises FactError."""
    fields: Any = msgspec.json.decode(item)
    if isinstance(fields, dict):
        fields = {name: value for name, value in fields.items() if name not in _PLACED and value not in (None, "", [])}
    fact = decode_fact(msgspec.json.encode(fields))
    place = _find(fact.quote, passage, document)
    if place is None:
        raise FactError("quote: not in the document")
    for name in _names(fact):
        if fold(name) not in known:
            raise FactError(f"{name}: not in the document")
    start, end = place
    words = quoted(document.text[start:end])
    if isinstance(fact, Figure) and fact.value not in {found.value for found in find_quantities(words)}:
        raise FactError(f"value: {fact.value} is not in the quote")
    return msgspec.structs.replace(
        fact, quote=words, page=document.page_at(start), start=start, end=end, rule=RULE, score=SCORE
    )


def _find(quote: str, passage: Passage, document: Document) -> tuple[int, int] | None:
    """Where the words stand in the passage, whatever the white space between them."""
    characters = "".join(quote.split())
    if not characters or len(characters) > _LONGEST_QUOTE:
        return None
    pattern = re.compile(r"\s*".join(map(re.escape, characters)))
    found = pattern.search(document.text, passage.start, passage.end)
    return found.span() if found else None


def _names(fact: Fact) -> Iterator[str]:
    """Every name in the fact."""
    for field in _NAMES:
        yield from _given(fact, field, str)
    for field in _LISTS:
        for names in _given(fact, field, list):
            yield from names
    for field in _PEOPLE:
        for people in _given(fact, field, list):
            yield from (person.name for person in people)


def _given(fact: Fact, field: str, kind: type) -> list[Any]:
    value = getattr(fact, field, None)
    return [value] if isinstance(value, kind) else []
