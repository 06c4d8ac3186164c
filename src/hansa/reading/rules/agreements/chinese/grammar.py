"""How Chinese tells of ties without a word for signing, as patterns over marked sentences: ◆計有◇（○）、◇（○）及◇."""

import re
from dataclasses import dataclass

from hansa.reading.patterns import regex

_IN_BRACKETS = r"(?:[（(][^（()）◇]{0,12}○[^（()）◇○]{0,12}[)）])"
_ITEM = rf"(?:◇{_IN_BRACKETS}?)"
_SEPARATOR = r"(?:、|，|；|／|/|×|\s)?(?:以及|及其|及|與|和|暨|跟)?(?:(?:在)?[\u4e00-\u9fff]{2,3}的|另有|尚有|還有)?"
_ROW = rf"(?:{_ITEM}(?:{_SEPARATOR}{_ITEM})*)"
ITEM = regex(_ITEM)
"""A partner with the date in brackets behind it, where it has one."""
_ARE = r"(?:均|都|皆|同|也|亦|即|便|早)*(?:為|是|係|乃)"
_OUR = r"(?:⌂|我們?|該市|該縣|本)?(?:的|之)?"
_SINCE = r"(?:可追溯至|可追溯到|追溯至|追溯到|始於|起於|肇始於|開始於|建立於|締結於|結於|訂於|自)"
_BOND = r"(?:締結|締盟|結盟|締約|簽約|簽署|簽訂|結緣|牽手|換約)"


@dataclass(frozen=True)
class Way:
    """One way to tell ties, and how sure it is. Groups: `row` the partners, `other` whom the tie is with where it is
    not the own city, `when` the date that all share, `dates` one date for each of the row.
    """

    name: str
    pattern: re.Pattern[str]
    score: float = 0.9


WAYS = (
    # 高松市（友好城市，2017年）; 松山市（2014年，姊妹市）
    Way("bracket", regex(
        r"(?:(?P<inside>○)\s*)?(?P<row>◇)[（(](?:(?P<when>○)[^（()）◇]{0,6})?◆(?P<after>[^（()）◇○]{0,8}○)?[^（()）◇]{0,6}[)）]"
    )),
    # 菲律賓達古潘市，姊妹市，107年。
    Way("item", regex(r"^(?P<row>◇)[，：:\s]+◆(?:[，：:\s]+(?P<when>○)|(?=[，。；]|$))")),
    # 2003年與芝加哥市、2008年與西雅圖市陸續締結姊妹市
    Way("series", regex(
        rf"(?P<row>(?:○，?(?:又|再|另|則|也|亦)?(?:與|和|同|跟)◇[、，]?(?:以及|及|並)?){{2,}})[^◇○◆。；]{{0,10}}(?:{_BOND}|成|結)[為成了]*◆"
    )),
    # 與印尼棉蘭的姊妹關係可追溯至1984年; 大阪和聖保羅的姊妹情誼更始於1969年
    Way("relation", regex(
        rf"(?:(?P<other>◇)(?:與|和|跟|同|及)|(?:⌂)?(?:與|和|跟|同))(?P<row>{_ROW})(?:之間)?(?:的|之)?◆(?!，?分別)(?:[^◇○◆。；，]{{0,4}}，)?[^◇○◆。；，]{{0,6}}"
        rf"(?:{_SINCE}(?P<when>○)|[（(](?P<inside>○)[)）])"
    )),
    # 與佐野市、鶴岡市之友好關係分別締結於99年及112年
    Way("relation", regex(
        rf"(?:與|和|跟|同)(?P<row>{_ROW})(?:的|之)?◆，?分別[^◇○◆。；]{{0,6}}(?P<dates>○[^◇◆。；]{{0,30}})"
    )),
    # 札幌的姊妹市有波特蘭、慕尼黑
    Way("has", regex(rf"(?P<other>◇)(?:的|之)◆[^◇○◆。；]{{0,12}}?(?:計有|包括|包含|有|為|是|：)(?P<row>{_ROW})")),
    # 科芬特里與史達林格勒於1944年結為姊妹市
    Way("pair", regex(
        r"(?P<other>◇)(?:與|和|同|跟)(?P<row>◇)(?:也|亦|則|早)*(?:於|在)?(?P<when>○)?[^◇○◆。；，]{0,4}"
        r"(?:結為|締結為?|締為|締|成為|互為|結成)◆"
    )),
    # 今治的老朋友，即105年結為友好城市的礁溪鄉
    Way("relative", regex(
        r"(?:(?P<other>◇)[^◇⌂。；]{0,24}?)?(?P<when>○)?[^◇○◆。；，]{0,4}(?:結為|締結為?|成為)◆的(?P<row>◇)"
    )),
    # 高松市姊妹市聖彼得堡市
    Way("owned", regex(rf"(?P<other>◇)(?:的|之)?◆(?P<row>{_ROW})")),
    # 約克市與本縣自2012年起即為姊妹市; 札幌市、釜山市均為本市姊妹市
    Way("are", regex(
        rf"(?P<row>{_ROW})(?:，|則|與⌂|和⌂)*(?:自?(?P<when>○)起?，?)?{_ARE}{_OUR}(?:在[^◇○◆。；，]{{2,5}}的)?"
        r"(?:(?:第[一二三四五六七八九十\d]+|首)[個座][\u4e00-\u9fff]{0,4}|唯一|最早|最新|重要)?(?:的|之)?(?P<of>◇的?)?◆(?![^◇，。；]{0,2}之一)(?P<after>，(?:兩[市地]|雙方)?(?:於|在)?○)?"
    )),
    # 姊妹市計有A（2016年締結）、B及C; 友好城市包括A、B，分別於2020年、2022年簽約
    Way("lead", regex(
        rf"◆(?:(?![簽締結成])[^◇○◆。；⌂]){{0,20}}?(?:計有|共有|包括|包含|尚有|另有|還有|分別為|分別是|有|如|即|為|是|：|:|—|–|－|｜|\s)(?P<row>{_ROW})"
        rf"(?:等[^◇○◆。；，]{{0,8}})?(?:，分別(?:於|在|是)?(?P<dates>[^◇◆。；]{{0,24}}○[^◇◆。；簽締結]{{0,8}}))?"
    )),
    # 姊妹市釜山、友好城市大邱及水原; 本市姊妹市
    Way("lead", regex(rf"◆(?:之一)?(?:的|之|，|、)?(?P<row>{_ROW})")),
    # 布里斯本姊妹市
    Way("called", regex(r"(?P<row>◇)(?:與⌂|との)?◆")),
)  # fmt: skip

