"""Values as JSON and as text: what goes out comes back, whatever it is."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.register.transfer.tables import Column, tables
from hansa.register.transfer.values import NotReadable, in_json, plain_in, plain_of, text_of, value_of

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
LEAF = st.none() | st.booleans() | st.integers() | TEXT
JSON = st.lists(LEAF | st.dictionaries(TEXT, LEAF, max_size=2), max_size=3)
STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "agreements.title": TEXT,
    "agreements.signed_first": st.none() | st.dates(),
    "agreements.published": st.booleans(),
    "agreements.unit": st.none() | st.integers(1, 10**17),
    "agreements.id": st.integers(1, 10**17),
    "agreements.subjects": JSON,
    "agreements.created": st.datetimes(timezones=st.just(dt.UTC)),
    "exchange_programme.time": st.none() | st.times(),
    "gifts.value": st.none() | st.decimals(0, 10**11, places=2),
    "parties.latitude": st.none() | st.floats(allow_nan=False, allow_infinity=False),
    "parties.geonames_id": st.none() | st.integers(0, 2**63 - 1),
}


def column(name: str) -> Column:
    table, _dot, field = name.partition(".")
    return next(one for one in tables() if one.name == table).by_name[field]


@pytest.mark.parametrize("name", STRATEGIES)
def test_a_value_comes_back_through_json(name: str) -> None:
    @given(STRATEGIES[name])
    def comes_back(value: Any) -> None:
        plain = json.loads(in_json(plain_of(column(name), value)))
        assert value_of(column(name), plain) == value

    comes_back()


@pytest.mark.parametrize("name", STRATEGIES)
def test_a_value_comes_back_through_text(name: str) -> None:
    @given(STRATEGIES[name])
    def comes_back(value: Any) -> None:
        text = text_of(column(name), plain_of(column(name), value))
        assert value_of(column(name), plain_in(column(name), text)) == value

    comes_back()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("agreements.id", "party-12"),
        ("agreements.id", "agreement-٣"),
        ("agreements.unit", "12"),
        ("agreements.published", "maybe"),
        ("agreements.subjects", "[1"),
        ("agreements.signed_first", "2023-02-30"),
        ("agreements.created", ""),
        ("gifts.value", "much"),
        ("parties.geonames_id", "1.5"),
        ("parties.latitude", "north"),
    ],
)
def test_what_is_no_value_is_refused(name: str, text: str) -> None:
    with pytest.raises(NotReadable):
        value_of(column(name), plain_in(column(name), text))


def test_an_amount_keeps_its_places() -> None:
    assert plain_of(column("gifts.value"), Decimal("1500.00")) == "1500.00"
