"""Any order: what comes of documents does not depend on the order in which they were loaded."""

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import UNSET

from hansa.facts import Fact, Members, PersonNamed
from hansa.reading.files import read_file
from hansa.register.documents import sha256_of
from hansa.register.domain.facts import readmit
from hansa.register.domain.sources import Reading
from hansa.register.domain.users import system_user
from hansa.register.enums import Admit
from hansa.register.models import HistoryEntry
from tests.register.loading import (
    agreement,
    exchange,
    figure,
    load_readings,
    membership,
    organization,
    project,
    reading,
)
from tests.register.snapshot import snapshot

pytestmark = pytest.mark.django_db

# The seeds where they stand beside the checkout, else documents of our own.
SEEDS = sorted((Path(__file__).parents[4] / "shared/seeds").glob("*.txt"))
OWN = sorted((Path(__file__).parents[3] / "examples").glob("*/*.txt"))
MAYOR = PersonNamed(name="林小明", post="團長", of="釜山市政府")
DOCUMENTS: list[list[Fact]] = [
    [
        organization("世界港灣聯盟", acronym="WPL", founded="1990", members=[Members(50, "cities")]),
        agreement("高雄市", "釜山", signed="1966", subjects=["觀光"]),
        exchange("釜山", date="2022-06", title="釜山訪團", topics=["港灣"]),
        exchange("臺北虛構大學", title="校長來訪"),
    ],
    [
        membership("WPL", since="2001", role="member"),
        agreement("Kaohsiung", "Busan", kind=UNSET, signed="1966-06-30", subjects=["港灣"]),
        agreement("高雄市", "釜山", kind="mou", signed="2015-03-02"),
        exchange("台北虚构大学", "高雄市立圖書館", title="學生來訪"),
    ],
    [
        membership("世界港灣聯盟（WPL）", role="founding member"),
        organization("女子壘球會", acronym="WPL", name_en="Women Playing Softball"),
        agreement("高雄市", "釜山廣域市", signed="1968", signatories=[MAYOR]),
        exchange("釜山市", date="2022-06-09", title="市長訪團", people=[MAYOR], kind="outbound_visit"),
    ],
    [
        exchange("釜山市", date="2022-06-09", headcount=3, people=[MAYOR]),
        figure("訪賓", 33),
        figure("訪賓", 35, quote="另計訪賓"),
        project("WPL", title="智慧港灣", organizing="釜山", participating=["熊本市"]),
        membership("World Port League", since="2003"),
    ],
    [
        organization("World Port League", acronym="WPL", founded="1991", members=[Members(60, "cities")]),
        exchange("虛構之丘", date="2022-06-09/2022-06-10", title="釜山市長訪團"),
        figure("访宾", 34),
        agreement("高雄市", "虛構之丘"),
    ],
]


def loaded(
    folder: Path, documents: Sequence[Sequence[Fact]], order: Sequence[int], admit: Admit
) -> dict[str, list[str]]:
    """What the register holds after these documents were loaded one by one, in this order; then it forgets them."""
    with transaction.atomic():
        for number in order:
            load_readings([reading(folder, f"文件{number}", documents[number])], admit=admit)
        entries = HistoryEntry.objects.count()
        readmit(by=system_user())
        assert HistoryEntry.objects.count() == entries, "planned piece by piece, it is not what it is as a whole"
        held = snapshot()
        transaction.set_rollback(True)
    return held


@pytest.mark.parametrize("admit", [Admit.ALL, Admit.SURE])
def test_order_of_loading_does_not_matter(tmp_path: Path, admit: Admit) -> None:
    orders = list(itertools.permutations(range(len(DOCUMENTS))))[::17]

    first, *others = [loaded(tmp_path, DOCUMENTS, order, admit) for order in orders]

    for order, other in zip(orders[1:], others, strict=True):
        assert other == first, order


PARTIES = st.sampled_from(["釜山", "釜山市", "Busan", "熊本市", "熊本縣", "虛構之丘", "高雄市立圖書館"])
DATES = st.sampled_from(["1966", "1966-06-30", "1968", "2022-06", "2022-06-09", "2022"])
BODIES = st.sampled_from(["世界港灣聯盟", "WPL", "World Port League", "世界港灣聯盟（WPL）", "ICLEI"])
QUOTES = st.sampled_from(["釜山市長訪團拜會本府", "市長訪團", "港務研習", "締盟"])
FACTS = st.one_of(
    st.builds(lambda party, kind, date, quote: agreement("高雄市", party, kind=kind, signed=date, quote=quote),
              PARTIES, st.sampled_from(["sister_city", "mou", UNSET]), DATES, QUOTES),
    st.builds(lambda party, date, quote: exchange(party, date=date, title=quote, quote=quote), PARTIES, DATES, QUOTES),
    st.builds(lambda body, date, quote: membership(body, since=date, quote=quote), BODIES, DATES, QUOTES),
    st.builds(lambda name, other, quote: organization(name, acronym="WPL", name_en=other, quote=quote),
              BODIES, st.sampled_from(["World Port League", "Women Playing Softball", UNSET]), QUOTES),
    st.builds(lambda value, section, quote: figure("訪賓", value, section=section, quote=quote),
              st.integers(1, 3), st.sampled_from(["收文", "發文", UNSET]), QUOTES),
)  # fmt: skip


@given(
    st.lists(st.lists(FACTS, min_size=1, max_size=4), min_size=2, max_size=4),
    st.randoms(),
    st.sampled_from([Admit.ALL, Admit.SURE]),
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_order_of_any_documents_matters(
    tmp_path: Path, documents: list[list[Fact]], random: object, admit: Admit
) -> None:
    order = list(range(len(documents)))
    random.shuffle(order)  # type: ignore[attr-defined]

    assert loaded(tmp_path, documents, order, admit) == loaded(tmp_path, documents, range(len(documents)), admit)


def test_planning_anew_changes_nothing(tmp_path: Path) -> None:
    for number, facts in enumerate(DOCUMENTS):
        load_readings([reading(tmp_path, f"文件{number}", facts)])
    before, entries = snapshot(), HistoryEntry.objects.count()

    readmit(by=system_user())

    assert (snapshot(), HistoryEntry.objects.count()) == (before, entries)


@pytest.mark.parametrize("admit", [Admit.ALL, Admit.SURE])
def test_documents_of_an_office_come_to_the_same_in_any_order(admit: Admit) -> None:
    readings = [_read(path) for path in SEEDS or OWN]
    straight = range(len(readings))

    held = []
    for order in (straight, reversed(straight), sorted(straight, key=lambda number: number * 2 % len(readings))):
        with transaction.atomic():
            for number in order:
                load_readings([readings[number]], admit=admit)
            held.append(snapshot())
            transaction.set_rollback(True)

    assert held[0] == held[1] == held[2]


def _read(path: Path) -> Reading:
    document, facts = read_file(path, "高雄市")
    return Reading(path, sha256_of(path), path.stat().st_size, document, facts)
