"""Numbers that a Chinese sentence only mentions: small ones, plans, members, the public of an event, prices."""

import re

from hansa.reading.patterns import regex
from hansa.reading.rules.figures.counting import CLAUSE, PARTNERS, Counted

_MEMBERS = regex(r"會員|入會|加入|成員(?:\s?\d|國|城|數|有|現有|包|逾|約|近|超|計|共)|個成員|組成|加盟|入列|通過認證")
_PEOPLE = frozenset(
    ("人", "名", "位", "人次", "國", "國家", "個", "組", "支", "隊", "團", "家", "校", "隊次", "單位", "城市", "城")
)
# The public of one event, which belongs to the event: 吸引25萬人次, 泳客21,874人下水, 42國選手參賽.
_ATTENDED = regex(r"(?:吸引|湧入|入[園場館]|進場|到場|觀賞|觀展|參觀)[^，。；]{0,6}$")
_PUBLIC = regex(
    r"選手|泳客|跑者|跑友|觀眾|人潮|樂手|藝術家|遊行隊伍|下水|參賽|報到|開跑|起跑|看展|觀展|觀賽|觀賞|進駐|踩街|到場|現場坐|設攤|設館|參展|參演"
)
# A festival or contest that the sentence tells of: its visitors, countries and teams are its own.
_EVENT = regex(
    r"(?:節|祭|燈會|馬拉松|嘉年華|博覽會|錦標賽|大賽|運動會)[^，。；]{0,3}(?:：|(?:[於在自][^，。；]{0,16})(?:舉行|登場|展開|開幕))"
)
_PERFORMERS = regex(r"\d\s?[支隊團組][^，。；]{0,6}(?:[樂舞劇]團|樂隊|隊伍|團隊|選手|代表隊)")
# What both sides hand each other is an exchange's own: 交換畫作各60幅.
_SWAPPED = regex(r"(?:(?<!電子)(?<!公文)交換|互換|互贈)[^，。；]{0,12}$")
_SHOWN = regex(r"(?:演出|表演|獻唱|獻演)\s*$")
_GUEST_SHOW = regex(r"隨團|應邀|率團|來[訪市縣]|訪團")
_YEARLONG = regex(r"全年|年度|累計|截至|每[年月季]|本[季年]|[前第][一二三四1-4]季|半年")
_CALLED_ON = regex(r"(?:參觀|參訪|走訪|考察|會見|拜會|訪問)(?:了|共)?\s*$")
_PLACES_SEEN = frozenset(("處", "所", "個", "家", "間", "座", "位", "人", "名"))
_PLANNED = regex(
    r"預定|未來|要(?:再|增|新|締)|擬(?=[於訂編列辦])|規劃於|將(?:於|增|新)|計畫於|每年至少|目標值|預計(?![^，。；]{0,8}(?:節省|可省|可節))|預計(?=[^，。；]{0,10}(?:辦理|舉辦))"
)
# Partners that do something are an exchange's: 3個姊妹市捐贈….
_ACTING = regex(
    r"\s?(?:姊妹|姐妹|友好|友誼|夥伴|締盟)(?:城?市|縣|州)?(?:等|也|皆|均|共同|聯合)?(?:捐|贈|派|率|來|寄|送|出席|代表|響應|參加|參與|組團|市長|首長|學生)"
)
_FOLLOWS = regex(r"\s?(?:將|擬|尚)")
_NOT_YET = regex(r"尚待|尚需|尚未|尚在|仍在|[待俟](?:議會|貴會|中央|行政院)|審議中|研議中|評估中|爭取中")
_ASSUMED = regex(r"[(（]以[^)）]*$")
_NAMED_BEFORE = regex(r"等(?:國家?|城市|地)?(?:共計?|合計|計)?\s*$")
_PLACES = regex(r"\s?(?:國家|城市|縣市|地區|州)")
_OFTEN_SPELLED = ("場", "場次", "件", "人次", "批", "%")
_REFERS = regex(r"\s*(?:其中|來自|遍[及布佈]|分[布佈散屬]|涵蓋|橫跨)")


def is_mentioned_only(found: Counted, text: str) -> bool:
    """Whether the number tells of something in passing: of members, of a plan, of the public of an event, of each."""
    clause, at = text[found.start : found.end], found.quantity.start - found.start
    whole = _with_what_it_refers_to(found, text)
    if _MEMBERS.search(whole) or _is_small(found, clause) or _is_passing(found, clause):
        return True
    if _PLANNED.search(clause[: at + 12]) or _NOT_YET.search(text, found.quantity.end):
        return True
    if _SWAPPED.search(clause[:at]):
        return True
    if _FOLLOWS.match(found.after) or _ACTING.match(found.after):
        return True
    show = found.quantity.unit in ("場", "次") and _SHOWN.search(clause[:at])
    if show and _GUEST_SHOW.search(text):
        return True
    of_event = found.quantity.unit in _PEOPLE and _EVENT.search(text, 0, found.quantity.start)
    return bool(of_event) or is_public(found, whole, clause[:at])


def is_public(found: Counted, clause: str, before: str) -> bool:
    """Whether the number is of those who came to one event, be it by heads, by countries or by teams."""
    if found.quantity.unit not in _PEOPLE or _YEARLONG.search(clause):
        return False
    return bool(_ATTENDED.search(before) or _PUBLIC.search(clause) or _PERFORMERS.search(clause))


def _with_what_it_refers_to(found: Counted, text: str) -> str:
    """The number's clause, with the one before where it goes on with it: 其中外籍人士來自34國."""
    clause = text[found.start : found.end]
    if not _REFERS.match(clause) or not found.start:
        return clause
    return CLAUSE.split(text[: found.start - 1])[-1] + clause


def _is_small(found: Counted, clause: str) -> bool:
    """Whether it is a small number in words, as in a phrase: 三項, 兩市."""
    quantity = found.quantity
    spelled = not any(c.isdigit() for c in clause[quantity.digits[0] - found.start :][:3])
    if not spelled or quantity.value > 10:
        return False
    partners = PARTNERS.match(found.after.lstrip()) or PARTNERS.search(found.before)
    return quantity.value < 2 or (quantity.unit not in _OFTEN_SPELLED and not partners)


def _is_passing(found: Counted, clause: str) -> bool:
    quantity, at = found.quantity, found.quantity.start - found.start
    if (
        found.after.lstrip()[:1] in ("的", "X", "x", "×")
        or clause[:at].rstrip().endswith("分")
        or re.search(r"[Xx×]\s?$", found.before)
    ):
        return True
    if quantity.unit in _PLACES_SEEN and _CALLED_ON.search(clause[:at]):
        return True
    if _ASSUMED.search(clause[:at]) or re.search(r"每[期件次人場戶日月隊校組]\s*$", clause[:at]):
        return True
    if _YEARLONG.search(clause[:at]):
        return False
    places = quantity.unit in ("國", "國家", "城市", "團") or (quantity.unit == "個" and _PLACES.match(found.after))
    return bool(places and _NAMED_BEFORE.search(clause[:at]))
