"""People in English text: Mayor Ron Nirenberg of San Antonio; Mxolisi Kaunda, mayor of; a delegation led by X."""

import re
from collections.abc import Iterator

from hansa.reading.values.people.person import Person
from hansa.reading.values.people.posts import POST_EN, POST_EN_ANY

_UP = "A-ZÀ-ÖØ-ÞŁŚŻŽČŠĐ"
_WORD = rf"[{_UP}][\w'’\-]*[\w]"
_INNER = rf"(?:\s+(?:[{_UP}]\.|de|da|das|dos|del|van|von|der|den|la|bin|al|el|{_WORD}))"
NAME = rf"{_WORD}{_INNER}{{0,4}}"
_FULL = rf"{_WORD}{_INNER}{{1,4}}"
_TITLED = re.compile(rf"(?:{POST_EN.pattern})(?:\s+of\s+(?P<of>{NAME}))?,?\s+(?P<name>{NAME})")
_APPOSED = re.compile(
    rf"(?P<name>{_FULL}),\s+(?:the\s+)?(?P<post>(?:(?:Acting|Executive|Deputy|Vice|Former|former"
    rf"|then)[- ])?{POST_EN_ANY.pattern})"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?P<of>{NAME}))?"
)
_POST_COMMA = re.compile(
    rf"\b[Tt]he\s+(?:then\s+)?(?P<post>mayor|governor|deputy mayor|president"
    rf"|vice-mayor)(?:\s+of\s+(?:the\s+day|(?P<of>{NAME})))?,\s+(?P<name>{_FULL})"
)
_LED = re.compile(rf"\b(?:led|headed|chaired)\s+by\s+(?P<name>{_FULL})")
_SIGNED = re.compile(rf"(?P<name>{_FULL})(?=\s+(?:signed|co-signed)\b)")
_AND_BEFORE = re.compile(rf"(?P<name>{_FULL})(?=\s+and\s+{_FULL}\s+(?:signed|co-signed)\b)")
_FOR = re.compile(rf"(?P<name>{_FULL})(?=\s+for\s+the\s+[a-z ]*(?:city|capital|town|prefecture|state|province|port)\b)")
_OF_AFTER = re.compile(rf"\s+of\s+(?:the\s+)?(?P<of>{NAME})")
_NO_NAME = re.compile(
    r"^(?:The|This|That|City|Council|In|On|At|Chamber|Office|Board|University|Government|General|Mayor"
    r"|Monday|January|February|March"
    r"|April|May|June|July|August|September|October|November|December|Sister|Affairs|Agreement"
    r"|Memorandum|Today|Both|His|Her|It|He|She)\b"
    r"|\b(?:City|Council|Government|Agreement|University|Prefecture|County|Province|Assembly|Summit"
    r"|Conference|Commerce|Cities|Network|Committee|Administration|Railways?|Authority|Corporation"
    r"|Company|Association|Partnership|Institute|School|Port|Department|Ministry|Office|Chamber"
    r"|Foundation|Club|Union|Bank)$"
)
_GIVEN_TITLES = re.compile(r"^(?:Mr|Ms|Mrs|Dr|Prof|Sir|Dame|Hon)\.?\s+")


def find_english(text: str) -> Iterator[Person]:
    """The people that stand beside a post, lead a delegation or sign, in the order of the text."""
    found: dict[int, Person] = {}
    for match in _TITLED.finditer(text):
        post = POST_EN.match(text, match.start())
        name = match["name"]
        if post and not _NO_NAME.search(name):
            of = match["of"] or _of_after(text, match.end())
            found[match.start("name")] = Person(match.start(), match.end(), name, post[0], of, "", " " not in name)
    for match in (*_APPOSED.finditer(text), *_POST_COMMA.finditer(text)):
        if not _NO_NAME.search(match["name"]):
            person = Person(match.start("name"), match.end("name"), match["name"], match["post"], match["of"] or "")
            found.setdefault(match.start("name"), person)
    for pattern in (_LED, _SIGNED, _AND_BEFORE, _FOR):
        for match in pattern.finditer(text):
            if not _NO_NAME.search(match["name"]) and not POST_EN.match(match["name"]):
                found.setdefault(match.start("name"), Person(match.start("name"), match.end("name"), match["name"]))
    yield from (found[at] for at in sorted(found))


def _of_after(text: str, at: int) -> str:
    match = _OF_AFTER.match(text, at)
    return match["of"] if match else ""
