"""The rows of the index that stand for a record, ready for the table."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from hansa.register.search.texts import DAYS, INDEXED, NAMED, Names, composed, named_in, text_of
from hansa.register.search.words import terms, terms_of_line, title_terms
from hansa.register.states import State

Row = tuple[int | str | bool, ...]
COLUMNS = (
    "id", "record", "kind", "page", "start", "subkind", "home", "published", "years", "countries",
    "title", "open_text", "text", "title_terms", "open_terms", "terms", "facets",
)  # fmt: skip
# PostgreSQL keeps no more than 1 MB of words for a row, which has two such texts.
_LONGEST_TEXT = 60_000
_LONGEST_LINE = 100
_LONGEST_PAGE = 4000
_MOST_PAGES = 1 << 14
_MOST_YEARS = 100
# Parties, people and organizations have no day: they stand before everything that was on one.
_STANDING = dt.date.max.toordinal()


def key_of_entry(day: int, place: int, number: int) -> int:
    """The id of an entry, in the order of answers: the day (22 bits), the place of the kind (4), the number (36)."""
    return day << 40 | place << 36 | number


def number_of_key(key: int) -> int:
    """The number of the record that an entry stands for, by the entry's id; not for pages of sources."""
    return key & (1 << 36) - 1


def keys_between(first: dt.date, last: dt.date) -> tuple[int, int]:
    """The first id of an entry of these days, and the first of a later day."""
    return key_of_entry(first.toordinal(), 0, 0), key_of_entry(last.toordinal() + 1, 0, 0)


def kind_of_key(key: int) -> str:
    """The kind of the record that an entry stands for, by the entry's id; not for pages of sources."""
    return INDEXED[key >> 36 & 15]


def entries_of(kind: str, states: Mapping[int, State], names: Names) -> list[Row]:
    """The rows for records of a kind that hold this, in the order of their ids, in which the index takes them fastest.

    `names` has everybody whom they name. Merged records have none: what they were merged into is found.
    """
    rows = [_entry(kind, number, state, names) for number, state in states.items() if "merged_into" not in state]
    if kind == "source":
        rows += (row for number, state in states.items() for row in _pages(number, state))
    rows.sort()
    return rows


def _entry(kind: str, number: int, state: State, names: Names) -> Row:
    text = text_of(kind, state, names)
    published = bool(state.get("published")) and text.published
    title, shown, inner = composed(text.title)[:300], _lines(text.open), _lines(text.inner)
    day, years = _days(kind, state)
    met = counterparts(kind, state)
    countries = _countries(kind, state, met, names)
    subkind = state.get("kind", "")
    facets = _facets(kind, state, met, countries, years)
    return (
        key_of_entry(_STANDING if kind in NAMED else day, INDEXED.index(kind), number),
        f"{kind}-{number}", kind, 0, 0, subkind, int(state.get("home", "-0").rpartition("-")[2]), published,
        in_json([0, *years]), in_json(["", *countries]), title, "\n".join(shown), "\n".join(inner),
        title_terms(title), _terms(shown), _terms(inner), " ".join([*(["=published"] if published else []), *facets]),
    )  # fmt: skip


def _facets(
    kind: str, state: State, met: Sequence[str], countries: Sequence[str], years: Sequence[int]
) -> Iterator[str]:
    """What the record can be narrowed by, each with its kind, and again with that and its own kind of exchange.

    So one word is enough for what is mostly asked for. The year on which it began is in the id; later ones are here.
    """
    for own in dict.fromkeys((kind, f"{kind}{state.get('kind', '')}")):
        yield facet("of", own)
        yield from (facet("country", own, country) for country in countries)
        yield from (facet("with", own, ref) for ref in met)
        yield from (facet(name, own, state[name]) for name in ("home", "office") if name in state)
    yield from (facet("later", kind, year) for year in years[1:])
    # Those whose change of name makes this row out of date.
    yield from (facet("names", ref) for ref in dict.fromkeys(named_in(kind, state)) if ref != state.get("home"))


def _lines(words: Iterable[str]) -> list[str]:
    """The words, each once, as long as there is room for them."""
    lines, room = [], _LONGEST_TEXT
    for word in filter(None, dict.fromkeys(words)):
        lines.append(composed(word)[:room])
        room -= len(lines[-1])
    return [line for line in lines if line]


def _terms(lines: Iterable[str]) -> str:
    found = (terms_of_line(line) if len(line) <= _LONGEST_LINE else terms(line) for line in lines)
    return " ".join(filter(None, found))


def in_json(values: list[int] | list[str]) -> str:
    """A list as its column takes it."""
    return json.dumps(values, separators=(",", ":"))


@lru_cache(50_000)
def _ordinal_and_year(day: str) -> tuple[int, int]:
    date = dt.date.fromisoformat(day)
    return date.toordinal(), date.year


def _days(kind: str, state: State) -> tuple[int, range]:
    """The ordinal of the first day, 0 where there is none, and the years on which the record has a day."""
    first, last = (state.get(name, "") for name in DAYS.get(kind, ("", "")))
    if not first:
        return 0, range(0)
    ordinal, year = _ordinal_and_year(first)
    until = _ordinal_and_year(last)[1] if last else year
    return ordinal, range(year, min(until, year + _MOST_YEARS) + 1)


def counterparts(kind: str, state: State) -> list[str]:
    """The refs of the parties with whom the record was, each once; without the city whose record it is."""
    if kind in NAMED:
        return []
    named = state.get("parties", ()) if kind == "exchange" else named_in(kind, state)
    return [ref for ref in dict.fromkeys(named) if ref.startswith("party-") and ref != state.get("home")]


def _countries(kind: str, state: State, met: Iterable[str], names: Names) -> list[str]:
    found = {state.get("country", "")} if kind == "party" else {names[ref].country for ref in met if ref in names}
    return sorted(found - {""})


def facet(name: str, *values: object) -> str:
    """The word for what a record can be narrowed by; no text has such a word, for it begins with `=`."""
    return f"={name}{''.join(map(str, values))}".replace("_", "").replace("-", "").lower()


def _pages(number: int, state: State) -> Iterator[Row]:
    """The pages of a source, the first before the others, in pieces where long; the office reads them, not visitors."""
    title, text, place = composed(state["title"])[:300], state.get("text", ""), len(INDEXED)
    facets = facet("of", "source")
    # What follows the last page belongs to it.
    ends = [*state.get("pages", ())[:-1], len(text)]
    for piece, (page, start, end) in enumerate(islice(_pieces(text, ends), _MOST_PAGES)):
        key, words = key_of_entry(0, place, (number + 1) * _MOST_PAGES - 1 - piece), text[start:end]
        yield (
            key, f"source-{number}", "source", page, start, "", 0, False, "[]", "[]",
            title, "", words, "", "", terms(words), facets,
        )  # fmt: skip


def _pieces(text: str, ends: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """The number of the page, the start and the end of each piece of a text that has words."""
    start = 0
    for page, end in enumerate(ends, start=1):
        while start < end:
            until = min(end, start + _LONGEST_PAGE)
            if until < end:
                gap = max(text.rfind("\n", until - 500, until), text.rfind(" ", until - 500, until))
                until = gap + 1 if gap > 0 else until
            if text[start:until].strip():
                yield page, start, until
            start = until
