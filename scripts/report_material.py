"""The register that `bench_report` reports on."""

import random
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

from hansa.figures.catalogue import reported_measures
from hansa.register.domain.bulk import add_all
from hansa.register.domain.queries.records import records_of
from hansa.register.domain.users import system_user
from hansa.register.models import RECORD_KINDS, Office, User

Row = dict[str, Any]
_YEARS = range(2003, 2023)
_KINDS = ("inbound_visit", "outbound_visit", "online_meeting", "exhibition", "donation", "education_exchange", "event")
_TOPICS = ("智慧城市", "觀光", "港口合作", "淨零轉型", "教育", "文化", "產業投資")
_PARTNERS = ("sister_city", "friendship_city", "partnership")
_CITIES = 120
_PEOPLE = 300


def fill(records: int) -> int:
    """Fill the register with about so many records; how many there are then."""
    chance = random.Random(5)  # noqa: S311 - chance that repeats itself is what is wanted
    user, office = system_user(), Office.objects.select_related("home").order_by("pk")[0]
    cities = add_all(
        by=user,
        kind="party",
        rows=[{"name_zh": f"友誼市{n}", "name_en": f"Friendship {n}", "country": "JP"} for n in range(_CITIES)],
    )
    people = add_all(
        by=user, kind="person", rows=[{"name_zh": f"林大{n}", "name_en": f"Lin Da {n}"} for n in range(_PEOPLE)]
    )
    _agreements(user, office, cities[:40])
    figures = _figures(user, office)
    left = records - len(figures) - _CITIES - _PEOPLE - 40
    made = _exchanges(office, cities, people, chance)
    add_all(by=user, kind="exchange", rows=list(islice(made, max(left, 0))))
    return sum(records_of(kind).count() for kind in RECORD_KINDS if kind not in ("source", "fact"))


def _agreements(user: User, office: Office, cities: list[int]) -> None:
    rows = [
        {
            "kind": kind,
            "signed": f"{1980 + at}-05-0{at % 9 + 1}",
            "office": office.pk,
            "sides": [{"party": office.home_id}, {"party": city}],
        }
        for at, (city, kind) in enumerate(zip(cities, cycle(_PARTNERS), strict=False))
    ]
    add_all(by=user, kind="agreement", rows=rows)


def _figures(user: User, office: Office) -> list[int]:
    rows = [
        {
            "home": office.home_id,
            "office": office.pk,
            "measure": measure.label.zh,
            "value": at * 7 + year % 13,
            "unit": measure.unit.zh,
            "period": str(year),
            "measure_key": measure.key,
        }
        for year in _YEARS
        for at, measure in enumerate(reported_measures(), 1)
    ]
    return list(add_all(by=user, kind="figure", rows=rows))


def _exchanges(office: Office, cities: list[int], people: list[int], chance: random.Random) -> Iterator[Row]:
    """Exchanges without end, an eightieth of them in the year reported."""
    number = 0
    while True:
        number += 1
        year = _YEARS[-1] if number % 80 == 0 else chance.choice(_YEARS[:-1])
        date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield {
            "home": office.home_id,
            "office": office.pk,
            "kind": chance.choice(_KINDS),
            "title": f"第{number}次城市交流",
            "date": date,
            "parties": [chance.choice(cities)],
            "people": [{"person": one, "post": "市長", "of": "友誼市"} for one in chance.sample(people, 2)],
            "topics": chance.sample(_TOPICS, 3),
            "headcount": chance.randint(2, 60),
        }
