"""A number written the way in which a draft writes its own."""

from decimal import Decimal

import pytest

from hansa.figures.checking.draft import Draft
from hansa.figures.checking.writing import plain_number, written_like
from hansa.reading.document import Document


@pytest.mark.parametrize(
    ("draft", "value", "written"),
    [
        ("接待34案。", 33, "33"),
        ("諮詢13,385人次。", 13358, "13,358"),
        ("諮詢13385人次。", 13358, "13358"),
        ("節省1億3,925萬元。", 139_520_000, "1億3,952萬"),
        ("節省2億371萬3,663元。", 207_313_663, "2億731萬3,663"),
        ("預算8,789.1萬元。", 87_981_000, "8,798.1萬"),
        ("獎金2萬元。", 9_500, "9,500"),
        ("共二十二個城市。", 45, "四十五"),
        ("共三個城市。", 2, "兩"),
        ("成為第三個姊妹市。", 2, "二"),
        ("共一百個城市。", 1005, "一千零五"),
        ("達成率91.7%。", Decimal("90.7"), "90.7"),
    ],
)
def test_value_is_written_as_the_draft_writes(draft: str, value: Decimal, written: str) -> None:
    number = Draft(Document(draft), "高雄市").numbers[0]

    assert written_like(number, Decimal(value)) == written


@pytest.mark.parametrize(("value", "written"), [("1606.0000", "1,606"), ("90.70", "90.7"), ("0", "0"), ("100", "100")])
def test_plain_number_has_no_idle_zeros(value: str, written: str) -> None:
    assert plain_number(Decimal(value)) == written
