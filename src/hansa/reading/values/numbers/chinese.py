"""Numbers with measure words in Chinese text: 2億 731萬 3,663元, 二十三件, 逾22萬人次, 8,798.1萬元, 第36個."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from hansa.reading.patterns import regex
from hansa.reading.values.numbers.quantity import Quantity, plain

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "兩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"萬": 10**4, "億": 10**8, "兆": 10**12}
_WIDE = regex(r"[０-９．％]")
_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")

# Each measure word with the characters that, following it, make another word of it (國際, 個月, 場所).
_MEASURES = {
    "人次": "", "場次": "", "車次": "", "班次": "", "件次": "", "場家": "", "家次": "", "則次": "", "批次": "之",
    "團次": "之", "案次": "之", "趟次": "之", "項次": "", "航次": "", "架次": "", "輛次": "", "件": "數",
    "人": "員權才口工形事文民", "名": "稱單", "位": "於元置處", "場": "域所地合館", "次": "長會大級要",
    "度": "假過的", "國": "際內外中小高立慶民會防道貿宴土籍語", "案": "例件由內子", "張": "貼", "份": "子內",
    "期": "間末程待許盼限刊", "項": "目", "個": "月人案別性", "間": "接隔", "台": "灣日北中南東美韓商幣歐德法",
    "臺": "灣日北中南東美韓商幣歐", "輛": "", "部": "門長分落會", "片": "面", "家": "長庭屬族", "座": "談",
    "所": "屬有以在", "處": "長理室置分", "組": "長成織合", "隊": "長員", "站": "長", "篇": "", "冊": "",
    "本": "市府縣年處屆案區局次月日地", "則": "", "班": "長", "棟": "", "戶": "外口", "筆": "電者記", "頁": "",
    "股": "", "梯次": "", "門": "", "隻": "", "頭": "", "株": "", "棵": "", "盞": "", "套": "", "幅": "",
    "通": "訊過知報常管行", "封": "", "面": "向", "校": "長園外內", "鄉鎮": "", "團": "隊體員長結", "對": "",
    "公噸": "", "公斤": "", "公里": "", "公頃": "", "平方公尺": "", "平方公里": "", "坪": "", "噸": "", "公升": "",
    "批": "准評發次示", "卷": "入宗土", "條": "例文約件款碼", "箱": "", "倍": "增數", "城": "市鄉鎮堡牆區隍內外",
    "艘": "", "架": "構設", "支": "持援付出撐部會線", "枚": "", "包": "括含容圍商辦裝", "袋": "", "盒": "", "劑": "",
    "頂": "尖級樓端住多替著峰", "錠": "", "雙": "方邊語北城向週月年人十打", "桶": "", "粒": "", "束": "縛手",
    "尊": "重敬嚴貴", "朵": "", "盆": "地", "字": "號元母樣面畫", "顆": "", "瓶": "", "堂": "", "趟": "", "小時": "",
    "航班": "", "席": "次", "票": "選券數", "床": "",
    "か国": "", "カ国": "", "ヶ国": "", "ヵ国": "", "団体": "", "回": "答收顧復應來合",
    "%": "", "個百分點": "", "百分點": "",
}  # fmt: skip
_COUNTED = ("城市", "單位", "縣市", "國家", "機關")
_MONEY = (
    "円|元|美元|美金|日圓|日元|歐元|韓元|韓圜|英鎊|港元|港幣|人民幣|澳幣|加幣|"
    "披索|盧比|盧布|泰銖|越南盾|印尼盾|令吉|馬幣|法郎|克朗|里拉|圓"
)
_BEFORE = regex(
    r"(?=[第大約將超突至多逾近達新臺台幣]|$)(?P<ordinal>第\s?)?(?P<hedge>(?:大約|約計|將近|超過|突破|至少|多達|約|逾|近|達)\s?)?(?:新?[臺台]幣\s?)?$"
)
_ARABIC = r"\d{1,3}(?:,\s?\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
# A run of numerals is taken whole or not at all: in a line of nothing else there are too many ways to part it.
_PLAIN = rf"(?:{_ARABIC}|(?>[零〇○一二兩三四五六七八九十百千]{{1,40}}))"
_NUMBER = rf"{_PLAIN}(?:\s?[多餘]?[百千萬億兆](?:\s?{_PLAIN})?)*"


def _first_characters() -> str:
    """How a measure word begins, told before all of them are tried."""
    return "".join(sorted({word[0] for word in (*_MEASURES, *_COUNTED, *_MONEY.split("|"))} | set("國海會友個")))


def _unit_pattern() -> str:
    words = [
        re.escape(word) + (f"(?![{after}])" if after else "")
        for word, after in sorted(_MEASURES.items(), key=lambda item: -len(item[0]))
    ]
    return f"{_MONEY}|(?:國際|海外|國內|會員|友好|個)?(?:{'|'.join(_COUNTED)})|" + "|".join(words)


_QUANTITY = regex(
    rf"(?=[\d零〇○一二兩三四五六七八九十百千])(?<![\d.,A-Za-z/\-])(?P<number>{_NUMBER})\s?(?P<more>[多餘來]\s?)?(?=[{_first_characters()}])(?P<unit>{_unit_pattern()})"
)
# 七成二 is 72 %, 三成 is 30 %; 成立, 成員, 成長 and their like are words.
_TENTHS = regex(
    r"(?P<number>(?<![一二三四五六七八九十百千\d])[一二兩三四五六七八九\d]\s?成(?P<more>[一二三四五六七八九半])?)"
    r"(?=[，。；、）)\s的以左上多]|來自|為|是|$)(?!為[立員])"
)
_PERCENT = regex(rf"百分之(?P<number>{_NUMBER})")
_NEAR = 8
_TOKEN = regex(r"\d[\d,\s]*(?:\.\d+)?|[零〇○一二兩三四五六七八九十百千萬億兆]")
_ADJECTIVE = regex(r"^(?:國際|海外|國內|會員|友好)")


def chinese_value(words: str) -> Decimal:
    """The value of a number in Chinese or Arabic numerals, or mixed: `二十三`, `1億3,952萬`, `二○○五`.

    Raises ValueError where the words hold no numeral.
    """
    if words.isascii() and words.isdigit():
        return Decimal(words)
    total = section = Decimal(0)
    current: Decimal | None = None
    tokens = _TOKEN.findall(words.translate(_WIDTH))
    if not tokens:
        raise ValueError(f"no number in {words!r}")
    for token in tokens:
        if token in _TENS:
            section += (Decimal(1) if current is None else current) * _TENS[token]
            current = None
        elif token in _MYRIADS:
            total += (section + (current or 0)) * _MYRIADS[token]
            section, current = Decimal(0), None
        elif token in _DIGITS:
            current = (current or Decimal(0)) * 10 + _DIGITS[token]
        else:
            current = Decimal(re.sub(r"[,\s]", "", token))
    return total + section + (current or 0)


def find_chinese(text: str) -> Iterator[Quantity]:
    """Every number that a measure word, a currency or a percent sign follows, in the text's order.

    Dates, floors, articles and house numbers have no such word after them and are not found; 第3次 is found as an
    ordinal. Of `個城市` the unit is 個; of a bare `43 城市`, 城市.
    """
    yield from _found(text)


@lru_cache(maxsize=2048)
def _found(text: str) -> tuple[Quantity, ...]:
    """Several rules ask for the numbers of the same words one after the other."""
    text = text.translate(_WIDTH) if _WIDE.search(text) else text
    measured = list(_measured(text))
    if "百分之" in text or "成" in text:
        measured = sorted((*measured, *_percentages(text)), key=lambda quantity: quantity.start)
    return tuple(measured)


def _percentages(text: str) -> Iterator[Quantity]:
    for match in _PERCENT.finditer(text):
        value = plain(chinese_value(match["number"]))
        yield Quantity(value, "%", match.start(), match.end(), match.span("number"))
    for match in _TENTHS.finditer(text):
        tenths, more = chinese_value(match["number"][0]), match["more"]
        value = plain(tenths * 10 + (5 if more == "半" else chinese_value(more) if more else 0))
        yield Quantity(value, "%", match.start(), match.end(), match.span("number"))


def _measured(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        if _glued(text, match):
            continue
        before = _BEFORE.search(text, max(0, match.start() - 8), match.start())
        assert before is not None  # noqa: S101 - every part of the pattern is optional
        unit, end = match["unit"], match.end()
        if unit.startswith("個") and unit[1:] in _COUNTED:
            unit, end = "個", match.start("unit") + 1
        yield Quantity(
            value=plain(chinese_value(match["number"])),
            unit=_ADJECTIVE.sub("", unit) if len(unit) > 1 else unit,
            start=before.start(),
            end=end,
            digits=match.span("number"),
            approximate=bool(before["hedge"] or match["more"] or text.startswith("以上", end)),
            ordinal=bool(before["ordinal"]),
        )


def _glued(text: str, match: re.Match[str]) -> bool:
    """Whether the number is part of something else: 20-30人, 統一, 三一一, 之二, 千元 as a unit."""
    if match["number"] in ("百", "千", "萬", "億"):
        return True
    start = match.start("number")
    near = text[max(0, start - _NEAR) : start].rstrip(" ")
    before = near[-1:]
    first = match["number"][0]
    if before in "／/":
        # 31團／388人次 are two numbers; 1/3 is none.
        return bool(before) and near[:-1].rstrip(" ")[-1:].isdigit()
    if before in "~～–—-－":
        return bool(before)
    return not first.isdigit() and before in "之統專唯同任每某萬千數幾單獨逐不這那哪"
