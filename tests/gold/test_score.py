"""The reader on our own gold sets, and what makes two facts the same."""

from typing import Any

import pytest

from tests.gold.floors import floor_of, floors
from tests.gold.scoring import Score, fields, pairs
from tests.gold.sets import GoldSet, own_sets, scored


@pytest.mark.parametrize("gold", own_sets(), ids=lambda gold: gold.name)
def test_reader_keeps_its_level(gold: GoldSet) -> None:
    reached, kept = floor_of(scored(gold)), floors()[gold.name]
    lost = {name: (reached.get(name, 0.0), f1) for name, f1 in kept.items() if reached.get(name, 0.0) < f1}
    assert not lost, f"F1 fell in {gold.name} (now, before): {lost}; `make score` tells more"


def test_every_set_has_committed_scores() -> None:
    assert set(floors()) == {gold.name for gold in own_sets()}


_TIE: dict[str, Any] = {
    "type": "agreement", "kind": "sister_city", "parties": ["甲市", ["乙市", "Yi"]], "signed": "2001",
    "quote": "甲市與乙市締結姊妹市",
}  # fmt: skip


def test_pairs_match_each_fact_once() -> None:
    read = {**_TIE, "parties": ["甲市", "Yi"]}
    assert pairs([_TIE], [read, read]) == [(0, 0)]


@pytest.mark.parametrize("changed", [{"kind": "mou"}, {"parties": ["甲市", "丙市"]}, {"type": "exchange"}])
def test_pairs_do_not_match_another_fact(changed: dict[str, Any]) -> None:
    assert pairs([_TIE], [{**_TIE, "parties": ["甲市", "乙市"], **changed}]) == []


def test_pairs_match_figures_by_value_unit_and_words() -> None:
    gold = {"type": "figure", "measure": ["申訴", "消費申訴"], "value": 3, "unit": "件", "quote": "申訴3件"}
    assert pairs([gold], [{**gold, "measure": "消費申訴", "value": 3.0}]) == [(0, 0)]
    assert pairs([gold], [{**gold, "measure": "申訴", "unit": "人"}]) == []
    assert pairs([{**gold, "unit": ["件", ""]}], [{**gold, "measure": "申訴", "unit": ""}]) == [(0, 0)]


def test_fields_count_each_item_of_a_list() -> None:
    gold = {**_TIE, "signatories": [{"name": "王小明"}, {"name": ["李大同", "Li Da-tong"]}], "subjects": ["觀光交流"]}
    read = {**gold, "signed": "2001-05", "signatories": [{"name": "Li Da-tong"}], "subjects": ["觀光"]}
    assert fields(gold, read) == Score(gold=4, read=3, both=2)


def test_score_of_nothing_is_whole() -> None:
    assert (Score().f1, Score().precision, Score().recall) == (1.0, 1.0, 1.0)
