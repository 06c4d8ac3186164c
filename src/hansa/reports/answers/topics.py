"""What a question asks for, by its words; and the words in it that are worth a search."""

import re

from hansa.reports.answers.matter import Topic

# The order is that of the answer's sections.
_TOPICS = (
    (Topic.MEMORANDA, r"備忘錄|MOUs?\b|memorand|意向書|letters? of intent"),
    (
        Topic.DIFFERENCE,
        r"不同|不一|差異|落差|不符|兜不攏|對不起來|(?<!in)differ|discrepan|inconsisten|do(?:es)? not match",
    ),
    (
        Topic.PARTNERS,
        r"姊妹市|姐妹市|姊妹城|姐妹城|友好城|夥伴城|締盟|締結|sister cit|partner cit|twin|friendship cit",
    ),
    (Topic.VISITORS, r"訪賓|外賓|來訪|接待|visitors?\b|foreign guests|inbound"),
    (Topic.COSTS, r"經費|花費|費用|預算|支出|旅費|出國報告|公帑|costs?\b|spen[dt]|budget|expens"),
    (
        Topic.EXCHANGES,
        r"交流|互訪|往來|合作(?!備忘錄|意向書)|出訪|出國|考察|exchanges?\b|cooperat|relations|trips?\b|outbound|travel",
    ),
    (
        Topic.MEMBERSHIPS,
        r"國際組織|城市聯盟|會員|會費|加入.{0,6}(?:組織|聯盟|協會)|membership|international organi[sz]ation",
    ),
    (Topic.SCHOOLS, r"姊妹校|姐妹校|姊妹港|姐妹港|sister (?:school|port)"),
    (Topic.GIFTS, r"禮品|致贈|受贈|收受|餽贈|gifts?\b"),
    (Topic.COMMITMENTS, r"承諾|追蹤|兌現|履行|promis|commitment|follow"),
)
# These ask for results of whatever else is asked for; alone, for what was promised.
_RESULTS = re.compile(r"執行情形|辦理情形|成果|成效|後續|results?\b|outcome|carried out", re.IGNORECASE)
_TRIPS_ONLY = re.compile(r"交流|互訪|往來|合作(?!備忘錄|意向書)|exchanges?\b|cooperat|relations", re.IGNORECASE)
_PATTERNS = tuple((topic, re.compile(words, re.IGNORECASE)) for topic, words in _TOPICS)

# What every question says, and what says when, is not worth a search.
_COMMON = re.compile(
    r"請問|敬請|請教|請|貴局|貴處|本市|本府|市府|市長|高市|議員|為什麼|為何|何以|怎麼|如何|是否|有無|有沒有"
    r"|多少|幾個|幾次|哪些|哪裡|什麼|那些|近況|目前|現在|迄今|至今|以來|起|情形|情況|狀況|說明|提供|檢討|相關|有關"
    r"|關於|針對|對於|就|等|及其|及|與|和|跟|或|之|的|了|嗎|呢|在|於|由|被|把|讓|各|並|且|又|也|都|已|曾|將|會"
    r"|能|可以|可否|應|件數|人次|次數|場次|交流|合作(?!備忘錄)|執行|辦理|成果|成效|效益|數量|總數|為|是|有|沒|無|不同|不一致|差異|簽署|簽訂|簽"
    r"|(?:近|最近|過去|這|前)?[0-9０-９一二兩三四五六七八九十]+\s?(?:個)?年(?:來|度|以來|間|內)?"
    r"|今年|去年|前年|本年度?|本屆|任內"
)
_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "with",
        "from",
        "by",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "how",
        "many",
        "much",
        "what",
        "which",
        "who",
        "whom",
        "whose",
        "why",
        "when",
        "where",
        "please",
        "could",
        "would",
        "should",
        "can",
        "may",
        "will",
        "shall",
        "our",
        "your",
        "their",
        "its",
        "this",
        "that",
        "these",
        "those",
        "there",
        "city",
        "government",
        "mayor",
        "council",
        "last",
        "past",
        "year",
        "years",
        "recent",
        "over",
        "during",
        "since",
        "about",
        "between",
        "results",
        "result",
        "number",
        "numbers",
        "any",
        "all",
        "some",
        "into",
        "out",
        "up",
        "as",
        "it",
        "we",
        "you",
        "they",
        "me",
        "us",
        "not",
        "no",
        "differ",
        "different",
    ]
)
_RUN = re.compile(r"[A-Za-zÀ-ɏ][\w’'-]*|[\u3400-\u9fff]+")
_LEAST, _MOST = 2, 8
_LATIN_LEAST = 3
KEYWORDS = 10


def topics_of(words: str) -> tuple[Topic, ...]:
    """What the question asks for, in the order of the answer."""
    found = [topic for topic, pattern in _PATTERNS if pattern.search(words)]
    if Topic.DIFFERENCE in found:
        # Why numbers of partners differ says how many there are as well; of other numbers nothing is known.
        found.remove(Topic.PARTNERS if Topic.PARTNERS in found else Topic.DIFFERENCE)
    if Topic.COSTS in found and Topic.EXCHANGES in found and not _TRIPS_ONLY.search(words):
        found.remove(Topic.EXCHANGES)
    if not found and _RESULTS.search(words):
        found.append(Topic.COMMITMENTS)
    return tuple(found)


def keywords_of(words: str) -> tuple[str, ...]:
    """The words worth a search, each once, the first ten."""
    plain = _COMMON.sub(" ", words)
    found: dict[str, None] = {}
    for run in _RUN.findall(plain):
        latin = run[0].isascii()
        if latin and (len(run) < _LATIN_LEAST or run.lower() in _STOP):
            continue
        if not latin and not _LEAST <= len(run) <= _MOST:
            continue
        found.setdefault(run)
        if len(found) == KEYWORDS:
            break
    return tuple(found)
