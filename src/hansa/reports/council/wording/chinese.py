"""The council's slides in Traditional Chinese."""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence

from hansa.atlas.countries import country_name
from hansa.figures.answers import Answer
from hansa.figures.words import Words
from hansa.reports.council.items import CouncilReport, Counted, Happened, Joined, Photograph, Place, Signed, Visitors
from hansa.reports.council.slides import Number
from hansa.reports.council.wording.dates import chinese_western_date, republic_month
from hansa.reports.council.wording.wording import Titles
from hansa.reports.outline.items import Citation, Named, Participant
from hansa.reports.quantities import grouped
from hansa.reports.wording.dates import REPUBLIC
from hansa.reports.wording.wording import quoted

_SIGNED = {
    "sister_city": "姊妹市協定", "friendship_city": "友好城市協定", "partnership": "夥伴協定", "mou": "合作備忘錄",
    "letter_of_intent": "合作意向書", "declaration": "宣言", "sister_school": "姊妹校協議", "sister_port": "姊妹港協定",
    "project_partnership": "計畫夥伴協定", "other": "協定",
}  # fmt: skip
_DONE = {
    "inbound_visit": "{}訪團來訪", "outbound_visit": "出訪{}", "online_meeting": "{}視訊會議",
    "exhibition": "{}交流展覽", "donation": "{}捐贈", "greeting": "{}致意問候", "education_exchange": "{}教育交流",
    "performance": "{}演出交流", "promotion": "{}行銷推廣", "ceremony": "{}典禮", "event": "{}交流活動",
    "sports": "{}體育交流", "other": "{}交流",
}  # fmt: skip
_IN_TITLE = 3
_BAR = "｜"
_LATIN_ENDS = "\u2e80"


def _inner(citation: Citation) -> str:
    """The words of a passage, whose quotation marks stand inside others."""
    return quoted(citation.quote).replace("「", "『").replace("」", "』")


