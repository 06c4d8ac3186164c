"""The filters of the lists."""

import pytest
from django.http import QueryDict
from django.test import Client

from hansa.register.access import records
from hansa.register.models import Office, User
from hansa.register.search import rebuild_index
from hansa.web.filters import FILTERS
from tests.factories import make_agreement, make_exchange, make_membership, make_organization, make_party
from tests.web.scene import Scene


def found(kind: str, user: User, question: str) -> list[str]:
    form = FILTERS[kind](QueryDict(question), records(kind, user), user)
    return [str(record) for record in form.filter()]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("", ["大阪", "釜山", "高雄市"]),
        ("country=JP", ["大阪"]),
        ("kind=port", []),
        ("q=Busan", ["釜山"]),
        ("q=釜山&country=JP", []),
        ("country=XX", ["大阪", "釜山", "高雄市"]),
        ("kind=nonsense&page=x", ["大阪", "釜山", "高雄市"]),
    ],
)
def test_parties_are_narrowed(office: Office, reader: User, question: str, names: list[str]) -> None:
    make_party("釜山", name_en="Busan", country="KR")
    make_party("大阪", name_en="Osaka", country="JP")
    rebuild_index()

    assert sorted(found("party", reader, question)) == sorted(names)


@pytest.mark.parametrize(
    ("question", "count"), [("year=1966", 1), ("kind=mou", 1), ("state=in_force", 2), ("state=out_of_force", 1)]
)
def test_agreements_are_narrowed(office: Office, reader: User, question: str, count: int) -> None:
    make_agreement(office.home, make_party("釜山"), signed="1966-06-30")
    make_agreement(office.home, make_party("大阪"), kind="mou")
    ended = make_agreement(office.home, make_party("某市"), signed="1970")
    ended.steps.create(kind="ended", date="1980", first="1980-01-01")

    assert len(found("agreement", reader, question)) == count


def test_memberships_of_the_own_city_are_told_from_others(office: Office, reader: User) -> None:
    ports = make_organization("世界港灣聯盟")
    make_membership(office.home, ports)
    make_membership(make_party("大阪"), ports)

    assert [len(found("membership", reader, question)) for question in ("", "member=own")] == [2, 1]


def test_exchange_over_new_year_belongs_to_both_years(office: Office, reader: User) -> None:
    make_exchange(date="2021-12-30/2022-01-02", title="跨年")
    make_exchange(date="2023-05", title="五月")
    rebuild_index()

    assert [found("exchange", reader, f"year={year}") for year in (2021, 2022, 2023)] == [["跨年"], ["跨年"], ["五月"]]


@pytest.mark.parametrize(
    ("question", "names"), [("country=KR", ["訪釜山"]), ("country=XX", ["訪釜山", "訪大阪"]), ("kind=event", [])]
)
def test_exchanges_are_narrowed_by_country(office: Office, reader: User, question: str, names: list[str]) -> None:
    make_exchange(make_party("釜山", country="KR"), date="2023", title="訪釜山")
    make_exchange(make_party("大阪", country="JP"), date="2022", title="訪大阪")
    rebuild_index()

    assert found("exchange", reader, question) == names


def test_list_of_exchanges_says_with_whom_and_that_it_goes_on(
    as_reader: Client, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    busan = make_party("釜山", name_en="Busan")
    for title in ("春訪", "夏訪", "秋訪"):
        make_exchange(busan, title=title)
    rebuild_index()
    monkeypatch.setattr("hansa.web.listed.COUNTED", 2)
    monkeypatch.setattr("hansa.web.listed.LISTED", 2)

    page = as_reader.get("/office/exchanges/", {"party": busan.pk}).content.decode()
    other = as_reader.get("/office/exchanges/", {"party": "999"}).content.decode()

    assert "Only those with Busan." in page and "1 to 2 of more than 2." in page
    assert "Only those" not in other and "1 to 2 of 3. Narrow the list" in other


def test_facts_are_found_by_their_words_and_state(scene: Scene, reader: User) -> None:
    assert [len(found("fact", reader, q)) for q in ("state=proposed", "q=意向書", "q=締結&state=proposed")] == [1, 1, 0]


def test_nonsense_in_a_list_address_is_no_error(as_reader: Client, scene: Scene) -> None:
    for question in ("?page=0", "?page=999", "?page=x", "?q=%00", "?year=abc", "?q=%22%27%3B--"):
        assert as_reader.get(f"/office/agreements/{question}").status_code == 200
