"""A small register: Kaohsiung and Busan with an agreement, an exchange, a membership, and the document behind them."""

from dataclasses import dataclass

from hansa.register.models import (
    Agreement,
    Commitment,
    Conflict,
    Exchange,
    Fact,
    Figure,
    Gift,
    Membership,
    Organization,
    Participant,
    Party,
    Person,
    Picture,
    Project,
    Question,
    Source,
)
from hansa.register.models.record import Record
from hansa.register.search import rebuild_index
from tests.factories import (
    make_agreement,
    make_commitment,
    make_conflict,
    make_exchange,
    make_fact,
    make_figure,
    make_gift,
    make_membership,
    make_organization,
    make_party,
    make_passage,
    make_person,
    make_project,
    make_question,
    make_source,
)
from tests.pictures import keep_picture

TEXT = "本市與釜山市於1966年6月30日締結姊妹市。\n釜山市長於2022年7月率團來訪，共12人。\n另擬與某市簽署意向書。\n"


@dataclass(frozen=True)
class Scene:
    """What the register holds."""

    home: Party
    busan: Party
    agreement: Agreement
    exchange: Exchange
    organization: Organization
    membership: Membership
    project: Project
    person: Person
    figure: Figure
    source: Source
    admitted: Fact
    proposed: Fact
    conflict: Conflict
    commitment: Commitment
    gift: Gift
    question: Question
    picture: Picture

    @property
    def records(self) -> list[Record]:
        """One record of each kind."""
        return [
            self.busan, self.agreement, self.membership, self.organization, self.exchange, self.project, self.person,
            self.figure, self.source, self.proposed, self.commitment, self.gift, self.question,
        ]  # fmt: skip


def make_scene(home: Party) -> Scene:
    """Fill the register, and index it."""
    busan = make_party("釜山市", name_en="Busan", country="KR", latitude=35.1, longitude=129.04)
    agreement = make_agreement(home, busan, signed="1966-06-30", subjects=["港埠", "教育"])
    exchange = make_exchange(busan, date="2022-07", title="釜山市長來訪", home=home, headcount=12)
    person = make_person("朴市長")
    Participant.objects.create(exchange=exchange, person=person, post="市長", of="釜山市")
    organization = make_organization("世界港灣聯盟", name_en="World Ports Alliance", acronym="WPA")
    source = make_source(TEXT, home=home)
    signed, visited, planned = (TEXT.index(words) for words in ("本市", "釜山市長", "另擬"))
    admitted = make_fact(agreement, make_passage(source, signed, visited - 1), data={"parties": ["高雄市", "釜山市"]})
    make_fact(exchange, make_passage(source, visited, planned - 1))
    proposed = make_fact(
        passage=make_passage(source, planned, len(TEXT) - 1),
        data={"parties": ["高雄市", "某市"], "kind": "letter_of_intent"},
        reason="a plan",
    )
    scene = Scene(
        home,
        busan,
        agreement,
        exchange,
        organization,
        make_membership(home, organization, since="2006"),
        make_project(organization, organizing=home),
        person,
        make_figure(home=home, unit="案"),
        source,
        admitted,
        proposed,
        make_conflict(admitted, held="1966-06-30", stated="1967"),
        make_commitment(agreement=agreement, due="2022", due_last="2022-12-31"),
        make_gift(party=busan, exchange=exchange, value=1200, currency="TWD"),
        make_question(words="與釜山市交流情形？"),
        keep_picture(agreement, credit="新聞局"),
    )
    rebuild_index()
    return scene
