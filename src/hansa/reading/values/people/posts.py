"""The posts that people hold, in Chinese and English."""

from hansa.reading.patterns import regex

_ZH = (
    "行政長官 市長 縣長 州長 省長 郡長 區長 町長 村長 鎮長 鄉長 里長 知事 都知事 府知事 總督 郡守 議長 議員 "
    "市議員 縣議員 參議員 眾議員 國會議員 "
    "局長 處長 所長 部長 次長 政務次長 常務次長 司長 科長 課長 組長 署長 廳長 院長 館長 校長 教育長 "
    "園長 團長 隊長 站長 "
    "代表 商務代表 駐日代表 駐台代表 大使 駐台大使 總領事 領事 參事 公使 總理 首相 總統 國務卿 外長 "
    "部長 主任 主任委員 委員 委員長 "
    "會長 理事長 理事 常務理事 秘書長 幹事長 主席 董事長 總裁 執行長 總經理 經理 社長 總幹事 專員 "
    "督導官 郡守 首席執行官 總監 "
    "顧問 教授 藝術家 爵士歌手 指揮 處長兼代表 特使 執行委員"
)
_PREFIXES = "前 副 代理 新任 時任 現任 候任 首席 榮譽 名譽 助理 執行"
_FIRST = "".join(sorted({word[0] for word in (*_ZH.split(), *_PREFIXES.split())}))
# 代表團, 委員會, 大使館 … are bodies, not posts.
POST = regex(
    # Most characters begin no post, which one look at them tells.
    f"(?=[{_FIRST}])(?:{_PREFIXES.replace(' ', '|')})"
    + "{0,2}(?:"
    + "|".join(sorted(set(_ZH.split()), key=len, reverse=True))
    + ")(?!會(?![面晤見談商])|[團處部館署獎連性作])"
)

POST_END = regex("[" + "".join(sorted({word[-1] for word in _ZH.split()})) + "]")
"""A character with which a Chinese post ends: a text without any names none, which is told ten times as fast."""

_EN_HEADS = (
    r"Mayor|Governor|Vice[- ]Mayor|Deputy Mayor|Executive Mayor|Lord Mayor|Lieutenant Governor"
    r"|Deputy Governor|Vice[- ]Governor"
    r"|President|Vice[- ]President|Prime Minister|Premier|Chancellor|Minister|Deputy Minister|Secretary[- ]General"
    r"|Deputy Secretary[- ]General|Speaker|Chairman|Chairwoman|Chairperson|Chair|Director[- ]General"
    r"|Executive Director|Director"
    r"|Councillor|Councilman|Councilwoman|Council Member|Alderman|Alderwoman|Senator"
    r"|Congressman|Congresswoman|Representative"
    r"|Ambassador|Consul[- ]General|Consul|Commissioner|Secretary|Superintendent|Principal|Rector"
    r"|Provost|Professor|Chief Executive"
    r"|City Manager|Lord Provost|Deputy Leader|Leader|Prefect|Marshal|Burgomaster|Mayoress|Bailie"
    r"|Alcalde(?:sa)?|Intendente|Prefeit[oa]|Sindac[oa]|Maire|Primar(?:ul)?|Ober[Bb]ürgermeister(?:in)?|Bürgermeister(?:in)?|bürgermeister(?:in)?|Burmistrz"
    r"|Prezydent|Prim[aá]tor|Borgmester|Wali ?[Kk]ota|Bupati|First Lady|King|Queen|Prince|Princess"
)
POST_EN = regex(
    rf"\b(?:(?:Acting|Former|former|then|Then|the then|outgoing|incoming|Deputy|Vice|Executive"
    rf"|Honorary)\s+)?(?:{_EN_HEADS})\b"
)
POST_EN_HEAD = regex(_EN_HEADS)
"""The main word of an English post, within a longer word as well: the cheap test."""
POST_EN_ANY = regex(
    rf"(?:{_EN_HEADS}|[Hh]ead|[Dd]irector|[Mm]ayor|[Gg]overnor|[Cc]hair\w*|[Pp]resident"
    rf"|[Ss]ecretary[- ][Gg]eneral|[Dd]eputy [Mm]ayor|[Cc]ouncillor|[Ss]peaker|[Aa]mbassador|[Cc]onsul)"
)
