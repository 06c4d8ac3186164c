"""The words that end a Chinese name on its left or right, and the suffixes that make one."""

import re
from collections.abc import Iterable, Mapping

from hansa.reading.patterns import regex

# Words after or before which a name begins or ends. Longer ones first where one starts another.
_STOPS = (
    "姊妹城市 姐妹城市 友好城市 友好都市 夥伴城市 伙伴城市 友誼城市 姊妹縣市 姊妹市 姐妹市 友誼市 "
    "夥伴市 友城 締盟 結盟 締結 結為 締為 結成 "
    "邦交國 友邦 我駐 我國 "
    "簽署 簽訂 簽定 簽立 簽下 簽約 簽 換約 雙港 兩港 雙校 兩校 兩議會 訪問 拜會 拜訪 造訪 走訪 參訪 參觀 "
    "回訪 出訪 來訪 訪團 率團 率領 率 邀請 邀集 應邀 邀 "
    "參加 參與 出席 舉辦 舉行 辦理 協助 前往 前來 來自 赴 抵達 轉抵 轉赴 遠赴 親赴 抵 協同 偕同 偕 "
    "會同 攜手 聯合 共同 合辦 主辦 "
    "包括 包含 計有 共有 分別 其中 以及 代表 透過 媒合 促成 見證 位於 設於 "
    "本市 本府 市府 縣府 本縣 該市 該縣 該州 該省 兩市 雙方 兩地 三方 雙城 貴市 "
    "其後 其次 隨後 嗣後 接著 "
    "時任 新任 現任 前任 卸任 首任 首度 首次 再度 再次 首個 首座 首位 第一個 第二個 "
    "及其 並由 由 與 和 跟 及 並 且 於 在 向 為 是 有 等 自 至 到 往 從 將 把 對 已 曾 再 亦 也 獲 距離 "
    "受 經 以 因 如 之 的 者 每 另 則 就 予 給 代 點亮 展示 介紹 批 "
    "應 訪 匯入 寄來 捐出 募集 呼應 通過 "
    "承辦 協辦 順道 作客 現身 登門 走進 踏上 踏進 飛往 飛抵 飛赴 來到 蒞臨 展開 搭乘 搭船 搭機 考察 觀摩 "
    "致函 匯交 隔著 安排 續往 "
    "指派 委派 委請 當年 當時 會見 接待 歡迎 迎接 感謝 慶祝 祝賀 紀念 適逢 邁入 盼 致贈 捐贈 贈送 贈予 同 該 逢"
)
# Characters of a stop that are also the beginning of words which belong to a name.
_KEEP = {
    "在": "台", "和": "[歌山平]", "自": "[治由貢]", "有": "[限田]", "同": "濟", "經": "[貿濟發營]", "以": "色",
    "與": "(?:那[國原]|謝野|論町)", "應": "[用屆]", "等": "學", "代表": "辦事處|處|部|團",
    "聯合": "國|會", "代": "[表市町]", "向": "日",
    "也": "門",
}  # fmt: skip
# 熊本市 is none of them.
_BEFORE_OWN = "[熊日岡橋坂松山宮根塚榎杉藤谷梅斯]"


def _by_first(words: Iterable[str], guards: Mapping[str, str]) -> str:
    """An expression for any of the words, those of one first character together, so that a search looks at few.

    `guards` are what must stand behind or around a word.
    """
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        found.setdefault(word[0], []).append(re.escape(word[1:]) + guards.get(word, ""))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in found.items())


def _stops() -> str:
    words = _STOPS.split()
    guards = {word: "(?!協會|委員會)" for word in words if word.endswith("市")}
    guards |= {own: f"(?<!{_BEFORE_OWN}{own}){guards.get(own, '')}" for own in ("本市", "本縣")}
    guards |= {word: f"(?!{kept})" for word, kept in _KEEP.items()}
    return _by_first(words, guards)


