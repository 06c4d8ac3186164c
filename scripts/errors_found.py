"""What `bench_check` counts: the planted errors that checking finds, and what it calls wrong in unspoiled texts.

An error is found where a finding that differs lies over it. Beside it stand those under a finding that is ambiguous,
and those that are not found but in whose sentence something else differs, as the total where a part was spoiled.
"""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.planted_errors import KINDS, Place, Planted, level, places_anywhere, places_of_facts, plant

from hansa.facts import Fact
from hansa.figures.checking.checking import check
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding
from hansa.reading.files import read_file
from hansa.reading.formats.dispatching import read_bytes
from hansa.reading.formats.recognition import ODT, TEXT
from hansa.reading.reader import read_facts
from hansa.register.domain.installation import home_of_office
from hansa.register.models import Office
from hansa.reports.annual import write
from hansa.reports.blocks import Language

_DRAFTS = Path(__file__).parents[1] / "tests/figures/checking/drafts"
_AROUND = 30
# Characters of a text for each error in a copy of it.
_ROOM = 400
# Of which the documents tell most.
_YEARS = (2022, 2025)
_HEAD = ("", "planted", "found", "share", "ambiguous", "in its sentence")


@dataclass(frozen=True)
class Text:
    """A text in which errors are planted, and the facts that it states."""

    name: str
    text: str
    facts: list[Fact]


