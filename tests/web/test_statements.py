"""What facts and records hold, in words."""

from typing import Any

import pytest
from django.utils.translation import override

from hansa.web.statements import field_words, role_words

ROWS: list[tuple[str, Any, str, str]] = [
    (
        "members",
        {"countries": 124, "governments": 1750},
        "124 個國家、1,750 個地方政府",
        "124 countries, 1,750 governments",
    ),
    ("members", [{"count": 89, "of": "cities"}], "89 個城市", "89 cities"),
    ("members", [{"count": 7, "of": "% harbours"}], "7 % harbours", "7 % harbours"),
    ("role", "official member", "正式會員", "Official member"),
    ("role", "團體會員", "團體會員", "團體會員"),
    ("founded", "1993", "1993年（民國82年）", "1993"),
    ("kind", "national", "全國型", "National"),
    ("signatories", [{"name": "林小明", "post": "市長"}], "林小明 市長", "林小明 市長"),
]


@pytest.mark.parametrize(("field", "value", "chinese", "english"), ROWS)
def test_value_is_written_as_its_reader_writes_it(field: str, value: Any, chinese: str, english: str) -> None:
    with override("zh-hant"):
        assert field_words(field, value) == chinese
    with override("en"):
        assert field_words(field, value) == english


def test_role_without_words_is_nothing() -> None:
    assert role_words("") == ""
