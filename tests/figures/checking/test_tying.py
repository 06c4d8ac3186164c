"""Numbers of a draft held against the register: the same thing, unit and period, in whatever words."""

from decimal import Decimal

import pytest

from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding
from hansa.figures.checking.held import Held
from hansa.figures.checking.tying import numbers_are_held
from hansa.reading.document import Document
from hansa.register.derived import key_of
from hansa.register.models import Party, PartyName
from tests.factories import (
    make_agreement,
    make_exchange,
    make_fact,
    make_figure,
    make_organization,
    make_party,
    make_passage,
    make_project,
    make_source,
)

pytestmark = pytest.mark.django_db
Said = list[tuple[str, str, str]]


@pytest.fixture
def home() -> Party:
    home = make_party("高雄市", country="TW", atlas_key="kaohsiung")
    make_figure("國際訪賓", 33, "2022", unit="案", home=home)
    make_figure("國際訪賓人次", 220, "2022", unit="人次", home=home)
    make_figure("消費事件諮詢", 13358, "2022", unit="人次", home=home)
    make_figure("勞工退休準備金專戶撥補差額", 207_313_663, "2022", unit="元", home=home)
    make_figure("指定項目採購達成率", 90.7, "2022", unit="%", home=home)
    make_figure("捐贈醫療口罩", 10800, "2022-02-22", unit="片", home=home)
    return home


def held(text: str, home: Party) -> list[Finding]:
    return list(numbers_are_held(Draft(Document(text), str(home)), Held(home)))


def said(text: str, home: Party) -> Said:
    return [(one.verdict, one.quote, one.expected) for one in held(text, home)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("111年接待國際訪賓34案。", ("differs", "34案", "33")),
        ("2022年來訪的國際訪賓共有三十四案。", ("differs", "三十四案", "三十三")),
        ("111年度民眾消費諮詢13,385人次。", ("differs", "13,385人次", "13,358")),
        ("111年撥補勞工退休準備金差額2億371萬3,663元。", ("differs", "2億371萬3,663元", "2億731萬3,663")),
        ("111年綠色採購指定項目達成率為91.7%。", ("differs", "91.7%", "90.7")),
        ("111年2月22日捐贈醫療口罩10,080片。", ("differs", "10,080片", "10,800")),
        ("In 2022 the city received 34 international visits.", ("differs", "34", "33")),
        ("On 22 February 2022 the city gave Palau 18,000 medical masks.", ("differs", "18,000", "10,800")),
    ],
)
def test_other_number_for_the_same_thing_and_period_differs(
    home: Party, text: str, expected: tuple[str, str, str]
) -> None:
    assert said(text, home) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "111年接待國際訪賓33案。",
        "2022年來訪的國際訪賓共有三十三案。",
        "111年1月至12月國際訪賓33場次。",
        "111年度民眾消費諮詢1萬3,358人次。",
        "In 2022 the city received 33 international visits.",
    ],
)
def test_same_number_in_other_words_agrees(home: Party, text: str) -> None:
    assert [verdict for verdict, _, _ in said(text, home)] == ["agrees"]


@pytest.mark.parametrize("text", ["112年接待國際訪賓41案。", "In 2023 the city received 41 international visits."])
def test_number_of_another_year_is_not_known_and_the_year_that_is_held_is_named(home: Party, text: str) -> None:
    (finding,) = held(text, home)

    assert (finding.verdict, finding.expected) == ("unknown", "")
    assert finding.reason
    assert finding.reason.en == "The register holds this for other times only: 國際訪賓 33 案 (2022)"


@pytest.mark.parametrize("text", ["111年修剪行道樹8,120株。", "111年國際訪賓滿意度88.5%。"])
def test_number_of_something_else_is_not_known(home: Party, text: str) -> None:
    assert [verdict for verdict, _, _ in said(text, home)] == ["unknown"]


def test_finding_names_the_figure_its_source_and_its_measure(home: Party) -> None:
    source = make_source("全年國際訪賓12團。", home=home)
    figure = make_figure("國際訪賓", 12, "2021", unit="團", home=home)
    make_fact(figure, make_passage(source), data={"value": 12})

    (finding,) = held("110年國際訪賓13團。", home)

    assert (finding.verdict, finding.found, finding.expected) == ("differs", "13", "12")
    assert finding.records == (figure.ref, source.ref)
    assert finding.measure == "inbound_sessions"
    assert finding.sentence == "110年國際訪賓13團。"
    assert finding.reason
    assert finding.reason.zh == "登錄資料為：國際訪賓 12 團 (2021)"


def test_number_that_one_document_states_and_another_contradicts_is_ambiguous(home: Party) -> None:
    figure = make_figure("友好交流活動", 45, "2021", unit="場次", home=home)
    make_fact(figure, make_passage(make_source("友好交流活動45場次。")), data={"value": 45})
    make_fact(figure, make_passage(make_source("友好交流活動43場次。")), data={"value": 43})

    assert said("110年友好交流活動45場次。", home) == [("agrees", "45場次", "")]
    assert said("110年友好交流活動43場次。", home) == [("ambiguous", "43場次", "")]


