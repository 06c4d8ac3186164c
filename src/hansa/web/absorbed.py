"""What was merged into a record, for its page."""

from typing import Any

from hansa.register.access import merged_into
from hansa.register.domain.merging.rules import MERGEABLE
from hansa.register.models import Merge
from hansa.register.models.record import Record
from hansa.register.rules import Somebody, may_merge


def absorbed_by(record: Record, user: Somebody) -> dict[str, Any]:
    """The records merged into one, each with its merge: by whom, when and why; and whether the user may undo it.

    At most two fetches.
    """
    if record.kind_of_record not in MERGEABLE:
        return {}
    found = list(merged_into(record, user))
    if not found:
        return {}
    standing = Merge.objects.filter(merged__in=[one.ref for one in found], undone_at=None).select_related("by")
    merges = {merge.merged: merge for merge in standing.defer("changes")}
    return {"absorbed": [(one, merges.get(one.ref)) for one in found], "may_merge": may_merge(user, record)}
