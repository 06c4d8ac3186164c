"""The order of the department's report: chapters and sections, and the words by which a figure finds its place.

The chapters are those of the performance reports (施政績效成果報告) of a city's department of general administration
and international affairs; they stand in `sections.tsv`, with the words of the trade in Chinese and English. A figure
is placed by the heading that it stood under; where that says nothing, by the words of its measure. The longest word
decides.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hansa.figures.words import Words

TABLE = Path(__file__).with_name("sections.tsv")


@dataclass
class Section:
    """A chapter or section, with the words that place a figure in it."""

    key: str
    title: Words
    words: tuple[str, ...] = ()
    sections: list["Section"] = field(default_factory=list)

    def walk(self) -> Iterator["Section"]:
        """The section and all below it."""
        yield self
        for section in self.sections:
            yield from section.walk()


@cache
def chapters() -> tuple[Section, ...]:
    """The chapters in the report's order, with their sections."""
    found: dict[str, Section] = {}
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            words = tuple(word.strip().lower() for word in row["words"].split(",") if word.strip())
            section = found[row["section"]] = Section(row["section"], Words(row["zh"], row["en"]), words)
            if above := found.get(row["section"].rpartition(".")[0]):
                above.sections.append(section)
    return tuple(section for section in found.values() if "." not in section.key)


def _longest(text: str, section: Section) -> int:
    """The length of the longest of the section's words that the text holds; 0 where it holds none."""
    return max((len(word) for word in section.words if word in text), default=0)


def _best(text: str, among: list[Section]) -> Section | None:
    """The section whose longest word in the text is the longest, the first of equals."""
    found = max(among, key=lambda section: _longest(text, section), default=None)
    return found if found and _longest(text, found) else None


def section_named(key: str) -> Section | None:
    """The section of that key."""
    return next((section for chapter in chapters() for section in chapter.walk() if section.key == key), None)


def place(heading: str, measure: str, within: Section | None = None) -> Section | None:
    """The section in which a figure belongs; None where neither its heading nor its measure names one.

    `within` is the chapter or section of which it is known that it belongs there.
    """
    everything = list(within.walk()) if within else [one for chapter in chapters() for one in chapter.walk()]
    found = _best(heading.lower(), everything) or _best(measure.lower(), everything)
    if found and found.sections:
        # A chapter only: the measure says where in it, or else what more the heading says.
        below = list(found.walk())[1:]
        return _best(measure.lower(), below) or _best(heading.lower(), below) or found
    return found
