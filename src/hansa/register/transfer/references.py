"""Which row an id, a mark or a name in a cell means, once all sheets are read."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from hansa.atlas.places import Place
from hansa.register.derived import key_of
from hansa.register.domain.recognition import new_party, place_of
from hansa.register.models import Office, Organization, OrganizationName, Party, PartyName, Person, Unit
from hansa.register.states import own_state_of
from hansa.register.transfer.cells import Wrong
from hansa.register.transfer.lines import Line, Pointer, Reading, mark_in
from hansa.register.transfer.tables import Table, table_of
from hansa.register.transfer.values import NotReadable, number_in

_AT_ONCE = 500
_OF_PLACES = {"city", "region", "country"}
# What the atlas tells of a place that a new party stands for.
_FROM_THE_ATLAS = ("kind", "country", "latitude", "longitude", "geonames_id", "atlas_key")


def look_up(reading: Reading) -> None:
    """Put into every line the number, or the new line, that its cells point to; what means none is a problem.

    A name that only the atlas knows makes a new party, as a line of its own.
    """
    references = _References(reading)
    for line in list(reading.lines):
        for name, value in list(line.values.items()):
            if isinstance(value, Pointer):
                references.follow(line, name, value)


class _References:
    """What can be pointed to: the rows that are there, looked up by the hundred, and the new lines."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._there = _rows_that_are_there(reading)
        self._new: dict[tuple[str, str], list[Line]] = defaultdict(list)
        self._places: dict[str, Line] = {}
        self._found: dict[tuple[str, str], int | Line | str] = {}
        for line in reading.lines:
            if line.number is None:
                self._remember(line)

    def _remember(self, line: Line) -> None:
        for name in ("name_zh", "name_en", "acronym"):
            if name in line.values:
                same = self._new[line.table.name, key_of(line.values[name])]
                if line not in same:
                    same.append(line)
        if line.table.model is Party:
            self._place(line)

    def _place(self, line: Line) -> None:
        """Give a new party what the atlas knows of its place; there may be one party for each place."""
        name = line.values.get("name_zh") or line.values.get("name_en")
        place = place_of(name) if name and line.values.get("kind", "city") in _OF_PLACES else None
        if place is None or line.values.get("country", place.country) != place.country:
            return
        if "kind" in line.values and line.values["kind"] != place.kind:
            return
        column = "name_zh" if line.values.get("name_zh") else "name_en"
        if held := Party.objects.filter(atlas_key=place.key, merged_into=None).first():
            told = {"ref": held.ref, "name": str(held)}
            said = _("%(ref)s (%(name)s) stands for this place already; write its id instead of a new row") % told
            self.reading.wrong(line, column, said)
        elif self._places.setdefault(place.key, line) is not line:
            self.reading.wrong(line, column, _("two new rows stand for the same place"))
        else:
            _fill(line, place, str(name))

    def follow(self, line: Line, name: str, pointer: Pointer) -> None:
        """Look up what a cell points to, and put it into the line; nothing where the register holds it already."""
        target: Any = line.table.by_name[name].target
        try:
            found = self._meant(line, target, pointer)
        except Wrong as error:
            del line.values[name]
            return self.reading.wrong(line, name, str(error))
        if line.number is not None and found == line.before[name]:
            del line.values[name]
        else:
            line.values[name] = found
        return None

    def _meant(self, line: Line, target: Any, pointer: Pointer) -> int | Line:
        table = table_of(target)
        if mark := mark_in(pointer.text):
            if (table.name, mark) not in self.reading.marks:
                raise Wrong(_("no row of %(table)s has the mark “%(mark)s”") % _told(table, pointer.text))
            return self.reading.marks[table.name, mark]
        try:
            return self._numbered(table, number_in(pointer.text, target))
        except NotReadable:
            return self._named(line, table, pointer.text)

    def _numbered(self, table: Table, number: int) -> int:
        there = self._there[table.name]
        if number not in there:
            raise Wrong(_("%(ref)s is not in the register") % {"ref": table.ref(number)})
        if into := there[number]:
            told = {"ref": table.ref(number), "into": table.ref(into)}
            raise Wrong(_("%(ref)s was merged into %(into)s; write that") % told)
        return number

    def _named(self, line: Line, table: Table, name: str) -> int | Line:
        key = (table.name, name)
        if key not in self._found:
            try:
                self._found[key] = self._by_name(line, table, name)
            except Wrong as error:
                self._found[key] = str(error)
        found = self._found[key]
        if isinstance(found, str):
            raise Wrong(found)
        return found

    def _by_name(self, line: Line, table: Table, name: str) -> int | Line:
        """The one row that goes by a name: of the new ones, else of the register, else a party that the atlas knows."""
        place = place_of(name) if table.model is Party else None
        if place and place.key in self._places:
            return self._places[place.key]
        new = self._new.get((table.name, key_of(name)), [])
        find = _FINDERS.get(table.model)
        held = find(name, place) if find else []
        if len(new) + len(held) > 1:
            refs = "、".join([*map(table.ref, held), *(each.place() for each in new)])
            raise Wrong(_("“%(name)s” may mean %(refs)s; write the id") % {"name": name, "refs": refs})
        if new or held:
            return new[0] if new else held[0]
        if place:
            return self._from_the_atlas(line, place, name)
        example = {"example": table.ref(12), **_told(table, name)}
        if find:
            raise Wrong(_("%(table)s has no “%(mark)s”; add a row there, or write an id such as %(example)s") % example)
        raise Wrong(_("“%(mark)s” is no id; write one such as %(example)s") % example)

    def _from_the_atlas(self, line: Line, place: Place, name: str) -> Line:
        table = table_of(Party)
        values = {key: value for key, value in own_state_of(new_party(name, place)).items() if key in table.by_name}
        made = Line(replace(line.sheet, table=table), line.row, values=values, known=set(values))
        self.reading.lines.append(made)
        self._places[place.key] = made
        return made


