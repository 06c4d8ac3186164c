"""What `bench_figures` asks of a register of many exchanges: every computed measure, for a year and for all years."""

import datetime as dt
import os
import time
from itertools import islice

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from scripts.measured import line
from scripts.register_material import exchanges, parties

from hansa.figures.answers import Answer
from hansa.figures.computed import COMPUTED
from hansa.figures.gathered import Gathered
from hansa.figures.measures import answer, answers
from hansa.register.domain.bulk import add_all
from hansa.register.domain.users import system_user
from hansa.register.models import Party

_CHUNK = 20_000
_PERIODS = {
    "a year": (dt.date(2016, 1, 1), dt.date(2016, 12, 31)),
    "all years": (dt.date(1990, 1, 1), dt.date(2025, 12, 31)),
}


def fill(number: int) -> Party:
    """Fill the register with so many exchanges; gives the home city."""
    user = system_user()
    [home] = add_all(by=user, kind="party", rows=[{"name_zh": "高雄市", "name_en": "Kaohsiung", "country": "TW"}])
    known = add_all(by=user, kind="party", rows=parties())
    made = exchanges(home, known)
    for at in range(0, number, _CHUNK):
        add_all(by=user, kind="exchange", rows=list(islice(made, min(_CHUNK, number - at))))
    return Party.objects.get(pk=home)


def asked(key: str, home: Party, first: dt.date, last: dt.date) -> tuple[float, float, int, Answer]:
    """The seconds for a measure's number and for the first fifty of its rows, its queries, and its answer."""
    with CaptureQueriesContext(connection) as queries:
        start = time.perf_counter()
        found = answer(key, home, first=first, last=last, gathered=Gathered())
        counted = time.perf_counter()
        _ = found.rows[:50]
        shown = time.perf_counter()
    return counted - start, shown - counted, len(queries), found


def ask(home: Party, period: str) -> None:
    """Every computed measure by itself, the slowest three told, and all of them together."""
    first, last = _PERIODS[period]
    # What a process reads once for all.
    asked("exchanges_total", home, first, first)
    told = sorted(
        ((*asked(measure.key, home, first, last), measure.key) for measure in COMPUTED), key=lambda one: -one[0]
    )
    for seconds, _, queries, found, key in told[:3]:
        line(f"{key}, {period}: {found.value:,} of {len(found.rows):,} rows, {queries} queries", 1, seconds, "s")
    line(f"the first fifty rows of a measure, {period}, at most", 1, max(one[1] for one in told), "s")
    line(f"queries of a measure with its rows, {period}, at most", 14, max(one[2] for one in told))
    start = time.perf_counter()
    answers(home, first, last)
    line(f"all {len(COMPUTED)} computed measures together, {period}", 3, time.perf_counter() - start, "s")


def main() -> None:
    """Fill, ask, print."""
    call_command("migrate", verbosity=0)
    home = fill(int(os.environ["HANSA_BENCH_EXCHANGES"]))
    if connection.vendor == "postgresql":
        # What the server does by itself within minutes.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    for period in _PERIODS:
        ask(home, period)


if __name__ == "__main__":
    main()
