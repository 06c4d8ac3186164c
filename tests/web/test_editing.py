"""The forms of records: who gets them, what they hold, what they say of wrong input and of changes by others."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hansa.register.derived import derive
from hansa.register.domain.editing import change_record
from hansa.register.enums import Role
from hansa.register.models import (
    Agreement,
    AgreementText,
    Commitment,
    CostLine,
    Exchange,
    Gift,
    HistoryEntry,
    Membership,
    Office,
    Participant,
    Party,
    Person,
    ProgrammeItem,
    Seat,
    Signatory,
    SignedName,
    Step,
    User,
)
from hansa.register.models.record import Record
from hansa.register.rules import EDITED
from hansa.web.kinds import KINDS
from tests.factories import make_gift, make_membership, make_office, make_party, make_person, make_unit, make_user
from tests.web.conftest import client_of
from tests.web.scene import Scene


def value_of(node: LexborNode) -> list[str]:
    """What a browser sends of a field."""
    if node.tag == "select":
        chosen = node.css("option[selected]") or node.css("option")[:1]
        return [option.attributes.get("value") or "" for option in chosen]
    if node.tag == "textarea":
        return [node.text().lstrip("\n")]
    if node.attributes.get("type") == "checkbox":
        return [node.attributes.get("value") or "on"] if "checked" in node.attributes else []
    return [node.attributes.get("value") or ""]


def form_of(client: Client, address: str) -> dict[str, Any]:
    """What a browser sends where nobody changed anything in the form of this page."""
    page = LexborHTMLParser(client.get(address).content)
    sent: dict[str, Any] = {}
    for node in page.css("form.record-form input, form.record-form select, form.record-form textarea"):
        if name := node.attributes.get("name"):
            sent.setdefault(name, []).extend(value_of(node))
    return sent


def edit(record: Record) -> str:
    return reverse(f"web:edit_{record.kind_of_record}", args=[record.pk])


def errors(content: bytes) -> dict[str, str]:
    """What stands beside each field that is to be mended, by the field's name."""
    page = LexborHTMLParser(content)
    fields = page.css(".form-field")
    told = {field: field.css_first("[role=alert]") for field in fields}
    return {
        field.css_first("[name]").attributes["name"] or "": alert.text()
        for field, alert in told.items()
        if alert is not None
    }


@pytest.fixture
def full(scene: Scene) -> Scene:
    """The scene, with rows in every part."""
    agreement, exchange = scene.agreement, scene.exchange
    Signatory.objects.create(agreement=agreement, person=scene.person, post="市長")
    derive(Step(agreement=agreement, kind="council_approved", date="1966-05", party=scene.home)).save()
    AgreementText.objects.create(agreement=agreement, language="ko", title="자매결연", authentic=False)
    SignedName.objects.create(agreement=agreement, party=scene.busan, language="ko", name="부산직할시")
    agreement.fields.create(field="port")
    agreement.clauses.create(number="1", text="每年互訪\n一次")
    exchange.fields.create(field="culture")
    ProgrammeItem.objects.create(exchange=exchange, day="2022-07-02", time="09:30", title="拜會", party=scene.home)
    CostLine.objects.create(exchange=exchange, item="餐費", amount="1200.50", currency="TWD")
    derive(Seat(membership=scene.membership, body="執委會", since="2010")).save()
    scene.project.participating.add(scene.busan)
    scene.busan.names.create(name="Pusan", folded="pusan", kind="former", language="en")
    scene.organization.members = [{"count": 33, "of": "cities"}]
    scene.organization.websites = ["https://ports.example"]
    scene.organization.save()
    scene.commitment.passages.add(scene.admitted.passage)
    return scene


WITH_FORMS = [kind.name for kind in KINDS if kind.name in EDITED]


@pytest.mark.parametrize("kind", WITH_FORMS)
def test_form_that_is_sent_back_as_it_was_changes_nothing(as_editor: Client, full: Scene, kind: str) -> None:
    record = next(one for one in full.records if one.kind_of_record == kind)

    response = as_editor.post(edit(record), form_of(as_editor, edit(record)))

    assert response.status_code == 302, errors(response.content)
    # Own names are among those that a party is found by; who made the scene left them out.
    assert {name for entry in HistoryEntry.objects.all() for name in (*entry.before, *entry.after)} <= {"names"}


