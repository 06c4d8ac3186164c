"""Drafts in words of their own: as they are nothing in them differs, and each number spoiled is found and put right."""

from pathlib import Path

import pytest

from hansa.figures.checking.checking import check
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Finding
from hansa.reading.document import Document
from hansa.register.derived import key_of
from hansa.register.models import Organization, OrganizationName, Party, PartyName
from tests.factories import make_exchange, make_figure, make_organization, make_party

pytestmark = pytest.mark.django_db
DRAFTS = Path(__file__).parent / "drafts"
HALF_YEAR = "2025-07/2026-03"
FIGURES = (
    # what is counted, number, unit, period
    ("四維行政中心中庭及禮堂開放", 79, "場次", "2022"),
    ("鳳山行政中心中庭及禮堂開放", 71, "場次", "2022"),
    ("經管市有宿舍", 44, "間", "2022"),
    ("多房間職務宿舍", 32, "間", "2022"),
    ("臨時人員進用審核小組會議", 6, "次", "2022"),
    ("同意進用臨時人員", 20, "人", "2022"),
    ("表揚績優基層人員", 50, "名", "2022-08-10"),
    ("績優基層人員每人獎金", 10000, "元", "2022-08-10"),
    ("精簡工友", 217, "人", "2022-01/2022-11"),
    ("消費事件諮詢", 13358, "人次", "2022"),
    ("消費爭議第一次申訴", 5881, "件", "2022"),
    ("消費爭議第二次申訴", 1293, "件", "2022"),
    ("消費爭議調解會議", 14, "次", "2022"),
    ("消費者保護教育宣導", 19, "場次", "2022"),
    ("市府電子公報出刊", 124, "期", "2022"),
    ("市政會議", 52, "次", "2022"),
    ("開放資料集", 27, "項", "2022"),
    ("榮獲金檔獎機關", 35, "個", "2022"),
    ("國際訪賓", 33, "案", "2022"),
    ("國際訪賓人次", 220, "人次", "2022"),
    ("捐贈醫療口罩", 10800, "片", "2022-02-22"),
    ("捐贈N95口罩", 1440, "片", "2022-02-22"),
    ("捐贈快篩試劑", 2000, "份", "2022-02-22"),
    ("燈會展演無人機", 1500, "台", "2022"),
    ("姊妹市及友好夥伴城市", 36, "個", "2022-06-09"),
    ("姊妹市及友好夥伴城市主題展國家", 5, "國", "2021-01/2022-04"),
    ("主題展響應城市", 13, "個", "2021-01/2022-04"),
    ("國際訪賓國家", 43, "國", "2025"),
    ("國際訪賓場次", 121, "場", "2025"),
    ("國際訪賓人次", 1420, "人次", "2025"),
    ("國際訪賓國家", 15, "國", "2026-01/2026-03"),
    ("國際訪賓場次", 33, "場", "2026-01/2026-03"),
    ("國際訪賓人次", 315, "人次", "2026-01/2026-03"),
    ("消費諮詢", 7560, "件", HALF_YEAR),
    ("第一次申訴", 3485, "件", HALF_YEAR),
    ("第二次申訴", 908, "件", HALF_YEAR),
    ("調解", 147, "件", HALF_YEAR),
    ("債務清理法律諮詢駐點", 23, "場次", HALF_YEAR),
    ("聯合稽查", 16, "次", HALF_YEAR),
    ("聯合稽查業者", 120, "家", HALF_YEAR),
    ("校園消保宣導學校", 20, "所", HALF_YEAR),
    ("校園消保宣導學生", 2595, "人", HALF_YEAR),
    ("四維行政中心汰換冰水主機", 2, "台", HALF_YEAR),
    ("四維行政中心汰換冰水主機節省用電", 612087, "度", HALF_YEAR),
    ("兩行政中心合計節省用電", 806487, "度", HALF_YEAR),
    ("檔案管理研習班參訓", 50, "人", "2025-09-22/2025-09-25"),
    ("高雄智慧城市展國家", 19, "國", "2026"),
    ("高雄智慧城市展國際單位", 23, "單位", "2026"),
)
BODIES = (
    ("國際圖書館協會聯盟", "International Federation of Library Associations", "IFLA",
     {"countries": 143, "institutions": 1600}),
    ("地方政府永續發展理事會", "Local Governments for Sustainability", "ICLEI", {"countries": 124}),
    ("線上電腦圖書館中心", "Online Computer Library Center", "OCLC", {"countries": 100, "institutions": 30000}),
    ("國際姊妹市協會", "Sister Cities International", "SCI", {"members": 2500}),
    ("21世紀亞洲主要都市網", "Asian Network of Major Cities 21", "ANMC 21", {"cities": 11}),
)  # fmt: skip


