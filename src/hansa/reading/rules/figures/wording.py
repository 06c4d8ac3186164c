"""What a number counts, in the document's own words: the noun phrase around it, without dates and counting words."""

from hansa.reading.patterns import regex

DATE = "\u2003"
"""What stands in place of each character of a date, so that it names no thing and offsets stay."""

LONGEST = 40
_EDGE = ' \t　、，,；;：:。.（(）)「」『』［］[]—–-…‧•·|｜／/"“”' + DATE
_LEADING = regex(
    r"^(?:\d{1,2}\s|\d+多?年來|(?:19|20)\d\d\s|(?:本市|本縣)(?=.{3})|其中|另外?|並且?|且|以及|及(?!時)|與|和(?!平)|暨|而|則|又|同時|惟|截至"
    r"|迄今?|至今|目前|現(?:有|與|共)|同期|本期|本年度?|全年度?|今年度?|當年"
    r"|期間|[年期月季]內|每年|計(?!程|畫|算)|共(?!同|融|識|乘|享)|總計|合計|累計|除了?|分別|各(?!國|地)|總共|包括|包含|含|即"
    r"|於|以(?=[\u3400-\u9fff]{2,3}$)|為(?=辦)|の|\s)+"
)
_DATE_REST = regex(rf"^[\s{DATE}]*(?:年度|年底|月底|底|初|起|止|度|份|間|年)*(?:至今|迄今|止|起)*")
_TRAILING = regex(
    r"(?=[共總合累計擁現設已目約達為有近逾超突至增擴來變僅只各分之的等高多是則了得出以由並與はがもをで\s])(?:共計|總計|合計|累計|累積|總共|計有|共有|共達|擁有|現有|設有|已有|目前|計|共|約|達到?|為|有|已|近|逾|超過|突破"
    r"|增為|增至|增加[到至為]|擴增[為至]|來到|變[成為]|至少|僅|只|合共|來自|各|分別|之|的|等|高達|多達|是|則|了|得|(?<=[寄捐送發付])出|以|由|並?與|[はがもをで]|\s)+$"
)
_OPENING = regex(r"^(?:計|共)?(?:受理|辦理|辨理|召開|舉辦|舉行|進行|完成|推動|實施|合辦|持續辦理)(?=.{3})")
_DOING = regex(r"(?:進行|辦理|舉辦|推動|實施|合辦|召開|舉行|完成)(?P<what>[^，；。]{3,})$")
_AHEAD = regex(r"(?:辦理|舉辦|進行|推動|簽署|締結)(?P<what>[^，；。\d]{3,}?)(?:共?計|共|達)?\s*(?=\d|$)")
_RISING = regex(
    r"(?=[開逐持已大略明回增成減上下提創])(?:開始|逐漸|逐步|持續|已|大幅|略|明顯)*(?:回升|回溫|增加|成長|減少|上升|下降|提升|創新高)$"
)
_AFTER_END = regex(
    r"[、，,；;。：:（(）)「」｜|\n]|供|讓|由(?!\S{0,2}市)|並|以(?!色列|上)|等(?!級)|的|(?<!統|設|會|估|合)計"
    r"(?!畫|程|算|分)|(?<!公)共(?!同|融|享|設)"
    r"|均(?!衡)|皆|已|來(?!賓|訪|函|電)|^外|坐落|涵蓋|分屬|排出|位於|進駐|規模|完成"
)
_BARE = regex(
    r"(?:場次|人次|件數|案件|案數|次數|人數|國家|城市|總數|數量|交流國家|交流城市|人員|對象(?:分屬|涵蓋|遍及)?"
    r"|(?:分別)?(?:來自|遍及|遍[布佈]|涵蓋|橫跨|分[布佈散屬][於在]?|散[布佈][於在]?)|接待|本案|本次|本活動|該展|該活動|活動|辦理|召開|舉辦|舉行"
    r"|進行|完成|本府|本市|本縣|本處|市府|湊)*"
)
_RESULT = regex(r"(?:預估|預計|可|約|共)*(?:節省|參訓|參加|參與|受惠|出席|抽測|同意|獲頒|補助|錄取|通過|到場|觀展)")
_NTH = regex(r"第[一二三四五六七八九十\d]+(?:次|期|級|類|階段)")
_COUNTING = regex(r"(?<![統設會估預合總累共審核])計(?=[\u3400-\u9fff]{2}$)")
_HAVING = regex(r"(?:目前|現)?(?:擁有|計有|有)(?=(?:國際)?(?:姊妹|姐妹|友好|友誼))")
_LISTED = regex(r"計有|包括|包含|分別為")
_GAP = regex(r"(?<=[\u3400-\u9fff（）、])\s+(?=[\u3400-\u9fff（）、])")

