"""The work abroad in Chinese, in the words of a city's performance report (施政績效成果報告).

Somebody is named as the genre does: the body, the name, the post (熊本市大西一史市長). What a record does not say is
not said: who gave to whom, who received, who led.
"""

import re
from dataclasses import replace

from hansa.atlas.countries import country_name
from hansa.reports.outline.items import AgreementItem, Counterpart, ExchangeItem, Named, Participant, PartnerGroup
from hansa.reports.wording.dates import chinese_date

_KIND = {
    "inbound_visit": "來訪", "outbound_visit": "出訪", "online_meeting": "視訊會議", "exhibition": "展覽",
    "donation": "捐贈", "greeting": "問候", "education_exchange": "教育交流", "performance": "演出",
    "promotion": "行銷推廣", "ceremony": "典禮", "event": "活動", "sports": "體育交流", "other": "交流",
}  # fmt: skip
# What the city did with others, and where none is named. `{where}` is 於 and the place, or nothing.
_DONE = {
    "exhibition": ("本市與{others}{where}辦理展覽", "本市{where}辦理國際交流展覽"),
    "donation": ("本市與{others}{where}辦理捐贈事宜", "本市{where}辦理國際捐贈事宜"),
    "greeting": ("本市向{others}致意問候", "本市向國際友人致意問候"),
    "education_exchange": ("本市與{others}{where}辦理教育交流活動", "本市{where}辦理國際教育交流活動"),
    "performance": ("本市與{others}{where}辦理演出", "本市{where}辦理國際演出"),
    "promotion": ("本市與{others}{where}辦理行銷推廣活動", "本市{where}辦理國際行銷推廣活動"),
    "ceremony": ("本市與{others}{where}舉行典禮", "本市{where}舉行國際典禮"),
    "event": ("本市與{others}{where}辦理交流活動", "本市{where}辦理國際交流活動"),
    "sports": ("本市與{others}{where}辦理體育交流活動", "本市{where}辦理國際體育交流活動"),
    "other": ("本市與{others}{where}進行交流", "本市{where}進行國際交流"),
}
SIGNED = {
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
_PARTNERS = {"sister_city": "姊妹市", "friendship_city": "友好城市", "partnership": "夥伴城市"}
# Posts that stand before the name: 藝術家, 前國務卿, 東京都知事.
_BEFORE = re.compile(r"^(前|時任|新任|現任|候任)|[家手員者人]$")
_AFTER = re.compile(r"(議|委|專|館|社|會|黨|教職|指揮|特派)員$")
_LATIN = re.compile(r"[A-Za-z]")
# The governor of 東京都 is a 都知事.
_TWICE = re.compile(r"^[都道府縣](?=知事)")
# How many parties the title of an item names.
_IN_TITLE = 3


def listed(words: list[str], last: str = "、") -> str:
    """甲、乙、丙, or with `last` 及 甲、乙及丙; each once."""
    once = list(dict.fromkeys(word for word in words if word))
    if len(once) > 1:
        return "、".join(once[:-1]) + last + once[-1]
    return "".join(once)


def some(words: list[str]) -> str:
    """The first of them, for a title."""
    return listed(words[:_IN_TITLE]) + ("等" if len(words) > _IN_TITLE else "")


def name_of(name: Named) -> str:
    """A name in Chinese, or in Latin letters where it has none."""
    return name.zh or name.en


def _names(parties: list[Counterpart]) -> list[str]:
    return [name_of(party.name) for party in parties]


def joined(*parts: str) -> str:
    """Words put together; Latin letters are parted from what stands beside them."""
    words = ""
    for part in filter(None, parts):
        words += f" {part}" if words and (_LATIN.match(part[0]) or _LATIN.match(words[-1])) else part
    return words


def person(one: Participant) -> str:
    """德國在台協會許佑格（Jörg Polster）處長."""
    body, post = _body_and_post(one)
    if not one.name.zh:
        return joined(body, post, one.name.en)
    name = f"{one.name.zh}（{one.name.en}）" if one.name.en else one.name.zh
    before = _BEFORE.search(post) and not _AFTER.search(post)
    return joined(body, post, name) if before else joined(body, name + post)


def _body_and_post(one: Participant) -> tuple[str, str]:
    """The body and the post; what both of them say stands once: 東京都 and 知事, not 都知事."""
    if one.ours or one.post.startswith(one.of):
        return "", one.post
    return one.of, _TWICE.sub("", one.post) if one.of.endswith(one.post[:1]) else one.post


def people(found: list[Participant]) -> str:
    """甲市長、乙處長及丙."""
    return listed([person(one) for one in found], last="及")


class _Company:
    """Who was there: ours, those who come for somebody, those of whom it is not known; and whom nobody stands for."""

    def __init__(self, item: ExchangeItem) -> None:
        self.ours = [one for one in item.people if one.ours]
        self.guests = [one for one in item.people if one.of and not one.ours]
        self.bare = [one for one in item.people if not one.of and not one.ours]
        self.alone = [party for party in item.parties if not self._stood_for(party)]

    def _stood_for(self, party: Counterpart) -> bool:
        name = name_of(party.name)
        return any(name in one.of or one.of in name for one in self.guests)


def _inbound(item: ExchangeItem) -> list[str]:
    company = _Company(item)
    guests = people(company.guests)
    delegations = listed(_names(company.alone), last="及")
    who = "及".join(filter(None, (f"{delegations}訪團" if delegations else "", guests))) or "國際訪賓"
    hosts = people(company.ours)
    where = _where(item)
    clauses = [f"{who}{where}拜會{hosts}" if hosts else f"{who}來訪{f'，{where}交流' if where else ''}"]
    if company.bare:
        clauses.append(f"{people(company.bare)}與會")
    return clauses


def _outbound(item: ExchangeItem) -> list[str]:
    company = _Company(item)
    heads = [one for one in company.ours if one.role == "head"]
    who = f"{people(heads)}率團" if heads else people(company.ours) or "本市訪團"
    others = listed(_names(list(item.parties)), last="及")
    clauses = [f"{who}出訪{others or '國外'}"]
    if company.guests:
        clauses.append(f"拜會{people(company.guests)}")
    if company.bare:
        clauses.append(f"{people(company.bare)}同行或與會" if heads or company.ours else f"{people(company.bare)}與會")
    if item.place and item.place not in others:
        clauses.append(f"行程包括{item.place}")
    return clauses


def _online(item: ExchangeItem) -> list[str]:
    company = _Company(item)
    ours = people(company.ours) or "本市"
    theirs = "、".join(filter(None, (listed(_names(company.alone)), people(company.guests))))
    clauses = [f"{ours}與{theirs}舉行視訊會議" if theirs else f"{ours}舉行國際視訊會議"]
    if company.bare:
        clauses.append(f"{people(company.bare)}與會")
    return clauses


def _other(item: ExchangeItem) -> list[str]:
    parties, alone = _DONE[item.kind]
    others = listed(_names(list(item.parties)), last="及")
    done = (parties if others else alone).format(others=others, where=_where(item))
    everybody = people(list(item.people))
    return [done, f"{everybody}出席" if everybody else ""]


def _where(item: ExchangeItem) -> str:
    """於 and the place, where that is not one of the parties and so said already."""
    names = _names(list(item.parties))
    return f"於{item.place}" if item.place and item.place not in names else ""


_TOLD = {"inbound_visit": _inbound, "outbound_visit": _outbound, "online_meeting": _online}


def exchange(item: ExchangeItem, home: Named) -> str:
    """111年3月14日，德國在台協會許佑格處長拜會陳其邁市長，雙方就智慧城市及住宅政策等議題交換意見。"""
    if item.place in (home.zh, home.en):
        item = replace(item, place="")
    clauses = [chinese_date(item.date) if item.date else "", *_TOLD.get(item.kind, _other)(item)]
    if item.topics:
        topics = listed(list(item.topics), last="及")
        clauses.append(f"雙方就{topics}等議題交換意見" if item.kind in _TOLD else f"內容包括{topics}")
    if item.headcount:
        clauses.append(f"共{item.headcount:,}人參加")
    if item.attendance:
        clauses.append(f"共{item.attendance:,}人次參觀")
    return _closed(clauses, item.summary)


def _closed(clauses: list[str], summary: str) -> str:
    sentence = "，".join(clause for clause in clauses if clause) + "。"
    more = " ".join(summary.split())
    return sentence + (more if not more or more.endswith(("。", "！", "？", ".")) else more + "。")


def exchange_title(item: ExchangeItem) -> str:
    """The title, or 熊本市視訊會議."""
    others = some(_names(list(item.parties)))
    if item.kind == "outbound_visit":
        return item.title or f"出訪{others or '考察'}"
    return item.title or f"{others or '國際'}{_KIND[item.kind]}"


def agreement(item: AgreementItem, home: Named) -> str:
    """111年6月9日，高雄市與布拉提斯拉瓦省簽署夥伴協定，……。"""
    others = listed(_names(list(item.parties)))
    clauses = [
        chinese_date(item.signed) if item.signed else "",
        f"{name_of(home)}與{others}{SIGNED.get(item.kind, '簽署協定')}",
    ]
    if item.title:
        clauses.append(f"名稱為「{item.title.strip('「」')}」")
    if item.signatories:
        clauses.append(f"由{people(list(item.signatories))}代表簽署")
    if item.place:
        clauses.append(f"簽署地點為{item.place}")
    if item.subjects:
        clauses.append(f"合作領域包括{listed(list(item.subjects), last='及')}")
    return _closed(clauses, item.summary)


def agreement_title(item: AgreementItem) -> str:
    """與斯洛伐克布拉提斯拉瓦省簽署夥伴協定."""
    return f"與{some([_with_country(party) for party in item.parties])}{SIGNED.get(item.kind, '簽署協定')}"


def _with_country(party: Counterpart, tie: str = "") -> str:
    name = name_of(party.name)
    country = country_name(party.country) if party.country else ""
    return joined(tie if country and country in name else country + tie, name)


def group_title(group: PartnerGroup) -> str:
    """The signing, if there was one; else 日本友好城市熊本市交流."""
    signed = next((item for item in group.items if isinstance(item, AgreementItem)), None)
    if signed:
        return agreement_title(signed)
    return some([_with_country(party, _PARTNERS[party.partner]) for party in group.parties]) + "交流"