CARRYING = (
    # 其後靜岡市於2005年加入行列; 順化市則在2001年締盟
    Way("joined", regex(
        rf"(?P<row>◇)(?:也|亦|則|又|再|接著|隨後|繼而)?(?:於|在|至|到)?(?P<when>○)(?:也|亦|則|才|再)?(?:加入|跟進|成為|接續|{_BOND}|成盟)(?![^，。；]*◆)"
    ), 0.85),
    # 2001年再與順化市締盟; 與波爾多則早在1964年即締盟
    Way("with", regex(
        rf"(?:(?P<when>○)[^◇○◆。；]{{0,6}})?(?:與|和|同|跟)(?P<row>{_ROW})(?:[^◇○◆。；，]{{0,4}}(?P<after>○))?[^◇○◆。；，]{{0,6}}{_BOND}(?![^，。；]*◆)"
    ), 0.85),
    # 其次為比勒陀利亞市（1983年）; 最早締盟的是塔科馬市（1980年）
    Way("nth", regex(
        rf"(?:最早|最先|首先|最初|其次|再次|次為|接著|其後|隨後|最近|最新|最晚|最後|第[二三四五六七八九十]|前[兩二三四]個|另一?)[^◇○◆。；，]{{0,12}}(?:為|是|有|屬|以)(?P<row>{_ROW})"
        r"(?:，(?:於|在)?(?P<when>○))?"
    ), 0.85),
    # 其中以清州市締盟最早（1982年）
    Way("earliest", regex(r"以(?P<row>◇)[^◇○◆。；]{0,10}[（(，](?P<when>○)"), 0.85),
)  # fmt: skip
# 2018年簽署合作備忘錄，2023年升格為姊妹市
RISES = regex(r"升格|提升|升級|晉升|改締|改結|轉為|深化")
RAISED = regex(
    rf"(?:(?P<before>○)[^◇○◆。；]{{0,8}})?(?P<first>◆)?[^◇◆。；]{{0,14}}?(?:(?P<date>○)[^◇○◆。；]{{0,8}})?(?:{RISES.pattern})(?:為|成|至)?(?P<last>◆)(?:，(?P<after>○))?"
)
# A block that only names partners, under a heading that tells the tie: 日本：仙台市、盛岡市；韓國：全州市
ONLY = regex(
    rf"(?:[^◇○◆，。；]{{0,8}}(?:[：:｜|\s]))?(?P<row>{_ROW}(?:[，；、\s][^◇○◆，。；]{{0,6}}[：:]?{_ROW})*)[。；;，]?"
)
# 今年適逢姊妹市15週年; 姊妹市（2014締盟）: of the partner in the heading.
HEADED = regex(r"^[^◇◆。；]{0,10}◆(?P<rest>[^◇◆。]{0,16})$")
