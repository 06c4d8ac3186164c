"""The kinds of record that have pages, with their addresses, headings and icons."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """A kind of record as pages show it; `plural` is its place in addresses and the name of its list's page."""

    name: str
    plural: str
    heading: str | Promise
    icon: str
    # Whether the site for visitors shows anything of such records.
    is_public: bool = False

    @property
    def list_page(self) -> str:
        """The name under which the list's address is found."""
        return f"web:{self.plural}"


KINDS = (
    Kind("party", "parties", _("Parties"), "building-community", is_public=True),
    Kind("agreement", "agreements", _("Agreements"), "writing", is_public=True),
    Kind("membership", "memberships", _("Memberships"), "id-badge-2", is_public=True),
    Kind("organization", "organizations", _("Organizations"), "building-arch", is_public=True),
    Kind("exchange", "exchanges", _("Exchanges"), "arrows-exchange"),
    Kind("commitment", "commitments", _("Commitments"), "list-check"),
    Kind("gift", "gifts", _("Gifts"), "gift"),
    Kind("project", "projects", _("Projects"), "users-group"),
    Kind("person", "people", _("People"), "user", is_public=True),
    Kind("figure", "figures", _("Reported figures"), "chart-bar"),
    Kind("source", "sources", _("Sources"), "files", is_public=True),
    Kind("fact", "facts", _("Facts"), "checklist"),
    Kind("question", "questions", _("Council questions"), "message-question"),
)
# Shown with the records that they are of, without a list of their own.
PICTURE = Kind("picture", "pictures", _("Pictures"), "photo")
BY_NAME = {kind.name: kind for kind in (*KINDS, PICTURE)}


def address_of(kind: str, pk: int | str) -> str:
    """The address of a record's page."""
    return reverse(f"web:{kind}", args=[pk])


def address_of_ref(ref: str) -> str:
    """The address of the page of a record by its ref, `agreement-12`."""
    kind, _dash, number = ref.rpartition("-")
    return address_of(kind, number)
