"""A program for test_killed: merges two parties again and again, killed before another statement each time.

Prints a line for each time: whether all of the merge was there afterwards, none of it, or a part of it.
"""

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

import django
from django.apps import apps

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
if not apps.ready:
    django.setup()

from django.core.management import call_command
from django.db import connection

from hansa.register.domain.history import broken_links
from hansa.register.domain.merging.merge import merge
from hansa.register.domain.users import system_user
from hansa.register.models import RECORD_KINDS, Merge, Party
from hansa.register.states import states_of
from tests.factories import make_agreement, make_exchange, make_membership, make_organization, make_party

_EVERY = 9


def everything() -> dict[str, Any]:
    kinds = RECORD_KINDS.items()
    return {kind: states_of(kind, model._default_manager.values_list("pk", flat=True)) for kind, model in kinds}


def use(file: Path) -> None:
    connection.close()
    connection.settings_dict["NAME"] = str(file)


def make(file: Path) -> None:
    use(file)
    call_command("migrate", verbosity=0)
    system_user()
    home, league, pair = make_party(), make_organization(), (make_party("釜山"), make_party("釜山市", name_en="Busan"))
    for party in pair:
        make_membership(party, league)
        make_exchange(party, home=home)
        make_agreement(party, home)


def merged_until(file: Path, last: int) -> int:
    """Merge in a process of its own that is killed before its statement number `last`; its exit status."""
    child = os.fork()
    if child == 0:
        use(file)
        number = 0

        def counted(execute: Any, *arguments: Any) -> Any:
            nonlocal number
            number += 1
            if number == last:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(*arguments)

        with connection.execute_wrapper(counted):
            kept, merged = Party.objects.order_by("pk")[1:3]
            merge(by=system_user(), kept=kept, merged=merged, reason="同一城市")
        os._exit(0)
    return os.waitpid(child, 0)[1]


def main(folder: Path) -> None:
    whole, copy = folder / "whole.sqlite3", folder / "copy.sqlite3"
    make(whole)
    before = everything()
    connection.close()
    killed = 1
    for last in range(1, 10_000, _EVERY):
        for left in folder.glob(f"{copy.name}*"):
            left.unlink()
        shutil.copy(whole, copy)
        killed = merged_until(copy, last)
        use(copy)
        none = everything() == before and not Merge.objects.exists()
        every = everything() != before and Merge.objects.count() == 1
        sound = none != every and not list(broken_links())
        print("none" if none and sound else "all" if every and sound else "a part")
        connection.close()
        if not killed:
            break


main(Path(sys.argv[1]))