def _fill(line: Line, place: Place, name: str) -> None:
    known = new_party(name, place)
    for column in _FROM_THE_ATLAS:
        if column not in line.values and getattr(known, column) not in (None, ""):
            line.values[column] = getattr(known, column)
            line.known.add(column)


def _told(table: Table, text: str) -> dict[str, str]:
    return {"table": table.titles["zh-Hant"], "mark": text}


def _rows_that_are_there(reading: Reading) -> dict[str, dict[int, int | None]]:
    """Of the ids that cells write: those that there are, with what they were merged into, by table."""
    wanted: dict[Any, set[int]] = defaultdict(set)
    for line in reading.lines:
        for name, value in line.values.items():
            if isinstance(value, Pointer):
                target: Any = line.table.by_name[name].target
                wanted[target] |= set(_number(value.text, target))
    return defaultdict(
        dict, {table_of(target).name: _there(target, sorted(numbers)) for target, numbers in wanted.items()}
    )


def _number(text: str, target: Any) -> Iterator[int]:
    try:
        yield number_in(text, target)
    except NotReadable:
        return


def _there(target: Any, numbers: Sequence[int]) -> dict[int, int | None]:
    merges = "merged_into" in {field.name for field in target._meta.fields}
    found: dict[int, int | None] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        rows = target._base_manager.filter(pk__in=numbers[start : start + _AT_ONCE])
        found |= dict(
            rows.values_list("pk", "merged_into") if merges else ((pk, None) for (pk,) in rows.values_list("pk"))
        )
    return found


def _parties(name: str, place: Place | None) -> list[int]:
    if place:
        at_the_place = Party.objects.filter(atlas_key=place.key, merged_into=None)
        return list(at_the_place.values_list("pk", flat=True))
    named = PartyName.objects.filter(folded=key_of(name)).select_related("party")
    return sorted({one.party.merged_into_id or one.party_id for one in named})


def _organizations(name: str, _place: Place | None) -> list[int]:
    named = OrganizationName.objects.filter(folded=key_of(name)).select_related("organization")
    return sorted({one.organization.merged_into_id or one.organization_id for one in named})


def _people(name: str, _place: Place | None) -> list[int]:
    named = Person.objects.filter(folded=key_of(name)).values_list("pk", "merged_into")
    return sorted({into or number for number, into in named})


def _units(name: str, _place: Place | None) -> list[int]:
    return [unit.pk for unit in Unit.objects.all() if name in (unit.name_zh, unit.name_en)]


def _offices(name: str, _place: Place | None) -> list[int]:
    return [office.pk for office in Office.objects.all() if name in (office.name_zh, office.name_en)]


_FINDERS: dict[Any, Callable[[str, Place | None], list[int]]] = {
    Party: _parties,
    Organization: _organizations,
    Person: _people,
    Unit: _units,
    Office: _offices,
}
