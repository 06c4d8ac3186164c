"""The same organization described twice."""

from hansa.facts import Members, Organization
from hansa.reading.rules.organizations.same import without_repetitions


def organization(name: str, **fields: object) -> Organization:
    return Organization(name=name, quote=name, score=fields.pop("score", 0.9), **fields)  # type: ignore[arg-type]


def test_same_acronym_is_one() -> None:
    first = organization("河川城市聯盟", acronym="RUC", founded="1990", members=[Members(30, "cities")])
    second = organization("世界河川聯盟", acronym="RUC", kind="thematic", members=[Members(9, "countries")], score=0.8)
    (fact,) = without_repetitions([second, first])
    assert (fact.name, fact.founded, fact.kind) == ("河川城市聯盟", "1990", "thematic")
    assert fact.members == [Members(30, "cities"), Members(9, "countries")]


def test_other_founding_year_stays_apart() -> None:
    facts = [organization("河川中心", acronym="RC", founded=year) for year in ("1957", "1993")]
    assert len(without_repetitions(facts)) == 2
