"""Earlier answers: found by what they share, their numbers held against the register and the draft."""

import datetime as dt

import pytest

from hansa.register.models import Office
from hansa.reports.answers.pack import pack_of
from tests.reports.answers.conftest import ASKED, make_question

THEN = dt.date(2025, 10, 1)


def test_an_earlier_question_on_the_same_matter_is_found_with_its_reasons(office: Office) -> None:
    before = make_question(office, "與釜山市交流情形如何？", "本市與釜山市持續交流。")
    make_question(office, "消費諮詢件數？", "13,358人次。")
    now = make_question(office, "請問近三年與釜山市交流成果？", date=ASKED)

    (earlier,) = pack_of(now, office, "zh-hant").earlier

    assert earlier.question == before
    assert [reason.zh for reason in earlier.reasons] == ["同提「釜山市」", "同問交流"]
    assert earlier.checked == ()


@pytest.mark.parametrize(
    ("answer", "verdicts"),
    [
        ("截至114年10月，本市姊妹市及友好城市共2個，分布2國。", [("2個", "changed", "3個"), ("2國", "changed", "3國")]),
        ("截至114年10月，本市姊妹市及友好城市共45個。", [("45個", "differs", "2個")]),
        ("本市締盟城市計2個。", [("2個", "changed", "3個")]),
        ("本市已與各國交流。", []),
    ],
)
def test_numbers_given_then_are_checked_today(
    office: Office, answer: str, verdicts: list[tuple[str, str, str]]
) -> None:
    make_question(office, "本市姊妹市有多少個？", answer, date=THEN)
    now = make_question(office, "請問本市現有幾個姊妹市？", date=ASKED)

    (earlier,) = pack_of(now, office, "zh-hant").earlier

    assert [(one.said, one.verdict, one.now) for one in earlier.checked] == verdicts


def test_a_number_that_still_stands_agrees(office: Office) -> None:
    make_question(office, "近三年簽署多少合作備忘錄？", "本市近三年簽署合作備忘錄1件。", date=dt.date(2026, 4, 1))
    now = make_question(office, "近三年合作備忘錄的成果", date=ASKED)

    pack = pack_of(now, office, "zh-hant")

    assert [(one.said, one.verdict) for one in pack.earlier[0].checked] == [("1件", "agrees")]
    assert not pack.earlier[0].contradicted


def test_a_number_that_would_not_be_given_today_is_a_contradiction(office: Office) -> None:
    make_question(office, "近三年簽署多少合作備忘錄？", "本市近三年共簽署合作備忘錄9件。", date=dt.date(2026, 4, 1))
    now = make_question(office, "近三年合作備忘錄的成果", date=ASKED)

    pack = pack_of(now, office, "zh-hant")
    (earlier,) = pack.earlier

    assert pack.open[-1] == f"前次答復（{earlier.question.ref}）之數字與登錄簿不符或其後有變動，請一併核對說明。"
    assert [(one.said, one.verdict, one.now) for one in earlier.checked] == [("9件", "differs", "1件")]


def test_an_english_answer_is_checked_too(office: Office) -> None:
    make_question(
        office, "How many memoranda were signed over the past three years?", "9 memoranda were signed.", date=ASKED
    )
    now = make_question(office, "What came of the memoranda of the past three years?", date=ASKED)

    (earlier,) = pack_of(now, office, "en").earlier

    assert [(one.verdict, one.now) for one in earlier.checked] == [("differs", "1 memoranda")]


def test_later_withdrawn_and_others_questions_are_left_out(office: Office) -> None:
    make_question(office, "與釜山市交流情形", date=dt.date(2026, 5, 1))
    make_question(office, "與釜山市交流情形", state="withdrawn")
    now = make_question(office, "與釜山市交流情形", date=ASKED)

    assert pack_of(now, office, "zh-hant").earlier == ()


def test_numbers_of_more_than_was_asked_are_checked_too(office: Office) -> None:
    answer = "本市近三年簽署合作備忘錄1件。\n截至115年4月，本市姊妹市及友好城市共45個。"
    make_question(office, "近三年簽署多少合作備忘錄？", answer, date=dt.date(2026, 4, 1))
    now = make_question(office, "近三年合作備忘錄的成果", date=ASKED)

    (earlier,) = pack_of(now, office, "zh-hant").earlier

    assert [(one.said, one.verdict, one.now) for one in earlier.checked] == [
        ("1件", "agrees", "1件"), ("45個", "differs", "3個"),
    ]  # fmt: skip
