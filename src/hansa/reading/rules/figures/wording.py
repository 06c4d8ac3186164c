"""What a number counts, in the document's own words: the noun phrase around it, without dates and counting words."""

import re

_EDGE = ' \t　、，,；;：:。.（(）)「」『』［］[]—–-…‧•·|｜ "“”'
_LEADING = re.compile(
    r"^(?:其中|另外?|並且?|且|以及|及|與|和|暨|而|則|又|同時|惟|截至|迄今|至今|迄|目前|現有?|本期|本年度?|全年度?|今年度?|年度|當年|期間|計|共"
    r"|總計|合計|累計|自|於|由於|為|已|除了?|止|底|起|同期|分別|各|總共|共計|計有|包括|包含|含|即|年|月|日|份|至|度(?!假))+"
)
_TRAILING = re.compile(
    r"(?:共計有?|總計|合計|累計|累積|總共|計有|共有|共達|合共|擁有|現有|設有|已有|計|共|約|達到?|為|有|已|近|逾|超過|突破|至少|各|分別|之|的|等"
    r"|高達|多達|是|則|了|得|出|以|由)+$"
)
_OPENING = re.compile(r"^(?:計|共)?(?:受理|辦理|辨理|召開|舉辦|舉行|進行|完成|推動|實施|合辦|持續辦理)(?=.{3})")
_DOING = re.compile(r"(?:進行|辦理|舉辦|推動|實施|合辦|召開|舉行)(?P<what>[^，；。]{3,})$")
_RISING = re.compile(r"(?:開始|逐漸|逐步|持續|已|大幅|略|明顯)*(?:回升|回溫|增加|成長|減少|上升|下降|提升|創新高)$")
_AFTER_END = re.compile(
    r"[、，,；;。：:（(）)｜|\n]|供|讓|由(?!\S{0,2}市)|於|並|以|等|及|與|和|之|的|者|計|共|均|皆|已|來|至|外|辦理|進行|坐落|涵|包"
    r"|分屬|參與(?!\S{0,3}國)|出席|響應|排出|簽署|約|位於|獲(?!獎)|完成"
)
_EMPTY = re.compile(r"(?:場次|人次|件數|案件|案數|次數|人數|國家|城市|總數|數量|交流國家|人員|共|計)?")
_NTH = re.compile(r"第[一二三四五六七八九十\d]+(?:次|期|級|類|階段)")
LONGEST = 40


def subject(words: str) -> str:
    """The thing counted, out of the words before a number: `全年受理消費申訴計` gives 消費申訴."""
    words = _TRAILING.sub("", words.strip(_EDGE)).strip(_EDGE)
    words = _RISING.sub("", _LEADING.sub("", words).strip(_EDGE))
    if len(words) > LONGEST and (doing := _DOING.search(words)):
        words = doing["what"]
    return _balanced(_OPENING.sub("", words).strip(_EDGE))


def counted(words: str) -> str:
    """The noun counted, out of the words after a measure word: `績優人員，頒發` gives 績優人員."""
    words = words.lstrip()
    end = _AFTER_END.search(words)
    found = words[: end.start() if end else len(words)].strip(_EDGE)
    return found if len(found) <= 16 else ""


def doing(words: str) -> str:
    """The activity at the end of a clause that a following `共計19場次` counts, else the whole clause's subject."""
    found = _DOING.search(words.strip(_EDGE))
    return subject(found["what"] if found else words)


def is_bare(words: str) -> bool:
    """Whether the words do not say what is counted: empty, or no more than 場次, 人次, 件數."""
    return bool(_EMPTY.fullmatch(words))


def resumed(words: str, earlier: str) -> str:
    """`第二次申訴` after `消費爭議第一次申訴` resumes its beginning: 消費爭議第二次申訴."""
    ordinal, before = _NTH.match(words), _NTH.search(earlier)
    return earlier[: before.start()] + words if ordinal and before else words


def _balanced(words: str) -> str:
    """Without the half of a pair of brackets that was cut through."""
    for left, right in ("（）", "()", "「」", "『』"):
        if words.count(left) != words.count(right):
            cut = words.rfind(left) if words.count(left) > words.count(right) else words.find(right)
            words = words[:cut] if words.count(left) > words.count(right) else words[cut + 1 :]
    return words.strip(_EDGE)
