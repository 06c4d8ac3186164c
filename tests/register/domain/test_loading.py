"""Loading: all or nothing, once only, and only what the policy lets in."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from hansa.facts import Fact as StatedFact
from hansa.reading.document import Document
from hansa.register.domain import loading
from hansa.register.domain.history import broken_links
from hansa.register.domain.verification import problems
from hansa.register.enums import Admit, FactState
from hansa.register.errors import RegisterError
from hansa.register.models import Agreement, Exchange, Fact, HistoryEntry, Membership, Party, Passage, Source
from hansa.register.search import search
from tests.factories import make_user
from tests.register.loading import (
    agreement,
    counts,
    exchange,
    figure,
    load_facts,
    load_readings,
    membership,
    organization,
    project,
    reading,
)

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    document = reading(tmp_path, "年報", [agreement("高雄市", "釜山"), membership("世界港灣聯盟"), figure("訪賓", 3)])
    load_readings([document])
    before, entries = counts(), HistoryEntry.objects.count()

    assert load_readings([document]) == []
    assert (counts(), HistoryEntry.objects.count()) == (before, entries)


def test_same_document_under_two_names_is_kept_once(tmp_path: Path) -> None:
    document = reading(tmp_path, "年報", [agreement("高雄市", "釜山")])

    [summary] = load_readings([document, replace(document, path=tmp_path / "副本.txt")])

    assert (summary.read, Source.objects.count(), Fact.objects.count()) == (1, 1, 1)


def test_record_rests_on_its_passage_in_the_source(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", quote="本市與釜山\n締結姊妹市")])

    fact = Fact.objects.get()
    assert fact.record == Agreement.objects.get()
    assert (fact.passage.quote, fact.data) == (
        "本市與釜山締結姊妹市",
        {"parties": ["高雄市", "釜山"], "kind": "sister_city"},
    )
    assert fact.passage.source.text[fact.passage.start : fact.passage.end] == "本市與釜山\n締結姊妹市"


def test_document_is_kept_under_its_sha256(tmp_path: Path, documents: Path) -> None:
    document = reading(tmp_path, "年報", [])

    load_readings([document])

    assert [file.name for file in documents.iterdir()] == [document.sha256]
    assert (documents / document.sha256).read_bytes() == document.path.read_bytes()


def test_failure_leaves_nothing_behind(tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RegisterError("the disk is full")

    load_facts(tmp_path, [])
    before = counts()
    kept = {file.name for file in documents.iterdir()}
    monkeypatch.setattr(loading, "admit_facts", fail)

    with pytest.raises(RegisterError, match="the disk is full"):
        load_facts(tmp_path, [agreement("高雄市", "釜山")])
    assert counts() == before
    assert {file.name for file in documents.iterdir()} == kept
    assert list(broken_links()) == []


def test_document_that_changes_while_it_is_read_is_refused(tmp_path: Path, documents: Path) -> None:
    document = reading(tmp_path, "年報", [agreement("高雄市", "釜山")])
    document.path.write_text("anders", encoding="utf-8")

    with pytest.raises(RegisterError, match="changed while it was read"):
        load_readings([document])
    assert (Source.objects.count(), list(documents.iterdir())) == (0, [])


@pytest.mark.parametrize(
    ("admit", "score", "party", "reason"),
    [
        (Admit.NONE, 1.0, "釜山", "to be reviewed"),
        (Admit.SURE, 0.8, "釜山", ""),
        (Admit.SURE, 0.79, "釜山", "not sure enough: its score is 0.79"),
        (Admit.SURE, 0.9, "虛構之丘", "nobody knows the party 虛構之丘"),
        (Admit.ALL, 0.1, "虛構之丘", ""),
        (Admit.ALL, 1.0, "高雄", "an agreement needs two parties, and all these names mean one"),
        (Admit.ALL, 1.0, "－－", "“－－” is no name"),
    ],
)
def test_policy_decides_what_is_admitted(tmp_path: Path, admit: Admit, score: float, party: str, reason: str) -> None:
    fact = msgspec.structs.replace(agreement("高雄市", party), score=score)

    [summary] = load_facts(tmp_path, [fact], admit=admit)

    stored = Fact.objects.get()
    assert (stored.why, stored.state == FactState.ADMITTED) == (reason, not reason)
    assert (summary.admitted, summary.left) == ((0, 1) if reason else (1, 0))
    assert Party.objects.count() == (1 if reason else 2)


def test_sure_membership_needs_a_known_organization(tmp_path: Path) -> None:
    load_facts(tmp_path, [membership("世界港灣聯盟")], admit=Admit.SURE)
    assert Membership.objects.count() == 0

    load_facts(tmp_path, [membership("世界港灣聯盟"), organization("世界港灣聯盟")], admit=Admit.SURE)
    assert Membership.objects.count() == 1


@pytest.mark.parametrize(
    "fact",
    [
        figure("訪賓", 1e30),
        figure("－", 3),
        exchange("釜山", headcount=3_000_000_000),
        exchange("，"),
        project("世界港灣聯盟"),
        membership("。"),
    ],
)
def test_fact_that_no_record_can_hold_is_left_with_its_reason(tmp_path: Path, fact: StatedFact) -> None:
    load_facts(tmp_path, [fact])

    stored = Fact.objects.get()
    assert stored.state == FactState.PROPOSED and stored.why
    assert Party.objects.count() == 1


def test_fact_without_its_words_in_the_document_is_left_out(tmp_path: Path) -> None:
    document = reading(tmp_path, "年報", [agreement("高雄市", "釜山")])
    invented = msgspec.structs.replace(document.facts[0], quote="兩市斷交")
    unsound = msgspec.structs.replace(document.facts[0], signed="sometime")

    [summary] = load_readings([replace(document, facts=[invented, unsound])])

    assert (summary.read, Fact.objects.count(), Passage.objects.count()) == (0, 0, 0)


def test_characters_that_no_database_takes_are_replaced(tmp_path: Path) -> None:
    document = reading(tmp_path, "年報", [])

    load_readings([replace(document, document=Document("甲\x00乙\ud800丙"))])

    assert Source.objects.get().text == "甲\ufffd乙\ufffd丙"
    assert list(problems()) == []


@pytest.mark.parametrize("publish", [True, False])
def test_publish_shows_the_records_that_are_made(tmp_path: Path, publish: bool) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山"), membership("世界港灣聯盟")], publish=publish)

    assert Agreement.objects.get().published is publish
    assert Party.objects.get(name_zh="釜山").published is publish
    assert Source.objects.get().published is publish
    assert bool(search("釜山")) is publish


def test_exchange_belongs_to_the_home_of_its_document(tmp_path: Path) -> None:
    load_facts(tmp_path, [exchange("釜山", date="2022")], home="臺南市")

    assert str(Exchange.objects.get().home) == "臺南市"
    assert str(Source.objects.get().home) == "臺南市"


def test_every_change_is_in_the_history(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山", signed="1966")])

    actions = list(HistoryEntry.objects.values_list("action", "record"))
    agreement_ref, source = Agreement.objects.get().ref, Source.objects.get().ref
    busan = Party.objects.get(name_zh="釜山").ref
    assert actions[1:] == [("keep", source), ("add", busan), ("admit", agreement_ref)]
    assert HistoryEntry.objects.get(action="admit").after["signed"] == "1966"


def test_loaded_records_are_found_by_search(tmp_path: Path) -> None:
    load_facts(tmp_path, [agreement("高雄市", "釜山"), exchange("釜山", title="港務參訪", date="2022")])

    assert {hit.kind for hit in search("釜山", user=make_user())} == {"party", "agreement", "exchange"}
    assert [hit.title for hit in search("港務", user=make_user())] == ["港務參訪"]


def test_each_document_has_its_own_summary(tmp_path: Path) -> None:
    one = reading(tmp_path, "甲", [agreement("高雄市", "釜山")])
    two = reading(tmp_path, "乙", [agreement("高雄市", "釜山", signed="1966"), figure("訪賓", 3)])

    summaries = load_readings([one, two])

    assert [(s.filename, s.read, s.admitted, s.joined) for s in summaries] == [("甲.txt", 1, 1, 1), ("乙.txt", 2, 2, 0)]
