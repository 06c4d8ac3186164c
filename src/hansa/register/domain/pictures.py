"""Pictures of what is recorded: taken in, told of anew, taken away."""

from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.db import transaction

from hansa.register.documents import keeping, sha256_of
from hansa.register.domain.editing import change_record
from hansa.register.domain.history import changing, enter, lock_history
from hansa.register.domain.users import SYSTEM
from hansa.register.models import Picture, SearchEntry, User
from hansa.register.models.record import Record
from hansa.register.pictures import examined
from hansa.register.rules import may_edit
from hansa.register.states import state_of
from hansa.register.validators import validate

# Kinds of record that pictures are of.
PICTURED = ("exchange", "agreement", "party", "gift")


def add_picture(
    *, by: User, file: Path, of: Record, title: str, credit: str = "", date: str = "", filename: str = ""
) -> Picture:
    """Take in a picture of an exchange, agreement, party or gift; the file is kept whole under its SHA-256.

    It belongs to the record's office and unit. `filename` is the name that the file had where it came from. One
    history entry. Raises PermissionDenied where the record is not `by`'s to change, PictureError where the file is no
    picture or too large, ValidationError where a field is wrong.
    """
    if of.kind_of_record not in PICTURED:
        raise ValueError(f"there are no pictures of a {of.kind_of_record}")
    _check_may(by, of)
    what, sha256 = examined(file), sha256_of(file)
    picture = Picture(
        office=getattr(of, "office", None) or by.office,
        unit=getattr(of, "unit", None),
        title=title,
        credit=credit,
        date=date,
        filename=(filename or file.name)[:300],
        media_type=what.media_type,
        sha256=sha256,
        size=file.stat().st_size,
        width=what.width,
        height=what.height,
        **{of.kind_of_record: of},
    )
    validate(picture)
    with transaction.atomic(), keeping() as keep, changing(by=by, action="add", record=picture):
        picture.save()
        keep(file, sha256)
    return picture


def _check_may(by: User, record: Record) -> None:
    """The program itself acts for whoever works at the machine."""
    if by.username != SYSTEM and not may_edit(by, record):
        raise PermissionDenied(f"{record.ref} is not {by}'s to change")


def change_picture(*, by: User, picture: Picture, title: str, credit: str, date: str) -> Record:
    """Change what is told of a picture; the file stays. Raises as `change_record` does."""
    return change_record(by=by, record=picture, values={"title": title, "credit": credit, "date": date})


@transaction.atomic
def remove_picture(*, by: User, picture: Picture, reason: str = "") -> None:
    """Take a picture away: no page or report shows it any more; the history keeps what it was, and its file stays.

    One history entry. Raises PermissionDenied where it is not `by`'s to change.
    """
    lock_history()
    _check_may(by, picture)
    enter(by=by, action="remove", record=picture, before=state_of(picture), reason=reason)
    SearchEntry.objects.filter(record=picture.ref).delete()
    picture.delete()
