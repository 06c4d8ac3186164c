"""How Chinese says that somebody belongs to an organization: 加入, 為…會員, 當選理事, 會員城市有甲、乙.

The patterns are for covered clauses (`rules/covered.py`): Ω stands for an organization, δ for a date.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hansa.reading.patterns import regex
from hansa.reading.rules.covered import BODY, DATE

MAY_CLAIM = regex(
    # Each alternative begins with a character of its own, so that a search skips at once what begins none of them.
    r"加入|入會|入列|入盟|加盟|會籍|參與其中|會員|成員|主席|會長|議長|理事|執行局|執委|執行委員|委員|觀察員|領導城市"
    r"|縣市.{0,6}成立|共同(?:成立|組成|發起)|認證|簽署|之都|參加.{0,10}(?:組織|網絡|聯盟)|名義|名單|之列|其列|通過"
    r"|台灣[^，。]{0,4}有|臺灣[^，。]{0,4}有|國內[^，。]{0,4}有|一員|一[份分]子|在列|名列|躋身|獲納|納入|掛名|列名|跟進|簽入|核可入|參與|創始"
)
"""The words of which one must be in a text that claims a membership."""
LEFT = regex(
    r"退[出會](?!後)|終止|喪失|除籍|除名|脫離|並非[^，。]{0,4}會員|已非[^，。]{0,4}會員|非[^，。]{0,4}會員|不再"
)
"""That somebody no longer belongs to it."""
NOT_YET = regex(
    r"未(?:加入|入會|參加|獲接納|能加入)|非[^，。]{0,4}會員|不具會員|尚未|尚待|申請中|審[查核]中|爭取|擬(?!定|訂)"
    r"|將(?:加入|申請|爭取|入會)|盼|希望|預計|考慮|洽談|評估|研議|規劃|有意|可望|若|倘|邀請本[市縣](?:加入|入會)"
    r"|受邀加入|婉拒"
)
"""That it is only wished for."""
_HAN = r"[\u3400-\u9fff．·、]"
# Who belongs begins where a run of characters does: a search from each of them would be slow.
_WHO = rf"(?<![\u3400-\u9fff．·、])(?P<who>{_HAN}*?)"
_BODIES = rf"(?P<of>{BODY}(?:(?:、|，?以?及|與|和|暨){BODY})*)"
_WHEN = rf"(?:[，、]?(?:早|遲至|遲)?[於在自至]?\s?{DATE}\s?[間起中底初末]?[，、]?)?"
_HOW = (
    r"(?:則|亦|也|已|均|皆|都|更|並|現|再|才|始|方|遲至|稍後|其後|隨後|後|陸續|先後|分別|正式|共同|申請|獲准|獲邀"
    r"|應邀|受邀|響應|順利|重新|再度|方|首度|率先|選擇|決定|積極|同步|通過審[查核]"
    r"|相繼|接連|雙雙|紛紛|悉數|一起|獲(?:核可|核准|同意|接納|認可|推薦)|旋即|即|遂"
    r"|經[^，。；]{2,14}(?:同意|通過|核准|認可)後?|獲[^，。；]{2,14}?(?:認可|核准|同意|邀請|推薦)|為|同|一併|一同|簽署(?=加入)|起"
    r"|[以因][^，。；Ωδ]{2,12}而|連續[\d一二三四五六七八九十]+[屆年])*"
)
_AS = r"(?:以「?[^，。；「」]{1,30}」?(?:之|的)?(?:名義?|身[分份]|資格))?"
_KIND = (
    r"(?:正式|團體|城市|縣市|準|副|創始|創會|發起|永久|榮譽|一般|普通|贊助|個人|觀察員|常任|執行|當然|理事|主席"
    r"|副主席|領導|簽署|夥伴|核心)"
)
_MEMBER = rf"{_KIND}*(?:會員|成員)(?:城市|縣市|國|資格|都市)?"
_POST = (
    r"(?:常務|共同|榮譽|輪值|現任|首任|副)*(?:理事長|監事|理事|主席|會長|議長|秘書長)(?:城市)?"
    r"|(?:世界理事|執行局|執行|理事|指導|策略)+(?:委員會)?(?:委員|理事|城市)|[\u3400-\u9fff]{2,6}(?:委員會|理事會|董事會)(?:委員|成員|理事|董事)|執委|觀察員|領導城市"
    r"|[歐亞美非]洲領導城市|簽署城市|創始城市|夥伴城市|[\u3400-\u9fff]{2,4}之都"
)
_CHAIR = r"(?:常務|共同|輪值|現任|首任|副)*(?:理事長|理事|主席|會長|議長)(?:城市)?"
_END = r"(?=[，。；、（(｜|之」\s\u3000]|的第|及|並|與|$)"
_ITS = r"(?:該聯盟|該組織|該會|該協會|該網絡|其|聯盟|協會|該會議)?(?:之|的)?"
_NTH = r"(?:(?:全球|世界|亞洲|[台臺]灣|國內)?(?:第\s?[\d,]+\s?[個位座]|首[個批]|唯一)、?){0,2}"
_CLAIMS = (
    # 甲、乙於某年加入Ω; 獲准入會
    (
        "入 盟 參 跟進 躋身",
        rf"{_WHO}{_HOW}{_WHEN}{_HOW}{_AS}{_WHEN}{_HOW}(?P<verb>加入|入會|入列|入盟|加盟|參加|參與其中|簽入|跟進"
        rf"|獲納入|納入(?=Ω)|參與(?=Ωω*(?![ω的之]))|進入(?=Ω)|躋身)(?:[「《]?{_BODIES})?{_ITS}(?P<role>(?<=加入)成為{_MEMBER})?(?!後|年會|會議|大會|訪|論壇|活動|國際|多個|之?組織"
        rf"|了?下列|以下|以來|時(?!間))",
    ),
    # 甲簽署《某市長盟約》
    (
        "簽署 響應",
        rf"{_WHO}{_WHEN}{_HOW}(?P<verb>簽署|響應)[《「]?(?P<of>{BODY})[》」]?(?=[，。；、]|$|並|，成為)",
    ),
    # 甲為Ω的正式會員; 成為會員; 擔任理事
    (
        "員 理事 監事 主席 會長 議長 秘書長 執委 城市 之都 一環 分子 份子 董事",
        rf"{_WHO}{_WHEN}{_HOW}{_AS}(?P<verb>成為|[為是係屬]|屬於|獲選為?|當選為?|連任|擔任|出任|現任|獲聘為?|獲頒|獲評為"
        rf"|獲列為|獲接納為|獲納為|獲准成為|名列|列為|忝為|同列|獲推舉?為?|獲舉為|接任|續任|膺任|輪任|接下|接掌|(?<![主責專現])任"
        rf"|並列)(?:[^，。；、Ω]{{0,6}}?)?{_BODIES}?{_ITS}{_NTH}"
        rf"(?:正式|唯一的?|老|資深|長年|活躍|(?:[全]?[台臺]灣?|國內|我國)(?:的|唯一|首個|第一個)*)?「?(?:(?P<role>{_MEMBER}|{_POST})」?(?:之一|一職)?"
        rf"|一[員環]|一[份分]子){_END}",
    ),
    # 甲仍保有會籍
    (
        "維持 保有 保留 持有 擁有 具有",
        rf"{_WHO}{_WHEN}(?:則|仍|續|依舊|至今|迄今|一直|最後|都|均|皆|也)*(?P<verb>維持|保有|保留|持有|擁有|具有)(?P<of>{BODY})?(?:之|的)?"
        r"(?P<role>(?:準|副|正式|團體)?會員)?(?:會籍|資格|身[分份])",
    ),
    # 甲在四十城之列, 某市亦在列
    (
        "在 列名 掛名 榜上有名 其中",
        rf"{_WHO}{_WHEN}(?:則|也|亦|即|已|均|皆|都|同)*(?P<verb>在列|列名|掛名|榜上有名|名列其中|列名其中|位列其中|在[^，。；]{{1,6}}之列)$",
    ),
    # 取得Ω會籍, 取得觀察員資格
    (
        "會籍 資格 身分 身份 認證",
        rf"{_WHO}{_WHEN}{_HOW}(?P<verb>取得|獲得|拿到|拿下|領得|獲)(?P<of>{BODY})?(?:之|的)?(?P<role>{_MEMBER}|{_POST})?(?:會籍|資格"
        rf"|身[分份]|認證)",
    ),
    # 以某協會名義，通過Ω
    (
        "通過",
        rf"{_WHO}{_WHEN}{_AS}(?P<verb>通過)(?:{BODY}\s?(?:[（(][^）)]*[)）])?)?(?P<of>{BODY})(?=[，。；]|審|認證|$)",
    ),
    # 連任 2013－2016 世界理事
    (
        "連任 擔任 現任 獲選 當選 出任",
        r"(?P<verb>連任|擔任|現任|獲選|當選"
        r"|出任)[\sδ\d－–~～至年-]*(?P<role>[世界執行理事常務會局及、副主席委員]{2,16}(?:委員|理事|主席|會長))",
    ),
    # 獲頒會員證書
    (
        "證",
        rf"{_WHO}{_WHEN}(?P<verb>獲頒|取得|領得)(?P<role>{_MEMBER})(?:證書|證)",
    ),
    # 臺灣有臺南、高雄二市, where what was joined is told before
    (
        "有",
        r"(?P<verb>(?:[台臺]灣|國內|我國|日本|韓國|美國)(?:方面|地區)?(?:計|現|則|目前)?有)(?P<after>[^。；，]+?)等?\s?[二三四五六七八九十\d]+\s?[個座]?(?:縣市|縣|市|鎮鄉|鄉鎮|鎮|城市|城|地)(?:在列|參與|加入|入會|為會員)?$",
    ),
    # 甲、乙皆在創始會員之列
    (
        "員",
        rf"{_WHO}{_WHEN}(?:均|皆|都|同)?(?:在|名列|列名)(?P<role>{_MEMBER})(?:之列|名單|行列)",
    ),
    (
        "其列 其中",
        rf"{_WHO}{_WHEN}(?:均|皆|都|同|也|亦|即)?(?:在|名列|列名|身列|躋身)(?P<verb>其列|其中)",
    ),
    # 創始六城為甲、乙、丙
    (
        "創始 創會",
        r"(?P<verb>創[始會])(?P<role>(?:會員|成員)?)(?:城市)?[一二三四五六七八九十\d]+[個座]?(?:城市|都市|城|市|縣|國|地|島|港)(?:為|是|即|有|：|係)"
        r"(?P<after>[^。；，]+)",
    ),
    # 以某市取得Ω認證 goes before; 甲獲Ω認證 above. 會員有甲、乙
    (
        "會員 成員",
        r"(?P<verb>(?:正式|創始|目前|現有|台灣|臺灣|國內|我國)*(?P<role>(?:正式|創始|創會)?(?:會員|成員)"
        r"|(?:正式)?城市會員|會員都市)(?:城市|縣市)?(?:目前|現)?(?:計有|有|包括|包含|為|："
        r"|如)(?:了)?)(?P<after>[^。；，]+?)(?=\d+\s*[個座]|等|[。；，]|$)",
    ),
    (
        "會員 成員",
        r"(?P<verb>擁有|包括|包含|計有|有|以)(?P<after>[^。；，]+?)等?\s*\d*\s*個?(?P<role>(?:會員|成員))(?:城市|都市"
        r"|縣市)",
    ),
    # 副會長城市包括甲、乙; 為Ω會員、Ω會員
    (
        "城市",
        r"(?P<role>(?:副|共同)?(?:會長|主席|理事)城市)(?P<verb>包括|包含|計有|有|：|如)(?P<after>[^。；，]+?)(?=\d+\s*[個座]?|等|[。；，]|$)",
    ),
    (
        "Ω",
        rf"(?<=[、及與])(?P<verb>)(?P<of>{BODY})(?:之|的)?(?P<role>{_MEMBER}|{_POST}){_END}",
    ),
    # 會長由甲市長擔任
    (
        "主席 會長 理事 議長",
        rf"(?P<role>{_CHAIR})(?:城市)?(?:一職|職位)?(?:現|目前|則)*(?:由"
        rf"|為)(?P<after>[\u3400-\u9fff．·、及與和]{{2,30}}?)(?:擔任|出任|輪值|兼任|{_END})",
    ),
    (
        "擔任 出任 輪值",
        rf"由(?P<after>[\u3400-\u9fff．·、及與和]{{2,20}}?)(?:擔任|出任|輪值)(?P<role>{_POST})",
    ),
)
# Each with the words of which one must be in the clause.
_PATTERNS = tuple((words.split(), regex(pattern)) for words, pattern in _CLAIMS)
_WORDS = frozenset(word for words, _ in _PATTERNS for word in words)


@dataclass(frozen=True)
class Claim:
    """Words of a clause that say that somebody belongs: their place in it, who (as written, '' where it is left out),
    the role as written, the verb, and the part of the clause where the organizations stand."""

    start: int
    end: int
    who: str
    role: str
    verb: str
    of: tuple[int, int] | None
    listed: bool = False
    """Whether the words tell who belongs after saying so: 會員有甲、乙."""


def find_claims(clause: str) -> Iterator[Claim]:
    """The claims of a covered clause."""
    held = {word for word in _WORDS if word in clause}
    for words, pattern in _PATTERNS:
        for found in () if held.isdisjoint(words) else pattern.finditer(clause):
            groups = found.groupdict()
            yield Claim(
                found.start(),
                found.end(),
                (groups.get("after") or groups.get("who") or "").strip(),
                groups.get("role") or "",
                groups.get("verb") or "",
                found.span("of") if groups.get("of") else None,
                bool(groups.get("after")),
            )
