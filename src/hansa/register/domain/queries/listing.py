"""Lists of exchanges, a page at a time, and how many there are: in time that does not grow with the register.

What a list is narrowed by is asked of the search index, whatever it is and together with words; the rows are read by
their numbers. Numbers of whole kinds, years and countries are in the tally that the database keeps.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from hansa.register.models import Exchange, Tally
from hansa.register.rules import Somebody, may_read
from hansa.register.search.entries import facet, number_of_key
from hansa.register.search.matching import Question, Within, count, newest, question_of
from hansa.register.search.query import PUBLISHED

# Hits are counted so far; of lists that go on, no more is shown either.
COUNTED = 10_000


@dataclass(frozen=True)
class Narrowing:
    """What a list of exchanges is narrowed by; empty or None where it is not.

    `year` is one in which the exchange has a day, `country` (ISO 3166-1) that of one of its counterparts, `party` the
    number of one of them, `home` that of the city whose exchange it is.
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

    pk: int
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class ListedExchange:
    """An exchange with its counterparts, as lists show it."""

    pk: int
    kind: str
    title: str
    date: str
    parties: Sequence[ListedParty]


def exchanges_listed(narrowing: Narrowing, *, user: Somebody, limit: int = 50, offset: int = 0) -> list[ListedExchange]:
    """The exchanges that the narrowing leaves and the user may see, the newest first. Three queries."""
    ids = newest(_question(narrowing, user), _within(user), limit=limit, offset=offset)
    numbers = [number_of_key(key) for key in ids]
    parties: dict[int, list[ListedParty]] = defaultdict(list)
    rows = Exchange.parties.through.objects.filter(exchange__in=numbers).order_by("pk")
    columns = ("exchange_id", "party_id", "party__name_zh", "party__name_en")
    for number, party, name_zh, name_en in rows.values_list(*columns):
        parties[number].append(ListedParty(party, name_zh, name_en))
    held = Exchange.objects.filter(pk__in=numbers).order_by().values_list("pk", "kind", "title", "date")
    listed = {row[0]: ListedExchange(*row, parties[row[0]]) for row in held}
    return [listed[number] for number in numbers if number in listed]


def count_exchanges(narrowing: Narrowing, *, user: Somebody) -> int:
    """How many exchanges the narrowing leaves that the user may see. One query.

    Where it names a party or words, more than COUNTED are not counted: COUNTED + 1 says that there are more.
    """
    if not narrowing.is_tallied:
        return count(_question(narrowing, user), _within(user), at_most=COUNTED + 1)
    tally = _tally(user, narrowing.home, narrowing.kind)
    number = tally.filter(year=narrowing.year or 0, country=narrowing.country).aggregate(number=Sum("number"))["number"]
    return int(number or 0)


def exchanges_by_country_and_year(
    *, user: Somebody, home: int | None = None, kind: str = ""
) -> dict[tuple[str, int], int]:
    """How many exchanges there are with each country in each year, by country and year. One query.

    One of several countries or years counts in each, so these numbers are not for adding up.
    """
    tally = _tally(user, home, kind).exclude(country="").exclude(year=0)
    rows = tally.values_list("country", "year").annotate(total=Sum("number"))
    return {(country, year): total for country, year, total in rows if total}


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


def _question(narrowing: Narrowing, user: Somebody) -> Question:
    chosen = {
        "sub": narrowing.kind,
        "year": narrowing.year,
        "country": narrowing.country,
        "with": f"party-{narrowing.party}" if narrowing.party else None,
        "home": narrowing.home,
    }
    facets = [(facet("kind", "exchange"),), *((facet(name, value),) for name, value in chosen.items() if value)]
    return question_of(narrowing.words, *facets, *(() if may_read(user) else (PUBLISHED,)))


def _tally(user: Somebody, home: int | None, kind: str) -> QuerySet[Tally]:
    chosen = {"home": home, "subkind": kind}
    narrowed = {name: value for name, value in chosen.items() if value}
    return Tally.objects.filter(kind="exchange", **narrowed, **_seen(user)).order_by()