@pytest.mark.parametrize("kind", WITH_FORMS)
def test_empty_form_of_a_new_record_answers(as_editor: Client, kind: str) -> None:
    assert as_editor.get(reverse(f"web:add_{kind}")).status_code == 200


@pytest.mark.parametrize("kind", WITH_FORMS)
@pytest.mark.parametrize("rows", [1, 3])
def test_form_needs_a_fixed_number_of_queries(
    as_editor: Client, full: Scene, django_assert_max_num_queries: DjangoAssertNumQueries, kind: str, rows: int
) -> None:
    for number in range(rows):
        party, person = make_party(f"城市{number}"), make_person(f"人{number}")
        full.agreement.sides.create(party=party)
        full.agreement.steps.create(kind="reported", party=party)
        full.agreement.signatories.create(person=person)
        full.exchange.parties.add(party)
        full.exchange.people.create(person=person, party=party)
        full.exchange.programme.create(title="參訪", party=party)
        full.project.participating.add(party)
    record = next(one for one in full.records if one.kind_of_record == kind)

    with django_assert_max_num_queries(21):
        as_editor.get(edit(record))


def test_editor_enters_an_agreement_with_its_parties(as_editor: Client, office: Office, scene: Scene) -> None:
    scene.home.names.create(name="Kaohsiung", folded="kaohsiung")
    form = form_of(as_editor, reverse("web:add_agreement")) | {
        "kind": "mou",
        "signed": "民國111年6月9日",
        "fields": ["port", "culture"],
        "subjects": "港埠\n文化",
        "sides-TOTAL_FORMS": "2",
        "sides-0-party": "Kaohsiung",
        "sides-1-party": f"釜山市 {scene.busan.ref}",
        "signatories-0-person": "李大同",
        "signatories-0-post": "市長",
        "reason": "補登",
    }

    response = as_editor.post(reverse("web:add_agreement"), form)

    agreement = Agreement.objects.order_by("pk").last()
    assert agreement is not None and response.headers["Location"] == reverse("web:agreement", args=[agreement.pk])
    assert (agreement.signed, agreement.subjects, agreement.office) == ("2022-06-09", ["港埠", "文化"], office)
    assert [side.party for side in agreement.sides.all()] == [scene.home, scene.busan]
    assert [row.field for row in agreement.fields.all()] == ["port", "culture"]
    assert [str(one) for one in agreement.signatories.all()] == ["市長 李大同"]
    assert HistoryEntry.objects.get(record=agreement.ref).reason == "補登"


def test_wrong_input_is_told_at_its_field_and_kept_in_the_form(as_editor: Client, full: Scene) -> None:
    form = form_of(as_editor, edit(full.exchange)) | {
        "date": "2022-13",
        "headcount": "many",
        "costs-0-currency": "NT$",
        "people-0-person": "釜山市",
        "agreement": "no such agreement",
    }

    response = as_editor.post(edit(full.exchange), form)

    assert response.status_code == 200
    assert set(errors(response.content)) == {"headcount", "agreement"}
    form |= {"headcount": "12", "agreement": ""}
    response = as_editor.post(edit(full.exchange), form)
    assert set(errors(response.content)) == {"date", "costs-0-currency"}
    assert 'value="2022-13"' in response.content.decode()
    assert not HistoryEntry.objects.exists()


def test_error_stands_at_its_row_though_rows_before_it_were_struck_out(as_editor: Client, full: Scene) -> None:
    form = form_of(as_editor, edit(full.exchange)) | {
        "costs-TOTAL_FORMS": "3",
        "costs-0-DELETE": "on",
        "costs-2-item": "機票",
        "costs-2-amount": "-5",
        "costs-2-currency": "TWD",
    }

    response = as_editor.post(edit(full.exchange), form)

    assert set(errors(response.content)) == {"costs-2-amount"}


