"""Dates of founding and joining held against organizations and memberships."""

import pytest

from hansa.figures.checking.foundings import foundings_are_held
from hansa.register.models import Party
from tests.figures.checking.small_register import fill, held_against, right, wrong

pytestmark = pytest.mark.django_db
findings = held_against(foundings_are_held)


@pytest.fixture
def home() -> Party:
    return fill()


@pytest.mark.parametrize(
    ("text", "agreeing"),
    [
        ("亞太城市合作網成立於1987年。", "1987年"),
        ("本市2004年加入亞太城市合作網。", "2004年"),
        ("2004年，本市加入CITYNET，該組織1987年成立。", "1987年"),
        ("CITYNET was founded in 1987. Kaohsiung has been a member since 2004.", "2004"),
    ],
)
def test_what_the_register_has_agrees(text: str, agreeing: str, home: Party) -> None:
    found = findings(text, home)

    assert agreeing in right(found)
    assert wrong(found) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("亞太城市合作網成立於1978年。", ("1978年", "1987年")),
        ("本市2014年加入亞太城市合作網。", ("2014年", "2004年")),
        ("民國92年，本市加入CITYNET。", ("民國92年", "民國93年")),
        ("Founded in 1986, CITYNET has many members.", ("1986", "1987")),
        ("Kaohsiung joined CITYNET in 2005.", ("2005", "2004")),
    ],
)
def test_another_year_is_told_with_the_right_one(text: str, expected: tuple[str, str], home: Party) -> None:
    assert wrong(findings(text, home)) == [("differs", *expected)]


@pytest.mark.parametrize(
    "text",
    [
        "2010年，亞太城市合作網在本市召開年會。",
        "亞太城市合作網很活躍。世界港灣聯盟創立於1999年。",
        "Paris joined CITYNET's programme. The World Ports League was founded in 1999.",
    ],
)
def test_another_body_or_occasion_is_left_alone(text: str, home: Party) -> None:
    assert wrong(findings(text, home)) == []
