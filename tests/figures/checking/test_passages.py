"""Drafts that repeat a document's sentences: what is another there, and what may be another."""

import pytest

from hansa.figures.checking.passages import repeated_wrongly
from hansa.register.models import Party
from tests.factories import make_source
from tests.figures.checking.small_register import REPORT, fill, held_against, right, wrong

pytestmark = pytest.mark.django_db
findings = held_against(repeated_wrongly)
ONCE = "全年受理市民投書 1,606 件，辦結 1,598 件，其餘轉請權責機關處理，平均每件耗時 3.5 日。"


@pytest.fixture
def home() -> Party:
    return fill()


def test_report_as_it_is_agrees_throughout(home: Party) -> None:
    found = findings(REPORT, home)

    assert wrong(found) == []
    assert {"1,606 件", "羅達生", "111年 12月 20 日", "三項"} <= set(right(found))


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("1,606 件", "1,660 件", ("differs", "1,660 件", "1,606 件")),
        ("1,606 件", "606 件", ("differs", "606 件", "1,606 件")),
        ("3.5 日", "5.3 日", ("differs", "5.3", "3.5")),
        ("三項", "五項", ("differs", "五項", "三項")),
        ("111年 7月 25 日", "111年 7月 26 日", ("differs", "111年 7月 26 日", "111年 7月 25 日")),
        ("111年 12月 20 日", "110年 12月 20 日", ("differs", "110年 12月 20 日", "111年 12月 20 日")),
        ("羅達生副市長", "羅達生市長", ("differs", "市長", "副市長")),
        ("高則叡處長", "高則叡局長", ("differs", "局長", "處長")),
        ("駒澤廣行", "駒澤広幸", ("differs", "駒澤広幸", "駒澤廣行")),
        ("（Ron Nirenberg）", "（Ron Nirenburg）", ("differs", "Ron Nirenburg", "Ron Nirenberg")),
    ],
)
def test_slip_in_a_repeated_sentence_differs(was: str, now: str, expected: tuple[str, str, str], home: Party) -> None:
    assert expected in wrong(findings(REPORT.replace(was, now), home))


def test_lines_broken_otherwise_are_the_same_sentence(home: Party) -> None:
    broken = "全年受理市民投書1,606\n件，辦結 1,589件，其餘轉請權責\n機關處理，平均每件耗時3.5日。"

    assert wrong(findings(broken, home)) == [("differs", "1,589件", "1,598件")]


def test_year_of_the_republic_and_of_the_common_era_are_one(home: Party) -> None:
    text = REPORT.replace("111年 12月 20 日", "2022年12月20日")

    assert wrong(findings(text, home)) == []


def test_report_of_another_year_may_have_other_numbers(home: Party) -> None:
    later = REPORT.replace("111年", "112年").replace("1,606", "1,702").replace("1,598", "1,690")

    assert wrong(findings(later, home)) == []


def test_other_words_say_nothing(home: Party) -> None:
    assert findings("市民寫信給市府的一共有 1,700 件，大多已經回覆。", home) == []


def test_second_passage_that_agrees_is_enough(home: Party) -> None:
    from_another = ONCE.replace("1,606", "1,620")
    held_before = wrong(findings(from_another, home))

    make_source(f"111年度補充報告\n{from_another}", title="補充報告")

    assert held_before == [("differs", "1,620 件", "1,606 件")]
    assert wrong(findings(from_another, home)) == []


def test_finding_names_the_document_and_the_records_that_rest_on_its_passage(home: Party) -> None:
    [finding] = [one for one in findings(ONCE.replace("1,606", "1,660"), home) if one.verdict == "differs"]

    assert finding.records[0].startswith("source-")
    assert finding.reason is not None
    assert finding.reason.zh == "《111年度成果報告》作「1,606 件」。"
