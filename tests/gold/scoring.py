"""How well facts read agree with the facts that a careful person took out of the same document.

Facts are matched one to one, the most alike first. What makes two facts the same is decided by type (`_alike`); within
matched facts the fields are compared, each item of a list on its own. An answer may give a list of spellings or values
that count as right. Precision, recall and F1 are those of counts (Van Rijsbergen).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hansa.facts import span

Fact = Mapping[str, Any]
FIELDS: Mapping[str, tuple[str, ...]] = {
    "organization": ("kind", "founded", "founded_by", "headquarters", "website", "members", "predecessors"),
    "membership": ("since", "role", "office", "through"),
    "agreement": ("signed", "signatories", "subjects", "place"),
    "exchange": ("kind", "date", "parties", "people", "place", "headcount", "attendance"),
    "figure": ("period",),
    "project": ("organizing", "participating", "count"),
}
_SINGLE = ("founded", "since", "signed", "date", "period", "kind", "headcount", "attendance", "count")
_WORDS = ("headquarters", "place", "office", "through", "role")
_PEOPLE = ("people", "signatories")
_NAMES = ("name", "name_en", "acronym")
_ENDING = re.compile(r"(?<=..)(?:特別市|廣域市|直轄市|city|county|prefecture|state|[市縣県府州省郡都道區])$")
_VARIANTS = str.maketrans("臺県広沢竜峯", "台縣廣澤龍峰")


@dataclass(frozen=True)
class Score:
    """Counts: in the answers, read, and both."""

    gold: int = 0
    read: int = 0
    both: int = 0

    def __add__(self, other: "Score") -> "Score":
        """Both together."""
        return Score(self.gold + other.gold, self.read + other.read, self.both + other.both)

    @property
    def precision(self) -> float:
        """How much of what was read is right; 1 where nothing was."""
        return self.both / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """How much of what there is was read; 1 where there is nothing."""
        return self.both / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.both / (self.gold + self.read) if self.gold + self.read else 1.0


def pairs(gold: Sequence[Fact], read: Sequence[Fact]) -> list[tuple[int, int]]:
    """Which fact of the answers (by place) is which fact read, each once, the most alike first."""
    alike = (
        (likeness, i, j)
        for i, fact in enumerate(gold)
        for j, other in enumerate(read)
        if other["type"] == fact["type"] and (likeness := _alike(fact, other)) > 0
    )
    left, right, found = set(range(len(gold))), set(range(len(read))), []
    for _, i, j in sorted(alike, key=lambda found: (-found[0], found[1], found[2])):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            found.append((i, j))
    return found


def fields(gold: Fact, read: Fact) -> Score:
    """How well the fields of two facts that are the same agree; only fields that the answer has are looked at."""
    total = Score()
    for field in FIELDS[gold["type"]]:
        if gold.get(field) not in (None, "", []):
            total += _field(field, gold[field], read.get(field))
    return total


def _field(field: str, gold: Any, read: Any) -> Score:
    ours, theirs = listed(gold), listed(read)
    if field in _SINGLE:
        return Score(1, len(theirs[:1]), int(any(_plain(a) == _plain(b) for a in ours for b in theirs[:1])))
    if field in _WORDS:
        return Score(
            1, len(theirs[:1]), int(any(_same_name(a, b) or _share(a, b) >= 0.7 for a in ours for b in theirs))
        )
    same: Callable[[Any, Any], bool] = _same_name
    if field in _PEOPLE:
        same = _same_person
    elif field == "members":
        same = _same_count
    elif field == "subjects":
        same = _same_subject
    return Score(len(ours), len(theirs), _aligned(ours, theirs, same))


def _alike(gold: Fact, read: Fact) -> float:
    """0 where two facts of one type are not the same fact, else how alike they are."""
    return _LIKENESS[gold["type"]](gold, read, _share(gold.get("quote", ""), read.get("quote", "")))


def _organizations(gold: Fact, read: Fact, quote: float) -> float:
    ours, theirs = ([name for key in _NAMES for name in listed(fact.get(key))] for fact in (gold, read))
    return (1 + quote) * _same_name(ours, theirs)


def _memberships(gold: Fact, read: Fact, quote: float) -> float:
    return (1 + quote) * all(_same_name(gold[key], read[key]) for key in ("member", "organization"))


def _agreements(gold: Fact, read: Fact, quote: float) -> float:
    if gold.get("kind") and gold["kind"] != read.get("kind"):
        return 0
    if not gold.get("parties"):
        return quote if quote >= 0.5 else 0
    shared = _shared(gold, read)
    return shared + quote if shared >= 0.6 else 0


def _exchanges(gold: Fact, read: Fact, quote: float) -> float:
    if quote < 0.3 or not _dates_meet(gold.get("date"), read.get("date")):
        return 0
    if not gold.get("parties"):
        return quote if quote >= 0.5 else 0
    shared = _shared(gold, read)
    return shared + quote if shared >= 0.34 else 0


def _figures(gold: Fact, read: Fact, quote: float) -> float:
    # An answer may let a unit be missing: ["people", ""].
    unit = gold.get("unit", "")
    units = {_fold(one) for one in (unit if isinstance(unit, list) else [unit])}
    if _fold(read.get("unit", "")) not in units or _plain(read["value"]) not in map(_plain, listed(gold["value"])):
        return 0
    measure = max(_share(one, read["measure"]) for one in listed(gold["measure"]))
    return measure + quote if measure >= 0.4 or quote >= 0.6 else 0


def _projects(gold: Fact, read: Fact, quote: float) -> float:
    if not _same_name(gold["organization"], read["organization"]):
        return 0
    if gold.get("title") and read.get("title"):
        title = _share(gold["title"], read["title"])
        return title + quote if title >= 0.5 else 0
    return float(bool(gold.get("count")) and gold.get("count") == read.get("count"))


_LIKENESS: Mapping[str, Callable[[Fact, Fact, float], float]] = {
    "organization": _organizations, "membership": _memberships, "agreement": _agreements, "exchange": _exchanges,
    "figure": _figures, "project": _projects,
}  # fmt: skip


def _shared(gold: Fact, read: Fact) -> float:
    """The share of the parties of either that both have."""
    ours, theirs = listed(gold.get("parties")), listed(read.get("parties"))
    both = _aligned(ours, theirs, _same_name)
    return both / max(1, len(ours) + len(theirs) - both)


def _aligned(gold: Sequence[Any], read: Sequence[Any], same: Callable[[Any, Any], bool]) -> int:
    left = list(read)
    for item in gold:
        twin = next((other for other in left if same(item, other)), None)
        if twin is not None:
            left.remove(twin)
    return len(read) - len(left)


def _same_name(gold: Any, read: Any) -> bool:
    return any(_same_stem(a, b) for a in _stems(gold) for b in _stems(read))


def _same_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    enough = 3 if re.search(r"[\u3040-\u9fff]", short) else 5
    return one == other or (len(short) >= enough and short in long and len(short) >= len(long) / 2)


def _stems(names: Any) -> Iterator[str]:
    for name in listed(names):
        folded = _fold(name)
        if stem := _ENDING.sub("", folded):
            yield stem


def _same_person(gold: Mapping[str, Any], read: Mapping[str, Any]) -> bool:
    return _same_name(gold["name"], read["name"])


def _same_count(gold: Mapping[str, Any], read: Mapping[str, Any]) -> bool:
    return bool(gold["count"] == read["count"])


def _same_subject(gold: Any, read: Any) -> bool:
    return any(_share(one, read) >= 0.6 for one in listed(gold))


def _dates_meet(gold: Any, read: Any) -> bool:
    if not gold or not read:
        return True
    return any(span(str(date)).meets(span(str(read))) for date in listed(gold))


def _share(one: Any, other: Any) -> float:
    """How many of the shorter text's pairs of characters the other has."""
    a, b = _bigrams(_fold(one)), _bigrams(_fold(other))
    return len(a & b) / max(1, min(len(a), len(b)))


def _bigrams(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}


def _fold(text: Any) -> str:
    folded = unicodedata.normalize("NFKC", str(text)).casefold().translate(_VARIANTS)
    return "".join(char for char in folded if unicodedata.category(char)[0] in "LN")


def _plain(value: Any) -> str:
    return str(float(value)) if isinstance(value, int | float) else str(value)


def listed(value: Any) -> list[Any]:
    """A value as a list: an answer may give one or several."""
    if isinstance(value, list):
        return [item for item in value if item not in (None, "")]
    return [] if value in (None, "") else [value]
