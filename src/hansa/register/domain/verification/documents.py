"""Documents: each file, text and quote as it was when it was kept."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from hansa.facts import quoted
from hansa.register.documents import files_kept, path_of, sha256_of
from hansa.register.domain.queries.files import files_named
from hansa.register.models import Fact, HistoryEntry, Passage, Source

# Texts of documents are long.
_BATCH = 20
_READ = ("type", "data", "rule", "score", "passage__start", "passage__end")


def text_hash(text: str) -> str:
    """The SHA-256, as hexadecimal, of a source's text, which the history keeps."""
    return hashlib.sha256(text.encode()).hexdigest()


def facts_hashes(sources: Iterable[int]) -> dict[int, str]:
    """The SHA-256, as hexadecimal, of the facts read in each source, as they were read, by its number; one query.

    The history keeps it. Sources without facts are left out.
    """
    facts = Fact.objects.filter(passage__source__in=sources).order_by("passage__source_id", "pk")
    told = facts.values_list("passage__source_id", *_READ).iterator(chunk_size=2000)
    hashes: dict[int, Any] = defaultdict(hashlib.sha256)
    for source, *read in told:
        line = json.dumps([_as_floats(one) for one in read], sort_keys=True, ensure_ascii=False)
        hashes[source].update(f"{line}\n".encode())
    return {source: found.hexdigest() for source, found in hashes.items()}


def _as_floats(value: Any) -> Any:
    """A value of JSON whose numbers are alike on every database: one gives 1e16 back as a whole number."""
    if isinstance(value, dict):
        return {name: _as_floats(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_as_floats(one) for one in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def wrong_documents() -> Iterator[str]:
    """Sources whose file, text or quotes were altered."""
    numbers = list(Source.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(numbers), _BATCH):
        yield from _wrong_among(numbers[start : start + _BATCH])


def stray_documents() -> list[Path]:
    """The files that belong to no record: what a load left that was cut off. Harmless; verified by nothing."""
    kept = {sha256 for _, sha256 in files_named()}
    return [file for file in files_kept() if file.name not in kept]


def _wrong_among(numbers: list[int]) -> Iterator[str]:
    sources = Source.objects.in_bulk(numbers)
    proofs = _proofs([source.ref for source in sources.values()])
    passages = Passage.objects.filter(source__in=numbers).order_by("source_id", "start", "end")
    facts = facts_hashes(numbers)
    quotes = {number: list(found) for number, found in groupby(passages, key=lambda passage: passage.source_id)}
    for number, source in sorted(sources.items()):
        yield from _wrong_file(source)
        yield from _wrong_reading(source, proofs.get(source.ref), facts.get(number))
        yield from _wrong_quotes(source, quotes.get(number, []))


def _proofs(refs: list[str]) -> dict[str, dict[str, Any]]:
    """What the history keeps as proof of each source."""
    kept = HistoryEntry.objects.filter(record__in=refs, after__has_key="text_sha256").order_by("-pk")
    return dict(kept.values_list("record", "after"))


def _wrong_file(source: Source) -> Iterator[str]:
    file = path_of(source.sha256)
    try:
        if sha256_of(file) != source.sha256:
            yield f"{source.ref} ({source}): the document {file} was altered: its content does not have its SHA-256"
    except OSError as error:
        yield f"{source.ref} ({source}): the document {file} cannot be read: {error.strerror}"


def _wrong_reading(source: Source, proof: dict[str, Any] | None, facts: str | None) -> Iterator[str]:
    if proof is None:
        yield f"{source.ref} ({source}): the history does not tell of its text: nothing proves what was read"
        return
    if proof["text_sha256"] != text_hash(source.text):
        yield f"{source.ref} ({source}): its text was altered since it was read"
    # Version 0.1 kept no such proof.
    if proof.get("facts_sha256", facts) != facts:
        yield f"{source.ref} ({source}): what was read in it was altered: its facts do not have their hash"


def _wrong_quotes(source: Source, passages: list[Passage]) -> Iterator[str]:
    for passage in passages:
        if quoted(source.text[passage.start : passage.end]) != passage.quote:
            place = f"page {passage.page}, characters {passage.start} to {passage.end}"
            yield f"{source.ref} ({source}), {place}: the quote is not what stands there"
