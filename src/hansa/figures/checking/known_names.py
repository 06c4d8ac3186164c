"""The names of parties and organizations that the register knows, and what in a text is nearly one of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hansa.atlas import countries, fold, lookup
from hansa.reading.patterns import regex
from hansa.register.enums import PartyKind
from hansa.register.models import Organization, OrganizationName, Party, PartyName

# Of how many characters names have to be, so that what is nearly one of them is no other word.
_SHORTEST = {PartyKind.CITY: 3, PartyKind.REGION: 3, PartyKind.COUNTRY: 3}
_SHORTEST_OTHER, _SHORTEST_ORGANIZATION, _SHORTEST_LATIN = 5, 7, 5
_WITHIN_LATIN = 7
# A last character that only tells the rank of a place makes another word with any other: 熊本熊.
_RANK = regex(r"[市縣州省府都道區郡港國]$")
_ALIKE = (set("城都"), set("聯連"), set("姊姐"), set("組機"), set("會盟"))
_HAN = regex(r"[\u3005\u3040-\u30ff\u3400-\u9fff]+")
_CAPITALS = regex(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’\-]+(?: (?:of |the |de |am )?[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’\-]+)*")


@dataclass(frozen=True)
class Named:
    """A name of the register: the record that goes by it, and what sort of body that is."""

    name: str
    ref: str
    kind: str


@dataclass(frozen=True)
class Near:
    """A place in a text that is nearly a name: one character or letter is another."""

    start: int
    end: int
    named: Named


class Names:
    """Names by their parts, so that a text is gone through once for all of them; three queries."""

    def __init__(self) -> None:
        self._names: dict[str, Named] = {}
        for one in (*_of_parties(), *_of_organizations(), *_of_countries()):
            self._names.setdefault(one.name, one)
        self._halves: dict[tuple[int, bool, str], list[Named]] = defaultdict(list)
        self._latin: dict[tuple[int, str], list[Named]] = defaultdict(list)
        for name, one in self._names.items():
            if _HAN.fullmatch(name):
                self._halves[len(name), True, name[: len(name) // 2]].append(one)
                self._halves[len(name), False, name[len(name) // 2 :]].append(one)
            elif name.isascii():
                self._latin[name.count(" "), name[-2:]].append(one)
                self._latin[name.count(" "), name[:2]].append(one)
        self._lengths = sorted({key[0] for key in self._halves}, reverse=True)

    def near(self, text: str) -> Iterator[Near]:
        """What is nearly a name in a text, the longest first; not where what differs is part of a name itself."""
        taken = bytearray(len(text))
        for length in self._lengths:
            for start in range(len(text) - length + 1):
                if text[start : start + length] in self._names:
                    taken[start : start + length] = b"\1" * length
        for run in _HAN.finditer(text):
            for near in self._near_in(text, *run.span()):
                other = next(at for at, letter in enumerate(near.named.name, near.start) if letter != text[at])
                if not taken[other]:
                    taken[near.start : near.end] = b"\1" * (near.end - near.start)
                    yield near
        yield from self._near_latin(text)

    def _near_in(self, text: str, first: int, last: int) -> Iterator[Near]:
        for length in self._lengths:
            for start in range(first, last - length + 1):
                words = text[start : start + length]
                for one in self._alike(words):
                    if _one_other(words, one.name) and not _is_rank_only(words, one.name):
                        yield Near(start, start + length, one)
                        break

    def _alike(self, words: str) -> list[Named]:
        """The names of the same length that begin, or end, with the same half."""
        size, half = len(words), len(words) // 2
        first, second = (
            self._halves.get((size, True, words[:half]), []),
            self._halves.get((size, False, words[half:]), []),
        )
        return [*first, *second] if first or second else []

    def _near_latin(self, text: str) -> Iterator[Near]:
        for match in _CAPITALS.finditer(text):
            for start, end in _runs(match[0]):
                words = match[0][start:end].removesuffix("'s").removesuffix("’s")
                if len(words) < _SHORTEST_LATIN or words in self._names or lookup(words):
                    continue
                spaces = words.count(" ")
                able = (*self._latin.get((spaces, words[-2:]), ()), *self._latin.get((spaces, words[:2]), ()))
                for one in able:
                    if _one_letter_off(words, one.name):
                        yield Near(match.start() + start, match.start() + start + len(words), one)
                        break


def _runs(words: str) -> Iterator[tuple[int, int]]:
    """The words of a run of capitals, and each of the stretches of them."""
    begins = [0, *(at + 1 for at, letter in enumerate(words) if letter == " ")]
    ends = [*(at for at, letter in enumerate(words) if letter == " "), len(words)]
    for start in begins:
        for end in ends:
            if start < end:
                yield start, end


def _one_other(one: str, other: str) -> bool:
    """Whether one character is another, and not the same in another form, or one that translators change freely."""
    different = [a + b for a, b in zip(one, other, strict=True) if a != b]
    return len(different) == 1 and fold(one) != fold(other) and not any(set(different[0]) <= same for same in _ALIKE)


def _is_rank_only(words: str, name: str) -> bool:
    """Whether only the last character differs, which tells the rank of a place."""
    return words[:-1] == name[:-1] and bool(_RANK.search(name))


def _one_letter_off(one: str, other: str) -> bool:
    """Whether one letter is another, left out or too many; not at the end, where an adjective begins: Korean."""
    first, second = one.casefold(), other.casefold()
    if len(first) == len(second):
        return _one_other(first, second)
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    if len(longer) - len(shorter) != 1 or len(shorter) < _WITHIN_LATIN or longer.startswith(shorter):
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer) - 1))


def _of_parties() -> Iterator[Named]:
    parties = Party.objects.filter(merged_into=None).in_bulk()
    for name, number in PartyName.objects.filter(party__merged_into=None).values_list("name", "party"):
        party = parties[number]
        least = _SHORTEST.get(PartyKind(party.kind), _SHORTEST_OTHER)
        known = party.atlas_key or least == _SHORTEST_OTHER
        if known and len(name) >= (_SHORTEST_LATIN if name.isascii() else least):
            yield Named(name, party.ref, party.kind)


def _of_organizations() -> Iterator[Named]:
    names = OrganizationName.objects.filter(organization__merged_into=None)
    for name, number in names.values_list("name", "organization"):
        if len(name) >= _SHORTEST_ORGANIZATION:
            yield Named(name, f"{Organization.kind_of_record}-{number}", "organization")


def _of_countries() -> Iterator[Named]:
    for country in countries().values():
        if len(country.name_zh) >= _SHORTEST[PartyKind.COUNTRY]:
            yield Named(country.name_zh, "", PartyKind.COUNTRY)
