"""Where in a file's XML each character of the document's text stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from hansa.reading.formats import DocumentError
from hansa.reports.comments.comment import Comment


@dataclass(frozen=True)
class Spot:
    """A character in the XML: in the text of an element, or in its tail, behind it."""

    element: etree._Element
    index: int
    tail: bool = False

    @property
    def text(self) -> str:
        """The text that it is a character of."""
        return (self.element.tail if self.tail else self.element.text) or ""


Walked = Iterable[tuple[str, Spot | None]]
"""Characters with their spots in the order in which reading goes through a file; those without one are not in the XML,
as the numbers of lists."""


def places(text: str, walked: Walked) -> list[Spot | None]:
    """The spot of each character of a document's text; None for white space and for what is not in the XML.

    Reading changes white space only. Raises DocumentError where anything else is not what was walked: a comment in
    the wrong place is worse than none.
    """
    seen = ((character, spot) for character, spot in walked if _is_seen(character))
    found: list[Spot | None] = []
    for character in text:
        if not _is_seen(character):
            found.append(None)
            continue
        expected, spot = next(seen, ("", None))
        if expected != character:
            raise DocumentError("is built in a way in which comments cannot be put in their places for sure")
        found.append(spot)
    return found


def marks(found: Sequence[Spot | None], comments: Sequence[Comment]) -> list[tuple[Spot, bool, int]]:
    """Where each comment, by its number, begins (before a character) and ends (behind one), from the last to the first.

    So what is written at one mark does not move those that come after it. What is about the number of a list alone is
    said of the first character behind it; a comment on nothing that is in the XML has no marks.
    """
    placed: list[tuple[int, bool, int, Spot]] = []
    for number, comment in enumerate(comments):
        within = [at for at in range(comment.start, min(comment.end, len(found))) if found[at]]
        within = within or [at for at in range(comment.end, len(found)) if found[at]][:1]
        for at, ends in ((within[0], False), (within[-1], True)) if within else ():
            spot = found[at]
            if spot:
                placed.append((at + ends, ends, number, spot))
    # At the same place what begins there is written before what ends there, which goes in front of it.
    placed.sort(key=lambda mark: (-mark[0], mark[1]))
    return [(spot, ends, number) for _, ends, number, spot in placed]


def written(label: str) -> Walked:
    """The characters of a list's number, which are not in the XML."""
    return ((character, None) for character in label)


def characters(element: etree._Element, *, tail: bool = False) -> Iterator[tuple[str, Spot | None]]:
    """The characters of an element's text, or of its tail."""
    text = (element.tail if tail else element.text) or ""
    for index, character in enumerate(text):
        yield character, Spot(element, index, tail)


def parent_of(element: etree._Element) -> etree._Element:
    """The element that holds another."""
    return next(element.iterancestors())


def _is_seen(character: str) -> bool:
    return character.isprintable() and not character.isspace()
