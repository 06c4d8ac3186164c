"""Reports in Traditional Chinese, in the manner of a city department's performance report."""

from decimal import Decimal

from hansa.figures.words import Words
from hansa.reports.outline.items import (
    AgreementItem,
    AnnualReport,
    Citation,
    ExchangeItem,
    FigureItem,
    MembershipItem,
    Named,
    NumberItem,
    Participant,
)
from hansa.reports.quantities import chinese_quantity, grouped
from hansa.reports.wording.dates import REPUBLIC, chinese_date
from hansa.reports.wording.wording import Sentence, Titles, quoted

_KIND = {
    "inbound_visit": "來訪", "outbound_visit": "出訪", "online_meeting": "視訊會議", "exhibition": "展覽",
    "donation": "捐贈", "greeting": "問候", "education_exchange": "教育交流", "performance": "演出",
    "promotion": "行銷推廣", "ceremony": "典禮", "event": "活動", "sports": "體育交流", "other": "交流",
}  # fmt: skip
# What was done: with counterparts, and where none is named.
_DONE = {
    "inbound_visit": ("{others}訪團來訪{home}", "國際訪賓來訪{home}"),
    "outbound_visit": ("{home}訪團出訪{others}", "{home}訪團出訪"),
    "online_meeting": ("{home}與{others}舉行視訊會議", "{home}舉行國際視訊會議"),
    "exhibition": ("{home}與{others}辦理展覽", "{home}辦理國際交流展覽"),
    "donation": ("{home}與{others}辦理捐贈", "{home}辦理國際捐贈"),
    "greeting": ("{home}與{others}致意問候", "{home}向國際友人致意問候"),
    "education_exchange": ("{home}與{others}辦理教育交流", "{home}辦理國際教育交流"),
    "performance": ("{home}與{others}辦理演出", "{home}辦理國際演出"),
    "promotion": ("{home}與{others}辦理行銷推廣", "{home}辦理國際行銷推廣"),
    "ceremony": ("{home}與{others}舉行典禮", "{home}舉行國際典禮"),
    "event": ("{home}與{others}辦理活動", "{home}辦理國際活動"),
    "sports": ("{home}與{others}辦理體育交流", "{home}辦理國際體育交流"),
    "other": ("{home}與{others}進行交流", "{home}進行國際交流"),
}
_TALKS = ("inbound_visit", "outbound_visit", "online_meeting")
_SIGNED = {
    "sister_city": "締結姊妹市",
    "friendship_city": "締結友好城市",
    "partnership": "簽署夥伴協定",
    "mou": "簽署合作備忘錄",
    "letter_of_intent": "簽署合作意向書",
    "declaration": "簽署宣言",
    "sister_school": "締結姊妹校",
    "sister_port": "締結姊妹港",
    "project_partnership": "建立計畫夥伴關係",
}

_CHINESE_BEGINS = "\u2e80"
# How many parties the title of an item names.
_IN_TITLE = 3
_ROLES = {
    "official member": "正式會員",
    "full member": "正式會員",
    "member": "會員",
    "executive member": "執行委員",
    "founding member": "創始會員",
    "associate member": "準會員",
    "observer": "觀察員",
}


def _list(words: list[str]) -> str:
    return "、".join(dict.fromkeys(word for word in words if word))


def _some(words: list[str]) -> str:
    """The first of them, for a title."""
    return _list(words[:_IN_TITLE]) + ("等" if len(words) > _IN_TITLE else "")


