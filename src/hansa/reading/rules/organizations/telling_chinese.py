"""What Chinese sentences tell of the organization that they are about: founded when and by whom, seat, members, aim."""

import re
from collections.abc import Sequence

from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.counts import count_members, names_in
from hansa.reading.rules.organizations.telling_english import Told
from hansa.reading.values.dates import Dated

_VERBS = (
    r"成立|設立|創立|創設|創辦|創建|創會|建立|組建|籌組|發起|倡[議導設立]|肇[始建]|發軔|起源|源[起於自]|緣起|誕生"
    r"|問世|結成|組成|開展|開設|催生|始[於自]|発足|共組|創[於自]|起[於自]|肇自|源於|所倡|所創|登場|而生|揭牌|揭幕|面世|成軍"
    r"|倡[設立組]|共倡|籌設|組設|邀集|萌芽|成形|成團|啟動(?!儀式|典禮)|上路|結盟|立會|開辦"
)
# The characters with which these words begin: where none stands, nothing else is tried.
_FIRST = "".join(sorted({verb[0] for verb in _VERBS.split("|")} | set("合整改首發")))
BEGUN_ZH = rf"(?=[{_FIRST}])(?:{_VERBS}|合併|整併|改組|首次召開|發表「[^」]*(?:聲明|宣言))(?!\d*[週周]年)"
"""How Chinese says that an organization came to be."""
_FOUNDED = regex(rf"[^。；]{{0,45}}?{BEGUN_ZH}(?!後|以來|大會|迄今)|設在(?=[\u3400-\u9fff])")
_FOUNDED_BEFORE = regex(rf"(?:{_VERBS})(?:時間|年代|日期|年|日)?(?:係|是)?[於在自]?\s*[：:]?\s*$")
_NOT_FOUNDING = regex(r"加入|入會|改名|更名|簽訂|籌備|預計|周年|週年|參加")
_SEAT = regex(
    r"(?<![洲太區部])(?:總部|[秘祕]書處|事務局|會址|總會|會所|現址|設籍|執行辦公室|常設機構"
    r"|本部)(?:(?:現|今日?|則|目前|常|分|一直|始終|向來|長期|均|都|也|仍|永久)*(?:由[^，。；]{2,10})?(?:設置?|置|安|位|座落|坐落|落腳|\s|遷[至往到]?|移[至往]?"
    r"|駐|地點|在|：)+(?:於|在)?|[於在])(?P<place>[\u3400-\u9fffA-Za-z．·\s]{2,18}?)(?=[，。；、（(,｜|及]|$)"
    r"|(?:^|[，。；])設於(?P<there>[\u3400-\u9fff．·]{2,8}?)(?=[，。；])"
    r"|年設在(?P<set>[\u3400-\u9fff]{2,8}?)(?=[，。；])"
)
_SAME_PLACE = regex("[同該當]地|[該此]市")
_MOVED = regex(
    r"(?:總部|[秘祕]書處|會址)[^。；]{0,20}?(?:遷[至往到]|移[至往到])(?P<place>[\u3400-\u9fffA-Za-z．·]{2,12}?)(?=[，。；、（(]|$)"
)
_BY = regex(
    rf"由(?P<who>[^，。；]{{2,60}}?)(?:等人?)?(?:[於在][^，。；]{{0,8}}?)?\s*(?:(?:共同|聯合|倡議|倡導|主導|推動|合作"
    rf"|攜手|(?:號召|邀集|結合|集合|協助|糾集|邀請|會同|聯絡)[^，。；]{{0,10}}?)\s*)*(?:(?!組成){_VERBS}|(?<=共同)組成|(?<=聯合)組成|促成)"
)
_AT_CALL = regex(
    r"(?:由|在|經)(?P<who>[^，。；]{2,30}?)(?:之|的)?(?:共同)?(?:倡議|倡導|推動|主導|號召|支持|促成|提議)(?:之?下)"
)
_BEGINNERS = regex(
    r"(?:發起|創始|創會|創辦)(?:城市|會員|國家?|者|人|團體|單位)(?:[為是有]|包括|：)+(?P<who>[^。；，｜]{2,60})"
)
_ARE_BEGINNERS = regex(
    r"(?<![\u3400-\u9fff．·、])(?P<who>[\u3400-\u9fff．·、及與和]{2,60}?)[一二三四五六七八九十\d]*[個座]?[城市國島地縣]?(?:同|均|皆|都)?[為是係](?:其|共同)?(?:發起|創始|創會|創辦)"
    r"(?:城市|會員|國|者|團體)"
)
_CITIES_BEGAN = regex(
    r"(?<![\u3400-\u9fff、])(?P<who>[\u3400-\u9fff、及與和]{2,80}?)等?\s?[\d二兩三四五六七八九十]*\s?個?(?:縣市|城市|市|國|地)?(?:市長|首長)?(?:共同|倡議|聯合)+"
    r"(?:成立|發起|創立|創設)|(?<![\u3400-\u9fff、])(?P<others>[\u3400-\u9fff、及與和]{2,80}?)等\s?\d*\s?個?(?:縣市|城市|市|國)?(?:市長|首長)?(?:成立|發起|創立|創設)"
)
_BEGAN_FIRST = regex(
    r"(?:^|[，。；：]|「」[係是乃為])(?P<who>[\u3400-\u9fff．·、及與和]{2,30}?)於?\u2003+\s?"
    r"(?:設立|創立|創設|成立|發起|創辦|所[倡創設]|倡[設立議])(?!於|在)"
)
_BEGAN_BARE = regex(r"(?P<who>[\u3400-\u9fff]{2,12}?)(?:發起|創辦|創立|倡議)(?!於|在|[\u2003\s])")
# 在蒙特婁創立 tells where, and 在蒙特婁倡議下 who.
_PLACED = regex("[在於].*(?:創立|創辦)")
# Each with the words of which one must be in the text.
_FOUNDERS = (
    (("倡", "推動", "主導", "號召", "支持", "促成", "提議"), _AT_CALL),
    (("發起", "創始", "創會", "創辦"), _BEGINNERS),
    (("由",), _BY),
    (("發起", "創始", "創會", "創辦"), _ARE_BEGINNERS),
    (("共同", "倡議", "聯合", "等"), _CITIES_BEGAN),
    (("\u2003",), _BEGAN_FIRST),
    (("發起", "創辦", "創立", "倡議"), _BEGAN_BARE),
)
_MERGED = regex(
    r"由(?P<who>[^，。；]{4,80}?)(?:於|在)?[\s\d年月日]*(?:正式|共同|二者|兩者|三者)*[合整]併"
    r"|(?:^|，)(?P<two>[^，。；]{4,30}?[與和及][^，。；]{4,30}?)(?:正式|共同)?[合整]併(?:成立|組成|成|為)"
    r"|[合整]併(?P<quoted>「[^」]+」(?:[、與和及以]*「[^」]+」)+)"
)
_PREDECESSOR = regex(
    r"前身(?:為|是|係|即)?(?P<named>「[^」]{3,20}」|[\u3400-\u9fff]{4,16}(?:會議|議會|聯盟|協會|委員會|組織|聯合會"
    r"|大會|會報|會))|(?:發起|成立|創立|設立)(?P<first>[\u3400-\u9fff]{4,14}(?:會議|聯盟|協會|委員會|組織|聯合會"
    r"|會))，(?:後|嗣|其後|再|旋)[^，。；]{0,6}改組為"
)
_PURPOSE = regex(
    r"(?:致力於?|旨在|旨為|意在|宗旨(?:是|為|在於?|係)?|目的(?:係要?為?|是|為|在於?)+|藉以|期透過|(?<=，)供"
    r"|(?<=，)以(?=[^，。；]{2,40}為(?:目的|目標|宗旨|職志)))(?P<what>[^。；]{4,90})"
)
_OF_MEMBERS = regex(
    r"代表(?:全球|全國|約|逾)|遍[布佈]|知事|響應|簽署|橫跨|遍[及布佈]|涵蓋|參與其中|認證|城｜|｜|会員|加盟|會員|入會"
    r"|加入|組成|參加|成員|吸收|擁有|縣市|國際組織|^\s*\d+\s*國|計有|匯集|串[聯連]|共有|集結|涵括|囊括|匯聚|網羅|聚集|旗下|簽入|納有|分布|布於|號稱|現有|今有|已有"
)
_TOGETHER = regex(r"共同(?:創立|發起|創設|創辦)")
_NO_FOUNDER = regex(r"\d|成員|代表$|各地|世界各|主要|各|全球|[一二三四五六七八九十百餘多數][位個名]")