def test_number_that_may_be_either_of_two_is_ambiguous_and_both_are_named(home: Party) -> None:
    make_figure("會議室借用", 1606, "2022", unit="場次", home=home, section="四維")
    make_figure("會議室借用", 1031, "2022", unit="場次", home=home, section="鳳山")

    (finding,) = held("111年會議室借用1,250場次。", home)

    assert finding.verdict == "ambiguous"
    assert finding.reason
    assert finding.reason.en == ("It may be one of these: 會議室借用 1,606 場次 (2022)；會議室借用 1,031 場次 (2022)")


def test_number_that_another_of_the_draft_tells_rightly_is_not_meant_by_a_second(home: Party) -> None:
    make_figure("會議室借用", 1606, "2022", unit="場次", home=home)
    make_figure("會議室借用", 1031, "2022", unit="場次", home=home)

    assert said("111年四維會議室借用1,606場次，鳳山會議室借用1,301場次。", home) == [
        ("agrees", "1,606場次", ""),
        ("differs", "1,301場次", "1,031"),
    ]


def test_figures_of_another_city_are_not_asked(home: Party) -> None:
    make_figure("路燈汰換", 500, "2022", unit="盞", home=make_party("臺中市"))

    assert said("111年路燈汰換600盞。", home) == [("unknown", "600盞", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("世界港灣聯盟的會員遍及143國。", ("agrees", "143國", "")),
        ("世界港灣聯盟的會員遍及134國。", ("differs", "134國", "143")),
        ("世界港灣聯盟的會員遍及150國。", ("differs", "150國", "153")),
        ("世界港灣聯盟的會員遍及60國。", ("unknown", "60國", "")),
    ],
)
def test_members_of_an_organization_are_held_to_all_that_was_published(
    home: Party, text: str, expected: tuple[str, str, str]
) -> None:
    body = make_organization("世界港灣聯盟", members=[{"count": 143, "of": "countries"}])
    data = {"members": [{"count": 153, "of": "countries"}]}
    make_fact(body, make_passage(make_source("世界港灣聯盟有153國參加。")), data=data)

    assert said(text, home) == [expected]


def test_joint_projects_of_an_organization_are_held(home: Party) -> None:
    make_project(make_organization("Asian Harbour Network", name_en="Asian Harbour Network"), title="", count=12)

    assert said("The Asian Harbour Network runs 21 joint projects.", home) == [("differs", "21", "12")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("水原市於111年11月2日至11月23日舉辦語言交流，市民10名參加。", ("agrees", "10名", "")),
        ("水原市於111年11月2日至11月23日舉辦語言交流，市民16名參加。", ("differs", "16名", "10")),
        ("水原市於112年11月2日舉辦語言交流，市民16名參加。", ("unknown", "16名", "")),
        ("大田市於111年11月2日舉辦語言交流，市民16名參加。", ("unknown", "16名", "")),
    ],
)
def test_people_of_an_exchange_are_held_by_party_and_day(
    home: Party, text: str, expected: tuple[str, str, str]
) -> None:
    suwon = make_party("水原市", country="KR")
    PartyName.objects.create(party=suwon, name="水原市", folded=key_of("水原市"))
    make_exchange(
        suwon, kind="education_exchange", date="2022-11-02/2022-11-23", title="語言交流", headcount=10, home=home
    )

    assert said(text, home) == [expected]


def test_every_number_gets_a_finding_with_its_place(home: Party) -> None:
    text = "111年國際訪賓33案、220人次，\r\n消費諮詢13,358人次，植樹7株。\r\n"

    found = held(text, home)

    assert [text[one.start : one.end] for one in found] == ["33案", "220人次", "13,358人次", "7株"]
    assert [Decimal(one.found.replace(",", "")) for one in found] == [33, 220, 13358, 7]


@pytest.mark.parametrize(
    ("text", "date", "right"),
    [
        ("112年消費諮詢13,358人次。", "112年", "111年"),
        ("2021年國際訪賓33案、220人次。", "2021年", "2022年"),
        ("In 2024 the city received 33 international visits with 220 visitors.", "2024", "2022"),
    ],
)
def test_date_of_numbers_that_are_held_for_another_year_differs(home: Party, text: str, date: str, right: str) -> None:
    found = held(text, home)

    assert [(one.matter, one.quote, one.expected) for one in found if one.verdict == "differs"] == [
        ("date", date, right)
    ]
    assert {one.verdict for one in found if one.matter == "number"} == {"unknown"}


@pytest.mark.parametrize("text", ["112年國際訪賓33案。", "112年國際訪賓33案、512人次。"])
def test_one_small_number_equal_to_another_years_says_nothing_of_the_date(home: Party, text: str) -> None:
    assert [one for one in held(text, home) if one.verdict == "differs"] == []


def test_what_the_records_count_agrees_where_no_document_reports_it_and_never_differs(home: Party) -> None:
    for city in ("釜山市", "大田市"):
        make_agreement(home, make_party(city, country="KR"), kind="sister_city", signed="1997")

    agreeing, other = (
        said("截至2026年3月31日，本市姊妹市共有2個。", home),
        said("截至2026年3月31日，本市姊妹市共有5個。", home),
    )

    assert agreeing == [("agrees", "2個", "")]
    assert other == [("unknown", "5個", "")]