class Chinese:
    """Traditional Chinese."""

    titles = Titles(
        contents="目錄",
        notes="註：資料來源",
        nothing="本年度登錄資料中無本項紀錄。",
        international="國際事務－訪賓接待聯繫業務",
        partners="推動姊妹市、國際友好城市之互訪及實質交流",
        visitors="訪賓接待及聯繫業務",
        partner_exchanges="姊妹市及友好夥伴城市之實質交流",
        others_abroad="辦理國際活動及市政建設參訪，增進與駐台代表之互動",
        agreements="締結姊妹市及簽署協定",
        memberships="參與國際組織",
        numbers="國際事務統計",
        numbers_note="「登錄數」係依本系統登錄之紀錄按計數規則計得，「公布數」係文件所載；二者不同時並列，以供查核。",
        others="其他",
        membership_head=("組織名稱", "會員", "加入時間", "會員身分", "主責單位"),
        number_head=("統計項目", "單位", "登錄數", "公布數", "說明"),
        groups=(
            ("接待國際訪賓", ("inbound_visit",)),
            ("出訪考察交流", ("outbound_visit",)),
            ("視訊會議", ("online_meeting",)),
            ("展覽、演出及國際活動", ("exhibition", "performance", "ceremony", "event", "promotion")),
            ("捐贈及問候", ("donation", "greeting")),
            ("教育、體育及其他交流", ("education_exchange", "sports", "other")),
        ),
    )

    def words(self, words: Words) -> str:
        """A heading in Chinese."""
        return words.zh

    def name(self, name: Named) -> str:
        """A name in Chinese, or in Latin letters where it has none."""
        return name.zh or name.en

    def title(self, report: AnnualReport) -> str:
        """高雄市政府行政暨國際處111年度施政績效成果報告."""
        return f"{self.name(report.office)}{chinese_date(str(report.year)).removesuffix('年')}年度施政績效成果報告"

    def dateline(self, report: AnnualReport) -> str:
        """編製日期：中華民國112年2月1日."""
        return f"編製日期：中華民國{report.made.year - REPUBLIC}年{report.made.month}月{report.made.day}日"

    def figures(self, group: tuple[FigureItem, ...]) -> Sentence:
        """111年度國際訪賓計33案、220人次。"""
        sentence: Sentence = []
        before: FigureItem | None = None
        for item in group:
            same = before is not None and self._subject(item) == self._subject(before)
            if before is None or item.period != before.period:
                sentence.append(("；" if before else "") + self._period(item))
            elif not same:
                sentence.append("；")
            sentence.append(self._counted(item, same and before is not None and item.period == before.period))
            sentence.append(item)
            before = item
        return [*sentence, "。"]

    def _period(self, item: FigureItem) -> str:
        """The words before what is counted: 111年度, 111年1月至11月; a comma before Latin words and digits."""
        words = chinese_date(item.period)
        whole_year = item.period.isdigit()
        return words + ("度" if whole_year else "") + ("，" if item.measure[:1].isascii() else "")

    def _subject(self, item: FigureItem) -> str:
        """What is counted, without the unit that the number brings itself: 國際訪賓人次 → 國際訪賓."""
        # A unit of one character may be part of a word: 案件 is not 案.
        return (item.measure.removesuffix(item.unit) if len(item.unit) > 1 else item.measure) or item.measure

    def _counted(self, item: FigureItem, same: bool) -> str:
        quantity = chinese_quantity(item.value, item.unit)
        if same:
            return f"、{quantity}"
        return f"{self._subject(item)}{'為' if item.unit in ('%', '％') else '計'}{quantity}"

    def _person(self, person: Participant) -> str:
        name = person.name.zh or person.name.en
        if person.name.zh and person.name.en:
            name = f"{person.name.zh}（{person.name.en}）"
        body = "" if person.ours or person.post.startswith(person.of) else person.of
        words = ""
        for part in filter(None, (body, person.post, name)):
            # Latin words are parted from what stands before them.
            words += f" {part}" if words and part[0] < _CHINESE_BEGINS else part
        return words

    def _people(self, people: list[Participant]) -> str:
        return _list([self._person(person) for person in people])

    def exchange_title(self, item: ExchangeItem) -> str:
        """The title, or 熊本市視訊會議."""
        others = _some([self.name(party) for party in item.parties])
        if item.kind == "outbound_visit":
            return item.title or f"出訪{others}"
        return item.title or f"{others}{_KIND[item.kind]}"

    def exchange(self, item: ExchangeItem, home: Named) -> str:
        """111年3月17日，高雄市與熊本市舉行視訊會議，……。"""
        parties, alone = _DONE[item.kind]
        others = _list([self.name(party) for party in item.parties])
        done = (parties if others else alone).format(home=self.name(home), others=others)
        clauses = [chinese_date(item.date), done, *self._company(item)]
        if item.place:
            clauses.append(f"地點為{item.place}")
        if item.topics:
            talk = "雙方就{}等議題交換意見" if item.kind in _TALKS else "內容包括{}"
            clauses.append(talk.format(_list(list(item.topics))))
        if item.headcount:
            clauses.append(f"參加人數{grouped(item.headcount)}人")
        if item.attendance:
            clauses.append(f"參觀人數{grouped(item.attendance)}人次")
        return "，".join(clause for clause in clauses if clause) + "。"

    def _company(self, item: ExchangeItem) -> list[str]:
        """Who came, who received them; of somebody whose body is not known, only that they were there."""
        ours = self._people([person for person in item.people if person.ours])
        guests = self._people([person for person in item.people if person.of and not person.ours])
        others = self._people([person for person in item.people if not (person.of or person.ours)])
        there = f"由{others}出席" if others else ""
        if item.kind == "inbound_visit":
            return [f"訪賓為{guests}" if guests else "", f"由{ours}接待" if ours else "", there]
        if item.kind == "outbound_visit":
            return [f"由{ours}率團" if ours else "", f"會晤{guests}" if guests else "", there]
        everybody = self._people(list(item.people))
        return [f"由{everybody}出席" if everybody else ""]

    def agreement_title(self, item: AgreementItem) -> str:
        """The title, or 與布拉提斯拉瓦省簽署夥伴協定."""
        return f"與{_some([self.name(party) for party in item.parties])}{_SIGNED.get(item.kind, '簽署協定')}"

    def agreement(self, item: AgreementItem, home: Named) -> str:
        """111年6月9日，高雄市與布拉提斯拉瓦省簽署夥伴協定，……。"""
        others = _list([self.name(party) for party in item.parties])
        clauses = [chinese_date(item.signed), f"{self.name(home)}與{others}{_SIGNED.get(item.kind, '簽署協定')}"]
        if item.title:
            clauses.append(f"協定名稱為「{item.title.strip('「」')}」")
        if item.signatories:
            clauses.append(f"由{self._people(list(item.signatories))}代表簽署")
        if item.place:
            clauses.append(f"簽署地點為{item.place}")
        if item.subjects:
            clauses.append(f"合作領域包括{_list(list(item.subjects))}")
        return "，".join(clause for clause in clauses if clause) + "。"

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

    def computed(self, item: NumberItem) -> tuple[str, str, str]:
        """國際訪賓場次、場次、5."""
        return item.answer.label.zh, item.answer.unit.zh, grouped(item.answer.value)

    def published(self, item: NumberItem) -> list[str]:
        """33案."""
        return [chinese_quantity(number.value, number.unit) for number in item.published]

    def remark(self, item: NumberItem) -> str:
        """相符, or 相差28."""
        differences = {abs(number.value - item.answer.value) for number in item.published}
        silent = f"{grouped(item.answer.silent)}筆未載" if item.answer.silent else ""
        return "；".join(part for part in (self._difference(differences), silent) if part) or "—"

    def _difference(self, differences: set[Decimal]) -> str:
        if not differences:
            return ""
        return "相符" if differences == {0} else f"相差{'、'.join(grouped(d) for d in sorted(differences) if d)}"

    def citation(self, citation: Citation) -> str:
        """《施政報告》第3頁：「……」."""
        return f"《{citation.title}》第{citation.page}頁：「{quoted(citation.quote)}」"
