"""The parties and organizations of the register that a text names, and the places that it names besides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hansa.atlas.countries import countries
from hansa.atlas.folding import fold, scan
from hansa.reading.values.names import PartyKind, find_parties, stem
from hansa.register.models import OrganizationName, Party, PartyName
from hansa.reports.answers.matter import Mentioned

_LEAST = 2
_LATIN_LEAST = 3
# So much of a text is looked through for places that the register does not hold.
_LONGEST = 2000
_PLACES = (PartyKind.CITY,)
_GAP = re.compile(r"\s+")


@dataclass(frozen=True)
class _Seen:
    start: int
    end: int
    ref: str
    words: str


@dataclass
class Names:
    """The names that the register holds, read once for all texts that are looked through."""

    home: Party
    keys: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Four queries."""
        own = {fold(name) for name in PartyName.objects.filter(party=self.home).values_list("name", flat=True)}
        own |= {fold(self.home.name_zh), fold(self.home.name_en), stem(self.home.name_zh), stem(self.home.name_en)}
        for ref, name in _held():
            for key in (fold(name), stem(name)):
                long_enough = len(key) >= (_LATIN_LEAST if key.isascii() else _LEAST)
                if long_enough and key not in own:
                    self.keys.setdefault(key, ref)

    def named_in(self, text: str) -> tuple[Mentioned, ...]:
        """Those whom the text names, in its order; where two names overlap, the longer one."""
        found = sorted(self._seen(scan(text)), key=lambda seen: (seen.start - seen.end, seen.start))
        taken = bytearray(len(text))
        kept: dict[str, _Seen] = {}
        for seen in found:
            if taken.find(1, seen.start, seen.end) < 0:
                taken[seen.start : seen.end] = b"\1" * (seen.end - seen.start)
                if seen.ref not in kept or kept[seen.ref].start > seen.start:
                    kept[seen.ref] = seen
        ordered = sorted(kept.values(), key=lambda seen: seen.start)
        return tuple(Mentioned(seen.ref, text[seen.start : seen.end]) for seen in ordered)

    def _seen(self, folded: str) -> Iterator[_Seen]:
        for key, ref in self.keys.items():
            start = folded.find(key)
            while start >= 0:
                end = start + len(key)
                if not key.isascii() or _is_word(folded, start, end):
                    yield _Seen(start, end, ref, key)
                start = folded.find(key, end)

    def unknown_in(self, text: str, named: Sequence[Mentioned]) -> tuple[str, ...]:
        """The cities that the text names and the register holds nothing of, in its order, each once."""
        known = [fold(one.words) for one in named]
        found: dict[str, None] = {}
        for party in find_parties(text[:_LONGEST], self.home.name_zh or self.home.name_en):
            key = stem(party.name)
            if party.own or party.kind not in _PLACES or not party.known:
                continue
            if key not in self.keys and not any(key in one or one in key for one in known):
                found.setdefault(party.name)
        return tuple(found)


def _held() -> Iterator[tuple[str, str]]:
    """The ref and each name of every party and organization; a party comes before an organization of its name."""
    for number, *own in Party.objects.filter(merged_into=None).order_by("pk").values_list("pk", "name_zh", "name_en"):
        yield from ((f"party-{number}", name) for name in own if name)
    parties = PartyName.objects.filter(party__merged_into=None).order_by("party_id").values_list("party_id", "name")
    yield from ((f"party-{number}", name) for number, name in parties)
    bodies = OrganizationName.objects.filter(organization__merged_into=None).order_by("organization_id")
    yield from ((f"organization-{number}", name) for number, name in bodies.values_list("organization_id", "name"))


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether Latin letters stand apart: Busan in 與Busan市, but not Nice in nicely."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())


def countries_in(text: str, home: Party) -> tuple[str, ...]:
    """The codes of the countries abroad that a text names by a name of two characters or more, each once."""
    folded = scan(text)
    found: dict[str, int] = {}
    for code, country in countries().items():
        for name in (country.name_zh, country.name_en, *country.names):
            key = _GAP.sub(" ", scan(name))
            if len(key) < (_LATIN_LEAST + 1 if key.isascii() else _LEAST) or code == home.country:
                continue
            at = folded.find(key)
            if at >= 0 and (not key.isascii() or _is_word(folded, at, at + len(key))):
                found[code] = min(at, found.get(code, at))
    return tuple(sorted(found, key=lambda code: found[code]))
