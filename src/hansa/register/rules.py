"""Who may do what: short predicates by role, each read aloud as a sentence. What none of them allows is denied."""

from django.contrib.auth.models import AnonymousUser

from hansa.register.enums import Role
from hansa.register.models import User
from hansa.register.models.record import Record

Somebody = User | AnonymousUser

_ORDER = [Role.READER, Role.OFFICER, Role.EDITOR, Role.ADMINISTRATOR]


def _has_at_least(user: Somebody, role: Role) -> bool:
    if not isinstance(user, User) or not user.is_active or user.role not in _ORDER:
        return False
    return _ORDER.index(Role(user.role)) >= _ORDER.index(role)


def may_read(user: Somebody) -> bool:
    """Everybody who works with Hansa reads the records."""
    return _has_at_least(user, Role.READER)


def may_propose(user: Somebody) -> bool:
    """Officers bring documents in, whose facts are proposed."""
    return _has_at_least(user, Role.OFFICER)


def may_admit(user: Somebody) -> bool:
    """Editors admit and refuse facts and settle conflicts."""
    return _has_at_least(user, Role.EDITOR)


def may_edit(user: Somebody, record: Record) -> bool:
    """Editors edit every record, officers those of their own unit."""
    if _has_at_least(user, Role.EDITOR):
        return True
    unit = getattr(record, "unit_id", None)
    return _has_at_least(user, Role.OFFICER) and unit is not None and unit == getattr(user, "unit_id", None)


def may_publish(user: Somebody) -> bool:
    """Editors decide what visitors see."""
    return _has_at_least(user, Role.EDITOR)


def may_administer(user: Somebody) -> bool:
    """Administrators keep the offices, units and people."""
    return _has_at_least(user, Role.ADMINISTRATOR)
