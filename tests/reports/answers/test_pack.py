"""Questions as a council asks them: what their pack must hold, and what it must say openly."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.register.models import Agreement, Office, Party
from hansa.reports.answers.pack import pack_for
from hansa.reports.answers.text import draft_text
from tests.factories import make_agreement, make_exchange, make_party
from tests.reports.answers.conftest import ASKED, Ask, numbers, sentences

MEMORANDA = "請問本市近三年簽署的合作備忘錄執行情形與成果？"


def test_memoranda_of_three_years_with_what_was_promised_and_done(ask: Ask) -> None:
    pack = ask(MEMORANDA)

    assert [section.title for section in pack.sections] == ["合作備忘錄簽署及執行情形"]
    assert numbers(pack) == {
        "memoranda_signed": 1, "memoranda_promised": 3, "memoranda_done": 1, "memoranda_open": 1,
    }  # fmt: skip
    assert sentences(pack) == [
        "近三年（112年4月11日至115年4月10日），本市計簽署合作備忘錄1件，承諾事項3項，已完成1項、未完成1項；"
        "據以辦理交流1場：",
        "113年5月20日與熊本市簽署「半導體合作備忘錄」；承諾事項：每年辦理商務媒合（已完成：2025年辦理1次）；"
        "互派實習生（待辦）；設立聯絡窗口（已停辦）；據以辦理交流1場（114年2月14日）。",
        "另有簽署日期尚待查明之合作備忘錄1件，不計入上開件數：",
        "與秋田縣簽署「合作備忘錄」。",
    ]
    assert pack.open == ("下列合作備忘錄尚無執行成果或交流之登錄，請主責單位查填：秋田縣。",)


def test_memoranda_in_english(ask: Ask) -> None:
    pack = ask("What came of the memoranda signed over the past three years?", "en")

    assert sentences(pack)[0].startswith("past three years (11 April 2023 – 10 April 2026): 1 memoranda were signed")
    assert numbers(pack)["memoranda_signed"] == 1


def test_why_numbers_of_partners_differ_lays_them_side_by_side(ask: Ask) -> None:
    pack = ask("為什麼本市姊妹市數量與國際處網站不同？")

    (compared,) = [words for words in sentences(pack) if "業務報告" in words]
    assert compared == (
        "《業務報告》公布姊妹市及友好城市45個（114年12月）；同日依登錄簿計為2，相差43。其後新簽：關島（115年3月12日）。"
    )
    assert numbers(pack)["partners_total"] == 3


def test_costs_of_trips_are_summed_by_currency_and_gaps_named(ask: Ask) -> None:
    pack = ask("請說明去年出訪經費及出國報告提出情形")

    assert sentences(pack)[0] == (
        "去年（114年），登錄之出訪計2案，經費合計KRW 600,000；TWD 57,000.5（不同幣別不相加）；出國報告逾期未提出者1案。"
    )
    assert pack.open == ("下列出訪之經費未登錄：出訪熊本。",)


def test_relations_with_a_party_in_its_own_section(ask: Ask) -> None:
    pack = ask("請問近兩年本市與釜山市交流情形？")

    assert [section.title for section in pack.sections] == ["與釜山市交流情形"]
    assert sentences(pack)[0] == "釜山市（韓國）與本市之締盟及協定：55年6月30日簽署，姊妹市，有效。"
    assert sentences(pack)[1] == "近兩年（113年4月11日至115年4月10日），登錄與釜山市之交流計3場（來訪2、出訪1）："
    busan = Party.objects.get(name_zh="釜山市")
    assert numbers(pack) == {f"exchanges_with_{busan.pk}": 3}


def test_what_is_stated_elsewhere_ranks_below_what_the_draft_rests_on(ask: Ask) -> None:
    pack = ask("請問近兩年本市與釜山市交流情形？")

    weights = [one.weight for one in pack.records]
    assert weights == sorted(weights, reverse=True)
    drafted = [one.ref for one in pack.records if one.weight >= 4]
    assert set(drafted) == set(pack.refs)


def test_a_passage_opens_its_source_at_the_place(ask: Ask) -> None:
    pack = ask("為什麼本市姊妹市數量與國際處網站不同？")

    assert ("業務報告", 1, 0, "本市截至2025年12月共有45個姊妹市及友好城市。") in [
        (one.title, one.page, one.start, one.quote) for one in pack.passages
    ]


@pytest.mark.parametrize("words", ["請問本市與烏普薩拉市的合作情形？", "What is done with Uppsala?"])
def test_a_place_of_which_nothing_is_held_is_said_openly(ask: Ask, words: str) -> None:
    pack = ask(words)

    assert pack.sections == ()
    assert "登錄簿查無「" in pack.open[0]
    assert pack.open[-1] == "登錄簿中查無與本題直接有關之紀錄，請主責單位提供資料後答復。"


def test_a_figure_that_a_document_reports_is_found_by_its_words(ask: Ask) -> None:
    assert sentences(ask("請問114年消費諮詢人次多少？")) == ["114年受理消費諮詢：13,358人次。"]


def test_a_question_about_nothing_held_has_no_made_up_answer(ask: Ask) -> None:
    pack = ask("請問市立動物園的企鵝何時餵食？")

    assert (pack.sections, pack.refs) == ((), ())
    assert draft_text(pack) == "登錄簿中查無與本題直接有關之紀錄，請主責單位提供資料後答復。"


@pytest.mark.parametrize(
    "words",
    [
        "備忘錄" * 3333 + "。",
        "王" * 300 + "與釜山市的交流",
        "ما هي المدن الشقيقة؟ أوبسالا",
        "‮請問姊妹市‬",
        "?",
        "'; DROP TABLE register_party; -- \" * AND OR NOT (備忘錄",
        "釜山市" * 1000 + "熊本市" * 1000,
    ],
)
def test_strange_questions_have_a_pack_all_the_same(ask: Ask, words: str) -> None:
    for language in ("zh-hant", "en"):
        assert draft_text(ask(words, language))


def test_the_number_of_queries_does_not_grow_with_the_records(ask: Ask, office: Office) -> None:
    words = "請問近三年合作備忘錄、姊妹市、釜山市交流、出訪經費、國際組織、禮品及姊妹校情形"
    ask(words)
    with CaptureQueriesContext(connection) as before:
        ask(words)
    for number in range(5):
        party = make_party(f"城市{number}號", country="JP")
        for kind in ("sister_city", "mou", "sister_school"):
            make_agreement(office.home, party, kind=kind, signed="2025-01-01", office=office)
        make_exchange(party, Party.objects.get(name_zh="釜山市"), date="2025-05-05", home=office.home, headcount=3)
    with CaptureQueriesContext(connection) as after:
        ask(words)

    assert len(after) <= len(before)


def test_everything_that_the_draft_cites_is_in_the_register(office: Office) -> None:
    pack = pack_for(MEMORANDA, ASKED, office, "zh-hant")

    held = {one.ref for one in Agreement.objects.all()}
    assert {ref for ref in pack.refs if ref.startswith("agreement")} <= held


def test_a_term_of_office_begins_where_the_law_has_it(ask: Ask) -> None:
    pack = ask("本屆市長任內與釜山市的交流")

    assert (pack.matter.period.first, pack.matter.period.last) == (dt.date(2022, 12, 25), ASKED)  # type: ignore[union-attr]
    assert pack.open == ("「本屆」以111年12月25日為起日，請確認。",)
