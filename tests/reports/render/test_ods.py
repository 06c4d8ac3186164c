"""The ODS writer."""

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from hansa.reports.render.ods import render
from tests.reports.opendocument import faults
from tests.reports.render.lists import make_listing

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {"office": f"{OASIS}office:1.0", "table": f"{OASIS}table:1.0", "text": f"{OASIS}text:1.0"}


def content(made: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return etree.fromstring(file.read("content.xml"))


def values(made: bytes, name: str) -> list[str]:
    return [str(value) for value in content(made).xpath(f"//@{name}", namespaces=NAMES)]  # type: ignore[union-attr]


def test_values_keep_their_types() -> None:
    made = render(make_listing(rows=1))

    assert values(made, "office:date-value") == ["2017-01-11"]
    assert values(made, "office:value") == ["12345", "98765.50", "2017", "12345", "98765.50"]


def test_the_head_is_repeated_and_filtered() -> None:
    made = render(make_listing())

    head = content(made).xpath("//table:table-header-rows//text:p/text()", namespaces=NAMES)
    assert head == ["對象", "簽署日", "人次", "經費", "年"]
    assert values(made, "table:target-range-address") == ["'締盟城市一覽表'.A3:'締盟城市一覽表'.E5"]


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters()))
def test_any_text_is_valid(text: str) -> None:
    assert faults(render(make_listing(text))) == []
