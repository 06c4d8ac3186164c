"""What documents say of records of each kind, and how it goes into them."""

from collections.abc import Collection, Iterable

from hansa.register.derived import derive, key_of, report_due
from hansa.register.domain.admission.bodies import names_in
from hansa.register.domain.admission.draft import Draft
from hansa.register.domain.admission.recording import Rows
from hansa.register.domain.admission.statement import Statement
from hansa.register.models import Exchange, Organization
from hansa.register.models.record import Record
from hansa.register.states import State

# What documents say of a record of each kind; the rest is people's alone.
_FIELDS: dict[str, tuple[str, ...]] = {
    "organization": (
        "name_zh", "name_en", "acronym", "kind", "founded", "founded_by", "headquarters", "websites", "members",
        "predecessors", "purpose",
    ),
    "membership": ("party", "since", "role", "office_name", "through", "office"),
    "project": ("title", "count", "organizing", "office"),
    "agreement": ("kind", "signed", "title", "place", "subjects", "office"),
    "exchange": (
        "home", "kind", "title", "date", "place", "topics", "headcount", "attendance", "report_due", "office",
    ),
    "figure": ("home", "measure", "value", "unit", "period", "section", "office"),
}  # fmt: skip
PARTS: dict[str, tuple[str, ...]] = {
    "organization": ("names",),
    "project": ("participating",),
    "agreement": ("sides", "signatories", "fields"),
    "exchange": ("parties", "people", "fields"),
}


def _attribute(record: Record, name: str) -> str:
    """What a field is called on a record in Python: relations are numbers."""
    return str(record._meta.get_field(name).attname)  # type: ignore[union-attr]


def fix_what_people_set(record: Record, before: State) -> None:
    """What a record holds that no document has stated yet, a person has set."""
    kind = record.kind_of_record
    held = {name for name in (*_FIELDS[kind], *PARTS.get(kind, ())) if name in before}
    record.fixed = sorted({*record.fixed, *held} - {"names"})


def begin_draft(record: Record) -> Draft:
    """A draft that begins with what people have set."""
    fixed = frozenset(record.fixed)
    names = [name for name in _FIELDS[record.kind_of_record] if name in fixed]
    return Draft(fixed, {name: getattr(record, _attribute(record, name)) for name in names})


def fill(record: Record, draft: Draft) -> None:
    """Let the record's fields hold what the draft does; those that no fact states any more are empty again."""
    for name in _FIELDS[record.kind_of_record]:
        if name not in draft.fixed:
            empty = record._meta.get_field(name).get_default()  # type: ignore[union-attr]
            setattr(record, _attribute(record, name), draft.fields.get(name, empty))
    if isinstance(record, Exchange) and "report_due" not in record.fixed:
        derive(record)
        record.report_due = report_due(record)


def spellings(record: Organization, told: Iterable[Statement], hands_on: Collection[int]) -> Rows:
    """The names that an organization is found by, those shown first; what people gave it stays."""
    held = list(record.names.values_list("name", flat=True)) if record.pk in hands_on else []
    spelled = [name for one in told for name in names_in(one) if name]
    names = dict.fromkeys((record.name_zh, record.name_en, record.acronym, *held, *spelled))
    return [{"name": name, "folded": key_of(name)} for name in names if name]
