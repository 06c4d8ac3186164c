"""Bringing in what was exported or edited: checked first, all of it, then written at once or not at all."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from hansa.register.documents import sha256_of
from hansa.register.domain.history import lock_history, request_id
from hansa.register.models import HistoryEntry, HistoryHead, User
from hansa.register.transfer.applying import write
from hansa.register.transfer.checking import check
from hansa.register.transfer.drafts import Spoken, records_spoken_of
from hansa.register.transfer.exporting import Progress
from hansa.register.transfer.lines import Reading, read_lines
from hansa.register.transfer.meanwhile import keep_what_others_changed
from hansa.register.transfer.origin import origin_now
from hansa.register.transfer.problems import NotBroughtIn, Problem
from hansa.register.transfer.references import look_up
from hansa.register.transfer.restoring import holds_nothing, is_whole, restore
from hansa.register.transfer.sheets import Sheets, open_sheets


def bring_in(*, by: User, source: Path, progress: Progress) -> dict[str, int]:
    """Bring in a workbook or a folder of tables, in the name of `by`; how many records were added and changed.

    A whole register, in a folder, is restored where this one holds nothing (see `restore`). Raises NotBroughtIn with
    everything that is wrong, and then nothing is changed.
    """
    if source.is_dir() and is_whole(source) and holds_nothing():
        return restore(source, progress)
    with open_sheets(source) as sheets:
        progress(f"{source}: checking")
        as_of = _end_of_history()
        spoken = _checked(sheets)
        progress(f"{source}: writing")
        try:
            with transaction.atomic():
                # What was checked still holds, unless somebody wrote meanwhile: then it is checked again, alone.
                if lock_history().hash != as_of:
                    spoken = _checked(sheets)
                return _write(by, source, spoken)
        except DatabaseError as error:
            said = str(error).strip().splitlines()[0]
            raise NotBroughtIn(
                [Problem(source.name, _("the database refuses it: %(said)s") % {"said": said})]
            ) from error


def _write(by: User, source: Path, spoken: Sequence[Spoken]) -> dict[str, int]:
    _must_be_new(source, spoken)
    token = request_id.set(_hash_of(source))
    try:
        return write(spoken, by=by)
    finally:
        request_id.reset(token)


def _must_be_new(source: Path, spoken: Sequence[Spoken]) -> None:
    """Refuse a file a second time where it would add its new rows again: nothing tells them from others."""
    adds = any(line.number is None for each in spoken for line in each.lines)
    entry = HistoryEntry.objects.filter(request=_hash_of(source)).first() if adds else None
    if entry:
        said = _("was brought in on %(day)s already, and its new rows would be there twice; write a new one first")
        raise NotBroughtIn([Problem(source.name, said % {"day": f"{entry.at:%Y-%m-%d}"})])


def _hash_of(source: Path) -> str:
    """The SHA-256 of a file, or of the hashes of a folder's files: entries of the history carry it as their request."""
    if source.is_file():
        return sha256_of(source)
    files = sorted(path for path in source.rglob("*") if path.is_file())
    return hashlib.sha256("".join(map(sha256_of, files)).encode()).hexdigest()


def _end_of_history() -> str:
    head = HistoryHead.objects.first()
    return head.hash if head else ""


def _checked(sheets: Sheets) -> list[Spoken]:
    """What the sheets say that the register does not hold. Raises NotBroughtIn with everything that is wrong."""
    reading = Reading()
    if sheets.origin and sheets.origin.register != origin_now().register:
        said = _("comes from another register, whose ids mean other things; it can be restored where there is none yet")
        raise NotBroughtIn([Problem(sheets.name, said)])
    for sheet in sheets.sheets:
        read_lines(sheet, reading)
    look_up(reading)
    spoken = records_spoken_of(reading)
    if sheets.origin:
        spoken = keep_what_others_changed(spoken, sheets.origin.entries, reading)
    # Lines with wrong cells are no lines; the rules are asked of the others, so that all is told at once.
    check(spoken, reading)
    if reading.problems:
        raise NotBroughtIn(reading.problems)
    return spoken
