"""Officers' words in reports: put in place of those that Hansa wrote for an item, left out, added, taken back.

An item of a report is named by the ref of the record that it tells of; one that an officer adds by its place, the
section and the number at which it stands there (`general.affairs.errands+2`).
"""

import re
from dataclasses import dataclass
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hansa.register.domain.editing import add_record, change_record
from hansa.register.domain.history import lock_history
from hansa.register.models import Revision, User

_OWN = re.compile(r"(?P<section>[\w.]+)\+(?P<number>\d{1,4})")
# More than any item of a report has; what is longer was pasted by mistake.
LONGEST = 20_000


@dataclass(frozen=True)
class Item:
    """An item of a report as it stands: the words that Hansa makes of it, and what its records hold."""

    report: str
    language: str
    key: str
    made: str = ""
    held: dict[str, Any] | None = None


def place_of(item: str) -> tuple[str, int] | None:
    """The section and number of an officer's own item; None for an item that tells of a record."""
    match = _OWN.fullmatch(item)
    return (match["section"], int(match["number"])) if match else None


@transaction.atomic
def revise(*, by: User, item: Item, text: str, version: int | None = None) -> Revision | None:
    """Let the report say these words of the item; those that Hansa makes itself take a revision back.

    The revision belongs to the office and unit of the person; None where there is none and none is needed. One history
    entry, none where nothing changes. Raises ValidationError where there are no words or too many, PermissionDenied,
    and Overtaken where others changed it since `version`.
    """
    words = _checked(text)
    held = _kept(by, item)
    if words == item.made.strip():
        return withdraw(by=by, revision=held, version=version) if held else None
    return _write(by, held, item, {"text": words, "left_out": False}, version)


@transaction.atomic
def leave_out(*, by: User, item: Item, version: int | None = None) -> Revision:
    """Let the report say nothing of the item; words of an officer are kept for the day it comes back. As `revise`."""
    return _write(by, _kept(by, item), item, {"left_out": True}, version)


@transaction.atomic
def add_item(*, by: User, report: str, language: str, section: str, number: int, text: str) -> Revision:
    """Add an item of the office's own to a section, at this number or the next that is free. As `revise`."""
    lock_history()
    key = _free(by, report, language, section, number, step=1)
    return _write(by, None, Item(report, language, key), {"text": _checked(text)}, None)


@transaction.atomic
def move_item(*, by: User, revision: Revision, section: str, number: int) -> Revision:
    """Let an item of the office's own stand at another number or in another section.

    Where another of them stands at that number, it goes past it. As `revise`; raises ValidationError for an item that
    tells of a record: where that stands follows from the record.
    """
    lock_history()
    stands = place_of(revision.item)
    if stands is None:
        raise ValidationError({"item": [_("Only items that were added can be moved.")]})
    step = -1 if stands[0] == section and number < stands[1] else 1
    key = _free(by, revision.report, revision.language, section, max(number, 1), step=step)
    return _changed(by, revision, {"item": key}, None)


@transaction.atomic
def withdraw(*, by: User, revision: Revision, version: int | None = None) -> Revision:
    """Let the report say again what Hansa writes; an item of the office's own is gone from it.

    The revision stays, without words, so that its history does. As `revise`.
    """
    return _changed(by, revision, {"text": "", "left_out": False}, version)


def _checked(text: str) -> str:
    words = "\n".join(line.strip() for line in text.strip().splitlines() if line.strip())
    if not words:
        raise ValidationError({"text": [_("Write what the report shall say; to say nothing of it, leave it out.")]})
    if len(words) > LONGEST:
        told = _("These are %(count)s characters; an item has at most %(most)s.")
        raise ValidationError({"text": [told % {"count": f"{len(words):,}", "most": f"{LONGEST:,}"}]})
    return words


def _kept(by: User, item: Item) -> Revision | None:
    """The office's revision of an item, with the history locked, so that nobody enters another meanwhile."""
    lock_history()
    return _of_office(by, item.report, item.language).filter(item=item.key).first()


def _of_office(by: User, report: str, language: str) -> QuerySet[Revision]:
    return Revision.objects.filter(office=by.office_id, report=report, language=language)


def _free(by: User, report: str, language: str, section: str, number: int, *, step: int) -> str:
    """The key of the nearest number in a direction at which no item of the office's own stands; else one above."""
    kept = _of_office(by, report, language).filter(item__startswith=f"{section}+")
    taken = {place[1] for item in kept.values_list("item", flat=True) if (place := place_of(item))}
    while number in taken:
        number += step
        if number < 1:
            number, step = 1, 1
    return f"{section}+{number}"


def _write(by: User, held: Revision | None, item: Item, values: dict[str, Any], version: int | None) -> Revision:
    values = {"made": item.made, "held": item.held or {}, **values}
    if held is not None:
        return _changed(by, held, values, version)
    named = {"report": item.report, "language": item.language, "item": item.key}
    return cast(Revision, add_record(by=by, kind="revision", values=named | values))


def _changed(by: User, revision: Revision, values: dict[str, Any], version: int | None) -> Revision:
    return cast(Revision, change_record(by=by, record=revision, values=values, version=version))
