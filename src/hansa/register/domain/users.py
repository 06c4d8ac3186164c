"""The people who work with Hansa, and the program itself as one of them."""

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from hansa.register.domain.history import enter
from hansa.register.enums import Role
from hansa.register.models import Office, Unit, User

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
    """Let somebody log in, in a role. One history entry, without the password."""
    user = User.objects.create_user(username=username, password=password, role=role, office=office, unit=unit)
    after = {"username": username, "role": role, "office": office and office.pk, "unit": unit and unit.pk}
    enter(by=by, action="add", record=user, after=after)
    return user


@transaction.atomic
def change_password(*, by: User, user: User, password: str) -> None:
    """Give somebody a new password, which ends every session opened with the old one. One history entry, without it.

    Raises ValidationError, with a sentence for each rule that the password breaks.
    """
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    enter(by=by, action="change password", record=user)