@dataclass
class Tally:
    """By kind of error and by document: how many were planted, found, doubted; what was called wrong besides."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    doubted: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def count(self, error: Planted, text: Text, spoiled: str, findings: Sequence[Finding]) -> None:
        """Take one planted error into account."""
        over = {one.verdict for one in findings if one.start < error.end and error.start < one.end}
        found = "differs" in over
        around = level(spoiled[max(0, error.start - _AROUND) : error.end + _AROUND])
        near = any(
            one.verdict == "differs" and abs(one.start - error.start) < len(one.sentence) and error.now in one.sentence
            for one in findings
        )
        for key in (error.kind, text.name, "all"):
            self.planted[key] += 1
            self.found[key] += found
            self.doubted[key] += not found and "ambiguous" in over
            self.near[key] += not found and near
        if not found:
            self.missed.append(f"{text.name} {error.kind}: {error.was} → {error.now}: …{around}…")


def checked(text: str, home: str) -> list[Finding]:
    """What checking says of a text."""
    return check(Draft(read_bytes(text.encode(), TEXT), home), home_of_office())


def measure(files: Sequence[Path], *, home: str, errors: int, each: int, seed: int, misses: bool) -> None:
    """Print all tables."""
    texts = [_read(path, home) for path in files]
    drafts = [_read(path, home) for path in sorted(_DRAFTS.glob("*.txt"))]
    reports = _reports(home)
    unspoiled = {text.name: checked(text.text, home) for text in (*texts, *drafts, *reports)}
    _print_alarms("documents as they are", texts, unspoiled, misses=misses)
    _print_alarms("drafts in other words as they are", drafts, unspoiled, misses=misses)
    _print_alarms("annual reports that Hansa wrote from them", reports, unspoiled, misses=misses)
    groups: tuple[tuple[str, list[Text], Callable[[Text], list[Place]]], ...] = (
        ("where a fact is stated", texts, lambda text: places_of_facts(text.text, text.facts)),
        ("anywhere", texts, lambda text: places_anywhere(text.text)),
        ("drafts in other words", drafts, lambda text: places_of_facts(text.text, text.facts)),
    )
    for name, group, places in groups:
        if not group:
            print(f"\nNOT RUN, there are none: {name}")
            continue
        start = time.perf_counter()
        chosen = drawn([places(text) for text in group], errors, random.Random(seed))  # noqa: S311 - to be repeated
        tally = Tally()
        for text, of_text in zip(group, chosen, strict=True):
            _try(text, of_text, each, random.Random(f"{seed} {text.name}"), unspoiled, tally, home)  # noqa: S311
        _print_tally(name, group, tally, time.perf_counter() - start, misses=misses)


def drawn(places: Sequence[list[Place]], errors: int, chance: random.Random) -> list[list[Place]]:
    """Of the places of each text so many, of all kinds and texts as many as there are, none over another."""
    pools = {
        (kind, at): [place for place in group if place.kind == kind]
        for kind in KINDS
        for at, group in enumerate(places)
    }
    for pool in pools.values():
        chance.shuffle(pool)
    taken: list[list[Place]] = [[] for _ in places]
    while sum(map(len, taken)) < errors and any(pools.values()):
        for (_, at), pool in pools.items():
            if pool and sum(map(len, taken)) < errors:
                place = pool.pop()
                if all(place.end <= other.start or other.end <= place.start for other in taken[at]):
                    taken[at].append(place)
    return taken


def _read(path: Path, home: str) -> Text:
    document, facts = read_file(path, home)
    return Text(path.stem, document.text, facts)


def _reports(home: str) -> list[Text]:
    """The annual reports written from the register, in both languages: what they say is what is held."""
    office = Office.objects.get()
    found = []
    languages: tuple[Language, ...] = ("zh-hant", "en")
    for year in _YEARS:
        for language in languages:
            document = read_bytes(write(year, ".odt", language, office), ODT)
            found.append(Text(f"report-{year}-{language}", document.text, read_facts(document, home)))
    return found


def _copies(places: Sequence[Place], text: Text, each: int) -> Iterator[list[Place]]:
    """The places dealt out to copies, so that those of one copy lie far apart; in a short text there are fewer."""
    in_order = sorted(places, key=lambda place: place.start)
    number = -(-len(in_order) // max(1, min(each, len(text.text) // _ROOM)))
    for first in range(number):
        yield in_order[first::number]


def _try(
    text: Text, places: Sequence[Place], each: int, chance: random.Random,
    unspoiled: dict[str, list[Finding]], tally: Tally, home: str,
) -> None:  # fmt: skip
    """Plant errors in copies of a text, check these, and count."""
    alarms = {(one.sentence, one.quote) for one in unspoiled[text.name] if one.verdict == "differs"}
    for chosen in _copies(places, text, each):
        spoiled, planted = plant(text.text, chosen, chance)
        findings = checked(spoiled, home)
        for error in planted:
            tally.count(error, text, spoiled, findings)
        tally.wrong += [
            f"{text.name} {_told(one)}"
            for one in findings
            if one.verdict == "differs"
            and (one.sentence, one.quote) not in alarms
            and not _in_its_sentence(one, planted)
        ]


def _in_its_sentence(one: Finding, planted: Sequence[Planted]) -> bool:
    return any(error.now in one.sentence and abs(error.start - one.start) < len(one.sentence) + 10 for error in planted)


def _told(one: Finding) -> str:
    return f"{one.checker}: {one.quote} should be {one.expected}: {one.sentence}"


def _print_alarms(name: str, texts: Sequence[Text], findings: dict[str, list[Finding]], *, misses: bool) -> None:
    print(f"\n{name}: what is said of each number, date, name and post")
    print(f"{'':<28}{'differs':>9}{'agrees':>9}{'ambiguous':>11}{'unknown':>9}{'false alarms':>14}")
    all_found = [one for text in texts for one in findings[text.name]]
    for label, found in [*((text.name, findings[text.name]) for text in texts), ("all", all_found)]:
        of = Counter(one.verdict for one in found)
        share = of["differs"] / len(found) if found else 0
        print(f"{label:<28}{of['differs']:>9}{of['agrees']:>9}{of['ambiguous']:>11}{of['unknown']:>9}{share:>14.1%}")
    if misses:
        for text in texts:
            for one in findings[text.name]:
                if one.verdict == "differs":
                    print(f"  false alarm: {text.name} {_told(one)}")


def _print_tally(name: str, texts: Sequence[Text], tally: Tally, seconds: float, *, misses: bool) -> None:
    print(f"\nerrors planted: {name} ({seconds:.0f} s)")
    print("".join(f"{word:>{16 if at else 28}}" for at, word in enumerate(_HEAD)))
    for key in (*KINDS, *(text.name for text in texts), "all"):
        if number := tally.planted[key]:
            share = f"{tally.found[key] / number:.1%}"
            row = (number, tally.found[key], share, tally.doubted[key], tally.near[key])
            print(f"{key:<28}" + "".join(f"{cell!s:>16}" for cell in row))
    print(f"called wrong in the copies though nothing was planted in that sentence: {len(tally.wrong)}")
    if misses:
        for line in (*(f"missed: {one}" for one in tally.missed), *(f"false alarm: {one}" for one in tally.wrong)):
            print(f"  {line}")
