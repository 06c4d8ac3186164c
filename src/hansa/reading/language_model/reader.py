"""Reads a document by a language model, passage by passage."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from hansa.facts import Fact
from hansa.reading.document import Document
from hansa.reading.language_model.answers import AnswerError, Taken, take
from hansa.reading.language_model.endpoint import Endpoint, EndpointError, ask
from hansa.reading.language_model.instructions import messages
from hansa.reading.language_model.passages import Passage, passages
from hansa.reading.merging import merged
from hansa.reading.structure import restore

_AT_ONCE = 4
_TRIES = 2


@dataclass(frozen=True)
class ModelReader:
    """Reads as `read_facts` does, by the model at `endpoint`; `tell` hears what a person should know of the reading.

    Called with a document and the name of its own city, it gives facts that are in the format, with a quote and
    names that are in the document, each once, of a score that a person has to confirm. Raises EndpointError where
    the model cannot be asked or no answer of it could be used.
    """

    endpoint: Endpoint
    tell: Callable[[str], None]

    def __call__(self, document: Document, home: str | None = None) -> list[Fact]:
        """The facts that the model finds in the document."""
        parts = list(passages(restore(document)))
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            pending = [pool.submit(self._read, passage, document, home) for passage in parts]
            try:
                taken = [future.result() for future in pending]
            except EndpointError:
                pool.shutdown(cancel_futures=True)
                raise
        self._report(taken, parts, document)
        return merged([fact for answer in taken if answer for fact in answer.facts])

    def _read(self, passage: Passage, document: Document, home: str | None) -> Taken | None:
        """What the model takes out of a passage; None where it gave no list of facts, though asked twice."""
        for _ in range(_TRIES):
            try:
                return take(ask(self.endpoint, messages(passage, document, home)), passage, document, home)
            except AnswerError:
                continue
        return None

    def _report(self, taken: list[Taken | None], parts: list[Passage], document: Document) -> None:
        unread = [document.page_at(part.start) for part, answer in zip(parts, taken, strict=True) if answer is None]
        if parts and len(unread) == len(parts):
            raise EndpointError("the language model gave no list of facts for any passage; try a more able model")
        for page, count in sorted(Counter(unread).items()):
            self.tell(f"page {page}: {count} of its passages got no usable answer from the model; read it yourself")
        reasons = Counter(reason for answer in taken if answer for reason in answer.refused)
        if reasons:
            shown = "; ".join(f"{reason} ({count})" for reason, count in reasons.most_common(5))
            self.tell(f"{reasons.total()} of the model's facts were refused: {shown}")
