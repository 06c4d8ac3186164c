"""Officers' revisions put into a manuscript: their words kept, and marked where the records have changed since."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hansa.register.domain.revising import Item
from hansa.reports.manuscript import Difference, Entry, Manuscript, Section
from hansa.reports.outline.held import Held
from hansa.reports.outline.revisions import Revised
from hansa.reports.wording import WORDINGS, Wording


def item_of(manuscript: Manuscript, report: str, key: str) -> Item | None:
    """An item of a report as it stands, to be revised; None where the report has none of that key."""
    for section in manuscript.sections():
        for entry in (below for one in section.entries for below in one.walk()):
            if entry.key == key:
                held = {"section": section.key, "records": entry.held or {}}
                made = entry.text if entry.state == "written" else entry.proposal
                return Item(report, manuscript.language, key, made, held)
    return None


def revised(manuscript: Manuscript, kept: Sequence[Revised]) -> Manuscript:
    """The manuscript with the revisions in their places."""
    return _Reviser(manuscript, kept).manuscript() if kept else manuscript


class _Reviser:
    def __init__(self, written: Manuscript, kept: Sequence[Revised]) -> None:
        self.written = written
        self.wording: Wording = WORDINGS[written.language]
        # An item of several figures is found by any of them.
        self.items = {ref: entry.key for entry in written.entries() for ref in (entry.key, *(entry.held or ()))}
        self.of_items = {self.items[one.item]: one for one in kept if one.item in self.items}
        self.others: dict[str, list[Revised]] = {}
        for one in kept:
            if one.item not in self.items:
                self.others.setdefault(self._section(one.section), []).append(one)

    def manuscript(self) -> Manuscript:
        """The whole of it."""
        return replace(self.written, chapters=tuple(self._revised_section(one) for one in self.written.chapters))

    def _section(self, key: str) -> str:
        """The section of that key; where there is none any more, that around it, or the last chapter."""
        keys = {section.key for section in self.written.sections()}
        while key and key not in keys:
            key = key.rpartition(".")[0]
        return key or self.written.chapters[-1].key

    def _revised_section(self, section: Section) -> Section:
        entries = [self._revised_entry(entry) for entry in section.entries]
        others = self.others.get(section.key, [])
        entries += [self._gone(one) for one in others if not one.added and one.text and not one.left_out]
        for one in sorted((one for one in others if one.added), key=lambda one: one.number):
            entries.insert(min(one.number - 1, len(entries)), _own(one))
        below = tuple(self._revised_section(one) for one in section.sections)
        return replace(section, entries=tuple(entries), sections=below)

    def _revised_entry(self, entry: Entry) -> Entry:
        entry = replace(entry, entries=tuple(self._revised_entry(one) for one in entry.entries))
        one = self.of_items.get(entry.key)
        if one is None:
            return entry
        marks = tuple(part for part in entry.words if not isinstance(part, str))
        return replace(
            entry,
            state="left_out" if one.left_out else "revised",
            words=(one.text, *marks) if one.text else entry.words,
            made=entry.words,
            revision=one.ref,
            differences=tuple(self._differences(one.held, entry.held or {})),
        )

    def _gone(self, one: Revised) -> Entry:
        """An item whose record is no longer of this report: its words are kept, and that it is gone is told."""
        return Entry(
            key=one.item,
            title="",
            words=(one.text,),
            state="revised",
            revision=one.ref,
            differences=tuple(self._differences(one.held or {one.item: {}}, {})),
        )

    def _differences(self, before: Held, now: Held) -> Iterator[Difference]:
        for ref in dict.fromkeys((*before, *now)):
            if ref not in now or ref not in before:
                told = [self._named(held[ref]) if ref in held else "" for held in (before, now)]
                yield self._difference(ref, "record", *told)
            else:
                for name in _changed(before[ref], now[ref]):
                    yield self._difference(ref, name, before[ref].get(name), now[ref].get(name))

    def _difference(self, ref: str, name: str, before: Any, now: Any) -> Difference:
        value = self.wording.value
        return Difference(ref, name, value(name, before), value(name, now))

    def _named(self, held: Mapping[str, Any]) -> str:
        """What a record is called, by what it held."""
        value = f" {held['value']}{held.get('unit', '')}" if "value" in held else ""
        return f"{held.get('title') or held.get('measure') or self.wording.value('date', held.get('date'))}{value}"


def _changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterable[str]:
    return (name for name in dict.fromkeys((*before, *now)) if before.get(name) != now.get(name))


def _own(one: Revised) -> Entry:
    """An item of the office's own; the first of several lines is its title."""
    title, _, rest = one.text.partition("\n")
    return Entry(
        key=one.item,
        title=title if rest else "",
        words=(rest or title,),
        state="left_out" if one.left_out else "added",
        revision=one.ref,
    )
