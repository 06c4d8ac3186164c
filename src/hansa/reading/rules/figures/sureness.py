"""How sure it is that a number in a Chinese sentence is reported, and not only mentioned."""

import re

from hansa.reading.context import Context
from hansa.reading.rules.figures.counting import PARTNERS, Counted
from hansa.reading.rules.figures.wording import is_result

_TOTAL = re.compile(r"(?:[：:]|共計|總計|合計|累計|總共|計有|共有|計|共|總數|達|擁有|已有|現有|有)\s*[約近逾]?\s*$")
_ADDED_UP = re.compile(r"(?:計|共|總數)有?\s*[約近逾]?\s*$")
_OCCASION = re.compile(
    r"來訪|拜會|率團|率\s?\d|率領|抵|蒞|偕|陪同|訪團|出訪|與會|出席|蒞臨|到訪|回訪|設宴|師生|訪問|一行|來賓|貴賓|代表團|使節|齊聚|率領|團員"
    r"|隨行|同行|嘉賓|造訪|派代表|赴會|青年|選手|學生"
    r"|共襄盛舉|締結|簽署"
)
_MEMBERS = re.compile(r"會員|入會|加入|成員(?:國|城|數|有|包|逾|約|近|超|計|共)|個成員|組成|加盟|入列|通過認證")
# The public of one event, which belongs to the event: 吸引25萬人次, 入園46萬人次.
_ATTENDED = re.compile(r"(?:吸引|湧入|入[園場館]|進場|到場|觀賞|觀展|參觀)[^，。；]{0,6}$")
_PERFORMERS = re.compile(r"\d\s?[支隊團組][^，。；]{0,6}(?:[樂舞劇]團|樂隊|隊伍|團隊|選手|代表隊)")
_OVER_A_PERIOD = re.compile(
    r"截至|迄今|至今|累計|今年(?:以來|前|至)|去年|全年|[上下]半年|[本上每][季月年]|同期|\d\s?月底|年度"
)
_PLANNED = re.compile(r"預定|擬於|擬訂|規劃於|將(?:於|增|新)|計畫於|每年至少|目標值")
_ASSUMED = re.compile(r"[(（]以[^)）]*$")
HEADS = frozenset(("人", "名", "位"))
BODIES = frozenset(("國", "個", "校", "所", "國家", "城市", "單位", "人次", "團", "家"))
VISITS = ("批", "批次", "團", "團次", "案", "件", "場", "場次", "次", "梯次")
"""The measure words of visits, whose people are counted right behind."""
_GOODS = frozenset(
    ("條", "箱", "包", "劑", "艘", "批",
     "元", "日圓", "日元", "美元", "美金", "歐元", "片", "份", "台", "臺", "輛", "部", "張",
     "公噸", "噸", "公斤", "度", "%", "盒")
)  # fmt: skip
_WORK = re.compile(
    r"受理|辦理|召開|核發|舉辦|完成|接待|處理|查核|稽查|開放|出刊|發行|節省|精簡|表揚|提供|服務|諮詢|申請|派遣|接聽"
)
_MONEY = frozenset(("元", "日圓", "日元", "美元", "美金", "歐元", "韓元", "英鎊"))
_GIVEN = re.compile(r"捐|贈|提供|援助|寄")
_BONDS = re.compile(r"締結[^，。]{0,4}(?:姊妹|姐妹|友好|友誼)(?!校|港|館)")
_NAMED_BEFORE = re.compile(r"等(?:國家?|城市|地)?(?:共計?|合計|計)?\s*$")
_PLACES = re.compile(r"\s?(?:國家|城市|縣市|地區|州)")
# What ends a number's clause; 個國家 and 個城市 belong to the number.
_FINAL = re.compile(r"(?:(?:國家|城市|單位|縣市|機關)(?=[、及與和。；，,(（）)]|$))|[、及與和。；，,(（）)]")
_OFTEN_SPELLED = ("場", "場次", "件", "人次", "批", "%")


