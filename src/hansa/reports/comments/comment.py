"""A comment, before it is written into a file, and who writes it."""

from dataclasses import dataclass

AUTHOR = "Hansa"
INITIALS = "H"


@dataclass(frozen=True)
class Comment:
    """What is said of the characters from `start` up to `end` of the document's text, a paragraph each."""

    start: int
    end: int
    paragraphs: tuple[str, ...]
