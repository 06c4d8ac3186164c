"""A small register with a year of a city's department, and an office to report it."""

import datetime as dt

import pytest

from hansa.register.models import Office, Participant, Party, Signatory, Source
from hansa.register.models.record import Record
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

MADE = dt.date(2023, 2, 1)
TEXT = """消費諮詢全年13,358人次，第一次申訴5,881件。
111年接待國際訪賓33案，共220人次。
熊本市市長大西一史於3月17日與市長視訊。
布拉提斯拉瓦省6月9日簽署夥伴協定。
本市自93年參加CITYNET。
工友節省經費1億3,952萬元。
"""


def _cite(record: Record, source: Source, words: str) -> None:
    start = source.text.index(words)
    passage = source.passages.filter(start=start, end=start + len(words)).first()
    make_fact(record, passage or make_passage(source, start, start + len(words)))


def _figures(home: Party, source: Source) -> None:
    rows = (
        ("受理消費諮詢", 13358, "人次", "消費諮詢、申訴及調解", "消費諮詢全年13,358人次"),
        ("消費爭議第一次申訴", 5881, "件", "消費諮詢、申訴及調解", "第一次申訴5,881件"),
        ("國際訪賓", 33, "案", "國際事務", "國際訪賓33案，共220人次"),
        ("國際訪賓人次", 220, "人次", "國際事務", "國際訪賓33案，共220人次"),
        ("精簡工友節省經費", 139520000, "元", "職工管理", "節省經費1億3,952萬元"),
    )
    for measure, value, unit, section, words in rows:
        _cite(make_figure(measure, value, "2022", unit=unit, section=section, home=home), source, words)
    make_figure("入園的企鵝", 12, "2022-05", unit="隻", section="動物園", home=home)
    make_figure("受理消費諮詢", 1, "2021", unit="人次", home=home)


def _abroad(home: Party, source: Source) -> None:
    kumamoto = make_party("熊本市", name_en="Kumamoto", country="JP")
    bratislava = make_party("布拉提斯拉瓦省", name_en="Bratislava Region", country="SK", kind="region")
    make_agreement(home, kumamoto, kind="friendship_city", signed="2017-01-11")
    signed = make_agreement(home, bratislava, kind="partnership", signed="2022-06-09", subjects=["經濟", "文化"])
    Signatory.objects.create(agreement=signed, person=make_person("德若巴", name_en="Juraj Droba"), post="省長")
    _cite(signed, source, "6月9日簽署夥伴協定")
    online = make_exchange(
        kumamoto, kind="online_meeting", date="2022-03-17", title="熊本市視訊會議", home=home, topics=["產業", "觀光"]
    )
    Participant.objects.create(exchange=online, person=make_person("陳其邁"), post="市長", of="高雄市")
    Participant.objects.create(exchange=online, person=make_person("大西一史"), post="市長", of="熊本市")
    _cite(online, source, "熊本市市長大西一史於3月17日與市長視訊")
    make_exchange(make_party("波蘭臺北辦事處", kind="office"), date="2022-01-07", title="", home=home, headcount=4)
    citynet = make_organization("亞太城市合作網", name_en="CITYNET", acronym="CITYNET")
    member = make_membership(home, citynet, since="2004", role="official member", office_name="行國處")
    _cite(member, source, "自93年參加CITYNET")


@pytest.fixture
def office(db: None) -> Office:
    """An office in Kaohsiung whose register holds something of 2022."""
    home = make_party("高雄市", name_en="Kaohsiung", country="TW")
    source = make_source(TEXT, "施政報告")
    _figures(home, source)
    _abroad(home, source)
    return make_office(home, name_en="Office of International Affairs")
