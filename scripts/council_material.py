"""What `bench_council` fills a register with: 10,000 records, all exchanges and agreements in the period reported."""

import datetime as dt
from itertools import islice

from django.db import transaction
from scripts.register_material import exchanges, parties

from hansa.register.domain.bulk import add_all
from hansa.register.domain.installation import install
from hansa.register.domain.users import system_user
from hansa.register.models import Office

_PARTIES, _EXCHANGES, _AGREEMENTS = 3500, 6000, 500
_FIRST, _DAYS = dt.date(2025, 7, 1), 270


def _day(number: int) -> str:
    return (_FIRST + dt.timedelta(number % _DAYS)).isoformat()


def fill() -> None:
    """Fill the register; every exchange and agreement has its day."""
    install(home="高雄市")
    home, by = Office.objects.get().home_id, system_user()
    with transaction.atomic():
        known = add_all(by=by, kind="party", rows=parties()[:_PARTIES])
        rows = (row | {"date": _day(number)} for number, row in enumerate(exchanges(home, known)))
        add_all(by=by, kind="exchange", rows=islice(rows, _EXCHANGES))
        kinds = ("sister_city", "mou", "friendship_city", "sister_school")
        signed = (
            {
                "kind": kinds[number % len(kinds)],
                "signed": _day(number),
                "sides": [{"party": home}, {"party": known[number]}, {"party": known[-number - 1]}],
            }
            for number in range(_AGREEMENTS)
        )
        add_all(by=by, kind="agreement", rows=signed)


if __name__ == "__main__":
    fill()
