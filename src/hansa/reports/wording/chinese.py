"""Reports in Traditional Chinese, in the manner of a city department's performance report."""

from collections.abc import Sequence
from decimal import Decimal

from hansa.figures.words import Words
from hansa.reports.outline.items import (
    AgreementItem,
    AnnualReport,
    ChangeItem,
    Citation,
    ExchangeItem,
    FigureItem,
    MembershipItem,
    Named,
    NumberItem,
    PartnerGroup,
)
from hansa.reports.quantities import chinese_quantity, grouped
from hansa.reports.wording import chinese_abroad
from hansa.reports.wording.chinese_figures import figures_said
from hansa.reports.wording.dates import REPUBLIC, chinese_date
from hansa.reports.wording.wording import Sentence, Titles, quoted

_ROLES = {
    "official member": "正式會員",
    "full member": "正式會員",
    "member": "會員",
    "executive member": "執行委員",
    "founding member": "創始會員",
    "associate member": "準會員",
    "observer": "觀察員",
}
_FIELDS = {
    "kind": "種類", "title": "名稱", "date": "日期", "parties": "對象", "people": "人員", "place": "地點",
    "topics": "議題", "headcount": "參加人數", "attendance": "參觀人次", "summary": "摘要", "signed": "簽署日期",
    "signatories": "簽署人", "subjects": "合作領域", "measure": "項目", "value": "數值", "unit": "單位",
    "period": "期間", "record": "紀錄",
}  # fmt: skip
_DATES = ("date", "signed", "period")
_SOURCES = {"published": "文件公布數", "counted": "登錄紀錄計數"}