def sureness(found: Counted, text: str, abroad: bool, context: Context) -> float:
    """How sure it is that the number is reported: 0 where it is only mentioned."""
    quantity, clause = found.quantity, text[found.start : found.end]
    if quantity.ordinal:
        return 0.8 if quantity.unit in ("個", "座", "位") else 0
    if _refused(found, clause):
        return 0
    before = text[found.start : quantity.start]
    total = bool(_TOTAL.search(before))
    partners = PARTNERS.match(found.after.lstrip()) or PARTNERS.search(found.before)
    of_partners = bool(partners and quantity.unit in ("個", "座", "位"))
    if context.home is None:
        large = quantity.approximate and quantity.value >= 1000 and not re.search("響應|代表", clause)
        return 0.8 if of_partners or _ADDED_UP.search(before) else 0.6 if large else 0
    final = not found.after.strip() or bool(_FINAL.match(found.after.lstrip()))
    if context.issued and not context.year:
        return _score_in_news(found, before, text, of_partners=of_partners)
    if not abroad:
        return _score_at_home(found, clause, total, final)
    if of_partners or quantity.unit in _GOODS:
        return 0.85 if total or final else 0.75
    people = quantity.unit in HEADS | BODIES
    met = people and _OCCASION.search(clause) and not (_ADDED_UP.search(before) or final)
    benefit = is_result(found.before.strip(" ，、")) and final
    if (quantity.unit in HEADS and not benefit) or met or _signing(found, clause) or "隨行" in clause:
        return 0
    return 0.85 if total else 0.7 if final else 0


def _score_in_news(found: Counted, before: str, text: str, *, of_partners: bool) -> float:
    """A release reports how many partners there are, sums, gifts and totals; its other numbers are the event's."""
    clause = text[found.start : found.end]
    if of_partners:
        return 0.85
    if found.quantity.unit in _MONEY or (found.quantity.unit in _GOODS and _GIVEN.search(clause)):
        return 0.75
    people = found.quantity.unit in HEADS or _OCCASION.search(clause)
    summed = re.search(r"共|累計|總計", before) or _OVER_A_PERIOD.search(text[: found.quantity.start])
    if _WORK.search(before) and summed:
        return 0.75
    if "同期" in before and found.quantity.unit in BODIES:
        return 0.7
    return 0.75 if _ADDED_UP.search(before) and not people else 0


def _score_at_home(found: Counted, clause: str, total: bool, final: bool) -> float:
    people = found.quantity.unit in HEADS or (found.quantity.unit in BODIES and not final)
    if (people and _OCCASION.search(clause) and not total) or _signing(found, clause):
        return 0
    worked = final and _WORK.search(found.before)
    return 0.9 if total or worked else 0.8 if final else 0.65


def _signing(found: Counted, clause: str) -> bool:
    """Whether the number is of those who sign or found something: 9 所中學簽署協議, 10 個城市共同設立."""
    if found.quantity.unit in ("國", "國家", "城市", "個", "縣市") and _BONDS.search(clause):
        return False
    founding = re.match(r"\S{0,6}(?:設立|成立|創立|發起|組成)", found.after)
    return found.quantity.unit in BODIES and bool(founding or re.search(r"簽署|簽訂|締結|結盟", clause))


def _refused(found: Counted, clause: str) -> bool:
    quantity = found.quantity
    spelled = not any(c.isdigit() for c in clause[quantity.digits[0] - found.start :][:3])
    partners = PARTNERS.match(found.after.lstrip()) or PARTNERS.search(found.before)
    small = spelled and quantity.value <= 10 and quantity.unit not in _OFTEN_SPELLED
    small = (small and (quantity.value < 2 or not partners)) or (spelled and quantity.value < 2)
    passing = found.after.lstrip()[:1] in ("的", "X", "x", "×") or re.search(r"[Xx×]\s?$", found.before)
    at = quantity.start - found.start
    assumed = _ASSUMED.search(clause[:at]) or _PLANNED.search(clause[: at + 12])
    listed = quantity.unit in ("國", "國家", "城市", "團") and _NAMED_BEFORE.search(clause[:at])
    listed = listed or (quantity.unit == "個" and _PLACES.match(found.after) and _NAMED_BEFORE.search(clause[:at]))
    public = quantity.unit in HEADS | {"人次"} and _ATTENDED.search(clause[:at])
    public = public or (quantity.unit in BODIES | {"支", "隊"} and _PERFORMERS.search(clause))
    each = re.search(r"每[期件次人場戶日月隊校組]\s*$", clause[:at])
    return bool(public or each or small or passing or assumed or listed or _MEMBERS.search(clause))