STOP = regex(
    # Most characters begin no such word, which one look at them tells.
    rf"(?=[{''.join(sorted({word[0] for word in _STOPS.split()}))}がをでにはへのと\d\u3000\t\n_]"
    r"|[^\w\s.．・·‧ヶケー々\-’'&\u3000])(?:"
    r"[^\w\s.．・·‧ヶケー々\-’'&\u3000]|[\u3000\t\n_]"
    # A Japanese particle between two words that are not written in hiragana.
    r"|(?<=[\u30a0-\u30ff\u3400-\u9fff])[がをでにはへのと](?=[\u30a0-\u30ff\u3400-\u9fff])|"
    + _stops()
    + r"|\d{1,4} ?[年月日個座所國位名](?![立本]))"
)

# Each alternative begins with a character of its own, so that a search skips at once what begins none of them.
_TOWNSHIP = r"(?<=[\u3400-\u9fff]{2}.)(?![民親長土村鎮壓內立代])"
CITY_SUFFIX = regex(
    r"特別市|特例市|廣域市|直轄市|特別自治市|環礁市|自治市|自治區|特區|大公國|共和國|都會區|地區(?=議會|政府)"
    r"|市(?![民場集容價街面售值立級花樹歌徽旗況占井]|政(?!府|廳)|區(?!公所))"
    r"|縣|県|郡|町|村(?![長民落莊])|州(?![民際立])|道(?![路歉地具德教館場])"
    rf"|省(?![思略錢電力水])|鄉{_TOWNSHIP}|鎮{_TOWNSHIP}|區(?![域塊隔別分])|都(?![市會是有在已將可能要會更被很不心])"
)

_BODY_WORDS = (
    "市議會 縣議會 議會 市會 縣會 代表會 應用科技大學 科技大學 外語大學 大學 學院 高級中學 高等學校 "
    "高級職業學校 職業學校 學校群 學校 "
    "農工 工商 家商 商工 海事 高中 高職 高工 高商 高校 "
    "國中 國小 中學 中學校 小學 小學校 女中 附中 女高 商港 港務局 港務公司 港務分公司 港 機場 "
    "姊妹市協會 協進會 促進會 協會 聯盟 連盟 同盟 組織 委員會 基金會 商會 商工會議所 商工會 會議所 工商會 "
    "總商會 公會 工會 學會 總會 聯合會 懇談會 小組 "
    "辦事處 代表處 代表部 事務所 大使館 總領事館 領事館 公使館 分處 交流協會 辦公室 "
    "鐵道 鐵路 鐵道公司 鐵路公司 股份有限公司 有限公司 公司 企業 集團 銀行 航空 園區 中心 研究所 研究院 實驗室 "
    "圖書館 博物館 美術館 文化館 動物園 水族館 植物園 劇院 "
    "促進局 發展局 推廣署 投資局 貿易局 觀光局 旅遊局 旅遊觀光局 經濟發展局 經發局 教育局 文化局 "
    "消防局 消防廳 警察局 環保局 衛生局 商務廳 "
    "商務部 教育委員會 經濟政策處 政府 市役所 役所 縣廳 市公所 區公所 公所 "
    "國會 參議院 眾議院 交響樂團 管樂團 樂團 合唱團 舞團 啦啦隊 武將隊 棒球隊 足球隊 球隊"
)
# 會津若松市 behind its prefecture's name begins with the last character of 縣會.
BODY_SUFFIX = regex(f"(?:{_by_first(_BODY_WORDS.split(), {'縣會': '(?!津)', '市會': '(?!津)'})})(?![生者長員])")

_SCHOOL = regex(
    r"(?:大學|學院|學校|學校群|高中|高職|高工|高商|高校|農工|工商|家商|商工|海事|國中|國小|中學校?|小學校?|女中|附中|女高)$"
)
_PORT = regex(r"港$|港務(?:局|公司|分公司)$")
_COUNCIL = regex(r"(?:議會|市會|縣會|代表會)$")
_OFFICE = regex(r"(?:辦事處|代表處|代表部|事務所|大使館|領事館|公使館|分處|在台協會|台北協會|交流協會)$")
_GOVERNMENT = regex(r"(?:政府|市役所|役所|縣廳|公所)$")