class Chinese:
    """Traditional Chinese."""

    titles = Titles(
        gap="",
        contents="目錄",
        notes="註：資料來源",
        nothing="本年度登錄資料中無本項紀錄。",
        empty_year="登錄資料中尚無本年度之紀錄，以下各章從缺；俟資料登錄後，再行編製。",
        numbers_note="數量係文件公布數，無公布數者依登錄紀錄按計數規則計得；二者不同者，於說明欄註明登錄數。",
        changes="與前一年度比較",
        changes_note="僅列兩年度均有登錄或公布數之項目；增減原因依登錄紀錄列述。",
        others="其他",
        to_confirm="待確認",
        membership_head=("組織名稱", "會員", "加入時間", "會員身分", "主責單位"),
        number_head=("統計項目", "數量", "說明"),
        change_head=("統計項目", "{year}", "{before}", "增減", "說明"),
    )

    def words(self, words: Words) -> str:
        """A heading in Chinese."""
        return words.zh

    def name(self, name: Named) -> str:
        """A name in Chinese, or in Latin letters where it has none."""
        return chinese_abroad.name_of(name)

    def title(self, report: AnnualReport) -> str:
        """高雄市政府行政暨國際處111年度施政績效成果報告."""
        return f"{self.name(report.office)}{_year(report.year)}度施政績效成果報告"

    def dateline(self, report: AnnualReport) -> str:
        """編製日期：中華民國112年2月1日."""
        return f"編製日期：中華民國{report.made.year - REPUBLIC}年{report.made.month}月{report.made.day}日"

    def figures(self, group: Sequence[FigureItem], said: str = "") -> Sentence:
        """111年度國際訪賓計33案、220人次。"""
        return figures_said(group, said)

    def heading(self, words: str) -> str:
        """What figures stood under in their document, as it is."""
        return words

    def exchange_title(self, item: ExchangeItem) -> str:
        """The title, or 熊本市視訊會議."""
        return chinese_abroad.exchange_title(item)

    def exchange(self, item: ExchangeItem, home: Named) -> str:
        """111年3月17日，陳其邁市長與熊本市大西一史市長舉行視訊會議，……。"""
        return chinese_abroad.exchange(item, home)

    def agreement_title(self, item: AgreementItem) -> str:
        """與斯洛伐克布拉提斯拉瓦省簽署夥伴協定."""
        return chinese_abroad.agreement_title(item)

    def agreement(self, item: AgreementItem, home: Named) -> str:
        """111年6月9日，高雄市與布拉提斯拉瓦省簽署夥伴協定，……。"""
        return chinese_abroad.agreement(item, home)

    def group_title(self, group: PartnerGroup) -> str:
        """日本友好城市熊本市交流."""
        return chinese_abroad.group_title(group)

    def membership(self, item: MembershipItem) -> tuple[str, ...]:
        """組織名稱、會員、加入時間、會員身分、主責單位."""
        since = chinese_date(item.since) if item.since else "—"
        return (
            self.name(item.organization),
            self.name(item.member),
            since,
            _ROLES.get(item.role, item.role or "—"),
            item.responsible or "—",
        )

    def number(self, item: NumberItem) -> tuple[str, str, str]:
        """國際訪賓場次、33案、登錄18場次."""
        answer = item.answer
        counted = f"{grouped(answer.value)}{answer.unit.zh}"
        silent = f"{grouped(answer.silent)}筆未載" if answer.silent and answer.value else ""
        if not item.published:
            return answer.label.zh, counted, silent or "—"
        published = "、".join(chinese_quantity(number.value, number.unit) for number in item.published)
        differs = f"登錄紀錄為{counted}" if answer.differs and answer.value else ""
        return answer.label.zh, published, "，".join(filter(None, (differs, silent if differs else ""))) or "—"

    def change_columns(self, year: int) -> tuple[str, ...]:
        """統計項目、111年、110年、增減、說明."""
        return tuple(one.format(year=_year(year), before=_year(year - 1)) for one in self.titles.change_head)

    def change(self, item: ChangeItem) -> tuple[str, ...]:
        """姊妹市及友好夥伴城市（個）、36、35、增加1、新增：布拉提斯拉瓦省。"""
        return (
            f"{item.label.zh}（{item.unit.zh}）",
            grouped(item.now),
            grouped(item.before),
            _difference(item.now - item.before),
            "；".join(self._because(item)) or "—",
        )

    def _because(self, item: ChangeItem) -> list[str]:
        told = [f"{words}：{_few(names)}" for words, names in (("新增", item.added), ("終止", item.ended)) if names]
        return told + [_reason(*reason) for reason in item.reasons]

    def field(self, name: str) -> str:
        """日期."""
        return _FIELDS.get(name, name)

    def value(self, name: str, value: object) -> str:
        """111年3月17日, 甲、乙, 13,358; （無） where there is nothing."""
        if isinstance(value, list):
            return chinese_abroad.listed([str(one) for one in value]) or "（無）"
        if name in _DATES and value:
            return chinese_date(str(value))
        if name in ("value", "headcount", "attendance") and value:
            return grouped(Decimal(str(value)))
        return str(value) if value else "（無）"

    def differs(self, what: str, before: str, now: str) -> str:
        """日期原為111年3月17日，現為111年3月18日."""
        return f"{what}原為{before}，現為{now}"

    def proposal(self, differences: Sequence[str], text: str) -> str:
        """登錄資料於修訂後已有異動：……。建議改為：「……」"""
        return f"本項修訂後，登錄資料已有異動：{'；'.join(differences)}。" + (f"建議改為：「{text}」" if text else "")

    def citation(self, citation: Citation) -> str:
        """《施政報告》第3頁：「……」."""
        return f"《{citation.title}》第{citation.page}頁：「{quoted(citation.quote)}」"


# So many are named of what was added or ended.
_NAMED = 8


def _few(names: Sequence[str]) -> str:
    return "、".join(names[:_NAMED]) + (f"等{len(names)}個" if len(names) > _NAMED else "")


def _year(year: int) -> str:
    return chinese_date(str(year))


def _difference(difference: Decimal) -> str:
    if not difference:
        return "持平"
    return f"{'增加' if difference > 0 else '減少'}{grouped(abs(difference))}"


def _reason(kind: str, before: str, now: str) -> str:
    if kind == "rule":
        return f"計數規則不同：前一年度依「{before}」，本年度依「{now}」"
    if kind == "rows":
        return f"本年度為{now or '無'}；前一年度為{before or '無'}"
    if kind == "counted":
        return f"數字來源不同：前一年度為{_SOURCES[before]}，本年度為{_SOURCES[now]}"
    if kind == "period":
        return f"期間不同：前一年度為{chinese_date(before)}，本年度為{chinese_date(now)}"
    return f"公布用語不同：前一年度為「{before}」，本年度為「{now}」"
