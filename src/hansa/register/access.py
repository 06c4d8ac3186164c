"""The only way from a face to a record: what each user may see of each kind, with what its pages show.

Denied unless allowed: somebody who may not read gets the published records, and of a kind not named here nothing.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from hansa.register.domain.queries.records import Records, records_of
from hansa.register.models.record import Record
from hansa.register.rules import Somebody, may_edit, may_read

_MERGEABLE = ("party", "person", "organization", "agreement", "membership", "exchange")


def _visible(kind: str, user: Somebody) -> Records:
    found = records_of(kind)
    return found if may_read(user) else found.filter(published=True)


def records(kind: str, user: Somebody) -> Records:
    """The records of a kind that the user may see, with what pages show of them, merged ones left out.

    A fixed number of queries, however many records. Raises KeyError where there is no such kind.
    """
    visible = _visible(kind, user)
    return visible.filter(merged_into=None) if kind in _MERGEABLE else visible


def fetch(kind: str, pk: int, user: Somebody) -> Record:
    """One record that the user may see, by its number; for a merged one that which it was merged into.

    Raises Http404 where there is no such kind or record, or the user may not see it.
    """
    try:
        record: Record | None = _visible(kind, user).filter(pk=pk).first()
    except KeyError as error:
        raise Http404(f"no kind of record: {kind}") from error
    if record is None:
        raise Http404(f"no {kind}-{pk}")
    survivor = getattr(record, "merged_into_id", None)
    return fetch(kind, survivor, user) if survivor else record


def fetch_for_editing(kind: str, pk: int, user: Somebody) -> Record:
    """One record that the user may change. Raises Http404 as `fetch` does, PermissionDenied where it is not theirs."""
    record = fetch(kind, pk, user)
    if not may_edit(user, record):
        raise PermissionDenied(f"{record.ref} is not {user}'s to change")
    return record


def merged_into(record: Record, user: Somebody) -> Records:
    """The records that were merged into one, in any number of merges, as far as the user may see them."""
    return _visible(record.kind_of_record, user).filter(merged_into=record.pk)
