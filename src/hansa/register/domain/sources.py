"""Keeping a document as a source, with its text, its passages and the facts that it states, as proposed."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from django.db import transaction

from hansa import facts as stated_facts
from hansa.facts import quoted
from hansa.reading.document import Document
from hansa.register.domain.history import enter
from hansa.register.domain.verification import facts_hashes, text_hash
from hansa.register.models import Fact, Office, Party, Passage, Source, User
from hansa.register.states import own_state_of

_PROOF = ("type", "quote", "page", "start", "end", "rule", "score")


@dataclass(frozen=True)
class Reading:
    """A file as it was read: where it lies, its SHA-256 and size in bytes, its text, and the facts that it states."""

    path: Path
    sha256: str
    size: int
    document: Document
    facts: Sequence[stated_facts.Fact]


def storable(text: str) -> str:
    """The text with the characters that no database takes (NUL, lone surrogates) replaced one for one."""
    if "\x00" not in text and not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return "".join("\ufffd" if c == "\x00" or unicodedata.category(c) == "Cs" else c for c in text)


def _place(fact: stated_facts.Fact, document: Document) -> tuple[int, int] | None:
    """Where a fact's words stand in the document; None where it does not hold them."""
    start, end = fact.start, fact.end
    if not isinstance(start, int) or not isinstance(end, int):
        start = document.text.find(fact.quote)
        end = start + len(fact.quote)
    words = quoted(document.text[max(start, 0) : end])
    # A very long quote is cut; its place is that of the whole.
    return (start, end) if start >= 0 and words and words.startswith(quoted(fact.quote)) else None


def _is_sound(fact: stated_facts.Fact) -> bool:
    """Whether the fact would be read again as it is written: a rule may build one that the format does not take."""
    try:
        return stated_facts.decode_fact(stated_facts.encode_fact(fact)) == fact
    except stated_facts.FactError:
        return False


def _data(fact: stated_facts.Fact) -> dict[str, Any]:
    """What the fact states, without its proof, as JSON keeps it."""
    plain: dict[str, Any] = msgspec.to_builtins(fact)
    return {name: value for name, value in plain.items() if name not in _PROOF}


@transaction.atomic(savepoint=False)
def keep_source(
    *, by: User, reading: Reading, home: Party | None, keep: Callable[[Path, str], None], publish: bool = False
) -> Source:
    """Keep a document that is not kept yet: the file through `keep`, its text, its passages, its facts as proposed.

    Facts that are not in the format, or whose words are not in the document, are left out. With `publish`, visitors
    are told the document's title where it is quoted. It belongs to the office of `by`, and what
    the program brings in to the office of its home city, or to the only one that there is.

    One history entry, with the hashes of the file and of the text.
    """
    document = reading.document
    text = storable(document.text)
    source = Source.objects.create(
        title=storable(document.title or reading.path.stem)[:300],
        filename=storable(reading.path.name)[:300],
        media_type=document.media_type,
        sha256=reading.sha256,
        size=reading.size,
        home=home,
        office=by.office or _office_for(home),
        text=text,
        pages=[page.end for page in document.pages],
        published=publish,
    )
    number = _propose(source, reading)
    keep(reading.path, reading.sha256)
    # The text itself and the facts are long; their hashes prove them.
    state = {name: value for name, value in own_state_of(source).items() if name != "text"}
    proof = {"text_sha256": text_hash(text), "facts_sha256": facts_hashes([source.pk]).get(source.pk)}
    after = {**state, **proof, "facts": number}
    enter(by=by, action="keep", record=source, after=after)
    return source


def _office_for(home: Party | None) -> Office | None:
    """The one office of a city, or of the installation; None where there are several."""
    offices = Office.objects.filter(home=home)[:2] or Office.objects.all()[:2]
    return offices[0] if len(offices) == 1 else None


def _propose(source: Source, reading: Reading) -> int:
    """Write the passages and the facts, each once; how many facts there are."""
    sound = [fact for fact in reading.facts if _is_sound(fact)]
    placed = [(place, fact) for fact in sound if (place := _place(fact, reading.document))]
    passages = {
        (start, end): Passage(
            source=source,
            page=reading.document.page_at(start),
            start=start,
            end=end,
            quote=quoted(source.text[start:end]),
        )
        for (start, end), _ in placed
    }
    Passage.objects.bulk_create(passages.values())
    facts = {
        (place, stated_facts.encode_fact(fact)): Fact(
            passage=passages[place],
            type=msgspec.to_builtins(fact)["type"],
            data=_data(fact),
            rule=fact.rule[:100] if isinstance(fact.rule, str) else "",
            score=fact.score if isinstance(fact.score, float) else 0.0,
        )
        for place, fact in placed
    }
    Fact.objects.bulk_create(facts.values())
    return len(facts)
