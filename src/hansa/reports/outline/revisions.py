"""What officers have revised in a report, as plain values."""

from dataclasses import dataclass
from typing import Any

from hansa.register.domain.revising import place_of
from hansa.register.models import Office, Revision


@dataclass(frozen=True)
class Revised:
    """An officer's words for an item, or the wish to leave it out.

    `section` and `number` say where an added item stands; of another, `section` says where it stood when it was
    revised, and `held` what its records held then.
    """

    ref: str
    item: str
    text: str
    left_out: bool
    section: str
    number: int
    made: str
    held: dict[str, dict[str, Any]]

    @property
    def added(self) -> bool:
        """Whether the item is the office's own."""
        return self.number > 0


def revisions_of(office: Office, report: str, language: str) -> list[Revised]:
    """The office's revisions of a report in a language, those that were taken back left out; one query."""
    kept = Revision.objects.filter(office=office, report=report, language=language).order_by("pk")
    return [_revised(revision) for revision in kept if revision.text or revision.left_out]


def _revised(revision: Revision) -> Revised:
    held = revision.held if isinstance(revision.held, dict) else {}
    section, number = place_of(revision.item) or (str(held.get("section", "")), 0)
    return Revised(
        ref=revision.ref,
        item=revision.item,
        text=revision.text,
        left_out=revision.left_out,
        section=section,
        number=number,
        made=revision.made,
        held=held.get("records", {}),
    )
