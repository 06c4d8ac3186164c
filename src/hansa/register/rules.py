"""Who may do what: short predicates by role, each read aloud as a sentence. What none of them allows is denied."""

from django.contrib.auth.models import AnonymousUser

from hansa.register.enums import Role
from hansa.register.models import RECORD_KINDS, User
from hansa.register.models.record import Record

Somebody = User | AnonymousUser

_ORDER = [Role.READER, Role.OFFICER, Role.EDITOR, Role.ADMINISTRATOR]
# What people enter and change; facts are decided on, sources are kept as they came.
EDITED = tuple(kind for kind in RECORD_KINDS if kind not in ("source", "fact"))


def _has_at_least(user: Somebody, role: Role) -> bool:
    if not isinstance(user, User) or not user.is_active or user.role not in _ORDER:
        return False
    return _ORDER.index(Role(user.role)) >= _ORDER.index(role)


def may_read(user: Somebody) -> bool:
    """Everybody who works with Hansa reads the records of every office."""
    return _has_at_least(user, Role.READER)


def may_propose(user: Somebody) -> bool:
    """Officers bring documents in, whose facts are proposed."""
    return _has_at_least(user, Role.OFFICER)


def may_admit(user: Somebody) -> bool:
    """Editors admit and refuse facts and settle conflicts."""
    return _has_at_least(user, Role.EDITOR)


def is_of_own_office(user: Somebody, record: Record) -> bool:
    """A record of another office is left alone; one without an office belongs to the editors of all."""
    return getattr(record, "office_id", None) in (None, getattr(user, "office_id", None))


def is_of_own_unit(user: Somebody, record: Record) -> bool:
    """A record has a unit responsible, and that is the user's."""
    unit = getattr(record, "unit_id", None)
    return unit is not None and unit == getattr(user, "unit_id", None)


def may_edit(user: Somebody, record: Record) -> bool:
    """Editors edit their office's records and those without an office, officers those of their own unit."""
    if record.kind_of_record not in EDITED or not is_of_own_office(user, record):
        return False
    return may_admit(user) or (may_propose(user) and is_of_own_unit(user, record))


def may_add(user: Somebody, kind: str) -> bool:
    """Editors enter records of every kind that people enter, officers those that a unit is responsible for."""
    if kind not in EDITED:
        return False
    has_unit = any(field.name == "unit" and field.is_relation for field in RECORD_KINDS[kind]._meta.concrete_fields)
    return may_admit(user) or (may_propose(user) and has_unit and getattr(user, "unit_id", None) is not None)


def may_merge(user: Somebody, *records: Record) -> bool:
    """Editors merge what they edit, undo that, and tell apart what only looks the same."""
    return may_admit(user) and all(may_edit(user, record) for record in records)


def may_decide(user: Somebody, *records: Record) -> bool:
    """Editors decide what their office's documents state, and into which of its records that goes."""
    return may_admit(user) and all(is_of_own_office(user, record) for record in records)


def may_publish(user: Somebody, record: Record) -> bool:
    """Editors decide what visitors see of their office's records and of those without an office."""
    return _has_at_least(user, Role.EDITOR) and is_of_own_office(user, record)


def may_administer(user: Somebody) -> bool:
    """Administrators keep the offices, units and people."""
    return _has_at_least(user, Role.ADMINISTRATOR)
