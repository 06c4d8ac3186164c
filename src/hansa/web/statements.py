"""What a fact states, field by field, in words that a reader knows."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hansa.register import enums
from hansa.web.dates import date_words, is_chinese

LABELS: dict[str, str | Promise] = {
    "name": _("Name"),
    "name_zh": _("Name in Chinese"),
    "name_en": _("Name in English"),
    "acronym": _("Acronym"),
    "kind": _("Kind"),
    "founded": _("Founded"),
    "founded_by": _("Founded by"),
    "headquarters": _("Headquarters"),
    "website": _("Websites"),
    "websites": _("Websites"),
    "members": _("Members"),
    "predecessors": _("Predecessors"),
    "purpose": _("Purpose"),
    "member": _("Member"),
    "organization": _("Organization"),
    "since": _("Since"),
    "until": _("Until"),
    "role": _("Role"),
    "office": _("Unit responsible"),
    "office_name": _("Unit responsible"),
    "through": _("Held through"),
    "parties": pgettext_lazy("agreement", "Parties"),
    "signed": _("Signed"),
    "title": _("Title"),
    "subjects": _("Fields of cooperation"),
    "signatories": _("Signed by"),
    "place": _("Place"),
    "date": _("Date"),
    "people": _("People"),
    "topics": _("Topics"),
    "headcount": _("People who took part"),
    "attendance": _("Public attendance"),
    "measure": _("What is counted"),
    "value": _("Value"),
    "unit": pgettext_lazy("of a number", "Unit"),
    "period": _("Period"),
    "section": _("Section"),
    "organizing": _("Organizing city"),
    "participating": _("Participating cities"),
    "count": _("Number of projects"),
}
_KINDS = {
    str(value): label
    for choices in (enums.AgreementKind, enums.ExchangeKind, enums.OrganizationKind)
    for value, label in choices.choices
    if value != "other"
} | {"other": _("Other")}
# The roles in an organization that reading names in English whatever the document's language; others stay as written.
_ROLES: dict[str, str | Promise] = {
    "member": _("Member"),
    "official member": _("Official member"),
    "full member": _("Full member"),
    "founding member": _("Founding member"),
    "executive member": _("Executive member"),
    "associate member": _("Associate member"),
    "observer": _("Observer"),
    "chair": _("Chair"),
    "co-chair": _("Co-chair"),
    "vice-chair": _("Vice-chair"),
    "president": _("President"),
    "vice-president": _("Vice-president"),
}
# What organizations count among their members.
_COUNTED: dict[str, str | Promise] = {
    "associations": _("%(count)s associations"),
    "cities": _("%(count)s cities"),
    "countries": _("%(count)s countries"),
    "governments": _("%(count)s governments"),
    "institutions": _("%(count)s institutions"),
    "members": _("%(count)s members"),
    "regions": _("%(count)s regions"),
}
# The fields of a person or of a count of members; other keys say themselves what is counted.
_PARTS = frozenset({"name", "post", "of", "count"})
_DATES = (
    "founded", "since", "until", "signed", "date", "period", "begun", "ended", "due", "day", "renew_by", "report_due",
    "report_handed_in",
)  # fmt: skip


def joined(words: list[str]) -> str:
    """A list in a sentence: 、 between Chinese words, commas between English ones."""
    return ("、" if is_chinese() else ", ").join(words)


def counted(count: Any, of: str) -> str:
    """A count of members with what is counted: 1,750 個地方政府, 1,750 governments."""
    shown = f"{count:,}" if isinstance(count, int | float) else str(count)
    return str(_COUNTED[of]) % {"count": shown} if of in _COUNTED else f"{shown} {of}".strip()


def role_words(role: str) -> str:
    """A role in an organization, in the reader's language where it is a common one."""
    return str(_ROLES.get(role.lower(), role))


def plain(value: Any) -> str:
    """A value of a fact as text: lists joined, people with their posts, counts with what is counted."""
    if isinstance(value, list):
        return joined([plain(one) for one in value])
    if isinstance(value, dict) and not _PARTS.issuperset(value):
        return joined([counted(count, of) for of, count in value.items()])
    if isinstance(value, dict) and "count" in value:
        return counted(value["count"], value.get("of", ""))
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values() if part not in (None, ""))
    return "" if value is None else str(value)


def field_label(field: str) -> str:
    """What a field of a fact or record is called; its own name where it has no other."""
    return str(LABELS.get(field, field))


def field_words(field: str, value: Any) -> str:
    """The value of a field as a reader reads it."""
    if field in _DATES:
        return date_words(str(value), full=True)
    if field == "role":
        return role_words(plain(value))
    return str(_KINDS.get(str(value), value)) if field == "kind" else plain(value)


def stated(data: dict[str, Any]) -> list[tuple[str, str]]:
    """The fields that a fact states, with their labels, in the order in which the fact has them."""
    return [(field_label(field), field_words(field, data[field])) for field in data if field in LABELS]
