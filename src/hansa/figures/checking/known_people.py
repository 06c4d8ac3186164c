"""What the register and the kept documents say of people: their names in both scripts, their posts, and when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from hansa.atlas import NameFinder, country_code, fold
from hansa.facts import span
from hansa.figures.checking.kept import Kept
from hansa.figures.checking.posts import same_post
from hansa.reading.patterns import regex
from hansa.reading.values.names import find_parties
from hansa.reading.values.names.surnames import COMPOUND_SURNAMES, SURNAMES
from hansa.reading.values.people import Person, find_people
from hansa.reading.values.people.posts import POST
from hansa.register.models import Participant, Signatory

_NEAR = 70
_STOP = regex(r"[。；！？\n]|\.\s(?=[A-Z])")
_MANY = 30
_SHORTEST = 3
_BRACKET = regex(r"\s?[（(][^（()）]{2,40}[)）]\s?")
_LONGEST_POST = 8
_HAN = regex(r"[\u3040-\u30ff\u3400-\u9fff]")
# A surname with one or two characters, which is told from a word before a post: 高則叡處長, but not 率團市長.
_FULL_NAME = regex(f"(?:[{''.join(sorted(SURNAMES))}]|{'|'.join(sorted(COMPOUND_SURNAMES))})[\u3400-\u9fff]{{2}}")
_DOTS = regex(r"[·．‧・•]")
_LIKE, _LIKE_LATIN = 0.7, 0.84


@dataclass(frozen=True)
class Mention:
    """Somebody in a post, as a record or a document has it; `first` and `last` are the years that it is of."""

    name: str
    latin: str
    post: str
    of: str
    years: tuple[int, int] | None
    refs: tuple[str, ...]


class People:
    """The people whom the register and its documents name; each is looked for when a draft names them."""

    def __init__(self, kept: Sequence[Kept]) -> None:
        self._kept = kept
        self._asked: dict[str, list[Mention]] = {}
        self._places: dict[str, list[tuple[Kept, int]]] = {}

    def look_for(self, names: Iterable[str]) -> None:
        """Find where the documents have any of these names, all in one pass, before they are asked for."""
        wanted = sorted({name for name in names if name and name not in self._places})
        self._places |= {name: [] for name in wanted}
        finder = NameFinder(wanted) if wanted else None
        for kept in self._kept if finder else ():
            for number, start, _ in finder.every(kept.flat) if finder else ():
                self._places[wanted[number]].append((kept, start))

    def _at(self, name: str) -> list[tuple[Kept, int]]:
        if name not in self._places:
            self.look_for([name])
        return self._places[name]

    @cached_property
    def held(self) -> dict[str, list[Mention]]:
        """Those who signed or took part, by folded name; two queries."""
        found: dict[str, list[Mention]] = defaultdict(list)
        signed = Signatory.objects.filter(agreement__merged_into=None).select_related("person", "agreement")
        came = Participant.objects.filter(exchange__merged_into=None).select_related("person", "exchange")
        rows = [(row, row.agreement.ref, row.agreement.signed) for row in signed]
        rows += [(row, row.exchange.ref, row.exchange.date) for row in came]  # type: ignore[misc]
        for row, ref, date in rows:
            person = row.person
            mention = Mention(str(person), person.name_en, row.post, row.of, _years(date), (ref,))
            # 克魯帕 is 馬欽·克魯帕.
            for name in {person.name_zh, person.name_en, *_DOTS.split(person.name_zh)[1:]} - {""}:
                found[fold(name)].append(mention)
        return found

    def named(self, name: str) -> list[Mention]:
        """All that is said of somebody by this name."""
        key = fold(name)
        if key not in self._asked:
            # 美國市長協會 names nobody called 美國.
            self._asked[key] = [] if country_code(name) else [*self.held.get(key, ()), *self._told(name)]
        return self._asked[key]

    def _told(self, name: str) -> Iterator[Mention]:
        """What the documents say where they name somebody."""
        for kept, at in self._at(name)[:_MANY]:
            end = at + len(name)
            found = [one for one in people_around(kept.flat, at, end) if name in (one.name, one.latin)]
            beside = "" if found else _post_beside(kept.flat, at, end)
            if beside and _FULL_NAME.fullmatch(name):
                found = [Person(at, end, name, beside)]
            yield from (_mention(one, kept) for one in found)

    def is_named(self, name: str) -> bool:
        """Whether the register or any document has the name, whatever it says there."""
        return fold(name) in self.held or bool(self._at(name))

    def are_written(self, name: str, post: str) -> bool:
        """Whether a document has the post right beside the name, as where somebody has two: 駐日代表謝長廷大使."""
        return any(
            kept.flat.startswith(post, at + len(name)) or kept.flat.endswith(post, 0, at) for kept, at in self._at(name)
        )

    def like(self, name: str, post: str, of: str) -> list[Mention]:
        """Those in the same post whose name is nearly the same: one character another, one letter or two.

        Of two characters one is little: such names have to be of the same body as well.
        """
        if not post:
            return []
        last = last_part(name)
        if last != name and (known := self.held.get(fold(last))):
            # 維．尼倫伯格 is nobody, but 朗．尼倫伯格 is.
            return [one for one in known if one.post and same_post(one.post, post)]
        if len(name) < _SHORTEST:
            every = (one for some in self.held.values() for one in some)
            return [
                one
                for one in every
                if one.of and fold(one.of) == fold(of) and _alike(one.name, name) and same_post(one.post, post)
            ]
        spelled = self._spelled_like_latin(name) if name.isascii() or not _is_han(name) else self._spelled_like(name)
        found = [mention for spelling in spelled for mention in self.named(spelling)]
        return [mention for mention in found if mention.post and same_post(mention.post, post)]

    def _spelled_like(self, name: str) -> set[str]:
        found = {words for kept in self._kept for words in _one_other_in(kept.flat, name)}
        return found | {one[0].name for one in self.held.values() if _alike(one[0].name, name)}

    def _spelled_like_latin(self, name: str) -> set[str]:
        key = fold(name)
        every = {spelling for kept in self._kept for spelling in kept.latin_names}
        every |= {one.latin or one.name for some in self.held.values() for one in some}
        near = {spelling for spelling in every if spelling and abs(len(spelling) - len(name)) <= _SHORTEST}
        return {spelling for spelling in near if key != fold(spelling) and _ratio(key, fold(spelling)) >= _LIKE_LATIN}


def last_part(name: str) -> str:
    """The last of the names of somebody whose names are parted by dots: 克魯帕 of 馬欽·克魯帕; else the whole name."""
    return _DOTS.split(name)[-1]


def _one_other_in(text: str, name: str) -> Iterator[str]:
    """What a text has that is the name but for one character."""
    size = len(name)
    for gap in range(size):
        # The longer of the two parts that are the same leads there.
        before, behind = name[:gap], name[gap + 1 :]
        part, off = (before, 0) if len(before) >= len(behind) else (behind, gap + 1)
        at = text.find(part)
        while at >= 0:
            words = text[at - off : at - off + size] if at >= off else ""
            if words != name and words[:gap] == before and words[gap + 1 :] == behind and _HAN.fullmatch(words[gap]):
                yield words
            at = text.find(part, at + 1)


def people_around(text: str, start: int, end: int) -> list[Person]:
    """The people named in the sentence in which these characters stand, as far as it is near."""
    low, high = max(0, start - _NEAR), min(len(text), end + _NEAR)
    stops = [match.end() for match in _STOP.finditer(text, low, start)]
    low = stops[-1] if stops else low
    stop = _STOP.search(text, end, high)
    window = text[low : stop.start() if stop else high]
    return find_people(window, find_parties(window))


def _post_beside(text: str, start: int, end: int) -> str:
    """The post right behind a name, a bracket between them left out, or right before it; empty where none is."""
    bracket = _BRACKET.match(text, end)
    behind = POST.match(text, bracket.end() if bracket else end)
    before = [match for match in POST.finditer(text, max(0, start - _LONGEST_POST), start) if match.end() == start]
    return behind[0] if behind else before[-1][0] if before else ""


def _mention(person: Person, kept: Kept) -> Mention:
    years = (kept.year, kept.year) if kept.year else None
    return Mention(person.name, person.latin, person.post, person.of, years, (kept.ref,))


def _years(date: str) -> tuple[int, int] | None:
    if not date:
        return None
    days = span(date)
    first, last = days.first or days.last, days.last or days.first
    return (first.year, last.year) if first and last else None


def _is_han(name: str) -> bool:
    return "\u3400" <= name[0] <= "\u9fff"


def _alike(one: str, other: str) -> bool:
    first, second = fold(one), fold(other)
    if min(len(first), len(second)) <= _SHORTEST:
        return len(first) == len(second) and sum(a != b for a, b in zip(first, second, strict=True)) == 1
    return first != second and _ratio(first, second) >= _LIKE


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
