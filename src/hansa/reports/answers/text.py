"""The words of an answer as plain text, which an officer edits, and the blocks of a document made from such text."""

import re
from collections.abc import Iterator

from hansa.reports.answers.pack import Pack
from hansa.reports.blocks import Block, Heading, Item, Items, Language, Line, Paragraph, Run
from hansa.reports.numerals import label

# A line that begins like this and is no longer is a heading; a longer one is a sentence, and keeps its own number.
_TITLE = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|\d{1,2}\.\s+)(?P<words>[^。．]{1,40})")
_ITEM = {
    "zh-hant": re.compile(r"\d{1,3}[.．、]\s*(?P<words>.+)"),
    "en": re.compile(r"\(\d{1,3}\)\s*(?P<words>.+)"),
}
_BELOW = {
    "zh-hant": re.compile(r"[（(]\d{1,3}[)）]\s*(?P<words>.+)"),
    "en": re.compile(r"\([a-z]\)\s*(?P<words>.+)"),
}
_SECTION_LEVEL, _ITEM_LEVEL, _BELOW_LEVEL = 2, 4, 5


def draft_text(pack: Pack) -> str:
    """The draft as text: sections with their titles, sentences and what stands below them, numbered as the document."""
    return "\n".join(_lines(pack)) or "\n".join(pack.open)


def _lines(pack: Pack) -> Iterator[str]:
    for number, section in enumerate(pack.sections, start=1):
        yield _numbered(pack.language, number, _SECTION_LEVEL, section.title)
        for place, statement in enumerate(section.statements, start=1):
            yield _numbered(pack.language, place, _ITEM_LEVEL, statement.text)
            for below, one in enumerate(statement.below, start=1):
                yield _numbered(pack.language, below, _BELOW_LEVEL, one.text)


def _numbered(language: Language, number: int, level: int, words: str) -> str:
    if language == "en" and level == _SECTION_LEVEL:
        return f"{number}. {words}"
    gap = " " if language == "en" else ""
    return f"{label(language, (number,), level)}{gap}{words}"


def blocks_of(text: str, language: Language) -> tuple[Block, ...]:
    """The text as blocks, so that titles and items get the numbers of the document; other lines stay as they are."""
    blocks: list[Block] = []
    items: list[Item] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        item, below = _ITEM[language].fullmatch(line), _BELOW[language].fullmatch(line)
        if below and items:
            last = items.pop()
            items.append(Item(last.paragraphs, (*last.items, Item((_run(below["words"]),)))))
        elif item and not (language == "en" and _TITLE.fullmatch(line)):
            items.append(Item((_run(item["words"]),)))
        else:
            _put(blocks, items)
            title = _TITLE.fullmatch(line)
            blocks.append(Heading(_SECTION_LEVEL, title["words"]) if title else Paragraph(_run(line)))
    _put(blocks, items)
    return tuple(blocks)


def _run(words: str) -> Line:
    return (Run(words),)


def _put(blocks: list[Block], items: list[Item]) -> None:
    """The items so far as one list; none are left."""
    if items:
        blocks.append(Items(tuple(items)))
        items.clear()