def test_agreement_with_one_party_is_refused_above_its_parties(as_editor: Client, full: Scene) -> None:
    form = form_of(as_editor, edit(full.agreement)) | {"sides-1-DELETE": "on", "signed_names-0-DELETE": "on"}

    page = LexborHTMLParser(as_editor.post(edit(full.agreement), form).content)

    assert "two different parties" in page.css_first("#sides [role=alert]").text()
    assert full.agreement.sides.count() == 2


def test_more_rows_are_offered_and_nothing_is_saved(as_editor: Client, full: Scene) -> None:
    form = form_of(as_editor, edit(full.agreement)) | {"title": "另一", "more": "steps"}

    page = LexborHTMLParser(as_editor.post(edit(full.agreement), form).content)

    assert len(page.css("#steps fieldset")) == 5
    assert 'value="另一"' in (page.html or "")
    assert not HistoryEntry.objects.exists()


def test_change_by_somebody_else_is_shown_and_overwritten_knowingly_only(
    as_editor: Client, full: Scene, editor: User
) -> None:
    form = form_of(as_editor, edit(full.membership)) | {"role": "observer"}
    mei = make_user(Role.EDITOR, "mei", office=editor.office)
    change_record(by=mei, record=full.membership, values={"role": "chair"})

    page = LexborHTMLParser(as_editor.post(edit(full.membership), form).content)

    told = page.css_first(".alert-warning").text()
    assert "mei" in told and "Chair" in told
    assert Membership.objects.get().role == "chair"
    version = page.css_first("input[name=version]").attributes["value"]
    as_editor.post(edit(full.membership), form | {"version": version})
    assert Membership.objects.get().role == "observer"


def test_commitment_of_an_agreement_is_entered_and_closed(as_editor: Client, scene: Scene) -> None:
    add = f"{reverse('web:add_commitment')}?agreement={scene.agreement.ref}"
    as_editor.post(add, form_of(as_editor, add) | {"text": "交換學生", "due": "2030"})

    commitment = Commitment.objects.get(text="交換學生")
    assert commitment.agreement == scene.agreement
    form = form_of(as_editor, edit(commitment))
    as_editor.post(
        edit(commitment),
        form | {"state": "done", "result": "五名學生來訪", "passages": [str(scene.admitted.passage_id)]},
    )
    commitment.refresh_from_db()
    assert (commitment.state, list(commitment.passages.all())) == ("done", [scene.admitted.passage])


def test_name_that_several_bear_is_asked_back(as_editor: Client, scene: Scene) -> None:
    for _ in range(2):
        person = make_person("金小姐")
    form = form_of(as_editor, edit(scene.gift)) | {"person": "金小姐"}

    response = as_editor.post(edit(scene.gift), form)

    assert person.ref in errors(response.content)["person"]


def test_names_are_suggested_by_their_beginning(as_reader: Client, scene: Scene) -> None:
    scene.busan.names.create(name="釜山市", folded="釜山市")

    page = LexborHTMLParser(as_reader.get(reverse("web:choices", args=["party"]), {"sides-0-party": "釜"}).content)
    found = LexborHTMLParser(as_reader.get(reverse("web:choices", args=["agreement"]), {"agreement": "釜山"}).content)

    assert [option.attributes["value"] for option in page.css("option")] == [f"Busan {scene.busan.ref}"]
    assert [(option.attributes["value"] or "").split()[-1] for option in found.css("option")] == [scene.agreement.ref]
    assert as_reader.get(reverse("web:choices", args=["fact"]), {"q": "釜山"}).status_code == 404


def test_reader_gets_no_form_and_no_button(as_reader: Client, as_editor: Client, scene: Scene) -> None:
    for record in (scene.agreement, scene.busan, scene.gift):
        assert as_reader.get(edit(record)).status_code == 403
        assert edit(record) not in as_reader.get(edit(record).removesuffix("edit/")).content.decode()
        assert edit(record) in as_editor.get(edit(record).removesuffix("edit/")).content.decode()
    add = reverse("web:add_gift")
    assert (as_reader.get(add).status_code, as_editor.get(add).status_code) == (403, 200)
    assert add not in as_reader.get(reverse("web:gifts")).content.decode()
    assert add in as_editor.get(reverse("web:gifts")).content.decode()


