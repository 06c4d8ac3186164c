"""Dates, anniversaries and kinds of ties held against agreements."""

import pytest

from hansa.figures.checking.ties import ties_are_held
from hansa.register.models import Party
from tests.figures.checking.small_register import fill, held_against, right, wrong

pytestmark = pytest.mark.django_db
findings = held_against(ties_are_held)


@pytest.fixture
def home() -> Party:
    return fill()


@pytest.mark.parametrize(
    ("text", "agreeing"),
    [
        ("本市於民國71年與聖安東尼市締結姊妹市。", "民國71年"),
        ("八王子市自2006年起為本市友好城市。", "2006年"),
        ("2022年，高雄與聖安東尼市歡度締盟40週年。", "40週年"),
        ("2024年，高雄與聖安東尼市締盟超過40年。", "超過40年"),
        ("Kaohsiung and San Antonio have been sister cities since 1982.", "1982"),
        ("In 2026 Hachioji, a friendship city since 2006, celebrates its 20th anniversary.", "2006"),
        ("2025年9月15日，本市與格丁尼亞市簽署姊妹市協定。", "2025年9月15日"),
    ],
)
def test_what_the_agreements_say_agrees(text: str, agreeing: str, home: Party) -> None:
    found = findings(text, home)

    assert agreeing in right(found)
    assert wrong(found) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本市於民國72年與聖安東尼市締結姊妹市。", ("differs", "民國72年", "民國71年")),
        ("本市於1928年與聖安東尼市締結姊妹市。", ("differs", "1928年", "1982年")),
        ("八王子市自2016年起為本市友好城市。", ("differs", "2016年", "2006年")),
        ("本市與八王子市於2006年11月10日簽署友好城市協定。", ("differs", "2006年11月10日", "2006年11月1日")),
        ("2022年，高雄與聖安東尼市歡度締盟45週年。", ("differs", "45週年", "40週年")),
        ("2012年，高雄與聖安東尼市締盟超過40年。", ("differs", "超過40年", "超過30年")),
        ("Kaohsiung and San Antonio have been sister cities since 1992.", ("differs", "1992", "1982")),
        (
            "On 3 March 2025 Kaohsiung signed a sister city agreement with Katowice.",
            ("differs", "3 March 2025", "3 March 2026"),
        ),
        ("友好城市聖安東尼市派員參加。", ("differs", "友好城市", "姊妹市")),
        ("姊妹市熊本市派員參加。", ("differs", "姊妹市", "友好城市")),
        ("熊本市與本市結為姊妹市。", ("differs", "姊妹市", "友好城市")),
        ("Katowice became a friendship city of Kaohsiung.", ("differs", "friendship city", "sister city")),
    ],
)
def test_another_date_age_or_kind_is_told_with_the_right_one(
    text: str, expected: tuple[str, str, str], home: Party
) -> None:
    assert expected in wrong(findings(text, home))


@pytest.mark.parametrize(
    "text",
    [
        "2025年，卡托維茲市歡度建市160週年，友好城市紛紛致賀。",
        "2019年8月3日，拜訪友好城市熊本市。",
        "2030年，本市與熊本市簽署合作備忘錄。",
        "1999年，巴黎市與羅馬市締結姊妹市。",
        "2023年補辦與聖安東尼市締盟40週年慶祝活動。",
        "本市姊妹市及友好城市熊本市、八王子市均派員。",
        "熊本市盼與本市結為姊妹市。",
        "2022年，聖安東尼市等締盟逢五逢十周年之友好夥伴。",
        "熊本市成為本市第36個姊妹市及友好夥伴城市。",
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str, home: Party) -> None:
    assert wrong(findings(text, home)) == []


def test_finding_tells_the_agreement_and_when_it_was_signed(home: Party) -> None:
    [finding] = [one for one in findings("本市於1983年與聖安東尼市締結姊妹市。", home) if one.verdict == "differs"]

    assert finding.records[0].startswith("agreement-")
    assert finding.reason is not None
    assert finding.reason.zh == "高雄市、聖安東尼市之姊妹市於1982年簽署。"
