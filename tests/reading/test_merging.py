import pytest

from hansa.facts import Agreement, Organization
from hansa.reading.merging import merged


def agreement(start: int, **fields: object) -> Agreement:
    return Agreement(
        **{"quote": "q", "start": start, "end": start + 1, "score": 0.9, "parties": ["高雄市", "釜山"]} | fields
    )


def test_agreements_of_the_same_parties_are_one_with_what_each_tells() -> None:
    facts = [
        agreement(1, kind="mou"),
        agreement(2, signed="2021"),
        agreement(3, parties=["釜山市", "高雄"], signed="2021-05"),
    ]
    assert [(fact.kind, fact.signed) for fact in merged(facts)] == [("mou", "2021-05")]


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("漁業交流備忘錄", "漁業及港務交流合作備忘錄"),
        ("Memorandum on Harbours", "Memorandum of Understanding on Fishing and Harbours"),
    ],
)
def test_agreement_of_a_headline_is_the_one_whose_title_it_shortens(headline: str, title: str) -> None:
    facts = [agreement(1, kind="mou", title=headline), agreement(2, kind="mou", title=title, signed="2021")]
    assert [fact.signed for fact in merged(facts)] == ["2021"]


def test_agreements_with_other_titles_stay_apart() -> None:
    facts = [agreement(1, kind="mou", title="漁業交流備忘錄"), agreement(2, kind="mou", title="教育交流備忘錄")]
    assert len(merged(facts)) == 2


def test_agreements_of_other_parties_or_kinds_stay_apart() -> None:
    facts = [agreement(1, kind="mou"), agreement(2, kind="sister_city"), agreement(3, parties=["高雄市", "熊本"])]
    assert [fact.start for fact in merged(facts)] == [1, 2, 3]


def test_organizations_that_share_a_name_are_one_unless_their_years_differ() -> None:
    def organization(start: int, **fields: object) -> Organization:
        return Organization(**{"quote": "q", "start": start, "end": start + 1, "score": 0.9} | fields)

    facts = [
        organization(1, name="Harbour Cities", founded="1990"),
        organization(2, name="港灣城市聯盟", name_en="Harbour Cities", acronym="HC"),
        organization(3, name="HC", website=["www.hc.example"]),
        organization(4, name="Harbour Cities", founded="2003"),
    ]
    found = merged(facts)
    assert [(fact.name, fact.acronym or "", fact.website or []) for fact in found] == [
        ("Harbour Cities", "HC", ["www.hc.example"]),
        ("Harbour Cities", "", []),
    ]
