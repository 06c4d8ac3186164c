"""The door: a draft and its findings in, the same draft with comments out."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from hansa.figures.checking.finding import Finding
from hansa.reading.formats import DocumentError
from hansa.reading.formats.loading import load
from hansa.reading.formats.recognition import DOCX, ODT, recognise
from hansa.reports.comments import docx, odt
from hansa.reports.comments.comment import Comment
from hansa.reports.comments.wording import comments_of

_FORMATS: Mapping[str, Callable[[bytes, Sequence[Comment]], bytes]] = {DOCX: docx.commented, ODT: odt.commented}
FORMATS = tuple(f".{kind}" for kind in _FORMATS)
"""Suffixes of the files that can hold comments."""
_SAID = ("differs", "ambiguous")


class CommentError(DocumentError):
    """A draft that cannot hold comments; `str()` is a sentence for the user without the file's name."""


def commented(path: Path, findings: Sequence[Finding], *, everything: bool = False) -> bytes:
    """The DOCX or ODT file with a comment at each finding that differs or is ambiguous, or at all of them.

    Only the parts that hold text and comments are changed, and no word of the text. A comment tells what is wrong,
    what should stand there and what that rests on, in the language of the draft; asks the register for the names of
    the records, one query for each kind of them. Raises CommentError for other formats, DocumentError where the file
    cannot be read.
    """
    data = load(path)
    writer = _FORMATS.get(recognise(data, path.suffix))
    if writer is None:
        raise CommentError("cannot hold comments; save it as DOCX or ODT and check that")
    chosen = [finding for finding in findings if everything or finding.verdict in _SAID]
    return writer(data, comments_of(chosen))
