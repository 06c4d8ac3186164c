"""The site for visitors: it answers without logging in, and tells nothing that is not published."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse
from pytest_django import DjangoAssertNumQueries

from hansa.public.urls import urlpatterns
from hansa.register.models import Agreement, Office, Organization, Party, Signatory, Step
from tests.factories import (
    make_agreement,
    make_commitment,
    make_fact,
    make_gift,
    make_membership,
    make_office,
    make_organization,
    make_party,
    make_passage,
    make_person,
    make_source,
    make_unit,
    make_user,
)

SECRET = "密件"


@pytest.fixture
def office(db: None) -> Office:
    return make_office(make_party("高雄市", name_en="Kaohsiung", country="TW", published=True))


@pytest.fixture
def busan() -> Party:
    return make_party("釜山市", name_en="Busan", country="KR", latitude=35.1, longitude=129.04, published=True)


@pytest.fixture
def agreement(office: Office, busan: Party) -> Agreement:
    return make_agreement(office.home, busan, signed="1966-06-30", published=True)


@pytest.fixture
def organization(office: Office) -> Organization:
    organization = make_organization("世界港灣聯盟", name_en="World Ports Alliance", published=True)
    make_membership(office.home, organization, since="2006", published=True)
    return organization


@pytest.fixture
def secrets(office: Office, agreement: Agreement, organization: Organization) -> None:
    """Unpublished records that touch the published ones, and what of published ones is the office's own."""
    home, stranger = office.home, make_party(f"{SECRET}市", country="JP", latitude=35.0, longitude=135.0)
    neighbour = make_party("大阪市", country="JP", published=True)
    make_agreement(home, stranger, title=f"{SECRET}協定")
    make_agreement(home, stranger, neighbour, title=f"{SECRET}三方協定", published=True)
    make_agreement(home, neighbour, title=f"{SECRET}意向書", kind="letter_of_intent")
    Signatory.objects.create(agreement=agreement, person=make_person(f"{SECRET}人"))
    make_membership(home, make_organization(f"{SECRET}組織"), published=True)
    make_membership(stranger, organization, published=True)
    make_membership(neighbour, organization, role=f"{SECRET}會員")
    Agreement.objects.filter(pk=agreement.pk).update(
        motive=f"{SECRET}緣由", summary=f"{SECRET}摘要", unit=make_unit(office, f"{SECRET}局")
    )
    Step.objects.create(agreement=agreement, kind="reported", document=f"{SECRET}函", note=f"{SECRET}備註")
    make_commitment(f"{SECRET}承諾", agreement, published=True)
    make_gift(f"{SECRET}禮品", party=home, published=True)
    source = make_source(f"本市與釜山市、{SECRET}市締結姊妹市。", title=f"{SECRET}文件")
    shared = make_passage(source)
    make_fact(agreement, shared)
    make_fact(make_agreement(home, make_party(f"{SECRET}二市")), shared)


def addresses() -> Iterator[str]:
    """Every public address, for every record that there is."""
    held: dict[str, Any] = {"agreement": Agreement, "organization": Organization}
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern) and pattern.name
        numbers = held[pattern.name].objects.values_list("pk", flat=True) if pattern.name in held else [None]
        yield from (reverse(f"public:{pattern.name}", args=[number] if number else []) for number in numbers)


def test_no_public_address_tells_of_unpublished_records(client: Client, secrets: None, agreement: Agreement) -> None:
    answers = {address: client.get(address) for address in addresses()}
    pages = {address: response.content.decode() for address, response in answers.items()}

    assert [address for address, page in pages.items() if SECRET in page] == []
    assert {response.status_code for response in answers.values()} == {200, 404}
    assert "釜山市" in pages[reverse("public:agreement", args=[agreement.pk])]


def test_staff_see_no_more_there_than_visitors(client: Client, office: Office, secrets: None) -> None:
    client.force_login(make_user("administrator", office=office))

    assert [address for address in addresses() if SECRET in client.get(address).content.decode()] == []


def test_partners_are_listed_with_their_places_for_the_map(client: Client, agreement: Agreement) -> None:
    page = client.get("/", headers={"accept-language": "en"}).content.decode()

    assert 'data-latitude="35.1" data-longitude="129.04" data-kind="sister_city"' in page
    assert "Busan" in page and "South Korea" in page and "30 June 1966" in page


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("", ["大阪市", "釜山市"]),
        ("?country=JP", ["大阪市"]),
        ("?kind=sister_city", ["釜山市"]),
        ("?kind=sister_city&country=JP", []),
        ("?kind=nonsense", ["大阪市", "釜山市"]),
    ],
)
def test_partners_are_narrowed(
    client: Client, office: Office, agreement: Agreement, question: str, names: list[str]
) -> None:
    make_agreement(office.home, make_party("大阪市", country="JP", published=True), kind="mou", published=True)

    rows = client.get(f"/{question}").context["rows"]

    assert sorted(str(partner.party) for partner, _ in rows) == sorted(names)


def test_agreement_shows_its_evidence(client: Client, agreement: Agreement) -> None:
    source = make_source("本市與釜山市締結姊妹市。", title="年報", published=True)
    make_fact(agreement, make_passage(source))

    page = client.get(reverse("public:agreement", args=[agreement.pk])).content.decode()

    assert "本市與釜山市締結姊妹市。" in page and "年報" in page


def test_document_that_is_published_is_named_but_not_shown(client: Client, agreement: Agreement) -> None:
    quote = "本市與釜山市締結姊妹市。"
    source = make_source(f"{quote}\n{SECRET}事項另案辦理。", title="市政年報", published=True)
    make_fact(agreement, make_passage(source, 0, len(quote)))

    page = client.get(reverse("public:agreement", args=[agreement.pk])).content.decode()

    assert quote in page and "市政年報" in page and SECRET not in page
    assert client.get(f"/office/sources/{source.pk}/").status_code == 302


def test_organization_shows_its_members(client: Client, organization: Organization) -> None:
    page = client.get(reverse("public:organization", args=[organization.pk])).content.decode()

    assert "高雄市" in page and "2006年" in page


def test_names_are_escaped(client: Client, agreement: Agreement, busan: Party) -> None:
    busan.name_zh = busan.name_en = "<script>alert(1)</script>"
    busan.save()

    pages = [client.get(address).content.decode() for address in ("/", f"/agreements/{agreement.pk}/")]

    assert ["<script>alert" in page for page in pages] == [False, False]


@pytest.mark.parametrize("count", [1, 3])
def test_lists_need_a_fixed_number_of_queries(
    client: Client, office: Office, django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        party = make_party(f"城市{number}", published=True)
        make_agreement(office.home, party, published=True)
        make_membership(office.home, make_organization(f"組織{number}", published=True), published=True)

    with django_assert_max_num_queries(8):
        assert client.get("/").status_code == 200
    with django_assert_max_num_queries(2):
        assert client.get("/memberships/").status_code == 200


def test_visitor_switches_the_language(client: Client, agreement: Agreement) -> None:
    response = client.post("/language/", {"language": "en", "next": "/"}, follow=True)

    assert response.redirect_chain == [("/", 302)]
    assert "Partners of Kaohsiung" in response.content.decode()
