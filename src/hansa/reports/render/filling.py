"""Fields of an office's template, filled."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from lxml import etree

from hansa.register.templates import BLOCKS, FIELD
from hansa.reports.blocks import Paper
from hansa.reports.render.text import printable

# A place that holds text: an element, and whether it is the text in it or behind it.
Slot = tuple[etree._Element, Literal["text", "tail"]]
_MARK = "hansa:{}"


def values_of(paper: Paper) -> dict[str, str]:
    """What the fields within lines become."""
    told = {"title": paper.title, "publisher": paper.publisher, "dateline": paper.dateline, "year": paper.year}
    return {name: printable(words) for name, words in told.items()}


def fill(slots: Iterable[Slot], values: Mapping[str, str]) -> None:
    """Put the values in place of the fields of one paragraph, whose letters may be parted among several elements.

    The words take the look of the field's first letter.
    """
    slots = list(slots)
    pieces = [getattr(element, place) or "" for element, place in slots]
    text = "".join(pieces)
    for field in reversed(list(FIELD.finditer(text))):
        if field[1] in values:
            pieces = list(_replaced(pieces, *field.span(), values[field[1]]))
    if "".join(pieces) != text:
        for (element, place), piece in zip(slots, pieces, strict=True):
            setattr(element, place, piece)


def _replaced(pieces: list[str], start: int, end: int, words: str) -> Iterator[str]:
    """The pieces of a text with the letters from start to end taken out, and the words where these began."""
    at = 0
    for piece in pieces:
        after = at + len(piece)
        if after <= start or at >= end:
            yield piece
        else:
            yield piece[: max(0, start - at)] + (words if at <= start else "") + piece[max(0, end - at) :]
        at = after


def mark_blocks(paragraphs: Iterable[tuple[etree._Element, str]]) -> None:
    """Put a comment in place of each paragraph whose words are nothing but the field of blocks."""
    for paragraph, words in list(paragraphs):
        field = FIELD.fullmatch(words.strip())
        if field and field[1] in BLOCKS:
            put_mark(paragraph, field[1])
            paragraph.getparent().remove(paragraph)  # type: ignore[union-attr] # it stands in a body


def put_mark(before: etree._Element, name: str) -> None:
    """A comment that marks where blocks are to stand."""
    mark = etree.Comment(_MARK.format(name))
    mark.tail = None
    before.addprevious(mark)


def with_blocks(root: etree._Element, blocks: Mapping[str, str], namespaces: Mapping[str, str]) -> str:
    """The part as text, with blocks of XML in place of their marks; what they are named by is declared at its root."""
    text = etree.tostring(root, encoding="unicode")
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in namespaces.items() if prefix not in root.nsmap)
    end = next(at for at, letter in enumerate(text) if letter in " />" and at)
    text = f"{text[:end]} {declared}{text[end:]}" if declared else text
    for name, xml in blocks.items():
        text = text.replace(f"<!--{_MARK.format(name)}-->", xml)
    return text
