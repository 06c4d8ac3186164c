"""`make bench-names`: how fast names are found in text, beside the bare automaton on the same text.

200,000 names of the gazetteer are looked for in a text rich in names and in one that has hardly any, in Chinese and in
English: by `NameFinder.find`, which checks the borders of words and tells places in characters, and by ahocorasick-rs
alone, which tells places in bytes and takes the middle of a word for a name. The ratio is the time that the bare
automaton takes, by the finder's: 1.0 were as fast. `find_places` is the whole of it: folding, witnesses, which place
is meant.
"""

import random
import time
from collections.abc import Callable

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from hansa.atlas import NameFinder, find_places, gazetteer

_NAMES = 200_000
_CHARACTERS = 300_000
_ROUNDS = 9
_CHINESE = ("與", "市長於去年率團前往", "簽署合作備忘錄，雙方就智慧交通與永續發展交換意見。", "等代表出席了晚宴。")
_ENGLISH = (" and ", " signed an agreement on trade with ", ". The mayor then travelled on to ", ", as in the past. ")


def names() -> list[str]:
    """Names of cities, the largest cities first, Latin and Chinese in turn."""
    query = (
        "SELECT folded, name_en FROM name JOIN place ON place.id = name.place"
        " WHERE geonames_id IS NOT NULL ORDER BY population DESC, folded"
    )
    rows = gazetteer.connection().execute(query)
    found = (name for folded, name_en in rows for name in (name_en, folded) if len(name) > 1)
    return list(dict.fromkeys(found))[:_NAMES]


def text(joints: tuple[str, ...], known: list[str]) -> str:
    """Running text of joints with a name of those known between each two; without names where none are."""
    chosen = random.Random(1)  # noqa: S311 - no secret
    parts: list[str] = []
    size = 0
    while size < _CHARACTERS:
        parts += [chosen.choice(known) if known else "", chosen.choice(joints)]
        size += len(parts[-1]) + len(parts[-2])
    return "".join(parts)


def _fastest(*works: Callable[[], object]) -> list[float]:
    """The least seconds that each work took, all in turn, so that a busy machine is as hard on each."""
    best = [float("inf")] * len(works)
    for _ in range(_ROUNDS):
        for at, work in enumerate(works):
            start = time.perf_counter()
            work()
            best[at] = min(best[at], time.perf_counter() - start)
    return best


def main() -> None:
    """Print a line for each text."""
    known = names()
    finder = NameFinder(known)
    bare = BytesAhoCorasick([name.encode() for name in known], matchkind=MatchKind.LeftmostLongest)
    chinese = [name for name in known if name > "\u3400" and len(name) < 5]
    latin = [name for name in known if name.isascii() and name[0].isupper()]
    print(f"{len(known):,} names; {_CHARACTERS:,} characters; best of {_ROUNDS}")
    for title, joints, rich in (("Chinese", _CHINESE, chinese), ("English", _ENGLISH, latin)):
        for kind, inserted in (("rich", rich), ("poor", [])):
            words = text(joints, inserted)
            data = words.encode()
            alone, found, places = _fastest(
                lambda data=data: bare.find_matches_as_indexes(data),
                lambda words=words: finder.find(words),
                lambda words=words: find_places(words),
            )
            print(
                f"{title}, {kind} in names: {len(finder.find(words)):6,} found; bare {alone * 1000:6.1f} ms,"
                f" finder {found * 1000:6.1f} ms: ratio {alone / found:.2f}; find_places {places * 1000:6.1f} ms"
            )


if __name__ == "__main__":
    main()
