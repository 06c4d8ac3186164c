"""A small register for checking words: a city, its partners, whom it met, and a document of its own."""

from collections.abc import Callable

from hansa.atlas import lookup
from hansa.figures.checking.draft import Draft
from hansa.figures.checking.finding import Checker, Finding
from hansa.figures.checking.held import Held
from hansa.reading.document import Document
from hansa.register.derived import key_of
from hansa.register.models import OrganizationName, Participant, Party, PartyName, Person
from tests.factories import (
    make_agreement,
    make_exchange,
    make_membership,
    make_organization,
    make_party,
    make_person,
    make_source,
)

REPORT = """111年度城市交流成果報告
111年 7月 25 日，羅達生副市長帶隊造訪友好城市八王子，駒澤廣行副市長親自迎接，雙方談妥三項農產合作。
111年 12月 20 日，市長與聖安東尼市長朗．尼倫伯格（Ron Nirenberg）以視訊互祝締盟四十年，並交換兩市畫作共12幅。
全年受理市民投書 1,606 件，辦結 1,598 件，其餘轉請權責機關處理，平均每件耗時 3.5 日。
波蘭臺北辦事處高則叡處長年初來訪，商談電影展。駐日代表謝長廷大使亦曾來函致意。
"""
Said = list[tuple[str, str, str]]


def make_place(name: str) -> Party:
    """A party that is a place of the atlas, by its names in Chinese and English."""
    place = lookup(name)
    assert place is not None
    party = make_party(name, name_en=place.name_en, atlas_key=place.key, country=place.country, kind=place.kind)
    for spelled in {name, place.name_en} - {""}:
        PartyName.objects.create(party=party, name=spelled, folded=key_of(spelled))
    return party


def met(party: Party, date: str, *people: tuple[Person, str], home: Party, **fields: str) -> None:
    """An exchange with a party at which these people were, each in a post."""
    exchange = make_exchange(party, date=date, home=home, **fields)
    for person, post in people:
        Participant.objects.create(exchange=exchange, person=person, post=post)


def fill() -> Party:
    """Fill the register; gives the home city."""
    home = make_place("高雄市")
    san_antonio, hachioji, kumamoto = map(make_place, ("聖安東尼市", "八王子市", "熊本市"))
    gdynia, katowice = map(make_place, ("格丁尼亞市", "卡托維茲市"))
    make_agreement(home, san_antonio, signed="1982")
    make_agreement(home, hachioji, kind="friendship_city", signed="2006-11-01")
    make_agreement(home, kumamoto, kind="friendship_city", signed="2017")
    make_agreement(home, gdynia, signed="2025-09")
    make_agreement(home, katowice, signed="2026-03")
    deputy, mayor, guest = make_person("羅達生"), make_person("朗．尼倫伯格"), make_person("駒澤廣行")
    met(hachioji, "2022-07-24/2022-07-28", (deputy, "副市長"), (guest, "副市長"), home=home, kind="outbound_visit")
    met(san_antonio, "2022-12-20", (mayor, "市長"), home=home, kind="online_meeting", title="視訊拜會")
    met(katowice, "2025-09-15", (deputy, "副市長"), home=home, kind="outbound_visit", title="建市典禮")
    network = make_organization("亞太城市合作網", acronym="CITYNET", founded="1987")
    OrganizationName.objects.create(organization=network, name="亞太城市合作網", folded=key_of("亞太城市合作網"))
    make_membership(home, network, since="2004")
    make_source(REPORT, title="111年度成果報告")
    return home


def held_against(checker: Checker) -> Callable[[str, Party], list[Finding]]:
    """What a checker finds in a text."""

    def findings(text: str, home: Party) -> list[Finding]:
        return list(checker(Draft(Document(text), str(home)), Held(home)))

    return findings


def wrong(findings: list[Finding]) -> Said:
    """What differs or is ambiguous among findings: the verdict, the words there, what should stand there."""
    told = [one for one in findings if one.verdict in ("differs", "ambiguous")]
    return [(one.verdict, one.quote, one.expected) for one in told]


def right(findings: list[Finding]) -> list[str]:
    """The words that agree."""
    return [one.quote for one in findings if one.verdict == "agrees"]
