"""Chooses the names that `find_places` looks for in running text, and writes them ready to use."""

import re
import sqlite3
from collections.abc import Iterable

from hansa.atlas.countries import countries
from hansa.atlas.folding import fold, scan
from hansa.atlas.tables import parts, read_table
from hansa.atlas.variants import without_suffix, without_words

# Fewer people, and a name is likelier another word than the city (and the automaton would take long to build).
_LATIN_WEAK, _LATIN_STRONG, _LATIN_SHORTEST = 15_000, 50_000, 4
_HAN_WEAK, _HAN_STRONG, _HAN_TWO = 15_000, 150_000, 100_000
_KANA = 300_000
# References within so much of the heaviest are kept, which is about a fifteenth of its people.
_RIVAL, _RIVALS = 12, 4
_HAN = re.compile(r"[\u3400-\u9fff々ヶケノツ]{2,}")
_KATAKANA = re.compile(r"[\u30a1-\u30ff]{3,}")
_LATIN = re.compile(r"[A-Z\u00c0-\u024f][\w .'’\u2018/()-]+")
_WITH_ENDING = re.compile(r"[\u3400-\u9fff々ヶケノツ]{2,}[市町村区]")
_CAPITALS = re.compile(r"[A-Z.]{2,6}")


class Patterns:
    """The names chosen so far with their flags.

    `w` needs a witness beside it, `e` counts only in capitals, `a` is borne by several places with equal right.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._weak = {scan(row["name"]) for row in read_table("weak")}
        self._flags: dict[str, str] = {}
        self._folded: dict[str, str] = {}

    def add(self, names: Iterable[str], *, weak: bool = False) -> None:
        """Choose names; one that is chosen twice is weak only if it is weak both times."""
        for name in names:
            text = scan(name)
            if len(text) < 2:
                continue
            flags = "w" if text in self._weak or (weak and self._flags.get(text, "w") == "w") else ""
            self._flags[text] = "e" if _CAPITALS.fullmatch(name) else flags
            self._folded[text] = fold(name)

    def is_small(self, name: str) -> bool:
        """Whether no place of the name has as many people as a Chinese name of two characters needs."""
        found = self._connection.execute(
            "SELECT max(population) FROM name JOIN place ON place.id = name.place WHERE folded = ?", (fold(name),)
        ).fetchone()
        return (found[0] or 0) < _HAN_TWO

    def write(self) -> None:
        """Write the patterns that the gazetteer has a place for, with the places they may mean."""
        for text, flags in sorted(self._flags.items()):
            found = self._places(self._folded[text])
            if found:
                # Of namesakes that weigh the same, none is the one that is meant.
                is_tie = len(found) > 1 and found[0][2:] == found[1][2:]
                references = ",".join(f"{key} {country} {kind}" for key, country, kind, _ in found)
                row = (text, flags + "a" * is_tie, references)
                self._connection.execute("INSERT INTO pattern VALUES (?, ?, ?)", row)

    def _places(self, folded: str) -> list[tuple[str, str, str, int]]:
        found = self._connection.execute(
            "SELECT place.key, country, kind, weight FROM name JOIN place ON place.id = name.place"
            " WHERE folded = ? ORDER BY weight DESC, kind, place.key",
            (folded,),
        ).fetchall()
        return [row for row in found if row[3] >= found[0][3] - _RIVAL][:_RIVALS]


def add_patterns(connection: sqlite3.Connection) -> None:
    """Write the table of patterns."""
    patterns = Patterns(connection)
    _add_geonames(connection, patterns)
    _add_tables(patterns)
    for country in countries().values():
        patterns.add((country.name_en, country.name_zh, *country.names))
    counties = connection.execute("SELECT name_en FROM place WHERE key LIKE 'US:%' AND name_en LIKE '% County'")
    patterns.add(name for (name,) in counties.fetchall())
    patterns.write()


def _add_geonames(connection: sqlite3.Connection, patterns: Patterns) -> None:
    cities = connection.execute(
        "SELECT name_en, population FROM place WHERE key GLOB 'g[0-9]*' AND population >= ?", (_LATIN_WEAK,)
    )
    for name, population in cities.fetchall():
        if _LATIN.fullmatch(name) and len(name) >= _LATIN_SHORTEST:
            patterns.add((name, *without_words(name)), weak=population < _LATIN_STRONG)
    names = connection.execute(
        "SELECT folded, population, country FROM name JOIN place ON place.id = name.place"
        " WHERE key GLOB 'g[0-9]*' AND folded > ? ORDER BY folded",
        ("\u3000",),
    )
    for folded, population, country in names.fetchall():
        if _HAN.fullmatch(folded):
            _add_han(patterns, folded, population, country)
        elif _KATAKANA.fullmatch(folded) and population >= _KANA:
            patterns.add((folded,))


def _add_han(patterns: Patterns, folded: str, population: int, country: str) -> None:
    near = country in ("JP", "KR")
    if _WITH_ENDING.fullmatch(folded) and (near or population >= _HAN_WEAK):
        patterns.add((folded,))
    elif near or population >= _HAN_WEAK:
        patterns.add((folded,), weak=len(folded) == 2 or population < _HAN_STRONG)


def _bare(country: str, names: list[str]) -> list[str]:
    """The names without 州, 省 …: 熊本 alone is the city, 奧勒岡 and 廣東 can only be the region."""
    if country in ("JP", "KR"):
        return []
    return [bare for name in names if len(bare := without_suffix(name)) > 2 or country == "CN"]


def _add_tables(patterns: Patterns) -> None:
    for row in read_table("cities"):
        names = parts(row["names"])
        patterns.add((row["name_en"], row["shown_en"], *without_words(row["name_en"])))
        for name in names:
            patterns.add((name,), weak=len(name) == 2 and patterns.is_small(name))
    english = {row["code"]: row["name_en"] for row in read_table("subdivisions")}
    for row in read_table("regions"):
        names = parts(row["name_zh"])
        patterns.add((*names, *_bare(row["code"][:2], names), row["name_en"], english.get(row["code"], "")))
    for row in read_table("taiwan"):
        patterns.add((row["name_zh"], row["name_en"]))
        if not row["parent"]:
            patterns.add((without_suffix(row["name_zh"]), row["name_en"].rpartition(" ")[0]))
