"""The kinds of exchange and the words that tell them, in Chinese."""

import re
from functools import lru_cache

from hansa.reading.patterns import regex

_HAN = r"[\u3400-\u9fff]"
_GOODS = (
    "物資|筆電|電腦|書籍|圖書|口罩|試劑|疫苗|醫療|藥品|防護|防災|毛毯|帳篷|救護車|消防車|垃圾車|日圓|美元|歐元|萬元"
)
_SUM = r"[^，。]{0,8}(?:日[幣圓]|美元|歐元|萬)"
_CALLED = r"會[談晤面]|晤談|商[談討議]|洽談|對談|對話|座談|討論|交流|見面|懇談|面談"

# The first kind of which a pattern matches is told: what was done there goes before who travelled. Each alternative of
# a pattern begins with a plain character, for the machine then passes over all that begin none, ten times as fast;
# what begins with a choice of words is a pattern of its own.
_ZH: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...] = tuple(
    (kind, tuple(map(regex, patterns)))
    for kind, patterns in (
        ("donation", (
            r"捐贈|捐出|捐助|捐款(?!人)|匯[交款入來寄]|慰問金|撥付|合捐|認捐|湊[足集得]|集[足集得]|募[足集得款]|解囊|樂捐"
            rf"|送來{_SUM}|代收{_SUM}|賑款|捐資|捐書|贈書|捐輸|馳援|善款|賑災|義援金|寄付|寄贈|支援物資",
            rf"(?:致贈|贈送|轉贈|轉交|寄[來出達送了]|運抵|運送|送[達出上]|援助|支援|贈|提供).{{0,20}}(?:{_GOODS})",
        )),
        ("education_exchange", (
            r"教育旅行|教育交流(?!意向書|備忘錄|協[定議])|青年營|学生.{0,20}(?:交流|滞在|訪問)|高校生|中学生|留学|見學團"
            r"|學生(?:\s*\d+\s*[名人]|.{0,10}交流)|交流.{0,8}學生|師生|交換學生|修學旅行|語言交流|遊學|寄宿家庭"
            r"|青年.{0,6}(?:交流|齊聚|來[台臺訪])|學校交流|國際學伴",
            r"(?:高中|國中|大學|高校|中學)(?:生|學生)\d*\s*[名人]?.{0,12}(?:抵|來|赴|住)",
            r"\d\d*\s*[名位](?:高中|國中|大|小)?學生",
            r"(?:學生|學童|青少年|高中生|國中生|大學生).{0,24}(?:赴|至|到|寄宿|研習|體驗|遊學|參訪|見學|互訪|學伴)",
        )),
        ("online_meeting", (
            r"視訊(?:會議|拜會|會面|會談|連線|對話|交流|座談|會晤|致意|關心|通話|見面|鏡頭|.{0,6}(?:慶祝|祝賀|談))"
            r"|線上(?:會議|會談|會面|對話|座談)|隔著.{0,3}螢幕|透過.{0,3}螢幕|隔空.{0,8}(?:會|談|聊|相見)"
            r"|以視訊(?:方式)?(?:會|交|討論|洽談|商談|研商)|與.{1,12}視訊",
            r"(?:線上|視訊|雲端).{0,6}(?:敘舊|慶祝|祝賀|聚會|茶會|相見)",
            rf"(?:視訊|線上|連線|雲端|螢幕|遠端|オンライン).{{0,24}}(?:{_CALLED})",
        )),
        ("greeting", (
            r"賀[函電卡信]|賀年卡|慰問[信函]|致信|親筆信|弔唁|唁電|致函.{0,16}(?:慰問|祝賀|道賀|致意|關懷)"
            r"|慰問之意|祝賀之意|道賀之意|祝賀函|問候禮|郵寄問候|寄送.{0,10}(?:問候|祝福)|就任問候|祝福影片",
        )),
        ("performance", (
            r"演出(?!者)|獻演|演唱|踩街|吹奏(?!樂)|開場(?!白)|舞獅|獻藝|登[台臺]|共演|公演|音樂會|演奏會|巡演|獻唱|音樂系列活動",
            r"(?:合唱|歌舞|民俗|藝術|舞|樂|劇|鼓)[團隊][^，。]{0,16}(?:登場|壓軸|開場|表演|獻)",
            r"(?:帶來|獻上|應邀|擔綱).{0,12}表演",
        )),
        ("sports", (
            r"錦標賽|友誼賽|交流賽|邀請賽|大師賽|越野賽|公開賽|路跑|泳渡|青少棒|選手.{0,8}(?:參賽|出賽|報到)|代表隊|市長盃|縣長盃"
            r"|運動會(?!議)|馬拉松",
            r"(?:棒球|足球|籃球|排球|桌球|田徑|游泳|壘球|龍舟|自行車)(?:隊|賽|交流|友誼|競賽)",
        )),
        ("promotion", (
            r"推介會|物產展|好物週|商品週|物產週|品茗會|推銷|試吃|熱賣|招商(?!局)|旅展|商展|禮品展|行銷.{0,8}(?:物產|農產|物展|觀光)"
            r"|觀光推廣|推廣會|展售|食品展|設攤|擺攤|觀光說明會|美食展|商談會|洽商會|媒合會",
            r"(?:共同|聯合|海外|合作)行銷",
        )),
        ("exhibition", (
            r"展出|作品.{0,16}(?:見面|亮相|展示)|亮相|看展|借展|觀展|藝術島|特展|紀念展|照片展|主題展|攝影展|畫展|巡迴展|聯展"
            r"|展覽(?!館|中心)|書畫展|工藝展|文物展|交流展|藝術展",
        )),
        ("ceremony", (
            r"落成|啟用|剪綵|首航|揭碑|揭幕式|典禮|點燈|點亮|國慶|慶祝活動|揭牌",
            r"(?:開幕|紀念|頒獎|就職|開燈|畢業|追思)(?:典禮|儀式|活動|式)",
            r"(?:銅像|雕像|紀念碑|公園|廣場).{0,10}揭幕",
        )),
        ("event", (
            r"論壇|研討會|年會|大會(?<!定期大會)(?!堂)|高峰會(?!代表團)|峰會(?!代表團)|嘉年華|博覽會|座談會|城市展|文化日|生活節|藝術節|文化節"
            rf"|國際{_HAN}{{1,6}}(?:節|祭|展|季)|燈會|夜市|市集|工作坊|國際會議|盛事|比賽|競賽|週年慶",
            r"[^視訊]會議於",
            rf"{_HAN}之夜",
        )),
    )
)  # fmt: skip
_VISIT_ZH = regex(
    r"來訪|来訪|拜會|到訪|蒞[臨訪縣市府區鎮鄉校]|來[府縣市鄉鎮高台臺校庁](?!自)|来[府縣市鄉鎮高台臺校庁](?!自)|訪台|訪臺"
    r"|接待|款待|設宴|宴[客請]|餐敘|茶敘|造訪|走訪|出訪|登門|現身|作客|做客|來到|走進|人在|到府|領隊|訪問|參訪|回訪|再訪|重訪"
    r"|重返|考察|率團|領團|組團|帶隊|一行|親訪|會晤|會面|會見|晤面|晤談|懇談|表敬|接見|迎接|拜訪|赴|往[訪賀]|飛[抵往赴]|專程"
    r"|踏[上進]|前進|遠征|抵達|領[著軍隊]|訪(?=[高北竹中南屏桃基宜花東彰投雲嘉苗新澎])"
)
_IN_ZH = regex(
    r"來訪|来訪|到訪|蒞[臨訪縣市府區鎮鄉校]|來[府縣市鄉鎮高校庁台臺](?!自)|来[府縣市鄉鎮高校庁台臺](?!自)|訪[台臺]|接待|款待"
    r"|設宴|宴[客請]|接見|迎接|表敬|前來|南下|登門|現身|作客|做客|到府|來此|抵(?=[，。]|臺|台)|歡迎.{2,30}(?:訪|率|一行|代表)|一行"
)
_OUT_ZH = regex(
    r"出訪|遠赴|親赴|轉赴|率團赴|飛[抵往赴]|往[訪賀]|遠征|赴(?!約|任)|率團(?:前往|訪問|走訪|造訪|參訪|考察|出席)|前往|考察|訪日"
    r"|訪美|訪韓|訪歐|走訪|造訪|訪問(?!團)"
)
# Thanks for a gift of another day is no gift: 感謝高雄捐贈快篩試劑.
_THANKS = regex(r"(?:感謝|答謝|感念)[^，。；]{0,20}(?:捐|贈)[^，。；]{0,12}")


