"""Finds names of bodies and places in a draft that are one character or letter off a name that the register knows."""

from collections.abc import Iterator
from functools import partial

from hansa.atlas import lookup
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding
from hansa.figures.checking.held import Held
from hansa.figures.checking.known_names import Near
from hansa.figures.checking.readings import Read
from hansa.figures.words import Words
from hansa.reading.patterns import regex

_LONG = 4
_PLACES = ("city", "region", "country")
_SCHOOLS = ("school", "university")
_SHORT_SCHOOL = 8
# What stands around a name of three characters, where it is one at all.
_BEFORE = regex(r"(?:[國、，與和及暨在赴訪向由對]|姊妹市|友好城市|^|[蘭本國洲亞斯利])$")
_AFTER = regex(r"(?:[、，與和及暨駐前]|市長|市府|政府|總理|總統|知事|[為是]|[訪來]|商務|大使|代表|$)")


def names_are_known(draft: Draft, held: Held) -> Iterator[Finding]:
    """Names that nobody bears, nearly those of a party, an organization or a country: 聖安明尼市, Katowiie."""
    for read in draft.readings:
        text = read.sentence.text
        for near in held.names.near(text):
            words = text[near.start : near.end]
            if _is_slip(near, words, read) and not lookup(words) and not held.people.is_named(words):
                yield _finding(read, near, words)


def _is_slip(near: Near, words: str, read: Read) -> bool:
    """Whether the words can be nothing but the name miswritten."""
    kind, text = near.named.kind, read.sentence.text
    if words.isascii() or not words[0] >= "\u2e80":
        return True
    if kind in _SCHOOLS and len(words) < _SHORT_SCHOOL:
        # 陽光國中 is another school than 陽明國中.
        return False
    if len(words) >= _LONG:
        return True
    named = any(party.start <= near.start and near.end <= party.end for party in read.sentence.parties)
    return named or bool(_BEFORE.search(text, 0, near.start) and _AFTER.match(text, near.end))


def _finding(read: Read, near: Near, words: str) -> Finding:
    right = near.named.name
    make = partial(Finding, *read.place(near.start, near.end), words, read.sentence.text, "differs", "name", words)
    refs = (near.named.ref,) if near.named.ref else ()
    reason = Words(
        f"「{words}」查無此名，應為「{right}」。", f"Nobody is called “{words}”; the register knows “{right}”."
    )
    return make(right, records=refs, reason=reason, checker="names_are_known")
