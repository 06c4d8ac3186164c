"""What others changed while somebody worked on a copy: it is neither lost nor undone without a word."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from hansa.register.derived import derive
from hansa.register.models import HistoryEntry
from hansa.register.states import own_state_of, parts_of_kind, plain_value
from hansa.register.transfer.drafts import Spoken
from hansa.register.transfer.lines import Line, Reading
from hansa.register.transfer.tables import Table

_AT_ONCE = 500
_NOTHING: tuple[Any, ...] = (None, "", [])


def keep_what_others_changed(spoken: Sequence[Spoken], entries: int, reading: Reading) -> list[Spoken]:
    """Compare the lines with what the history has since its first `entries` entries, when the copy was written.

    A cell that is as it was then says nothing, and is taken out of its line; one that was changed here and there is a
    problem. So are rows of a part that were changed in both places. Gives the records of which something is left.
    """
    before = _before_the_changes(entries, [f"{each.kind}-{each.number}" for each in spoken if each.number])
    for each in spoken:
        was, by = before.get(f"{each.kind}-{each.number}", ({}, ""))
        if each.line and each.number:
            _compare(each.line, was, by, reading)
        for part in each.parts.keys() & was.keys():
            lines = [line for line in each.parts.pop(part) if _is_own(line, was[part] or [], by, reading)]
            if lines:
                each.parts[part] = lines
    return [each for each in spoken if any(line.says_something for line in each.lines)]


def _before_the_changes(entries: int, refs: Sequence[str]) -> dict[str, tuple[dict[str, Any], str]]:
    """For each record changed since: what the changed fields and parts held then, and who changed it first."""
    last = HistoryEntry.objects.order_by("pk").values_list("pk", flat=True)[entries - 1 : entries].first() or 0
    found: dict[str, tuple[dict[str, Any], str]] = {}
    for start in range(0, len(refs), _AT_ONCE):
        since = HistoryEntry.objects.filter(pk__gt=last, record__in=refs[start : start + _AT_ONCE])
        for entry in since.select_related("by").order_by("pk"):
            was, _by = found.setdefault(entry.record, ({}, entry.by.username))
            for name in (*entry.before, *entry.after):
                was.setdefault(name, entry.before.get(name))
    return found


def _compare(line: Line, was: dict[str, Any], by: str, reading: Reading) -> None:
    for name in line.values.keys() & was.keys():
        if _same(_plain(line.table, name, line.values[name]), was[name]):
            del line.values[name]
        else:
            reading.wrong(line, name, _changed_by(line, by))


def _is_own(line: Line, was: Sequence[Any], by: str, reading: Reading) -> bool:
    """Whether a row of a part that others changed says something of its own, and not only what they changed."""
    if line.number is not None and (line.taken_away or _as_it_is(line) not in was):
        reading.wrong(line, "", _changed_by(line, by))
    return line.number is None or line.wrong


def _changed_by(line: Line, by: str) -> str:
    return _("%(by)s has changed this since the file was written; write it anew and change it there") % {"by": by}


def _as_it_is(line: Line) -> Any:
    """The row as its cells say, in the form that states have."""
    row = line.table.model()
    for name, value in {**line.before, **line.values}.items():
        if not isinstance(value, Line):
            setattr(row, line.table.by_name[name].field.attname, value)
    held = {name: value for name, value in own_state_of(derive(row)).items() if name != line.table.owner}
    part = next(part for part in parts_of_kind(line.table.kind) if part.name == line.table.part)
    return held[part.single.name] if part.single else held


def _plain(table: Table, name: str, value: Any) -> Any:
    return value if isinstance(value, Line) else plain_value(table.by_name[name].field, value)


def _same(one: Any, other: Any) -> bool:
    return one == other or (one in _NOTHING and other in _NOTHING)
