"""Finds the names of places, countries and city organizations in running text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from hansa.atlas import gazetteer
from hansa.atlas.directory import organizations
from hansa.atlas.finder import NameFinder
from hansa.atlas.folding import scan
from hansa.atlas.lookup import lookup
from hansa.atlas.tables import read_table

MentionKind = Literal["place", "country", "organization"]

_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "of the de da do dos das du di del della la le les el al am an der den upon on sur and et i y in und es nad pod"
        " ob bei im",
    )
)
# 市 and its like belong to the name in front, unless the character after makes another word of it (市場, 州際, 越南語).
_OTHER_WORD = re.compile(r"市[场集况价值占面]|[县州省]际|.语")
_ENDING = re.compile(rf"(?!{_OTHER_WORD.pattern})(?:特别自治[市道]|广域市|特别市|直辖市|[市县州省郡邦])")
_CITY_AFTER = re.compile(r" (?:metropolitan |special )?city\b(?! (?:council|hall))")
_CITY_OF = re.compile(r"\b(?:city|town|port|municipality|mayor|metropolis) of (?:the )?$")
# A short name with two capitals or digits at least (C40, WeGO) is written just so, or it is another word.
_ACRONYM = re.compile(r"(?=(?:.*[A-Z0-9]){2})[\w.-]{2,12}(?: \d{2})?")
# A Chinese character that a name cannot follow: none of the particles and verbs that stand in front of names.
_WORD_GOES_ON = re.compile(r"(?![与和及暨跟同于在到至访赴从由向对往是为的])[\u3400-\u9fff]")
_QUOTES = "「『《"
_GAP = re.compile(r"[ \-\n]+")
_TITLE = re.compile(r"\b(?:mr|mrs|ms|miss|dr|prof|sir|professor)\.? $")
_LIST = re.compile(r"(?:、|,|，|和|与|及|以及|至|到|·|-| and |, and |, | & )$")
_BEHIND = re.compile(r"(?: ?[,(（] ?)")


class Mention(Struct, frozen=True):
    """A name found in a text: `text` is the text's own words from character `start` up to `end`.

    `kind` is 'place' (city or region), 'country' or 'organization'. `key` is the key of the likeliest place or
    country (`hansa.atlas.place(key)`) or of the organization, '' where several bear the name with equal right,
    or the words with their ending are no place that the atlas knows. `countries` are the codes of the countries that
    have such a place, the likeliest first.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    countries: tuple[str, ...]
    key: str


class _Reference(NamedTuple):
    key: str
    country: str
    kind: str


class _Name(NamedTuple):
    """A name that is looked for: its folded form, what it may mean, the likeliest first, and when it counts.

    `guards` are the characters that must not stand in front of and behind it; '' says nothing.
    """

    folded: str
    references: tuple[_Reference, ...]
    needs_witness: bool
    in_capitals: bool
    is_tie: bool
    guards: Sequence[tuple[str, str]]

    @property
    def kind(self) -> str:
        return self.references[0].kind


class _Hit(NamedTuple):
    start: int
    end: int
    name: _Name


class _Names:
    """The names that are looked for, each made ready when it is first found."""

    def __init__(self) -> None:
        # As three long texts the columns are read several times as fast as row by row.
        columns = ", ".join(f"group_concat({column}, char(10))" for column in ("text", "flags", "refs"))
        row = gazetteer.connection().execute(f"SELECT {columns} FROM pattern").fetchone()  # noqa: S608 - constants
        self._columns = [
            (column or "").split("\n") + list(added)
            for column, added in zip(row, zip(*_organization_rows(), strict=True), strict=True)
        ]
        self._ready: dict[int, _Name] = {}
        self.finder = NameFinder(self._columns[0])

    def __getitem__(self, number: int) -> _Name:
        if number not in self._ready:
            folded, flags, references = (column[number] for column in self._columns)
            meant = tuple(_Reference(*part.rsplit(" ", 2)) for part in references.split(","))
            guards = _guards().get(folded, ())
            self._ready[number] = _Name(folded, meant, "w" in flags, "e" in flags, "a" in flags, guards)
        return self._ready[number]


