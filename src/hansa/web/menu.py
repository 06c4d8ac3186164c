"""The menu of the office's pages."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hansa.web.kinds import BY_NAME

Words = str | Promise


@dataclass(frozen=True)
class Item:
    """A page in the menu; `active` where the reader is on it or on a page below it."""

    heading: Words
    icon: str
    address: str
    active: bool


def _item(path: str, heading: Words, icon: str, page: str) -> Item:
    address = reverse(f"web:{page}")
    active = path == address if page == "dashboard" else path.startswith(address)
    return Item(heading, icon, address, active)


def _list(path: str, kind: str) -> Item:
    return _item(path, BY_NAME[kind].heading, BY_NAME[kind].icon, BY_NAME[kind].plural)


def menu(path: str) -> list[tuple[Words, list[Item]]]:
    """The menu's groups, each with its heading, as somebody on the page at `path` sees them."""
    relations = (
        "party",
        "agreement",
        "membership",
        "organization",
        "exchange",
        "commitment",
        "gift",
        "project",
        "person",
    )
    return [
        ("", [_item(path, _("Dashboard"), "home", "dashboard")]),
        (_("Relations"), [_list(path, kind) for kind in relations]),
        (
            _("Figures and reports"),
            [
                _item(path, _("Measures"), "report-analytics", "measures"),
                _item(path, _("Compare numbers"), "arrows-diff", "compare"),
                _item(path, _("Counting rules"), "ruler-2", "rule_list"),
                _list(path, "figure"),
                _item(path, _("Annual report"), "file-text", "report"),
                _item(path, _("Report to the council"), "presentation", "council"),
                _item(path, _("Lists and tables"), "table", "lists"),
                _item(path, _("Templates"), "file-text", "templates"),
                _list(path, "question"),
                _item(path, _("Check a draft"), "checklist", "check"),
            ],
        ),
        (
            _("Documents"),
            [
                _list(path, "source"),
                _item(path, _("For review"), "checklist", "waiting"),
                _item(path, _("Conflicts"), "alert-triangle", "conflicts"),
                _item(path, _("Duplicates"), "copy-check", "duplicates"),
            ],
        ),
    ]
