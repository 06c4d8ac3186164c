"""The people who work with Hansa, and the program itself as one of them."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied
from django.db import transaction

from hansa.register.domain.history import enter
from hansa.register.enums import Role
from hansa.register.errors import RegisterError
from hansa.register.models import Office, Unit, User
from hansa.register.rules import may_administer
from hansa.register.states import difference

SYSTEM = "hansa"


def system_user() -> User:
    """The program as the one who acts: a user without a usable password, made at its first use."""
    user, made = User.objects.get_or_create(username=SYSTEM, defaults={"role": Role.ADMINISTRATOR})
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


@transaction.atomic
def add_user(
    *, by: User, username: str, password: str, role: str, office: Office | None = None, unit: Unit | None = None
) -> User:
    """Let somebody log in, in a role, for an office and perhaps one of its units. One history entry, no password in it.

    Raises PermissionDenied, and RegisterError where the unit is another office's.
    """
    check_may_administer(by)
    _check_unit(office, unit)
    user = User.objects.create_user(username=username, password=password, role=role, office=office, unit=unit)
    enter(by=by, action="add", record=user, after=_held(user))
    return user


@transaction.atomic
def change_user(*, by: User, user: User, role: str, office: Office | None, unit: Unit | None, is_active: bool) -> None:
    """Give somebody another role, office or unit, or end their work. One history entry, none where nothing changes.

    Somebody whose work has ended cannot log in; what they did keeps their name. Raises PermissionDenied, and
    RegisterError where the unit is another office's, or nobody would be left to administer.
    """
    check_may_administer(by)
    _check_unit(office, unit)
    before = _held(user)
    user.role, user.office, user.unit, user.is_active = role, office, unit, is_active
    user.save(update_fields=["role", "office", "unit", "is_active"])
    administrators = User.objects.exclude(username=SYSTEM).filter(role=Role.ADMINISTRATOR, is_active=True)
    if before.get("role") == Role.ADMINISTRATOR and not administrators.exists():
        raise RegisterError(f"{user} is the only administrator; name another one first")
    was, now = difference(before, _held(user))
    if was or now:
        enter(by=by, action="change", record=user, before=was, after=now)


def check_may_administer(by: User) -> None:
    """Raise PermissionDenied unless the person keeps the offices, units and people."""
    if not may_administer(by):
        raise PermissionDenied(f"{by} is no administrator")


def _check_unit(office: Office | None, unit: Unit | None) -> None:
    if unit and (office is None or unit.office_id != office.pk):
        raise RegisterError(f"{unit} is no unit of {office or 'no office'}")


def _held(user: User) -> dict[str, object]:
    """What the history keeps of somebody: all but the password."""
    office, unit = user.office and f"office-{user.office.pk}", user.unit and f"unit-{user.unit.pk}"
    held = {"username": user.username, "role": str(user.role), "office": office, "unit": unit}
    return {name: value for name, value in held.items() if value} | {"active": user.is_active}


@transaction.atomic
def change_password(*, by: User, user: User, password: str) -> None:
    """Give somebody a new password, which ends every session opened with the old one. One history entry, without it.

    Raises ValidationError, with a sentence for each rule that the password breaks.
    """
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    enter(by=by, action="change password", record=user)