@cache
def _names() -> _Names:
    return _Names()


def _organization_rows() -> list[tuple[str, str, str]]:
    weak = {row["name"] for row in read_table("weak")}
    rows = []
    for organization in organizations().values():
        for name in organization.all_names:
            flags = "w" if name in weak else "e" if _ACRONYM.fullmatch(name) else ""
            rows.append((scan(name), flags, f"{organization.key}  organization"))
    return rows


@cache
def _guards() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("guards"):
        found.setdefault(scan(row["name"]), []).append((scan(row["before"]), scan(row["after"])))
    return found


def find_places(text: str) -> list[Mention]:
    """The names of places, countries and city organizations in a text, in order, never overlapping.

    The longest name at a place counts, with its 市, 縣, 州 … where that belongs to it. A name that is mostly another
    word counts only beside a witness (`data/weak.tsv`), and not where two words meet by chance (`data/guards.tsv`).
    """
    plain = scan(text)
    names = _names()
    hits = [_Hit(start, end, names[number]) for number, start, end in names.finder.every(plain)]
    return list(_Scanner(text, plain, hits).mentions()) if hits else []


class _Scanner:
    """One text being looked through."""

    def __init__(self, text: str, plain: str, hits: Iterable[_Hit]) -> None:
        self.text = text
        self.plain = plain
        self.hits = [hit for hit in hits if self._is_name(hit)]

    @cached_property
    def wide(self) -> dict[int, _Hit]:
        """The countries and regions named, by where they begin."""
        return {hit.start: hit for hit in reversed(self.hits) if hit.name.kind in ("country", "region")}

    def mentions(self) -> Iterator[Mention]:
        last: Mention | None = None
        reached = 0
        for hit in self.hits:
            if hit.start < reached or (self._is_weak(hit) and not self._has_witness(hit, last)):
                continue
            last = self._mention(hit, last)
            reached = last.end
            yield last

    def _is_name(self, hit: _Hit) -> bool:
        first = self.text[hit.start]
        if not first.isascii() and not self._is_latin(hit.start):
            return not self._is_guarded(hit)
        words = self.text[hit.start : hit.end]
        if hit.name.in_capitals:
            return first.isupper() and sum(char.isupper() or char.isdigit() for char in words) >= 2
        if not first.isupper() or not _are_capitalised(words):
            return False
        return not (
            self.plain[hit.start - 1 : hit.start] == " "
            and _TITLE.search(self.plain, max(0, hit.start - 12), hit.start)
        )

    def _is_latin(self, index: int) -> bool:
        if not 0 <= index < len(self.plain):
            return False
        char = self.plain[index]
        return char < "\u2e80" and char.isalnum()

    def _is_guarded(self, hit: _Hit) -> bool:
        if _OTHER_WORD.match(self.plain, hit.end - 1):
            return True
        if not hit.name.guards:
            return False
        before, after = self.plain[hit.start - 1 : hit.start] if hit.start else "", self.plain[hit.end : hit.end + 1]
        return any(
            (not front or (before != "" and before in front)) and (not behind or (after != "" and after in behind))
            for front, behind in hit.name.guards
        )

    def _is_weak(self, hit: _Hit) -> bool:
        return hit.name.needs_witness or self._is_city_word(hit)

    def _is_city_word(self, hit: _Hit) -> bool:
        """健康城市 is no city called 康城: 城 with 市 is first of all the word 城市, unless a name can start there."""
        if self.plain.find("城市", max(0, hit.end - 2), hit.end + 1) < 0:
            return False
        return hit.start > 0 and _WORD_GOES_ON.match(self.plain, hit.start - 1) is not None

    def _has_witness(self, hit: _Hit, last: Mention | None) -> bool:
        """Whether something beside the name says that it is a place."""
        if hit.name.kind == "organization":
            bracket = self.plain[hit.end : hit.end + 2].lstrip().startswith("(")
            return bracket or (hit.start > 0 and self.plain[hit.start - 1] in _QUOTES)
        if last and last.kind != "organization" and self._follows(hit, last):
            return True
        if self._is_latin(hit.start):
            return bool(
                _CITY_OF.search(self.plain, max(0, hit.start - 25), hit.start)
                or _CITY_AFTER.match(self.plain, hit.end)
                or self._behind(hit)
            )
        return not self._is_city_word(hit) and _ENDING.match(self.plain, hit.end) is not None

    def _follows(self, hit: _Hit, last: Mention) -> bool:
        """Whether the name stands behind a place or country of its own, directly or in a list."""
        if not set(last.countries) & {reference.country for reference in hit.name.references}:
            return False
        between = self.plain[last.end : hit.start]
        if not between:
            return last.kind == "country" or lookup(last.text + self.text[hit.start : hit.end]) is not None
        return len(between) < 7 and last.kind == "place" and _LIST.fullmatch(between) is not None

    def _behind(self, hit: _Hit) -> _Hit | None:
        """The country or region named behind a comma or in brackets: `Gdynia, Poland`."""
        match = _BEHIND.match(self.plain, hit.end)
        return self.wide.get(match.end()) if match else None

    def _mention(self, hit: _Hit, last: Mention | None) -> Mention:
        references = hit.name.references
        first = references[0]
        if first.kind == "organization":
            return Mention(hit.start, hit.end, self.text[hit.start : hit.end], "organization", (), first.key)
        kind: MentionKind = "country" if first.kind == "country" else "place"
        narrowed = self._narrow(hit, references, last)
        mention = Mention(
            hit.start, hit.end, self.text[hit.start : hit.end], kind,
            tuple(dict.fromkeys(reference.country for reference in narrowed)),
            "" if len(narrowed) > 1 and hit.name.is_tie else narrowed[0].key,
        )  # fmt: skip
        return mention if kind == "country" else self._with_ending(mention, narrowed[0].kind)

    def _narrow(self, hit: _Hit, references: Sequence[_Reference], last: Mention | None) -> Sequence[_Reference]:
        """The references in the country, or the one in the region, that the text names right beside the name."""
        if behind := self._behind(hit):
            found = lookup(f"{hit.name.folded}, {self.plain[behind.start : behind.end]}")
            if found and references[0].kind != "country":
                return [_Reference(found.key, found.country, found.kind)]
        if last and last.kind == "place" and last.end == hit.start and len(references) > 1:
            found = lookup(last.text + self.text[hit.start : hit.end])
            return [_Reference(found.key, found.country, found.kind)] if found else references
        if last and last.kind == "country" and last.end == hit.start:
            return [reference for reference in references if reference.country in last.countries] or references
        return references

    def _with_ending(self, mention: Mention, kind: str) -> Mention:
        """With the ending that belongs to the name; a city with 縣, 州 … is another place, so its key goes."""
        pattern = _CITY_AFTER if self._is_latin(mention.start) else _ENDING
        match = pattern.match(self.plain, mention.end)
        if not match or self._has_ending(mention):
            return mention
        if pattern is _ENDING and kind == "region" and "市" in match[0]:
            return mention
        longer = replace(mention, end=match.end(), text=self.text[mention.start : match.end()])
        is_same = pattern is _CITY_AFTER or kind == "region" or "市" in match[0]
        return longer if is_same else replace(longer, key="")

    def _has_ending(self, mention: Mention) -> bool:
        return self.plain[mention.end - 1] in "市县区乡镇府都道省州郡邦" or self.plain.endswith(" city", 0, mention.end)


def _are_capitalised(words: str) -> bool:
    """Whether each word of a name after its first begins with a capital, small ones such as `of` aside."""
    rest = _GAP.split(words)[1:]
    return all(not word[:1].isalpha() or word[0].isupper() or word.lower() in _SMALL_WORDS for word in rest)
