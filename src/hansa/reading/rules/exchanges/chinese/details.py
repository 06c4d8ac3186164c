"""The details of an occasion told in Chinese: its day, its title, where it was, what was talked about."""

import datetime as dt
import re
from collections.abc import Sequence

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.chinese.direction import GOES_TO, leads_to
from hansa.reading.rules.exchanges.chinese.kinds import theme_at, theme_zh
from hansa.reading.sentence import Sentence
from hansa.reading.values.dates import Dated
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.numbers import chinese_value

_QUOTED = regex(r"[「《『](?P<title>[^「」《》『』]{3,50})[」》』]")
_OF_EVENT = regex(r"[展會節營賽式日夜]|活動|計畫")
_EVENT_NAME = regex(
    r"(?P<title>[\u3400-\u9fff\w（）()]{2,30}?(?:年會|高峰會|峰會|論壇|研討會|博覽會|嘉年華|會議|夜市|推介會|市集|禮品展|物產展|照片展|文化節|藝術節|國際[\u3400-\u9fff]{1,6}(?:賽|節|祭|展|季|市集)))"
)
_EDITION = regex(
    r"(?P<title>第\s?[\d一二三四五六七八九十]+\s?屆[^\d，。；、（()「」]{2,24}?)(?=\s?(?:登場|在|於|假|舉行|舉辦|召開|開幕|落幕|今|昨|\d|[，。]))"
)
_TITLE_LEAD = regex(r"^.*(?:舉辦|辦理|參加|出席|參與|參展|召開|主辦|承辦|協辦|於|之|的|在|由|赴|與|及)")
_PLACE = regex(
    r"(?:於|在|假)(?P<place>[^\W於在]{2,24}?)(?:舉行|舉辦|召開|登場|辦理|展出|演出|演唱|獻演|揭幕|進行|首度|會面|會[見晤]|兩處|點亮|分別|接[待見]|迎接|舉)"
    r"|(?:於|在|假|參訪|參觀)(?P<hall>[^\W於在的與和]{1,16}?(?:博物館|文化中心|中心|會館|大廳|大樓|飯店|酒店|公園|劇院|音樂廳|體育館|美術館|圖書館|市政府|縣政府"
    r"|市政廳|縣府|市府|公所|廟埕|宮|寺|廣場|百貨|會議室|碼頭|農會|市場|巨蛋|大學|學校|國中|國小|高中|禮堂|車站|園區|特區|校園|館|廳|堂))"
)
_HOME_AGAIN = regex(r"(?:平安|傍晚|晚間|下午|上午|凌晨)?(?:返[家國台臺抵程回]|賦歸|離[台臺]|回[國台臺程])")
_SETS_OUT = regex(r"起(?:[率赴訪]|前往|飛)")
_LASTS = regex(r"(?<!第)(?P<days>\d{1,2}|[二兩三四五六七八九十]{1,2})\s?天(?![前後])")
# What was put off, and then done at last.
AT_LAST = regex(r"改(?:於|至|到|在|期)")
_TOPICS = regex(
    r"(?:就|針對|談及|暢談|討論|聚焦|談)(?P<list>[\u3400-\u9fff、及與和]{2,60}?)(?:等)?(?:多元)?(?:領域|面向|議題|方面)"
    r"|談(?:及)?(?P<bare>[\u3400-\u9fff、與及]{2,30})$"
)
_OTHER_EVENT = regex(
    r"簽|締(?!盟\s*[\d一二三四五六七八九十]+\s*[週周])|結為|結盟|成立|創立|加入|當選|就任|上任|起因|適逢|因"
)
_DISASTER = regex(r"[^，。；]{0,12}(?:強震|地震|震災|大震|海嘯|颱風|水災|洪災|火災|登陸|爆發)")
DID = regex(
    r"來訪|拜會|訪(?!團|客|賓|問團)|捐|贈|寄[出達送]|轉交|運抵|送達|飛[抵往赴]|抵達|蒞|往賀|踏[上進]|懇談|商談|晤談|宴客|帶隊|寄宿|派遣|舉行|舉辦|召開|演出|展出|登場|視訊|出席|參加|參與|辦理|會晤|會面|募|匯入|匯[交款來寄]|致函|演唱|獻演|登門|現身|作客|走進|落成|啟用|剪綵|合作|點亮|揭幕|接待|設宴|設攤|寄送|與會|主辦|合辦|赴"
)


