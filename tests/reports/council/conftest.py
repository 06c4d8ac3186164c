"""A small register with a session's report to the council, an older report, and records that people entered."""

import datetime as dt
from pathlib import Path

import pytest
from pytest_django import Settings

from hansa.register.models import Office, Participant, Party, Signatory, Source
from hansa.register.models.record import Record
from hansa.reports.council.period import Period
from tests.factories import (
    make_agreement,
    make_exchange,
    make_fact,
    make_figure,
    make_membership,
    make_office,
    make_organization,
    make_party,
    make_passage,
    make_person,
    make_source,
)

PERIOD = Period(dt.date(2025, 7, 1), dt.date(2026, 3, 31))
SESSION = """羅達生副市長2025年9月於格丁尼亞簽署姊妹市協定。
2026年3月關島總督率團訪高。
與熊本縣、亞利桑那州三方簽署經濟備忘錄。
MOU城市高陽的吉祥物同框。
2025年1至12月總計43國、121場、1,420人次。
2026年1至3月總計15國、33場、315人次。
本期提供消費諮詢7,560件，第一次申訴3,485件，第二次申訴908件。
高雄自1982年與聖安東尼市締結姊妹市。
"""
OLDER = "2022年全年消費諮詢13,358件。2022年3月與水原市視訊。友好城市水原市。\n"


@pytest.fixture(autouse=True)
def documents(settings: Settings, tmp_path: Path) -> None:
    settings.HANSA_DOCUMENTS = tmp_path / "documents"


def cite(record: Record, source: Source, words: str) -> None:
    """Let the record rest on these words of the source."""
    start = source.text.index(words)
    passage = source.passages.filter(start=start, end=start + len(words)).first()
    make_fact(record, passage or make_passage(source, start, start + len(words)))


def abroad(home: Party, source: Source) -> None:
    """What was signed and what happened."""
    gdynia = make_party("格丁尼亞市", name_en="Gdynia", country="PL", latitude=54.5, longitude=18.5)
    guam = make_party("關島", name_en="Guam", country="GU", kind="region", latitude=13.4, longitude=144.7)
    kumamoto = make_party("熊本縣", name_en="Kumamoto", country="JP", kind="region", latitude=32.6, longitude=130.7)
    arizona = make_party("亞利桑那州", country="US", kind="region", latitude=34.2, longitude=-111.5)
    signed = make_agreement(home, gdynia, signed="2025-09", place="格丁尼亞", subjects=["教育", "港口"])
    Signatory.objects.create(agreement=signed, person=make_person("羅達生"), post="副市長", of="高雄市")
    cite(signed, source, "羅達生副市長2025年9月於格丁尼亞簽署姊妹市協定")
    three = make_agreement(home, kumamoto, arizona, kind="mou", title="經濟備忘錄")
    cite(three, source, "與熊本縣、亞利桑那州三方簽署經濟備忘錄")
    goyang = make_agreement(home, make_party("高陽", country="KR"), kind="mou")
    cite(goyang, source, "MOU城市高陽")
    old = make_agreement(home, make_party("聖安東尼市", country="US"), signed="1982")
    cite(old, source, "高雄自1982年與聖安東尼市締結姊妹市")
    visit = make_exchange(guam, date="2026-03", title="關島總督訪高", home=home, headcount=12)
    Participant.objects.create(exchange=visit, person=make_person("古蕾露"), post="總督", of="關島")
    cite(visit, source, "2026年3月關島總督率團訪高")
    make_exchange(gdynia, kind="education_exchange", date="2025-11-05", title="兩市學生交流", home=home)


def figures(home: Party, source: Source) -> None:
    """What was counted."""
    rows = (
        ("國際訪賓交流國家", 43, "國", "2025-01/2025-12", "2025年1至12月總計43國、121場、1,420人次"),
        ("國際訪賓場次", 121, "場", "2025-01/2025-12", "2025年1至12月總計43國、121場、1,420人次"),
        ("國際訪賓人次", 1420, "人次", "2025-01/2025-12", "2025年1至12月總計43國、121場、1,420人次"),
        ("國際訪賓交流國家", 15, "國", "2026-01/2026-03", "2026年1至3月總計15國、33場、315人次"),
        ("國際訪賓場次", 33, "場", "2026-01/2026-03", "2026年1至3月總計15國、33場、315人次"),
        ("國際訪賓人次", 315, "人次", "2026-01/2026-03", "2026年1至3月總計15國、33場、315人次"),
        ("提供諮詢", 7560, "件", "", "本期提供消費諮詢7,560件"),
        ("第一次申訴", 3485, "件", "", "第一次申訴3,485件"),
        ("第二次申訴", 908, "件", "2026", "第二次申訴908件"),
    )
    for measure, value, unit, period, words in rows:
        section = "國際訪賓" if "訪賓" in measure else "消費者保護"
        cite(make_figure(measure, value, period, unit=unit, section=section, home=home), source, words)


def older(home: Party, source: Source) -> None:
    """A year's report that knows a city already; its figure without a period is not of the session."""
    suwon = make_party("水原市", country="KR")
    cite(make_agreement(home, suwon, kind="friendship_city"), source, "友好城市水原市")
    cite(
        make_exchange(suwon, kind="online_meeting", date="2022-03", title="視訊", home=home),
        source,
        "2022年3月與水原市視訊",
    )
    cite(make_figure("提供諮詢", 13358, "2022", unit="件", home=home), source, "消費諮詢13,358件")
    cite(make_figure("公文", 5, "", unit="件", section="文書", home=home), source, "2022年全年")


@pytest.fixture
def office(db: None) -> Office:
    """An office in Kaohsiung whose register holds a session and something before it."""
    home = make_party("高雄市", name_en="Kaohsiung", country="TW", latitude=22.6, longitude=120.3)
    office = make_office(home, name_en="Office of International Affairs")
    session, before = make_source(SESSION, "議會業務報告", home=home), make_source(OLDER, "施政成果", home=home)
    abroad(home, session)
    figures(home, session)
    older(home, before)
    cities = make_organization("世界港灣聯盟", name_en="World Ports Alliance")
    make_membership(home, cities, since="2025-10", office_name="海洋局")
    make_membership(home, make_organization("亞太城市網絡"), since="2004")
    return office
