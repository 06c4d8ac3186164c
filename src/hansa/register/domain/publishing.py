"""What visitors who have not logged in may see."""

from django.db import transaction

from hansa.register.domain.history import enter
from hansa.register.models import User
from hansa.register.models.record import Record
from hansa.register.search import index_records


@transaction.atomic
def publish(*, by: User, record: Record, published: bool = True) -> None:
    """Show the record to visitors, or with `published=False` no longer. One history entry, if it was not so already."""
    if record.published == published:
        return
    record.published = published
    record.save(update_fields=["published", "changed"])
    index_records([record])
    enter(
        by=by,
        action="publish" if published else "withdraw",
        record=record,
        before={"published": not published},
        after={"published": published},
    )
