"""The lists: what each shows, what it leaves out, what it says of what is not known."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.register.models import Agreement, Exchange, Membership, Office
from hansa.reports.lists import LISTS, list_named, listing
from hansa.reports.lists.asking import asked
from tests.factories import make_agreement, make_exchange, make_membership, make_office, make_organization, make_party
from tests.reports.lists.conftest import Made, values

DAY = dt.date


def test_partners_stand_by_kind_and_country_with_their_last_exchange(made: Made) -> None:
    shown = made("partners")

    assert shown.title == "高雄市締盟城市一覽表"
    assert values(shown, "種類", "國家", "中文名稱", "簽署日", "效力", "最近一次交流", "下次逢五逢十周年", "佐證") == [
        ("姊妹市", "法國", "某市", "79年", "終止", "登錄簿無紀錄", "119年（40周年）", 0),
        ("姊妹市", "關島", "關島", DAY(2026, 3, 12), "有效", "登錄簿無紀錄", "120年3月12日（5周年）", 0),
        (
            "姊妹市",
            "韓國",
            "釜山市",
            DAY(1966, 6, 30),
            "有效",
            "114年9月1日至4日 出訪釜山",
            "115年6月30日（60周年）",
            1,
        ),
        (
            "友好城市",
            "日本",
            "熊本市",
            "106年1月",
            "有效",
            "114年12月31日至115年1月2日 跨年訪團",
            "116年1月（10周年）",
            0,
        ),
    ]


def test_partners_say_the_number_that_the_counting_rule_gives(made: Made) -> None:
    notes = made("partners").notes

    assert notes[0] == "本表計4列，其中有效3列（姊妹市2、友好城市1）；簽署日不詳0列，國家不詳0列。"
    assert "計3個、3國" in notes[1]


def test_partners_of_a_day_before_the_signing_are_not_in_force(made: Made) -> None:
    shown = made("partners", on="2020-01-01", country="GU")

    assert values(shown, "中文名稱", "效力") == [("關島", "尚未簽署")]


def test_memberships_are_in_the_form_of_the_department(made: Made) -> None:
    shown = made("memberships")

    assert [column.title for column in shown.columns[:4]] == ["組織名稱", "組織簡介", "加入時間", "備註"]
    assert values(shown, "組織名稱", "組織簡介", "加入時間", "備註", "佐證") == [
        ("東南亞動物園協會 (SEAZA)", "79年成立，總部設於雅加達", "104年", "經發局主責（壽山動物園）", 0),
        ("亞太城市合作網 (CITYNET)", "會員城市相互學習的平台", "93年", "行國處主責；正式會員", 1),
        ("日期不詳的聯盟", "", "—", "", 0),
    ]
    assert shown.notes[1] == "加入時間不詳者1筆，以「—」表示。"


def test_results_say_what_was_promised_done_and_open(made: Made) -> None:
    shown = made("results", years="3")

    titles = (
        "簽署日",
        "締約方",
        "名稱",
        "合作領域",
        "承諾",
        "完成",
        "未完成",
        "交流場次",
        "據此辦理之交流",
        "主責單位",
    )
    assert values(shown, *titles) == [
        (DAY(2024, 5, 20), "熊本市", "半導體合作備忘錄", "經貿投資", 3, 1, 1, 1, "114年2月14日 商務媒合會議", "經發局"),
        ("不詳", "秋田縣", "合作備忘錄", "", 0, 0, 0, 0, "", ""),
    ]
    assert values(shown, "承諾事項及成果")[0] == (
        "每年辦理商務媒合（已完成：2025年辦理1次）\n互派實習生（待辦）\n設立聯絡窗口（已停辦）",
    )
    assert [cell.value for cell in shown.total if cell.value != ""] == ["合計2件", 3, 1, 1, 1]
    assert shown.notes[1] == "簽署日不詳1件，仍予列出；尚無成果或交流登錄者1件；無文件佐證者2件。"


def test_visitors_count_countries_anew_and_a_visit_of_two_countries_once(made: Made) -> None:
    shown = made("visitors", year="2025", by="quarter")

    assert [column.title for column in shown.columns] == [
        "國家", "項目", "第1季", "第2季", "第3季", "第4季", "合計",
    ]  # fmt: skip
    assert [tuple(cell.value for cell in row) for row in shown.rows] == [
        ("全部", "國家數", 1, 0, 2, 1, 2),
        ("全部", "場次", 1, 1, 1, 1, 4),
        ("全部", "人次", 12, 2, 30, "—", 44),
        ("韓國", "場次", 1, 0, 1, 0, 2),
        ("韓國", "人次", 12, 0, 30, 0, 42),
        ("日本", "場次", 0, 0, 1, 1, 2),
        ("日本", "人次", 0, 0, 30, "—", 30),
        ("國家不詳", "場次", 0, 1, 0, 0, 1),
        ("國家不詳", "人次", 0, 2, 0, 0, 2),
    ]


def test_periods_of_several_years_say_their_year(made: Made) -> None:
    given = {"from_": "2025-10-01", "to": "2026-03-31", "by": "quarter"}

    assert [column.title for column in made("visitors", **given).columns[2:4]] == ["114年第4季", "115年第1季"]
    assert [column.title for column in made("visitors", "en", **given).columns[2:4]] == ["Q4 2025", "Q1 2026"]


@pytest.mark.parametrize(("by", "columns"), [("month", 12), ("quarter", 4), ("year", 1)])
def test_visitors_have_a_column_for_each_period(made: Made, by: str, columns: int) -> None:
    assert len(made("visitors", year="2025", by=by).columns) == columns + 3


def test_costs_are_summed_by_currency_and_say_what_is_overdue(made: Made) -> None:
    shown = made("costs", year="2025")

    assert values(shown, "訪問", "項目", "金額", "幣別", "出國報告") == [
        ("出訪釜山", "機票", Decimal("45000.00"), "TWD", "逾期（應於114年12月4日前提出）"),
        ("出訪釜山", "住宿", Decimal("600000.00"), "KRW", "逾期（應於114年12月4日前提出）"),
        ("出訪釜山", "日支費", Decimal("12000.50"), "TWD", "逾期（應於114年12月4日前提出）"),
        ("出訪熊本", "未登錄經費", "", "", "已於114年12月20日提出"),
    ]
    assert shown.total == ()
    assert shown.notes[0] == ("共2案，經費合計：KRW 600,000；TWD 57,000.5；不同幣別不相加。未登錄經費者1案。")
    assert shown.notes[1].startswith("出國報告逾期未提出者1案")


def test_gifts_of_two_directions_are_not_added(made: Made) -> None:
    shown = made("gifts")

    assert values(shown, "致贈或收受", "禮品", "對象", "價值", "存放處") == [
        ("致贈", "琉璃瓶", "釜山市", Decimal("1200.00"), ""),
        ("受贈", "木雕", "釜山市、朴市長", None, ""),
    ]
    assert shown.notes[0] == "致贈1件（TWD 1,200）；受贈1件（無價值登錄）；不同幣別不相加。"


def test_sister_schools_leave_out_ties_of_other_cities(made: Made) -> None:
    assert values(made("sister-schools"), "種類", "本市", "締結對象", "國家", "簽署日") == [
        ("姊妹校", "高雄中學", "熊本高校", "日本", DAY(2023, 4, 1))
    ]


def test_commitments_due_say_by_how_much_they_are_overdue(made: Made) -> None:
    assert values(made("commitments"), "期限", "逾期日數", "應辦事項", "來自", "狀態") == [
        ("114年", 90, "互派實習生", "熊本市 半導體合作備忘錄", "待辦")
    ]


def test_dormant_are_those_in_force_without_an_exchange_for_years(made: Made) -> None:
    shown = made("dormant", years="1")

    assert values(shown, "對象", "最近一次交流日期") == [("秋田縣", "無")]
    assert "自114年3月31日起" in shown.notes[0]


def test_anniversaries_are_those_that_are_celebrated(made: Made) -> None:
    assert values(made("anniversaries", year="2026"), "日期", "周年", "對象") == [(DAY(2026, 6, 30), 60, "釜山市")]
    assert values(made("anniversaries", year="2027"), "日期", "周年", "對象") == [("116年1月", 10, "熊本市")]


def test_exchanges_of_a_period_have_their_people_summed(made: Made) -> None:
    shown = made("exchanges", from_="2025-08-01", to="2025-09-30")

    assert values(shown, "日期", "交流", "對象", "人數") == [
        ("114年8月", "青年訪團", "熊本市、釜山市", 30),
        ("114年9月1日至4日", "出訪釜山", "釜山市", None),
    ]
    assert [cell.value for cell in shown.total if cell.value != ""] == ["合計2場", 30]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_whole_in_english_too(made: Made, name: str) -> None:
    shown = made(name, "en")
    words = [shown.title, shown.dateline, *shown.notes, *(column.title for column in shown.columns)]

    assert [word for word in words if any("\u4e00" <= letter <= "\u9fff" for letter in word)] == []
    assert {len(row) for row in (*shown.rows, shown.total) if row} <= {len(shown.columns)}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_an_empty_register_says_that_there_is_nothing(db: None, name: str) -> None:
    made = listing(list_named(name), asked(make_office(), "zh-hant", {}))

    assert len(made.rows) == (3 if name == "visitors" else 0)
    assert made.notes


def _more(office: Office) -> None:
    for number in range(3):
        party = make_party(f"城市{number}", country="JP")
        for kind in ("sister_city", "mou"):
            make_agreement(office.home, party, kind=kind, signed="2025-01-01", office=office)
        make_exchange(party, date="2025-05-05", home=office.home, headcount=3)
        make_exchange(party, kind="outbound_visit", date="2025-05-05", home=office.home)
        make_membership(office.home, make_organization(f"聯盟{number}"), since="2001")


@pytest.mark.parametrize("name", LISTS)
def test_the_number_of_queries_does_not_grow_with_the_records(made: Made, office: Office, name: str) -> None:
    given = {"year": "2025"} if "year" in LISTS[name].filters else {}
    with CaptureQueriesContext(connection) as before:
        made(name, **given)
    _more(office)
    with CaptureQueriesContext(connection) as after:
        made(name, **given)

    assert len(after) == len(before)


def test_every_row_leads_to_its_record(made: Made) -> None:
    refs = {row[-1].value for name in LISTS if name != "visitors" for row in made(name).rows}

    held = {record.ref for model in (Agreement, Exchange, Membership) for record in model.objects.all()}
    assert {ref for ref in refs if str(ref).startswith(("agreement", "exchange", "membership"))} <= held
    assert "" not in refs