def test_officer_changes_the_own_units_records_alone(office: Office, scene: Scene) -> None:
    unit = make_unit(office)
    as_officer = client_of(make_user(Role.OFFICER, office=office, unit=unit))
    own, other = make_gift("甲", office=office, unit=unit), make_gift("乙", office=office)

    answers = [as_officer.get(edit(gift)).status_code for gift in (own, other)]
    as_officer.post(edit(own), form_of(as_officer, edit(own)) | {"kept_at": "大廳"})
    own.refresh_from_db()

    assert (answers, own.kept_at) == ([200, 403], "大廳")


def test_records_of_another_office_are_read_and_left_alone(as_editor: Client, scene: Scene) -> None:
    gift = make_gift("丙", office=make_office(make_party("臺北市")))

    assert as_editor.get(reverse("web:gift", args=[gift.pk])).status_code == 200
    assert as_editor.get(edit(gift)).status_code == 403
    assert as_editor.post(reverse("web:publish", args=["gift", gift.pk]), {"published": "1"}).status_code == 403
    assert not Gift.objects.get(pk=gift.pk).published


def test_form_of_a_merged_record_leads_to_the_one_it_was_merged_into(as_editor: Client, scene: Scene) -> None:
    old = make_party("釜山", merged_into=scene.busan)

    assert as_editor.get(edit(old)).headers["Location"] == edit(scene.busan)


def test_what_is_shown_of_a_record_is_all_of_it(as_reader: Client, full: Scene) -> None:
    shown = {
        full.agreement: ("Approved by the council", "자매결연", "부산직할시", "每年互訪", "Ports and shipping"),
        full.exchange: ("拜會", "09:30", "1,200.5", "Culture and the arts", "琉璃花瓶"),
        full.membership: ("執委會",),
        full.organization: ("33 cities",),
        full.busan: ("Pusan", "Former name"),
        full.commitment: ("每年互訪一次", "overdue", full.admitted.passage.quote),
        full.gift: ("1,200", "TWD"),
    }

    pages = {record: as_reader.get(edit(record).removesuffix("edit/")).content.decode() for record in shown}

    assert {record: [words for words in told if words not in pages[record]] for record, told in shown.items()} == {
        record: [] for record in shown
    }


def test_party_is_entered_by_an_editor_and_its_page_tells_of_it(as_editor: Client) -> None:
    form = form_of(as_editor, reverse("web:add_party")) | {"name_zh": "臺南市", "country": "TW", "begun": "2010-12-25"}

    address = as_editor.post(reverse("web:add_party"), form).headers["Location"]

    assert Party.objects.get(name_zh="臺南市").begun_first is not None
    page = LexborHTMLParser(as_editor.get(address).content)
    assert "25 December 2010" in page.css_first("dl.details").text()
    assert [node.text() for node in page.css(".history-head strong")] == ["Recorded"]


def test_people_of_an_exchange_change_as_a_whole_list(as_editor: Client, full: Scene) -> None:
    form = form_of(as_editor, edit(full.exchange)) | {
        "people-TOTAL_FORMS": "3",
        "people-0-DELETE": "on",
        "people-1-person": "王局長",
        "people-1-role": "head",
        "people-2-person": "林小明",
    }

    as_editor.post(edit(full.exchange), form)

    people = Participant.objects.filter(exchange=full.exchange).order_by("pk")
    assert [(str(one.person), one.role) for one in people] == [("王局長", "head"), ("林小明", "")]
    assert Person.objects.filter(name_zh="林小明").count() == 1
    assert Exchange.objects.get().fixed == ["people"]


def test_membership_that_is_there_already_is_refused_at_its_field(as_editor: Client, scene: Scene) -> None:
    held = make_membership(scene.busan, scene.organization)
    form = form_of(as_editor, reverse("web:add_membership")) | {
        "party": held.party.ref,
        "organization": held.organization.ref,
    }

    response = as_editor.post(reverse("web:add_membership"), form)

    assert errors(response.content) == {"party": "The register holds this party's membership already."}