class Chinese:
    """Traditional Chinese, as a city department speaks to its council."""

    titles = Titles(
        contents="報告大綱",
        diplomacy="拓展城市外交",
        overview="城市外交成果總覽",
        map="城市外交版圖",
        map_legend=("本期締盟或簽署協定", "本期其他交流"),
        visitors="國際訪賓",
        visitors_computed="登錄系統計得",
        months="各月訪問場次（登錄紀錄）",
        series=("來訪", "出訪"),
        countries="交流對象國家",
        countries_series="交流場次（登錄紀錄）",
        agreements="國際城市締盟與合作",
        exchanges="國際交流",
        partners="國際城市締盟",
        partners_signed="締盟城市",
        memoranda="簽署合作備忘錄及其他協定",
        undated="文件所載其他締盟及合作城市（未敘明簽署時間）",
        figures="本處各項業務",
        organizations="參與國際組織",
        members="現有會員資格",
        joined="本期新加入",
        exchanges_total="國際交流",
        agreements_total="備忘錄及其他協定",
        nothing="報告期間登錄資料中無相關紀錄。",
        closing="報告完畢",
        closing_lines=("敬請指教",),
        sources="資料來源",
        notes="備忘稿：資料來源",
        no_source="{}：登錄紀錄，未附文件",
        more="另有 {} 項，詳見登錄系統",
        further="另有 {} 項，詳後",
        parted="；",
        continued="（{page}/{pages}）",
        broken_picture="照片「{}」（{}）檔案無法開啟，未列入",
        groups=(
            ("國際教育·文化·青年交流", ("education_exchange", "performance", "exhibition", "sports")),
            ("國際訪賓來訪", ("inbound_visit",)),
            ("出訪及視訊交流", ("outbound_visit", "online_meeting")),
            ("國際活動及城市行銷", ("event", "ceremony", "promotion")),
            ("多元合作", ("donation", "greeting", "other")),
        ),
    )

    def words(self, words: Words) -> str:
        """Fixed words in Chinese."""
        return words.zh

    def name(self, name: Named) -> str:
        """A name in Chinese, or in its own letters where it has none."""
        return name.zh or name.en

    def country(self, code: str) -> str:
        """波蘭."""
        return country_name(code)

    def listed(self, words: Sequence[str]) -> str:
        """格丁尼亞市、卡托維茲市."""
        return "、".join(dict.fromkeys(word for word in words if word))

    def title(self, report: CouncilReport) -> str:
        """行政暨國際處業務報告."""
        return f"{self.name(report.office)}業務報告"

    def cover(self, report: CouncilReport) -> tuple[str, ...]:
        """報告期間、報告人."""
        first, last = report.first, report.last
        period = f"{republic_month(first.year, first.month)}至{republic_month(last.year, last.month)}"
        if (first.day, last.day) != (1, monthrange(last.year, last.month)[1]) or first.year <= REPUBLIC:
            period = self.period(first, last)
        reporter = (f"報告人：{report.reporter}",) if report.reporter else ()
        return (f"報告期間：{period}", *reporter)

    def period(self, first: dt.date, last: dt.date) -> str:
        """2025年7月至2026年3月."""
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        cut = len("2025-07") if whole else len("2025-07-01")
        return chinese_western_date(f"{first.isoformat()[:cut]}/{last.isoformat()[:cut]}")

    def date(self, date: str) -> str:
        """2025年9月."""
        return chinese_western_date(date) if date else ""

    def month(self, month: str, *, first: bool) -> str:
        """114/7 for the first and for each January, else 8."""
        year, number = map(int, month.split("-"))
        shown = year - REPUBLIC if year > REPUBLIC else year
        return f"{shown}/{number}" if first or number == 1 else str(number)

    def signed(self, kind: str) -> str:
        """姊妹市協定."""
        return _SIGNED.get(kind, "協定")

    def crossed(self, parties: Sequence[Place], home: Place) -> str:
        """高雄市 × 美國 亞利桑那州 × 日本 熊本縣."""
        return " × ".join(self._with_country(party, home) for party in parties)

    def _with_country(self, party: Place, home: Place) -> str:
        name, country = self.name(party.name), country_name(party.country) if party.country else ""
        said = party.country == home.country or not country or country in name or name in country
        return name if said else f"{country} {name}"

    def _person(self, person: Participant) -> str:
        name = self.name(person.name)
        body = "" if person.ours or person.post.startswith(person.of) else person.of
        if person.ours or not body:
            # 陳其邁市長, but 市長 Katie Hobbs: a Latin name stands last.
            return f"{name}{person.post}" if name >= _LATIN_ENDS else f"{person.post} {name}".strip()
        return f"{body}{person.post}{name if name >= _LATIN_ENDS else f' {name}'}"

    def _people(self, people: Sequence[Participant]) -> str:
        return self.listed([self._person(person) for person in people])

    def agreement(self, one: Signed) -> tuple[str, ...]:
        """姊妹市協定｜2025年9月｜格丁尼亞."""
        known = one.title in self.signed(one.kind)
        what = self.signed(one.kind) if known else f"「{one.title.strip('「」')}」"
        lines = [_BAR.join(filter(None, (what, self.date(one.date), one.place)))]
        if one.people:
            lines.append(f"簽署：{self._people(one.people)}")
        if one.subjects:
            lines.append(f"合作領域：{self.listed(one.subjects)}")
        if one.motive:
            lines.append(quoted(one.motive))
        elif not one.people and not one.subjects:
            lines += self._told(one.citations)
        return tuple(lines)

    def _told(self, citations: Sequence[Citation]) -> list[str]:
        """The words of the document, where nothing else is recorded."""
        return [f"「{_inner(citation)}」" for citation in citations[:1]]

    def exchange_title(self, one: Happened) -> str:
        """The title, or 關島訪團來訪."""
        if one.title:
            return one.title
        names = [self.name(party.name) for party in one.parties]
        others = self.listed(names[:_IN_TITLE]) + ("等" if len(names) > _IN_TITLE else "")
        return _DONE[one.kind].format(others or "國際")

    def exchange(self, one: Happened, home: Place) -> tuple[str, ...]:
        """2025年9月｜格丁尼亞｜羅達生副市長; then what it was about."""
        title, people = self.exchange_title(one), self._people(one.people)
        others = [name for party in one.parties if (name := self.name(party.name)).rstrip("市縣") not in title + people]
        place = one.place if one.place != self.name(home.name) and one.place not in title else ""
        facts = [self.date(one.date), place, self.listed(others), people]
        if one.headcount:
            facts.append(f"{grouped(one.headcount)}人參與")
        if one.attendance:
            facts.append(f"{grouped(one.attendance)}人次參觀")
        lines = [_BAR.join(filter(None, facts))]
        if one.topics:
            lines.append(f"議題：{self.listed(one.topics)}")
        if one.summary:
            lines.append(quoted(one.summary))
        elif not one.people and not one.topics:
            lines += self._told(one.citations)
        return tuple(filter(None, lines))

    def joined(self, one: Joined) -> tuple[str, ...]:
        """高雄市｜2025年9月加入｜環保局."""
        since = f"{self.date(one.since)}加入" if one.since else ""
        return (_BAR.join(filter(None, (self.name(one.member), since, one.responsible))),)

    def number(self, figure: Counted, aside: str = "") -> Number:
        """3,485 件 第一次申訴."""
        return Number(grouped(figure.value), figure.unit.zh, figure.label.zh, aside)

    def computed(self, answers: Sequence[Answer]) -> str:
        """依登錄紀錄計得 2 國、3 場次、0 人次（3 筆未載人數）."""
        numbers = self.listed([f"{grouped(one.value)} {one.unit.zh}" for one in answers])
        silent = answers[-1].silent
        return f"本期登錄紀錄計得 {numbers}" + (f"（{silent} 筆未載人數）" if silent else "")

    def differing(self, visitors: Visitors) -> tuple[str, ...]:
        """公布數與登錄數之說明."""
        published = (
            f"公布數（{self.date(date)}）：" + self.listed([f"{grouped(one.value)} {one.unit.zh}" for one in figures])
            for date, figures in visitors.published
        )
        why = (
            "公布數係文件所載，期間各異，國家數不得跨期加總；登錄數係依本系統報告期間之來訪紀錄按計數規則計得。"
            "二者不同者，係文件所計訪賓尚未逐筆登錄，或其期間與報告期間不同。"
        )
        return (*published, self.computed(visitors.computed), why)

    def caption(self, picture: Photograph) -> str:
        """關島總督來訪（照片：新聞局）."""
        return f"{picture.title}（照片：{picture.credit}）" if picture.credit else picture.title

    def citation(self, ref: str, citation: Citation) -> str:
        """agreement-8：《業務報告》第3頁「……」."""
        return f"{ref}：《{citation.title}》第{citation.page}頁「{_inner(citation)}」"

    def alt(self, title: str, rows: Sequence[tuple[str, Sequence[int]]]) -> str:
        """長條圖「各月訪問場次」：114/9 0、2；……."""
        return f"長條圖「{title}」：" + "；".join(f"{name} {'、'.join(map(str, values))}" for name, values in rows)
