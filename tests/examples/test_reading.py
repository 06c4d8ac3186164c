"""Reading the examples gives what they were written to state: the circle begins here for everybody who tries it."""

from functools import cache

import pytest
from scripts.make_examples import EXAMPLES

from hansa.facts.types import Agreement, Exchange, Fact, Figure, Membership
from hansa.reading.formats import read_document
from hansa.reading.reader import read_facts


@cache
def facts_of(name: str) -> list[Fact]:
    """The facts of an example, read for the city that it belongs to."""
    return read_facts(read_document(EXAMPLES / "kaohsiung" / name), "高雄市")


def agreements_of(name: str) -> set[tuple[object, object]]:
    """(counterpart, date) of the agreements between two parties that an example states."""
    agreements = [fact for fact in facts_of(name) if isinstance(fact, Agreement) and len(fact.parties) == 2]
    return {(fact.parties[1], fact.signed if isinstance(fact.signed, str) else None) for fact in agreements}


@pytest.mark.parametrize(
    "partner", [("釜山市", "1966-06-30"), ("檀香山市", "1962"), ("科羅州", "2021-09-17"), ("水原市", None)]
)
def test_list_of_partners_gives_each_with_its_date(partner: tuple[str, str | None]) -> None:
    assert partner in agreements_of("partners.html")


@pytest.mark.parametrize("partner", [("Busan", "1966-06-30"), ("Bratislava Region", "2022-06-09"), ("Guam", "2026-03")])
def test_english_page_gives_partners_with_their_dates(partner: tuple[str, str]) -> None:
    assert partner in agreements_of("international-ties.html")


def test_table_of_organizations_gives_the_memberships_of_the_city() -> None:
    memberships = [fact for fact in facts_of("memberships.docx") if isinstance(fact, Membership)]
    own = {fact.organization: fact.since for fact in memberships if fact.member == "高雄市"}
    assert len(own) == 10
    assert own["國際姊妹市協會"] == "2023-08"
    assert own["國際圖書館協會聯盟"] == "2019"


@pytest.mark.parametrize(
    "figure", [(13358, "人次"), (5881, "件"), (1293, "件"), (33, "案"), (220, "人次"), (207313663, "元"), (90.7, "%")]
)
def test_annual_report_gives_the_figures_of_the_year(figure: tuple[float, str]) -> None:
    figures = [fact for fact in facts_of("annual-report-2022.odt") if isinstance(fact, Figure)]
    assert figure in {(fact.value, fact.unit) for fact in figures if fact.period == "2022"}


def test_annual_report_gives_the_exchanges_of_the_year() -> None:
    exchanges = [fact for fact in facts_of("annual-report-2022.odt") if isinstance(fact, Exchange)]
    dated = {(fact.kind, fact.date) for fact in exchanges}
    assert len(dated) >= 35
    assert {("online_meeting", "2022-12-20"), ("donation", "2022-02-22"), ("inbound_visit", "2022-08-10")} <= dated


def test_council_report_gives_its_table_of_visitors() -> None:
    figures = [fact for fact in facts_of("council-report-2026.pdf") if isinstance(fact, Figure)]
    visitors = {(fact.value, fact.unit, fact.period) for fact in figures}
    assert {(121, "場次", "2025-01/2025-12"), (1420, "人次", "2025-01/2025-12")} <= visitors
    assert (315, "人次", "2026-01/2026-03") in visitors


def test_press_release_takes_its_day_from_its_date() -> None:
    assert ("布拉提斯拉瓦省", "2022-06-09") in agreements_of("press-2022-06-09-bratislava.txt")