_SET_AGAINST = regex(rf"[較比][{DATE}\s年度之的僅]*")
_COMPARED = regex(
    r"(?:(?:較|比)(?:去|前|上|往|同|該)|按[年季月]|同比|年增)[^，。；]*?(?:成長|增[加長]?|減少?|多出?|少|提[升高]|下降|回升)(?:了|達|約|逾|近|出)*\s*$"
)


def subject(words: str) -> str:
    """The thing counted, out of the words before a number: `全年受理消費申訴計` gives 消費申訴."""
    words = words.rsplit(DATE, 1)[-1] if len(words.rsplit(DATE, 1)[-1].strip(_EDGE)) > 2 else words
    words = _TRAILING.sub("", _DATE_REST.sub("", words).strip(_EDGE)).strip(_EDGE)
    words = _RISING.sub("", _LEADING.sub("", words).strip(_EDGE)).strip(_EDGE)
    _, colon, rest = words.rpartition("：")
    rest = _LEADING.sub("", rest.strip(_EDGE))
    words = rest if colon and len(rest) > 1 else words.partition("：")[0]
    words = _HAVING.sub("", words)
    doing = _DOING.search(words)
    if doing and (len(words) > LONGEST or doing.start()):
        words = doing["what"]
    if len(words) > LONGEST:
        words = _LISTED.split(words)[0]
    words = _COUNTING.sub("", words)
    return _balanced(_OPENING.sub("", _GAP.sub("", words.replace(DATE, ""))).strip(_EDGE))


def counted(words: str) -> str:
    """The noun counted, out of the words after a measure word: `績優人員，頒發` gives 績優人員."""
    words = words.lstrip()
    end = _AFTER_END.search(words)
    found = words[: end.start() if end else len(words)].strip(_EDGE).removesuffix("之")
    return found if 2 <= len(found) <= 24 or found in ("電", "樹") else ""


def activity(words: str) -> str:
    """The activity at the end of a clause that a following `共計19場次` counts, else the clause's subject."""
    found = _DOING.search(words.strip(_EDGE))
    return subject(found["what"] if found else words)


def activity_ahead(words: str) -> str:
    """The activity that is still to be named in the clause: `與 8 國辦理文化交流 30 場次` counts 8 國 of it."""
    found = _AHEAD.search(words)
    return found["what"].strip(_EDGE) if found else ""


def comparison(words: str) -> str:
    """The words that compare with an earlier time: 較上年度成長; empty for others."""
    found = _COMPARED.search(words)
    return found[0].strip() if found else ""


def sets_against(words: str) -> bool:
    """Whether the words name another year of the same thing: 較111年之 58批."""
    return bool(_SET_AGAINST.fullmatch(words.strip()))


def is_bare(words: str) -> bool:
    """Whether the words do not say what is counted: empty, or no more than 場次, 人次, 辦理."""
    return bool(_BARE.fullmatch(words))


def is_result(words: str) -> bool:
    """Whether the words tell what came of an activity named before: 參訓, 節省經費."""
    return bool(_RESULT.match(words)) and len(words) <= 10


def resumed(words: str, earlier: str) -> str:
    """`第二次申訴` after `消費爭議第一次申訴` resumes its beginning: 消費爭議第二次申訴."""
    ordinal, before = _NTH.match(words), _NTH.search(earlier)
    return _balanced(earlier[: before.start()]) + words if ordinal and before else words


def _balanced(words: str) -> str:
    """Without the half of a pair of brackets that was cut through."""
    for left, right in ("（）", "()", "「」", "『』"):
        if words.count(left) > words.count(right):
            words = words[: words.rfind(left)] or words[1:]
        elif words.count(left) < words.count(right):
            words = words[words.find(right) + 1 :] or words[: words.find(right)]
    return words.strip(_EDGE)
