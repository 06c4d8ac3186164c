"""Claims of order held against the order of signing."""

import pytest

from hansa.figures.checking.orders import orders_are_held
from hansa.register.models import Party
from tests.figures.checking.small_register import fill, held_against, right, wrong

pytestmark = pytest.mark.django_db
findings = held_against(orders_are_held)


@pytest.fixture
def home() -> Party:
    return fill()


@pytest.mark.parametrize(
    ("text", "agreeing"),
    [
        ("卡托維茲成為高雄與波蘭第二個姊妹市。", "第二個"),
        ("格丁尼亞市是本市首個波蘭姊妹市。", "首個"),
        ("本市在波蘭已有兩個姊妹市。第一個是格丁尼亞市，第二個是卡托維茲市。", "第二個"),
        ("Gdynia is Kaohsiung's first sister city in Poland.", "first"),
        ("八王子市是本市第一個友好城市。", "第一個"),
    ],
)
def test_order_of_signing_agrees(text: str, agreeing: str, home: Party) -> None:
    found = findings(text, home)

    assert agreeing in right(found)
    assert wrong(found) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("卡托維茲成為高雄與波蘭第三個姊妹市。", ("differs", "第三個", "第二個")),
        ("卡托維茲市是本市首個波蘭姊妹市。", ("differs", "首個", "第2個")),
        ("Katowice is Kaohsiung's first sister city in Poland.", ("differs", "first", "second")),
        ("八王子市是本市第2個友好城市。", ("ambiguous", "第2個", "第1個")),
    ],
)
def test_another_order_is_told(text: str, expected: tuple[str, str, str], home: Party) -> None:
    assert wrong(findings(text, home)) == [expected]


@pytest.mark.parametrize("text", ["本市首度與卡托維茲市合辦展覽。", "第二個議題是交通。", "巴黎是羅馬的第一個姊妹市。"])
def test_other_orders_are_left_alone(text: str, home: Party) -> None:
    assert findings(text, home) == []
