"""What `bench_register` asks of a large register: filling it, pages of lists, counts, and words.

Each question is asked many times in other words, and the 95th percentile counts. The bare SQL beside a page of a list
are the same statements sent to the database's own driver, their rows fetched and left as they are.
"""

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from scripts.measured import line
from scripts.register_material import exchanges, parties, words_sought

from hansa.facts import span
from hansa.register.domain.bulk import add_all
from hansa.register.domain.queries.listing import (
    Narrowing,
    count_exchanges,
    exchanges_by_country_and_year,
    exchanges_listed,
)
from hansa.register.domain.users import system_user
from hansa.register.models import Exchange, User
from hansa.register.search import search

Row = dict[str, Any]
_CHUNK = 20_000
# Before each so many chunks Django writes the same rows, and they are taken back.
_COMPARED = 10
_QUESTIONS = 300
_WORDS = 40


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def percentile(times: Sequence[float]) -> float:
    """The 95th percentile, in milliseconds."""
    return sorted(times)[int(len(times) * 0.95)] * 1000


def by_django(rows: Sequence[Row]) -> float:
    """How long Django's `bulk_create` takes for the rows and their counterparts; nothing of them stays."""
    start = time.perf_counter()
    with transaction.atomic():
        made = []
        for row in rows:
            days = span(row["date"])
            own = {name: value for name, value in row.items() if name not in ("parties", "home")}
            made.append(Exchange(home_id=row["home"], first=days.first, last=days.last, **own))
        Exchange.objects.bulk_create(made, batch_size=5000)
        through = Exchange.parties.through
        through.objects.bulk_create(
            [
                through(exchange_id=exchange.pk, party_id=party)
                for exchange, row in zip(made, rows, strict=True)
                for party in row["parties"]
            ],
            batch_size=5000,
        )
        taken = time.perf_counter() - start
        transaction.set_rollback(True)
    return taken


def fill(user: User, number: int) -> tuple[list[str], list[int]]:
    """Fill the register with so many exchanges, and tell how long it took; some titles, and the parties."""
    [home] = add_all(by=user, kind="party", rows=[{"name_zh": "高雄市", "name_en": "Kaohsiung", "country": "TW"}])
    known = add_all(by=user, kind="party", rows=[{**party, "published": True} for party in parties()])
    made = exchanges(home, known)
    titles: list[str] = []
    ours, compared, django = 0.0, 0.0, 0.0
    for at in range(0, number, _CHUNK):
        rows = list(islice(made, min(_CHUNK, number - at)))
        titles += [row["title"] for row in rows[:1000]]
        is_compared = at // _CHUNK % _COMPARED == 0
        if is_compared:
            django += by_django(rows)
        taken = seconds(lambda rows=rows: add_all(by=user, kind="exchange", rows=rows))
        ours += taken
        compared += taken if is_compared else 0
    print(f"{number:,} exchanges loaded in {ours:,.0f} s: {number / ours:,.0f} a second")
    line("bulk loading, ratio to bulk_create of the same rows", 0.5, django / compared, "", at_least=True)
    return titles, [home, *known]


def narrowings(known: Sequence[int]) -> Iterator[Narrowing]:
    """Lists that somebody may ask for, without end."""
    chosen = random.Random(6)  # noqa: S311 - no secret
    kinds = [str(value) for value, _ in Exchange._meta.get_field("kind").flatchoices]  # type: ignore[union-attr]
    countries = ["JP", "KR", "US", "CN", "FR", "PH", "DE", "VN", "PE", "FI", "IS"]
    while True:
        picks = {
            "kind": chosen.choice(kinds),
            "year": chosen.randint(1990, 2023),
            "country": chosen.choice(countries),
            "party": chosen.choice(known[1:]),
        }
        names = chosen.choice(
            ((), ("kind",), ("year",), ("country",), ("party",), ("kind", "year"), ("kind", "country"),
             ("year", "country"), ("kind", "year", "country"), ("kind", "party"), ("year", "party"))
        )  # fmt: skip
        yield Narrowing(**{name: picks[name] for name in names})


def ask_for_pages(user: User, known: Sequence[int]) -> None:
    """Pages of lists beside the bare SQL, and counts of hits."""
    chosen = random.Random(7)  # noqa: S311 - no secret
    asked = [(narrowing, 50 * chosen.choice((0, 0, 0, 1, 2, 9))) for narrowing in islice(narrowings(known), _QUESTIONS)]
    pages, bare, counts = zip(*(_ask(narrowing, offset, user) for narrowing, offset in asked), strict=True)
    line("page of a filtered list, 95th percentile", 10, percentile(pages), "ms")
    line("the same by bare SQL", 10, percentile(bare), "ms")
    line("page of a filtered list, times the bare SQL", 2, sum(pages) / sum(bare))
    line("count of hits, 95th percentile", 30, percentile(counts), "ms")


def _ask(narrowing: Narrowing, offset: int, user: User) -> tuple[float, float, float]:
    """The seconds for a page, for its statements alone, and for the count."""
    sent: list[tuple[str, Any]] = []

    def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        exchanges_listed(narrowing, user=user, offset=offset)
    return (
        seconds(lambda: exchanges_listed(narrowing, user=user, offset=offset)),
        seconds(lambda: _bare(sent)),
        seconds(lambda: count_exchanges(narrowing, user=user)),
    )


def _bare(sent: Sequence[tuple[str, Any]]) -> None:
    """The statements sent to the driver itself."""
    cursor = connection.connection.cursor()
    for sql, params in sent:
        cursor.execute(sql.replace("%s", "?") if connection.vendor == "sqlite" else sql, params)
        cursor.fetchall()
    cursor.close()


def ask_for_words(user: User, titles: Sequence[str]) -> None:
    """The fifty newest with a word of two characters."""
    for name, words in words_sought(titles, _WORDS).items():
        hits = [len(search(word, user=user, limit=50)) for word in words]
        times = [seconds(lambda word=word: search(word, user=user, limit=50)) for word in words for _ in range(3)]
        wanted = 25 if connection.vendor == "sqlite" else 60
        line(
            f"search, {name} words ({sum(hits) / len(hits):.0f} shown), 95th percentile",
            wanted,
            percentile(times),
            "ms",
        )
        counts = [seconds(lambda word=word: count_exchanges(Narrowing(words=word), user=user)) for word in words]
        line(f"count of hits of {name} words, 95th percentile", 30, percentile(counts), "ms")


def main() -> None:
    """Fill, ask, print."""
    call_command("migrate", verbosity=0)
    user = system_user()
    titles, known = fill(user, int(os.environ["HANSA_BENCH_EXCHANGES"]))
    if connection.vendor == "postgresql":
        # What the server does by itself within minutes.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    ask_for_pages(user, known)
    counted = [seconds(lambda: exchanges_by_country_and_year(user=user)) for _ in range(20)]
    line("count by country and year, 95th percentile", 100, percentile(counted), "ms")
    ask_for_words(user, titles)


if __name__ == "__main__":
    main()
