"""The pages of measures, of counting rules and of two numbers compared."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from hansa.register.models import CountingRule, HistoryEntry, Office
from tests.factories import make_agreement, make_exchange, make_figure, make_party
from tests.web.scene import Scene


def page(client: Client, name: str, *arguments: str, **asked: str) -> str:
    return client.get(reverse(f"web:{name}", args=arguments), asked).content.decode()


def keep_rule(version: str = "2020-01-01", **fields: object) -> CountingRule:
    values = {"label_zh": "只計姊妹市", "counts": "parties", "kinds": ["sister_city"]} | fields
    return CountingRule.objects.create(name="partners", version=dt.date.fromisoformat(version), **values)


def test_measures_stand_in_the_sections_of_the_report(as_reader: Client, scene: Scene) -> None:
    make_figure("消費爭議第一次申訴", 5881, "2022", unit="件", home=scene.home)

    response = as_reader.get(reverse("web:measures"), {"year": "2022"})

    told = {
        group.section.zh: [one.key for one in group.answers] for group in response.context["sections"] if group.section
    }
    assert told["消費諮詢、申訴及調解"] == ["consumer_complaints_first"]
    assert "5,881" in response.content.decode()


def test_measures_are_narrowed_by_words_and_by_a_period(as_reader: Client, scene: Scene) -> None:
    make_exchange(make_party("東京都", country="JP"), home=scene.home, date="2021-03-01")

    response = as_reader.get(reverse("web:measures"), {"q": "訪賓場次", "first": "2021-03-01", "last": "2021-03-31"})

    [group] = response.context["sections"]
    assert [(one.key, one.value) for one in group.answers] == [("inbound_sessions", 1)]
    assert response.context["period"] == "2021-03-01/2021-03-31"


def test_a_period_that_ends_before_it_begins_is_told(as_reader: Client, scene: Scene) -> None:
    assert "The period ends before it begins." in page(as_reader, "measures", first="2021-03-31", last="2021-03-01")


def test_a_measure_is_shown_year_by_year_with_its_rule(as_reader: Client, scene: Scene) -> None:
    keep_rule(kinds=["friendship_city"])
    make_agreement(scene.home, make_party("熊本市", country="JP"), kind="friendship_city", signed="2021-05-01")

    response = as_reader.get(reverse("web:measure", args=["partners_total"]), {"year": "2022"})
    other = as_reader.get(
        reverse("web:measure", args=["partners_total"]), {"year": "2022", "rule": "partners-sister_city"}
    )

    assert [(one.last.year, one.value) for one in response.context["series"]][:2] == [(2022, 1), (2021, 1)]
    assert [row.label for row, _ in response.context["rows"]] == ["熊本市"]
    assert [row.label for row, _ in other.context["rows"]] == ["釜山市"]


@pytest.mark.parametrize("records", [1, 3])
def test_a_measure_needs_a_fixed_number_of_queries(
    as_reader: Client, scene: Scene, django_assert_max_num_queries: DjangoAssertNumQueries, records: int
) -> None:
    for number in range(records):
        make_exchange(make_party(f"市{number}", country="JP"), home=scene.home, date="2022-03-01")

    with django_assert_max_num_queries(50):
        as_reader.get(reverse("web:measure", args=["inbound_countries"]), {"year": "2022"})


def test_months_without_a_figure_are_named(as_reader: Client, scene: Scene) -> None:
    for month in (1, 3):
        make_figure("消費爭議第一次申訴", 100, f"2022-0{month}", unit="件", home=scene.home)

    shown = page(as_reader, "measure", "consumer_complaints_first", first="2022-01-01", last="2022-03-31")

    assert "The number is not complete" in shown and "1 February 2022 – 28 February 2022" in shown


def test_rules_are_listed_with_their_versions(as_reader: Client, scene: Scene) -> None:
    keep_rule()

    assert "只計姊妹市" in page(as_reader, "rule_list")
    assert "Version of 1 January 2020" in page(as_reader, "rule_versions", "partners")
    assert as_reader.get(reverse("web:rule_versions", args=["none"])).status_code == 404


def test_an_editor_keeps_a_new_version(as_editor: Client, office: Office, scene: Scene) -> None:
    address = reverse("web:new_version", args=["partners"])
    sent = {
        "version": "2027-01-01",
        "label_zh": "締盟城市",
        "kinds": ["sister_city"],
        "levels": ["city"],
        "note": "只計市",
    }

    shown, kept = as_editor.get(address), as_editor.post(address, sent)

    rule = CountingRule.objects.get()
    assert "Friendship city" in shown.content.decode()
    assert kept.headers["Location"] == reverse("web:rule_versions", args=["partners"])
    assert (rule.name, rule.kinds, rule.levels, rule.abroad) == ("partners", ["sister_city"], ["city"], False)
    assert HistoryEntry.objects.get(record=rule.ref).reason == "只計市"
    assert "has a version of this day" in as_editor.post(address, sent).content.decode()


def test_an_editor_makes_a_rule_of_a_new_name(as_editor: Client, scene: Scene) -> None:
    address = reverse("web:new_rule", args=["exchanges"])
    sent = {"name": "visits", "version": "2027-01-01", "label_zh": "互訪", "kinds": ["inbound_visit", "outbound_visit"]}

    taken = as_editor.post(address, sent | {"name": "partners"}).content.decode()
    as_editor.post(address, sent)

    assert "There is a rule of this name" in taken
    assert CountingRule.objects.get().kinds == ["inbound_visit", "outbound_visit"]
    assert as_editor.get(reverse("web:new_rule", args=["planets"])).status_code == 404


def test_two_figures_are_compared(as_reader: Client, scene: Scene) -> None:
    make_agreement(scene.home, make_party("卡托維茲市", country="PL"), signed="2025-11-03")
    one, other = (
        make_figure("姊妹市及友好夥伴城市", value, period, unit="個", home=scene.home)
        for value, period in ((43, "2025-09"), (45, "2025-12"))
    )

    offered = as_reader.get(reverse("web:compare"), {"measure": "partners_total"})
    shown = page(as_reader, "compare", measure="partners_total", one=one.ref, other=other.ref)

    assert offered.context["found"].one.side.figure.ref == one.ref
    assert "signed only on 2025-11-03" in shown and "+1 of the difference is explained by no record." in shown


def test_the_register_is_compared_with_itself_at_other_times(as_reader: Client, scene: Scene) -> None:
    asked = {"measure": "partners_total", "one_last": "1966-01-01", "other_last": "2022-01-01", "one": "", "other": ""}

    shown = page(as_reader, "compare", **asked)

    assert "signed only on 1966-06-30" in shown
    assert "The register counts the same records for both." in page(
        as_reader, "compare", **asked | {"one_last": "2020-01-01"}
    )


def test_what_cannot_be_compared_is_told(as_reader: Client, scene: Scene) -> None:
    asked = {"measure": "inbound_sessions", "one_first": "2022-03-01", "one_last": "2022-01-01"}

    assert "needs a period that ends after it begins" in page(as_reader, "compare", **asked)


def test_a_figure_leads_to_its_measure(as_reader: Client, scene: Scene) -> None:
    figure = make_figure("國際訪賓", 33, "2022", unit="案", home=scene.home)

    assert reverse("web:measure", args=["inbound_sessions"]) in page(as_reader, "figure", str(figure.pk))


def test_a_measure_is_told_in_parts(as_reader: Client, scene: Scene) -> None:
    address = reverse("web:measure", args=["partners_total"])

    response = as_reader.get(address, {"year": "2022", "by": "country"})

    assert [(part.key, part.value) for part in response.context["parts"]] == [("KR", 1)]
    assert as_reader.get(address, {"year": "2022", "by": "planet"}).context["parts"] == []