def main_date(sentence: Sentence) -> Dated | None:
    """The date of what was done: that of the clause of the verb, or the nearest before it; not of another event."""
    sure = [dated for dated in sentence.dates if dated.sure]
    if not sure:
        return None
    moved = AT_LAST.search(sentence.text)
    if moved:
        sure = [dated for dated in sure if dated.start >= moved.start()] or sure
    own = [dated for dated in sure if not _is_of_other(sentence, dated)]
    # 3月28日強震……，4月18日轉交善款: the day of a disaster is that of what was done only where no other is told.
    own = [dated for dated in own if not _DISASTER.match(sentence.text, dated.end)] or own
    main = theme_at(sentence.text)
    before = [dated for dated in own if dated.end <= main + 1]
    days = [dated for dated in before if dated.point.day]
    if days:
        return days[-1]
    chosen = before[-1] if before else (own[0] if own else None)
    if chosen and not chosen.point.month:
        # 今年暑假……，8月20日至25日: the day that the year before it means.
        finer = [dated for dated in own if dated.point.month and dated.point.year == chosen.point.year]
        return finer[0] if finer else chosen
    return chosen


def _is_of_other(sentence: Sentence, dated: Dated) -> bool:
    """Whether the date is that of another event in its clause: 2022年與本市簽訂友好交流協定的釧路市，捐贈…"""
    _, end = sentence.clause(dated.start)
    first = min((m.start() for m in [DID.search(sentence.text, dated.end, end)] if m), default=end)
    return bool(_OTHER_EVENT.search(sentence.text, dated.end, first))


def date_of(sentence: Sentence, main: Dated | None, at: int, context: Context) -> str:
    """The day of what was done: the main date of the sentence, else of those before, else the report's year."""
    if main:
        return _open(main, sentence)
    if at:
        earlier = (d for said in reversed(context.sentences()[:at]) for d in reversed(said.dates) if d.sure)
        if context.year and (last := next(earlier, None)):
            return last.edtf
        before = context.sentences()[at - 1]
        if before.text.endswith("；") and any(dated.sure for dated in before.dates):
            return next(dated.edtf for dated in reversed(before.dates) if dated.sure)
    weak = [dated for dated in sentence.dates if not dated.sure]
    if weak:
        return weak[0].edtf
    if context.year and len(context.block.headings) > 2:
        return str(context.year)
    return str(context.issued.year) if context.issued else ""


def _open(dated: Dated, sentence: Sentence) -> str:
    """The date; a period where the text says when they came home, one without an end where it goes on: 自10月起."""
    if "/" in dated.edtf:
        return dated.edtf
    if _SETS_OUT.match(sentence.text, dated.end):
        return _journey(dated, sentence)
    if re.match(r"起(?!至)", sentence.text[dated.end :]):
        return f"{dated.edtf}/.."
    home = next((d for d in sentence.dates if d.edtf > dated.edtf and _HOME_AGAIN.match(sentence.text, d.end)), None)
    return f"{dated.edtf}/{home.edtf}" if home and home.point.day and dated.point.day else dated.edtf


def _journey(dated: Dated, sentence: Sentence) -> str:
    """The days of a journey that is told by its first and their number: 18日起赴……訪問4天."""
    lasts = _LASTS.search(sentence.text, dated.end)
    if not lasts or not dated.point.day:
        return dated.edtf
    last = dt.date.fromisoformat(dated.edtf) + dt.timedelta(days=int(chinese_value(lasts["days"])) - 1)
    return f"{dated.edtf}/{last.isoformat()}"


def title_of(text: str) -> str:
    """The name of an event or show: 「聖誕市集」, 第三屆城市論壇."""
    for match in _QUOTED.finditer(text):
        if _OF_EVENT.search(match["title"]) or theme_zh(match["title"]):
            return match["title"]
    edition = _EDITION.search(text)
    if edition:
        return edition["title"].strip()
    named = _EVENT_NAME.search(text)
    title = _TITLE_LEAD.sub("", named["title"]) if named else ""
    return title if len(title) > 3 else ""


def place_of(sentence: Sentence, kind: str, parties: Sequence[Party], context: Context) -> str:
    """Where it took place: as the sentence says, else the goal of the journey; '' where nothing tells."""
    match = _PLACE.search(sentence.text)
    written = (match["place"] or match["hall"]).strip() if match else ""
    if written and not re.search(r"\d|[年月]", written):
        return written
    if kind == "inbound_visit":
        return (context.home or "") if context.visits_home.search(sentence.text) else ""
    goals = [party for party in sentence.counterparts if leads_to(sentence.text, party, GOES_TO)]
    if goals or kind != "outbound_visit":
        return goals[-1].name if goals else ""
    city = next((party for party in parties if party.kind is PartyKind.CITY), None) or next(iter(parties), None)
    return city.name if city else ""


def topics_of(text: str) -> list[str]:
    """What was talked about: 就觀光、教育及農業等議題."""
    match = _TOPICS.search(text)
    if not match:
        return []
    parts = re.split(r"、|以及|(?<=.{2})[及與和](?=.{2})", match["list"] or match["bare"])
    return [part for part in parts if 2 <= len(part) <= 14]