@pytest.fixture
def home() -> Party:
    home = make_party("高雄市", country="TW", atlas_key="TW/KHH")
    for measure, value, unit, period in FIGURES:
        make_figure(measure, value, period, unit=unit, home=home)
    for zh, en, acronym, counts in BODIES:
        members = [{"count": count, "of": of} for of, count in counts.items()]
        named(make_organization(zh, name_en=en, acronym=acronym, members=members))
    for city, days, people in (("水原市", "2022-11-02/2022-11-23", 10), ("大邱市", "2022-12-05/2022-12-09", 5)):
        party = make_party(city, country="KR")
        PartyName.objects.create(party=party, name=city, folded=key_of(city))
        make_exchange(party, kind="education_exchange", date=days, title="交流", headcount=people, home=home)
    return home


def named(body: Organization) -> None:
    for name in (body.name_zh, body.name_en, body.acronym):
        OrganizationName.objects.create(organization=body, name=name, folded=key_of(name))


def found(text: str, home: Party) -> list[Finding]:
    return [one for one in check(Draft(Document(text), str(home)), home) if one.matter == "number"]


def drafted(name: str) -> str:
    return (DRAFTS / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "agreeing"),
    [
        ("report-2022-zh", 19),
        ("services-2026-zh", 21),
        ("year-2022-en", 5),
        ("networks-zh", 7),
        ("occasions-2022-zh", 7),
    ],
)
def test_draft_as_it_is_agrees_and_nothing_in_it_differs(home: Party, name: str, agreeing: int) -> None:
    findings = found(drafted(name), home)

    assert [one for one in findings if one.verdict in ("differs", "ambiguous")] == []
    assert sum(one.verdict == "agrees" for one in findings) >= agreeing


@pytest.mark.parametrize(
    ("name", "right", "wrong", "expected"),
    [
        ("report-2022-zh", "79場次", "97場次", "79"),
        ("report-2022-zh", "共44間", "共46間", "44"),
        ("report-2022-zh", "臨時人員20人", "臨時人員30人", "20"),
        ("report-2022-zh", "1萬元", "2萬元", "1萬"),
        ("report-2022-zh", "工友217人", "工友271人", "217"),
        ("report-2022-zh", "13,358人次", "13,538人次", "13,358"),
        ("report-2022-zh", "1,293件", "1,239件", "1,293"),
        ("report-2022-zh", "124期", "125期", "124"),
        ("report-2022-zh", "訪賓33案", "訪賓34案", "33"),
        ("report-2022-zh", "220人次", "202人次", "220"),
        ("services-2026-zh", "共43國", "共45國", "43"),
        ("services-2026-zh", "1,420人次", "1,402人次", "1,420"),
        ("services-2026-zh", "則為15國", "則為25國", "15"),
        ("services-2026-zh", "3,485件", "3,845件", "3,485"),
        ("services-2026-zh", "908件", "980件", "908"),
        ("services-2026-zh", "120家", "210家", "120"),
        ("services-2026-zh", "2,595人", "2,959人", "2,595"),
        ("services-2026-zh", "61萬2,087度", "61萬2,078度", "61萬2,087"),
        ("services-2026-zh", "19國", "29國", "19"),
        ("year-2022-en", "33 international visits", "34 international visits", "33"),
        ("year-2022-en", "220 visitors", "320 visitors", "220"),
        ("year-2022-en", "10,800 medical masks", "18,000 medical masks", "10,800"),
        ("year-2022-en", "1,500 drones", "1,300 drones", "1,500"),
        ("networks-zh", "143國", "134國", "143"),
        ("networks-zh", "1,600個機構", "1,660個機構", "1,600"),
        ("networks-zh", "30,000所", "3,000所", "30,000"),
        ("networks-zh", "2,500個會員", "2,050個會員", "2,500"),
        ("occasions-2022-zh", "共10名", "共16名", "10"),
        ("occasions-2022-zh", "學生5位", "學生7位", "5"),
        ("occasions-2022-zh", "13個城市", "18個城市", "13"),
        ("occasions-2022-zh", "10,800片", "18,000片", "10,800"),
        ("occasions-2022-zh", "2,000份", "200份", "2,000"),
    ],
)
def test_spoiled_number_differs_and_only_that_one(
    home: Party, name: str, right: str, wrong: str, expected: str
) -> None:
    text = drafted(name)
    assert text.count(right) == 1
    spoiled = text.replace(right, wrong)
    place = text.index(right)

    differing = [one for one in found(spoiled, home) if one.verdict == "differs"]

    assert [one.expected for one in differing] == [expected]
    assert place <= differing[0].start < place + len(wrong)
