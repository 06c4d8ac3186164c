"""How sure it is that a number in a Chinese sentence is reported, and not only mentioned."""

import re

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.figures.counting import DOCUMENTS, PARTNERS, Counted
from hansa.reading.rules.figures.mentioned import is_mentioned_only
from hansa.reading.rules.figures.wording import comparison, is_result, sets_against

_TOTAL = regex(r"(?:[：:]|共計|總計|合計|累計|總共|計有|共有|計|共|總數|達|擁有|已有|現有|有)\s*[約近逾]?\s*$")
_ADDED_UP = regex(r"(?:計|共|總數)有?\s*[約近逾]?\s*$")
_OCCASION = regex(
    r"來訪|拜會|率團|率\s?\d|率領|抵|蒞|偕|陪同|訪團|出訪|與會|出席|蒞臨|到訪|回訪|設宴|師生|訪問|一行|來賓|貴賓"
    r"|代表團|使節|齊聚|率領|團員|隨行|同行|嘉賓|造訪|派代表|赴會|青年|選手|學生|帶著|踏上|帶領|共襄盛舉|締結|簽署"
)
_LED = regex(r"率|偕|帶著|帶領|陪同|一行|隨行")
_TRAVELLED = regex(r"來訪|拜會|率|抵|蒞|偕|赴|出訪|與會|出席|訪問|一行|來賓|貴賓|代表團|隨行|同行|隊員|團員|嘉賓")
_A_LABEL = 24
_OVER_A_PERIOD = regex(
    r"截至|迄今|至今|累計|今年(?:以來|前|至|已|共|上|下|度)|去年|全年|[上下]半年|[本上每][季月年]|同期|\d\s?月底|年度|[前第][一二三四1-4]季"
)
HEADS = frozenset(("人", "名", "位"))
BODIES = frozenset(("國", "個", "校", "所", "國家", "城市", "單位", "人次", "團", "家"))
VISITS = ("批", "批次", "團", "團次", "案", "件", "場", "場次", "次", "梯次", "校", "隊", "班")
"""The measure words of visits, whose people are counted right behind."""
_TIMES = frozenset(
    ("場", "場次", "次", "回", "天", "小時", "期", "屆", "支", "隊", "組", "班", "項", "堂", "批次", "梯次", "案")
)
_WORK = regex(
    r"受理|辦理|召開|核發|舉辦|完成|接待|處理|查核|稽查|開放|出刊|發行|節省|精簡|表揚|提供|服務|諮詢|申請|派遣|接聽|媒合|培訓|翻譯|補助|協助"
)
_MONEY = frozenset(("元", "日圓", "日元", "美元", "美金", "歐元", "韓元", "英鎊", "披索", "泰銖", "令吉"))
_GIVEN = regex(r"捐|贈|提供|援助|寄|購置|募|致送|運送|送出")
# 80萬個口罩 are things; 30個城市 are none.
_NO_PIECES = regex(
    r"(?:姊妹|姐妹|友好|夥伴)?(?:城|國|縣|市|鄉|鎮|單位|團|家庭|學校|社區|組織|會員|機[關構]|月|小時|工作|項目|協會|地[方區])"
)
_MANY_PIECES = 20
_BONDS = regex(r"締結[^，。]{0,4}(?:姊妹|姐妹|友好|友誼)(?!校|港|館)")
_STAFF = regex(r"(?:人力|編制|員額|職員|志工|專員|通譯|人員|證照?者|公民|委員)(?:共|計|達|有|約|現有)*\s*$")
_SPREAD = regex(
    r"(?:來自|遍[及布佈]|分[布佈散][於在]?|散[布佈]於?|涵蓋|橫跨|分屬|遍布於)(?:全球|世界)?\s*[約近逾]?\s*$"
)
# What ends a number's clause; 個國家 and 個城市 belong to the number, 居冠 tells only its rank.
_FINAL = regex(
    r"(?:(?:國家|城市|單位|縣市|機關)(?=[、及與和。；，,(（）)]|$))|[、及與和。；，,(（）)／/｜|]|居[冠首次]|次之|最多|為最"
)


