"""Proof that nothing was altered behind the register's back: history, quotes, texts and stored documents."""

import hashlib
from collections.abc import Iterator

from hansa.facts import quoted
from hansa.register.documents import path_of, sha256_of
from hansa.register.domain.history import broken_links
from hansa.register.models import HistoryEntry, Source


def text_hash(text: str) -> str:
    """The SHA-256, as hexadecimal, of a source's text, which the history keeps."""
    return hashlib.sha256(text.encode()).hexdigest()


def _wrong_text(source: Source) -> Iterator[str]:
    entry = HistoryEntry.objects.filter(record=source.ref, action="keep").first()
    if entry is None:
        yield f"{source.ref} ({source}): the history does not know this source"
    elif entry.after.get("text_sha256") != text_hash(source.text):
        yield f"{source.ref} ({source}): its text was altered since it was read"


def _wrong_quotes(source: Source) -> Iterator[str]:
    for passage in source.passages.all():
        if quoted(source.text[passage.start : passage.end]) != passage.quote:
            place = f"page {passage.page}, characters {passage.start} to {passage.end}"
            yield f"{source.ref} ({source}), {place}: the quote is not what stands there"


def _wrong_document(source: Source) -> Iterator[str]:
    file = path_of(source.sha256)
    try:
        if sha256_of(file) != source.sha256:
            yield f"{source.ref} ({source}): the document {file} was altered: its content does not have its SHA-256"
    except OSError as error:
        yield f"{source.ref} ({source}): the document {file} cannot be read: {error.strerror}"


def problems() -> Iterator[str]:
    """A sentence for each thing that is not as it was written: what is wrong, and where. Changes nothing."""
    yield from broken_links()
    for source in Source.objects.order_by("pk").prefetch_related("passages").iterator(chunk_size=20):
        yield from _wrong_document(source)
        yield from _wrong_text(source)
        yield from _wrong_quotes(source)
