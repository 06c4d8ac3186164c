"""The offices that share an installation, and their units."""

from django.db import transaction

from hansa.register.domain.history import enter
from hansa.register.domain.users import check_may_administer
from hansa.register.errors import RegisterError
from hansa.register.models import Office, Party, Unit, User
from hansa.register.states import difference, own_state_of


@transaction.atomic
def add_office(*, by: User, name_zh: str, name_en: str = "", home: Party) -> Office:
    """Let one more office work with the register, for its home city. One history entry.

    Raises PermissionDenied, and RegisterError where there is an office of this name.
    """
    check_may_administer(by)
    _check_name(name_zh)
    if Office.objects.filter(name_zh=name_zh).exists():
        raise RegisterError(f"there is an office {name_zh} already")
    office = Office.objects.create(name_zh=name_zh, name_en=name_en, home=home)
    enter(by=by, action="add", record=office, after=own_state_of(office))
    return office


@transaction.atomic
def change_office(
    *, by: User, office: Office, name_zh: str | None = None, name_en: str | None = None, home: Party | None = None
) -> None:
    """Rename an office, or let it work for another city. One history entry, none where nothing changes.

    Raises PermissionDenied, and RegisterError where the name is empty.
    """
    check_may_administer(by)
    before = own_state_of(office)
    office.name_zh = office.name_zh if name_zh is None else name_zh
    office.name_en = office.name_en if name_en is None else name_en
    office.home = home or office.home
    _check_name(office.name_zh)
    office.save()
    _enter_change(by, office, before)


@transaction.atomic
def add_unit(*, by: User, office: Office, name_zh: str, name_en: str = "") -> Unit:
    """Add a bureau or division to an office. One history entry.

    Raises PermissionDenied, and RegisterError where the office has a unit of this name.
    """
    check_may_administer(by)
    _check_name(name_zh)
    if Unit.objects.filter(office=office, name_zh=name_zh).exists():
        raise RegisterError(f"{office} has a unit {name_zh} already")
    unit = Unit.objects.create(office=office, name_zh=name_zh, name_en=name_en)
    enter(by=by, action="add", record=unit, after=own_state_of(unit))
    return unit


@transaction.atomic
def rename_unit(*, by: User, unit: Unit, name_zh: str | None = None, name_en: str | None = None) -> None:
    """Call a unit otherwise. One history entry, none where nothing changes. Raises as `add_unit` does."""
    check_may_administer(by)
    before = own_state_of(unit)
    unit.name_zh = unit.name_zh if name_zh is None else name_zh
    unit.name_en = unit.name_en if name_en is None else name_en
    _check_name(unit.name_zh)
    if Unit.objects.filter(office=unit.office_id, name_zh=unit.name_zh).exclude(pk=unit.pk).exists():
        raise RegisterError(f"{unit.office} has a unit {unit.name_zh} already")
    unit.save()
    _enter_change(by, unit, before)


def _check_name(name_zh: str) -> None:
    if not name_zh.strip():
        raise RegisterError("a name is needed")


def _enter_change(by: User, named: Office | Unit, before: dict[str, object]) -> None:
    was, now = difference(before, own_state_of(named))
    if was or now:
        enter(by=by, action="change", record=named, before=was, after=now)