# What follows a person's name or post in running text, and is no part of a name.
AFTER_NAME = regex(
    "率|所率|所帶|所領|於|在|與|及|偕|向|代[表理]|親[自赴臨訪]|赴|表[示達揚]|說|致[詞辭贈意謝敬]|共|一行|等|來|訪|拜|出席|出訪|抵"
    "|受|將|主[持辦張動]|到|帶|應|曾[經於任在率與]|今|昨|由|就|也[表將在說指強是以同到向與為對特有曾]|亦|並|指|則|先[生後行]|女士|閣下"
    "|簽|落款|見證|會|接|回[訪應贈覆顧到]|參[加與訪觀]|前[往來]|為|擔任|領[隊著軍銜]|伉儷|夫婦|蒞|登門|現身|作客|展開|搭[乘船機]|順道|轉[達贈交述往赴]|捐|贈|陪|負責|以|對|是|認為"
    "|強調|透[過露]|感[謝念到]|歡迎|期[盼待許勉間]|盼|當|因|又|再|已|獲|介紹|博士|兩|三|四|線上|原[訂定]|合[影作辦唱照力]|討論|交流|視"
    "|舉|設宴|邀|同|從|自|日|去|南下|北上|西元|首[度次先]|攜|任|之|的|有|遊|談|商[談討議]|洽[談商]|導覽|暨|議員|委員|處長|市長"
    "|大使|樂[見於意]|盛[讚情]|特[別地於邀頒]|進(?:行|入|一步)|提[到及出議供醒]|完成|熱[情烈忱]|宣[布佈讀示誓]|呼[籲應]|祝[賀福願]"
    "|問候|聽取|走[訪進]|造訪|找|起|當場|宴[請客]|迎接|換|握手|[がをでにはへのと]"
)
_RUN = regex(r"[\u3040-\u30ff\u3400-\u9fff々ヶ]+")
_LATIN_OR_DOT = regex(
    r"\s?(?:[\u3040-\u30ff\u3400-\u9fff]{1,8}\s?[．·‧・•]"
    r"|[\u3040-\u30ff\u3400-\u9fff]{2,10}\s?[（(]?\s?[A-ZÀ-Ž][a-zà-ž]|[A-ZÀ-Ž][\w.\-]+\s[A-ZÀ-Ž])"
)


_NO_NAME_FIRST = regex("[與及和並率於在向由等、，。]")


def has_foreign_name(text: str, at: int) -> bool:
    """Whether a name with a dot or in Latin letters begins at `at`: 凱蒂·霍布斯, Maria das Dores Meira."""
    return not _NO_NAME_FIRST.match(text, at) and bool(_LATIN_OR_DOT.match(text, at))


def name_length(run: str) -> int:
    """How many characters of a run of Chinese are the name that it begins with; the whole run where nothing ends it.

    和 ends a name of three characters, but is the third of many a Japanese one: 鈴木和夫.
    """
    cut = AFTER_NAME.search(run, 2)
    size = cut.start() if cut else len(run)
    joint = run.find("和", 3)
    return joint if 3 <= joint < size else size


def name_follows(text: str, at: int) -> bool:
    """Whether a person's name seems to stand at `at`, right after a post: in 甲佐町長甲斐高士, not in 市長致詞."""
    if has_foreign_name(text, at):
        return True
    run = _RUN.match(text, at)
    return bool(run and not AFTER_NAME.match(text, at) and run[0][0] != "和" and 2 <= name_length(run[0]) <= 5)


def body_kind(name: str) -> str:
    """The kind of a Chinese name of a body, by its last words; `city` for a government that stands for its city."""
    for pattern, kind in ((_SCHOOL, "school"), (_PORT, "port"), (_COUNCIL, "council"), (_OFFICE, "office")):
        if pattern.search(name):
            return kind
    return "city" if _GOVERNMENT.search(name) else "body"
