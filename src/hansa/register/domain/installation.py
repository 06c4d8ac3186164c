"""Making the register: database, home city, office, the program as a user, and the first administrator."""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from hansa.register.domain.history import enter
from hansa.register.domain.parties import add_place
from hansa.register.domain.publishing import publish
from hansa.register.domain.recognition import place_of
from hansa.register.domain.restating import restate_records
from hansa.register.domain.users import add_user, system_user
from hansa.register.enums import Role
from hansa.register.errors import RegisterError
from hansa.register.models import Office, Party
from hansa.register.search import rebuild_index

DEFAULT_HOME = "高雄市"
ADMINISTRATOR = "administrator"
# The first migration that version 0.1 did not have.
_AFTER_0_1 = "0002_records_in_full"


@dataclass(frozen=True)
class Installed:
    """A register just made: its office, and the administrator's name and password, which is kept nowhere."""

    office: Office
    username: str
    password: str


def is_installed() -> bool:
    """Whether there is a register with an office; brings the tables of an older version up to date."""
    if "register_office" not in connection.introspection.table_names():
        return False
    executor = MigrationExecutor(connection)
    plan = [migration.name for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    if plan:
        call_command("migrate", verbosity=0, interactive=False)
        rebuild_index()
    if _AFTER_0_1 in plan:
        restate_records()
    return Office.objects.exists()


def home_of_office() -> Party:
    """The home city of the installation's first office. Raises RegisterError where there is no office."""
    office = Office.objects.select_related("home").first()
    if office is None:
        raise RegisterError("there is no office yet; make one with: hansa init")
    return office.home


def resolve_home(name: str) -> Party:
    """The party of a city that is somebody's own, made where it is not there yet.

    Raises RegisterError where the atlas has no such city.
    """
    place = place_of(name)
    if place is None:
        raise RegisterError(f"--home {name}: the atlas has no city of this name; write its full name, such as 高雄市")
    held = Party.objects.filter(atlas_key=place.key, merged_into=None).first()
    if held:
        return held
    return add_place(by=system_user(), name=name, place=place)


def install(*, home: str = DEFAULT_HOME, office: str = "", office_en: str = "") -> Installed:
    """Make the tables, the home city, its office and an administrator with a random password.

    The home city is published: it is the one whose partners visitors see. One history entry for each of them.
    Raises RegisterError, with nothing made but empty tables, where the atlas has no such city.
    """
    settings.HANSA_DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    password = secrets.token_urlsafe(12)
    with transaction.atomic():
        by = system_user()
        party = resolve_home(home)
        publish(by=by, record=party)
        government = f"{party.name_zh}政府" if party.name_zh else ""
        government_en = f"{party.name_en} City Government" if party.name_en else ""
        made = Office.objects.create(
            name_zh=office or government or government_en,
            name_en=office_en or ("" if office else government_en),
            home=party,
        )
        after = {"name_zh": made.name_zh, "name_en": made.name_en, "home": party.ref}
        enter(by=by, action="add", record=f"office-{made.pk}", after=after)
        add_user(by=by, username=ADMINISTRATOR, password=password, role=Role.ADMINISTRATOR, office=made)
    return Installed(made, ADMINISTRATOR, password)