def tell_in_chinese(told: Told, text: str, dates: Sequence[Dated]) -> None:
    """Add what a sentence about the organization tells."""
    merged = _MERGED.search(text) if "併" in text else None
    before = _PREDECESSOR.search(text) if "前身" in text or "改組為" in text else None
    if merged:
        told.add("predecessors", names_in(next(filter(None, merged.groups()))))
    elif before:
        told.add("predecessors", [next(filter(None, before.groups())).strip("「」")])
    told.tell("founded", _founded(text, dates))
    seat = _SEAT.search(text)
    moved = _MOVED.search(text) if "遷" in text or "移" in text else None
    seated = moved["place"] if moved else next(filter(None, seat.groups())) if seat else ""
    told.tell("headquarters", "" if _SAME_PLACE.fullmatch(seated) else seated.strip(" ."))
    if not merged and (told.fields.get("founded") or _TOGETHER.search(text)):
        told.tell("founded_by", _founders(text, dates))
    if _OF_MEMBERS.search(text):
        told.add("members", list(count_members(text, dates)))
    purpose = _PURPOSE.search(text)
    told.tell("purpose", purpose["what"].strip(" ，、") if purpose else "")


def _founded(text: str, dates: Sequence[Dated]) -> str:
    for dated in dates:
        begun = _FOUNDED.match(text, dated.end)
        if begun and not _NOT_FOUNDING.search(begun[0]):
            return dated.edtf
        if _FOUNDED_BEFORE.search(text, 0, dated.start):
            return dated.edtf
    return ""


def _founders(text: str, dates: Sequence[Dated]) -> list[str]:
    for dated in reversed(dates):
        text = text[: dated.start] + "\u2003" * (dated.end - dated.start) + text[dated.end :]
    may = (pattern for words, pattern in _FOUNDERS if any(word in text for word in words))
    found = next((match for pattern in may if (match := pattern.search(text))), None)
    if not found or _PLACED.fullmatch(found[0]):
        return []
    who = re.sub(r"[\u2003\s]*[於在]?[\u2003]+$", "", next(filter(None, found.groups()))).strip(" \u2003於在")
    return [name for name in names_in(who) if not _NO_FOUNDER.search(name)]
