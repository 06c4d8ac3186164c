"""From which register, and from which moment of it, a file comes."""

from dataclasses import dataclass

from hansa.register.models import HistoryEntry, HistoryHead


@dataclass(frozen=True)
class Origin:
    """A register, by the hash with which its history begins, and a moment of it, by how many entries there were."""

    register: str
    entries: int

    def __str__(self) -> str:
        return f"{self.register}/{self.entries}"


def origin_now() -> Origin:
    """This register, as it is."""
    first, head = HistoryEntry.objects.order_by("pk").first(), HistoryHead.objects.first()
    return Origin(first.hash if first else "", head.entries if head else 0)


def origin_in(text: str) -> Origin | None:
    """The origin that a file tells; None where it tells none."""
    register, _slash, entries = text.partition("/")
    return Origin(register, int(entries)) if register and entries.isascii() and entries.isdigit() else None