@lru_cache(maxsize=2048)
def _starts(text: str) -> dict[str, int]:
    """Where the words stand that tell each kind that a text tells of, in the order of the kinds."""
    found = {}
    for kind, patterns in _ZH:
        starts = [match.start() for pattern in patterns if (match := pattern.search(text))]
        if starts:
            found[kind] = min(starts)
    return found


@lru_cache(maxsize=2048)
def theme_zh(text: str) -> str:
    """The kind that a Chinese text tells by what was done; '' where it tells at most of a visit."""
    return next(iter(_starts(_THANKS.sub("", text))), "")


def theme_at(text: str, kind: str = "") -> int:
    """Where the words stand that tell what was done (or only those of one kind), else its end."""
    starts = _starts(text)
    if kind:
        return starts.get(kind, len(text))
    visit = _VISIT_ZH.search(text)
    return min((*starts.values(), visit.start() if visit else len(text)))


def is_visit(text: str) -> bool:
    """Whether a Chinese text tells of somebody who travelled or called on somebody."""
    return _VISIT_ZH.search(text) is not None


def comes(text: str) -> bool:
    """Whether the words themselves say that the others came here."""
    return _IN_ZH.search(text) is not None


def goes(text: str) -> bool:
    """Whether the words themselves say that somebody went out."""
    return _OUT_ZH.search(text) is not None
