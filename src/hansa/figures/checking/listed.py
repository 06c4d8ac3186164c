"""Counts of what is named beside them: 日本、波蘭、美國等3國; 13個城市，計有…; `11 cities in this network: Bangkok, …`.

及, 和 and `and` may stand within a name, so that a list holds from so many to so many names; a count within is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from hansa.atlas import find_places
from hansa.figures.checking.arithmetic import finding
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding
from hansa.figures.checking.held import Held
from hansa.figures.checking.numbers import Number
from hansa.figures.checking.writing import written_like
from hansa.figures.words import Words
from hansa.reading.patterns import regex

_MANY = 60
_FEWEST = 3
_COUNTRIES = frozenset(("國", "國家"))
_NOT_NAMED = frozenset(("", "%", "元", "人次", "度", "歲", "小時", "公里", "公頃", "公斤", "公噸", "倍", "個百分點"))
_NATION = regex(r"\s?個?(?:友邦|邦交國|國家|國)")
_ETC = regex(r"等\s?$")
_SO_MANY = regex(r"[，,]\s?(?:總共|共計|合計|共)有?\s?$")
_OPENS = regex(r"包括|包含|涵蓋|計有|分別為|分別是|[：:為有]")
_CLAUSE = regex(r"[。；：:！？（()）]|[，,](?!\s?(?:以及|及|和|與|暨))")
_BEHIND = r"[，,]?\s?(?:(?P<all>計有|分別為|分別是)|(?P<listed>包括|包含|[：:]))(?P<names>[^。；：:\d]+)"
_NAMED_BEHIND = regex(rf"[^。；、\d]{{0,12}}?{_BEHIND}")
# Countries are often counted before the cities in them: 5國13個城市，計有…
_NATIONS_BEHIND = regex(rf"[^。；、]{{0,16}}?{_BEHIND}")
_END = regex(r"[，,](?!\s?(?:以及|及|和|與|暨))|等")
_NAMED_IN_ENGLISH = regex(r"(?:\s[\w'’-]+){1,8}?\s?:\s(?P<names>[A-Z][^:;\d]*?)(?:\.|$)")
_SURE = regex(r"、|[，,]?\s?以及|,(?: and)?\s")
_UNSURE = regex(r"[及和與暨]| and ")
_BRACKET = regex(r"[（(][^（）()]*[)）]")


@dataclass(frozen=True)
class _Names:
    """A list of names: how many it holds at least and at most, and whether it names all that there are.

    Where one 及 stands before the last, as it should, it holds as many as at most.
    """

    fewest: int
    most: int
    all: bool

    def says(self, count: int) -> int | None:
        """How many the list says that there are, where that is another number; 0 where it says nothing."""
        if self.fewest <= count <= self.most:
            return None
        if count < self.fewest:
            return self.most
        return self.most if self.all and count <= 2 * self.most else 0


def names_are_counted(draft: Draft, _held: Held) -> Iterator[Finding]:
    """Each small count beside a list of names, against the names."""
    for _, group in groupby(draft.numbers, key=lambda number: number.read):
        numbers = [one for one in group if not one.ordinal and not one.approximate and 1 < one.value <= _MANY]
        for number in numbers:
            names = _names(number)
            if names and (found := _told(number, names)):
                yield found


def _told(number: Number, names: _Names) -> Finding | None:
    said = names.says(int(number.value))
    if said is None:
        words = Words("與所列名稱數目相符", "As many are named")
        return finding(number, "sum", "", words, names_are_counted.__name__)
    if not said:
        return None
    words = Words(f"所列名稱計 {said}", f"{said} are named")
    return finding(number, "sum", written_like(number, type(number.value)(said)), words, names_are_counted.__name__)


def _names(number: Number) -> _Names | None:
    """The list that the count is of; None where there is none, or it is not clear that it is of this count."""
    text = number.text
    if not number.read.sentence.chinese:
        behind = _NAMED_IN_ENGLISH.match(text, number.end)
        return _counted(behind["names"], whole=True) if behind and not number.unit else None
    if number.unit in _NOT_NAMED or number.read.block.cells:
        return None
    nations = number.unit in _COUNTRIES or _NATION.match(text, number.digits[1])
    before = text[: number.start].rstrip()
    if _ETC.search(before) or _SO_MANY.search(before) or (nations and "、" in before[-60:]):
        return _before(before, nations=bool(nations))
    behind = (_NATIONS_BEHIND if nations else _NAMED_BEHIND).match(text, number.end)
    if not behind:
        return None
    end = _END.search(behind["names"])
    names = behind["names"][: end.start() if end else None]
    whole = bool(behind["all"]) or not (end and end[0] == "等")
    return _nations(names, whole=whole) if nations else _counted(names, whole=whole)


def _before(before: str, *, nations: bool) -> _Names | None:
    """The list in front of a count: 等 behind it closes it, 共 after a comma needs a word that opens it."""
    so_many = _SO_MANY.search(before)
    names = before[: so_many.start()] if so_many else _ETC.sub("", before)
    start = max((match.end() for match in _CLAUSE.finditer(names)), default=0)
    opened = max((match.end() for match in _OPENS.finditer(names, start)), default=0)
    if so_many and not opened:
        return None
    names = names[max(start, opened if so_many else 0) :]
    return _nations(names, whole=True) if nations else _counted(names, whole=bool(so_many))


def _counted(names: str, *, whole: bool) -> _Names | None:
    """How many names a list holds; names of places are not parted."""
    names = _BRACKET.sub("", names)
    for place in reversed(find_places(names)):
        names = names[: place.start] + "○" + names[place.end :]
    *parts, last = _SURE.split(names)
    if any(_UNSURE.search(part) for part in parts):
        # Lists within a list, A、B及C與D、E, can be parted in several ways.
        return None
    unsure = len(_UNSURE.findall(last))
    return _Names(len(parts) + 1, len(parts) + 1 + unsure, whole) if len(parts) + unsure >= _FEWEST - 1 else None


def _nations(names: str, *, whole: bool) -> _Names | None:
    """How many countries a list names, or the places of which it names; None where it is not one of countries."""
    places = [place for place in find_places(names) if place.kind != "organization"]
    countries = {place.countries[0] for place in places if place.kind == "country"}
    first = _SURE.split(names)[0]
    if len(countries) < _FEWEST or places[0].kind != "country" or places[0].start >= len(first):
        return None
    within = all(countries & {*place.countries} for place in places)
    return _Names(len(countries), len(countries), whole and within)