def sureness(found: Counted, text: str, abroad: bool, context: Context, beside: float = 0) -> float:
    """How sure it is that the number is reported: 0 where it is only mentioned.

    `beside` is the sureness of the figure that the sentence told before it, 0 where there is none.
    """
    quantity, clause = found.quantity, text[found.start : found.end]
    if quantity.ordinal:
        return _ordinal(found)
    before = text[found.start : quantity.start]
    if is_mentioned_only(found, text):
        return 0
    compared = comparison(found.before) or sets_against(found.before)
    if beside and (compared or (_SPREAD.search(before) and quantity.unit in BODIES)):
        return min(beside, 0.85)
    partners = PARTNERS.match(found.after.lstrip()) or PARTNERS.search(found.before)
    of_partners = bool(partners and quantity.unit in ("個", "座", "位"))
    if context.home is None:
        large = quantity.approximate and quantity.value >= 1000 and not re.search("響應|代表", clause)
        joined = re.search(r"參加|參與|響應|加入", text[quantity.end : found.end]) or quantity.unit in HEADS
        return 0.8 if of_partners or (_ADDED_UP.search(before) and not joined) else 0.6 if large and not joined else 0
    if context.issued and not context.year:
        return _in_news(found, before, text, of_partners=of_partners)
    final = not found.after.strip() or bool(_FINAL.match(found.after.lstrip()))
    if abroad:
        return _in_dealings_abroad(found, text, final=final, of_partners=of_partners)
    return _at_home(found, clause, total=bool(_TOTAL.search(before)), final=final)


def sureness_in_a_row(found: Counted, text: str) -> float:
    """The same for the notes of a table's row, where only totals and gifts are reported."""
    if found.quantity.ordinal:
        return _ordinal(found)
    given = _is_goods(found.quantity.unit) and _GIVEN.search(text[found.start : found.quantity.start])
    return 0.75 if given and not is_mentioned_only(found, text) else 0


def _ordinal(found: Counted) -> float:
    total = found.quantity.unit in ("個", "座", "位") or DOCUMENTS.match(found.after.lstrip())
    return 0.8 if total and found.quantity.value > 1 else 0


def _in_dealings_abroad(found: Counted, text: str, *, final: bool, of_partners: bool) -> float:
    """In a report on dealings abroad: totals, goods and sums; the people of a visit are the visit's own."""
    quantity, clause, before = found.quantity, text[found.start : found.end], text[found.start : found.quantity.start]
    total = bool(_TOTAL.search(before))
    if of_partners or _is_goods(quantity.unit):
        return 0.85 if total or final else 0.75
    people = quantity.unit in HEADS | BODIES
    met = people and _OCCASION.search(clause) and not (_ADDED_UP.search(before) or final)
    own = (is_result(found.before.strip(" ，、")) or _STAFF.search(before)) and final
    led = _LED.search(before) and quantity.unit in HEADS
    own = own or (final and len(clause) <= _A_LABEL and len(text) <= 2 * _A_LABEL and not _TRAVELLED.search(text))
    if (quantity.unit in HEADS and not own) or led or met or _signing(found, clause) or "隨行" in clause:
        return 0
    return 0.85 if total else 0.7 if final else 0


def _in_news(found: Counted, before: str, text: str, *, of_partners: bool) -> float:
    """A release reports how many partners there are, sums, gifts and totals; its other numbers are the event's."""
    clause, unit = text[found.start : found.end], found.quantity.unit
    if of_partners:
        return 0.85
    pieces = found.quantity.value >= _MANY_PIECES and not _NO_PIECES.match(found.after.lstrip())
    things = _is_goods(unit) or (unit == "個" and (pieces or not found.after.strip(" 、，。")))
    if unit in _MONEY or (things and _GIVEN.search(clause)):
        return 0.75
    people = unit in HEADS or _OCCASION.search(clause)
    summed = re.search(r"共|累計|總計", before) or _OVER_A_PERIOD.search(text[: found.quantity.start])
    if _WORK.search(before) and summed and not _LED.search(before):
        return 0.75
    if "同期" in before and unit in BODIES:
        return 0.7
    return 0.75 if _ADDED_UP.search(before) and not people else 0


def _at_home(found: Counted, clause: str, *, total: bool, final: bool) -> float:
    """In a report on the daily work almost every number is reported."""
    people = found.quantity.unit in HEADS or (found.quantity.unit in BODIES and not final)
    led = found.quantity.unit in HEADS and _LED.search(clause)
    if (people and _OCCASION.search(clause) and not total) or led or _signing(found, clause):
        return 0
    worked = final and _WORK.search(found.before)
    return 0.9 if total or worked else 0.8 if final else 0.65


def _is_goods(unit: str) -> bool:
    """Whether the measure word is one of things, sums and shares rather than of people, bodies and occasions."""
    return unit not in HEADS | BODIES | _TIMES


def _signing(found: Counted, clause: str) -> bool:
    """Whether the number is of those who sign or found something: 9 所中學簽署協議, 10 個城市共同設立.

    A running total of ties, and the partners beside the number of papers signed with them, are reported.
    """
    if found.quantity.unit in ("國", "國家", "城市", "個", "縣市") and _BONDS.search(clause):
        return False
    if re.search(r"累計|簽[署訂][^，。]{0,16}\d\s?[份件項]", clause):
        return False
    founding = re.match(r"\S{0,6}(?:設立|成立|創立|發起|組成)", found.after)
    return found.quantity.unit in BODIES and bool(founding or re.search(r"簽署|簽訂|締結|結盟", clause))
