"""Verification: what was altered behind the register's back is named with its place, whatever it is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from hansa.register.documents import path_of
from hansa.register.domain.history import changing
from hansa.register.domain.users import system_user
from hansa.register.domain.verification import problems, stray_documents
from hansa.register.models import (
    Agreement,
    AgreementParty,
    Fact,
    HistoryEntry,
    Membership,
    Organization,
    Party,
    PartyName,
    Passage,
    SearchEntry,
    Source,
    Tally,
)
from tests.register.loading import agreement, exchange, load_facts, membership, organization
from tests.register.tampering import drop_constraint, unguarded

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Source]:
    load_facts(
        tmp_path,
        [
            agreement("高雄市", "釜山", signed="1966-06-30"),
            exchange("釜山", date="2022-06-09"),
            organization("世界港灣聯盟", name_en="League of Ports"),
            membership("世界港灣聯盟", since="2006"),
        ],
    )
    yield Source.objects.get()
    # What was planted here breaks what the database looks at when a test ends.
    connection.needs_rollback = True


def test_untouched_register_has_no_problems(source: Source) -> None:
    assert list(problems()) == []


def damage_document(source: Source) -> None:
    path_of(source.sha256).write_text("anders", encoding="utf-8")


def damage_text(source: Source) -> None:
    Source.objects.update(text=source.text.replace("兩市締盟", "兩市斷交"))


def cut_off_history(source: Source) -> None:
    HistoryEntry.objects.filter(pk=HistoryEntry.objects.latest("pk").pk).delete()


def link_to_nothing(source: Source) -> None:
    Membership.objects.update(organization=999_999)


def merge_in_a_circle(source: Source) -> None:
    one, other = Party.objects.all()[:2]
    Party.objects.filter(pk=one.pk).update(merged_into=other)
    Party.objects.filter(pk=other.pk).update(merged_into=one)


def end_before_start(source: Source) -> None:
    drop_constraint("register_membership", "membership_ends_after_it_began")
    Membership.objects.update(until="1999", until_last="1999-12-31")


# What is done, and how the problems begin and go on that are found then.
DAMAGE: dict[str, tuple[Callable[[Source], Any], list[str]]] = {
    "document altered": (damage_document, ["source-{source} (文件0): the document * was altered"]),
    "document missing": (
        lambda source: path_of(source.sha256).unlink(),
        ["source-{source} (文件0): the document * cannot be read: No such file or directory"],
    ),
    "text altered": (
        damage_text,
        ["source-{source} (文件0): its text was altered", "source-{source} (文件0), page 1, characters * the quote is"],
    ),
    "quote altered": (
        lambda source: Passage.objects.filter(quote="兩市締盟").update(quote="兩市斷交"),
        ["source-{source} (文件0), page 1, characters * the quote is not what stands there"],
    ),
    "entry altered": (
        lambda source: HistoryEntry.objects.filter(action="keep").update(reason="because"),
        ["history entry * was altered: its content does not have its hash"],
    ),
    "entry cut off": (cut_off_history, ["the history ends after * entries; * were written"]),
    "source put in": (
        lambda source: HistoryEntry.objects.filter(action="keep").update(record="source-99"),
        ["source-{source} (文件0): the history does not tell of its text", "source-99: is gone"],
    ),
    "record altered": (
        lambda source: Agreement.objects.update(place="首爾"),
        ["agreement-{agreement}: place is not what the history tells: it was altered"],
    ),
    "part altered": (
        lambda source: AgreementParty.objects.update(name_as_signed="他市"),
        ["agreement-{agreement}: sides is not what the history tells: it was altered"],
    ),
    "record taken out": (
        lambda source: Membership.objects.all()._raw_delete("default"),
        ["membership-{membership}: is gone, though its history does not say so"],
    ),
    "record put in": (
        lambda source: Organization.objects.create(pk=999, name_zh="暗盟"),
        ["organization-999: the history does not tell of it: it was put in"],
    ),
    "link to nothing": (link_to_nothing, ["membership-{membership}: organization names organization-999999"]),
    "circle of merging": (
        merge_in_a_circle,
        ["party-{party}: breaks the rule party_merging_not_circular. A record cannot be merged into itself"],
    ),
    "part of itself": (
        lambda source: (
            drop_constraint("register_party", "party_not_part_of_itself"),
            Party.objects.filter(pk=Party.objects.latest("pk").pk).update(parent=Party.objects.latest("pk")),
        ),
        ["party-*: breaks the rule party_parent_not_circular."],
    ),
    "end before start": (end_before_start, ["membership-{membership}: breaks the rule membership_ends_after_it_began"]),
    "one party": (
        lambda source: AgreementParty.objects.latest("pk").delete(),
        ["agreement-{agreement}: breaks the rule agreement_has_two_parties. An agreement needs two different parties."],
    ),
    "derived day wrong": (
        lambda source: Agreement.objects.update(signed_first="1966-01-01"),
        ["agreement-{agreement}: signed_first holds 1966-01-01, but 1966-06-30 follows from signed"],
    ),
    "date that is none": (
        lambda source: Agreement.objects.update(signed="soon"),
        ["agreement-{agreement}: signed is no date"],
    ),
    "key of search wrong": (
        lambda source: PartyName.objects.filter(name="釜山").update(folded="x"),
        ["partyname-*: folded holds x, but 釜山 follows from name"],
    ),
    "fact altered": (
        lambda source: Fact.objects.filter(type="agreement").update(data={"parties": ["高雄市", "首爾"]}),
        ["source-{source} (文件0): what was read in it was altered"],
    ),
    "tally altered": (lambda source: Tally.objects.update(number=7), ["the tally counts 7 records"]),
    "search entry altered": (
        lambda source: SearchEntry.objects.filter(kind="agreement").update(title="他約"),
        ["agreement-{agreement}: search knows it otherwise than the register"],
    ),
    "search entry missing": (
        lambda source: SearchEntry.objects.filter(kind="agreement").delete(),
        ["agreement-{agreement}: search does not know it"],
    ),
}  # fmt: skip


def matches(problem: str, pattern: str) -> bool:
    """Whether a problem begins with the pieces of the pattern, parted by whatever `*` stands for."""
    first, *others = pattern.split("*")
    at = len(first) if problem.startswith(first) else -1
    for piece in others:
        at = problem.find(piece, at) if at >= 0 else -1
    return at >= 0


@pytest.mark.parametrize("name", list(DAMAGE))
def test_damage_is_found(source: Source, name: str) -> None:
    damage, patterns = DAMAGE[name]
    refs = {
        "source": source.pk,
        "agreement": Agreement.objects.get().pk,
        "membership": Membership.objects.get().pk,
        "party": Party.objects.all()[0].pk,
    }

    with unguarded():
        damage(source)
    found = list(problems())

    wanted = [pattern.format(**refs) for pattern in patterns]
    assert [pattern for pattern in wanted if not any(matches(problem, pattern) for problem in found)] == []


@pytest.mark.parametrize("name", ["register_history_not_changed", "guard_party_parent_not_circular_party"])
def test_missing_trigger_is_found(name: str) -> None:
    with connection.cursor() as cursor:
        statement = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
        if connection.vendor == "postgresql":
            statement = "SELECT tgname, tgrelid::regclass FROM pg_trigger WHERE tgname LIKE %s"
        cursor.execute(statement, [f"{name}%"])
        for trigger, table in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {trigger}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))

    [problem] = problems()
    assert problem.startswith(f"the trigger {name} is missing: the database would ")


def test_file_that_belongs_to_no_source_is_no_problem_but_told(source: Source, documents: Path) -> None:
    (documents / "stray").write_text("x", encoding="utf-8")

    assert (list(problems()), stray_documents()) == ([], [documents / "stray"])


def test_more_records_take_no_more_queries(source: Source, tmp_path: Path, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(400) as few:
        list(problems())
    load_facts(tmp_path, [agreement("高雄市", city, quote=f"與{city}") for city in ("熊本", "橫濱", "神戶", "布爾諾")])

    with django_assert_max_num_queries(len(few)):
        assert list(problems()) == []


def test_edited_and_emptied_record_is_as_its_history_tells(source: Source) -> None:
    held = Agreement.objects.get()
    with changing(by=system_user(), action="edit", record=held):
        held.place, held.title = "釜山", ""
        held.save()
    assert Fact.objects.exists()

    assert list(problems()) == []
