"""Lists of exchanges, a page at a time, and how many there are: in time that does not grow with the register.

What a list is narrowed by is asked of the search index, whatever it is and together with words; the rows are read by
their numbers. Numbers of whole kinds, years and countries are in the tally that the database keeps.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from django.db import connection
from django.db.models import QuerySet, Sum

from hansa.register.enums import ExchangeKind
from hansa.register.models import Tally
from hansa.register.rules import Somebody, may_read
from hansa.register.search.entries import facet, keys_between, number_of_key
from hansa.register.search.matching import Question, Within, count, newest, question_of
from hansa.register.search.query import PUBLISHED

# Hits that no tally has are counted so far, which PostgreSQL does in the time of a page; no more of them are shown.
COUNTED = 1_000
# Written out: to have the ORM make it each time takes as long as the answer.
_ROWS = (
    "SELECT exchange.id, exchange.kind, exchange.title, exchange.date, party.id, party.name_zh, party.name_en"
    " FROM register_exchange AS exchange LEFT JOIN register_exchange_parties AS met ON met.exchange_id = exchange.id"
    " LEFT JOIN register_party AS party ON party.id = met.party_id"
    " WHERE exchange.id IN ({}) ORDER BY exchange.id, met.id"
)


@dataclass(frozen=True)
class Narrowing:
    """What a list of exchanges is narrowed by; empty or None where it is not.

    `year` is one in which the exchange has a day, `country` (ISO 3166-1) that of one of its counterparts, `party` the
    number of one of them or of the city whose exchange it is, `home` that of this city.
    """

    kind: str = ""
    year: int | None = None
    country: str = ""
    party: int | None = None
    home: int | None = None
    words: str = ""

    @property
    def is_tallied(self) -> bool:
        """Whether the tally has the number of hits."""
        return self.party is None and not self.words


@dataclass(frozen=True)
class ListedParty:
    """A counterpart of an exchange, as lists show it."""

    kind_of_record: ClassVar[str] = "party"
    pk: int
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class ListedExchange:
    """An exchange with its counterparts, as lists show it."""

    kind_of_record: ClassVar[str] = "exchange"
    pk: int
    kind: str
    title: str
    date: str
    parties: Sequence[ListedParty]

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} {self.date}".strip()

    def get_kind_display(self) -> str:
        """Its kind in the reader's language, as the record has it."""
        return str(ExchangeKind(self.kind).label)


def exchanges_listed(narrowing: Narrowing, *, user: Somebody, limit: int = 50, offset: int = 0) -> list[ListedExchange]:
    """The exchanges that the narrowing leaves and the user may see, the newest first.

    A fixed number of queries.
    """
    numbers = [number_of_key(key) for key in _keys(narrowing, user, limit, offset)]
    listed = {exchange.pk: exchange for exchange in _read(numbers)} if numbers else {}
    return [listed[number] for number in numbers if number in listed]


def _read(numbers: Sequence[int]) -> Iterator[ListedExchange]:
    """The exchanges of these numbers with their counterparts, in no order."""
    with connection.cursor() as cursor:
        cursor.execute(_ROWS.format(", ".join(["%s"] * len(numbers))), numbers)
        rows = cursor.fetchall()
    for (pk, kind, title, date), found in groupby(rows, key=itemgetter(0, 1, 2, 3)):
        yield ListedExchange(pk, kind, title, date, [ListedParty(*row[4:]) for row in found if row[4]])


def count_exchanges(narrowing: Narrowing, *, user: Somebody) -> int:
    """How many exchanges the narrowing leaves that the user may see. At most two queries.

    Where it names a party or words, more than COUNTED are not counted: COUNTED + 1 says that there are more.
    """
    if not narrowing.is_tallied:
        found = (count(question, _within(user), at_most=COUNTED + 1) for question in _questions(narrowing, user))
        return min(sum(found), COUNTED + 1)
    tally = _tally(user, narrowing.home, narrowing.kind)
    number = tally.filter(year=narrowing.year or 0, country=narrowing.country).aggregate(number=Sum("number"))["number"]
    return int(number or 0)


def exchanges_by_country_and_year(
    *, user: Somebody, home: int | None = None, kind: str = ""
) -> dict[tuple[str, int], int]:
    """How many exchanges there are with each country in each year, by country and year. One query.

    One of several countries or years counts in each, so these numbers are not for adding up.
    """
    tally = _tally(user, home, kind).filter(year__gt=0, country__gt="")
    rows = tally.values_list("year", "country").annotate(total=Sum("number"))
    return {(country, year): total for year, country, total in rows if total}


def years_and_countries(kind: str, user: Somebody) -> tuple[list[int], list[str]]:
    """The years on which records of a kind have a day, the latest first, and the countries of those they are with."""
    tally = Tally.objects.filter(kind=kind, number__gt=0, **_seen(user)).order_by()
    years = tally.filter(country="", year__gt=0).values_list("year", flat=True).distinct()
    countries = tally.filter(year=0).exclude(country="").values_list("country", flat=True).distinct()
    return sorted(years, reverse=True), sorted(countries)


def _within(user: Somebody) -> Within:
    return Within.ALL if may_read(user) else Within.OPEN


def _seen(user: Somebody) -> dict[str, bool]:
    return {} if may_read(user) else {"published": True}


def _questions(narrowing: Narrowing, user: Somebody) -> list[Question]:
    """What the index is asked, one after the other: all that answers the first is newer than what answers the second.

    Exchanges of a year are those that began in it, then those that began before and have a day in it.
    """
    own, party = f"exchange{narrowing.kind}", f"party-{narrowing.party}"
    groups = [
        *([[facet("country", own, narrowing.country)]] if narrowing.country else []),
        *([[facet("with", own, party), facet("home", own, party)]] if narrowing.party else []),
        *([[facet("home", own, f"party-{narrowing.home}")]] if narrowing.home else []),
    ]
    groups = [*(groups or [[facet("of", own)]]), *([] if may_read(user) else [[PUBLISHED]])]
    question = question_of(narrowing.words, *groups)
    if narrowing.year is None:
        return [question]
    begin, end = keys_between(dt.date(narrowing.year, 1, 1), dt.date(narrowing.year, 12, 31))
    earlier = question_of(narrowing.words, *groups, [facet("later", "exchange", narrowing.year)])
    return [replace(question, keys=(begin, end)), replace(earlier, keys=(0, begin))]


def _keys(narrowing: Narrowing, user: Somebody, limit: int, offset: int) -> list[int]:
    """The ids of the entries of a page."""
    found: list[int] = []
    for question in _questions(narrowing, user):
        page = newest(question, _within(user), limit=limit - len(found), offset=offset)
        found += page
        if len(found) == limit:
            break
        # The page goes on with the next question, after as many of its answers as the page is past the first's.
        offset = 0 if page or not offset else offset - count(question, _within(user), at_most=offset)
    return found


def _tally(user: Somebody, home: int | None, kind: str) -> QuerySet[Tally]:
    chosen = {"home": home, "subkind": kind}
    narrowed = {name: value for name, value in chosen.items() if value}
    return Tally.objects.filter(kind="exchange", **narrowed, **_seen(user)).order_by()
