"""Exchanges told in Chinese: visits by their direction, and what was done there by its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hansa.facts import Exchange
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind, Stretch
from hansa.reading.rules.exchanges.building import Occasion, abroad, counts, exchange, is_later, is_remark, quote_extent
from hansa.reading.rules.exchanges.chinese.details import DID, date_of, main_date, place_of, title_of, topics_of
from hansa.reading.rules.exchanges.chinese.direction import direction, is_hosted
from hansa.reading.rules.exchanges.chinese.kinds import is_visit, theme_at, theme_zh
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind, stem

# A sentence without any of these characters tells of nothing that was done.
# A sentence without any of these characters tells of nothing that was done.
GATE = re.compile(
    r"[訪拜晤敘宴寄贈援捐募匯蒞抵赴飛賀迎視展演賽唱奏節壇典踏隊至到接慰候祝與往來来懇相見聽看]|交流|會[面議談]|[論年大峰]會|線上|師生|行銷|招商|推介"
    r"|儀式|點燈|活動|營|登門|現身|作客|走進|人在|市集|落成|啟用|首航|領|泳渡"
)
_TITLED = ("event", "exhibition", "promotion", "ceremony", "sports", "education_exchange", "performance")
_WITHOUT_PARTIES = ("event", "promotion", "sports", "exhibition")
_HISTORIC = ("event", "ceremony", "exhibition", "sports", "promotion")
_CLAUSES = re.compile(r"[^，；。]+")
# 城市會 of 城市會議, 世界港 of 世界港口: a body's last word that is only half of another word.
_GOES_ON = ("議", "口", "務")
_APART = ("online_meeting", "performance", "donation")
_DONE_APART = re.compile(r"視訊|線上|演出|登[台臺]|表演|演唱|演奏|捐贈|贈書|捐款|捐出|捐助")
_VISITS = ("inbound_visit", "outbound_visit")
_SIGNING = re.compile(r"(?<!無)(?<!未)(?:簽署|簽訂|簽下|簽約)")
# 18國、46團、612人次: how many came in a year, and no visit.
_STATISTICS = re.compile(
    r"\d+\s*國.{0,12}\d+\s*(?:團|場次|場|案|批).{0,8}\d+\s*人次|\d+\s*(?:團|場次|案|批)、?(?:共|計)?\s*[\d,]+\s*人次"
)
# The last leg of a journey, and what is still to come.
_LEAVES = re.compile(
    r"(?:轉[往赴]|搭機|搭船)[^，。]{0,8}(?:返|回)[國台臺韓日美]|拜會[^，。]{0,12}後返|明[日天早晚]|明（\d+）日"
)
_JOINS = re.compile(
    r"(?:成為|加入|入會)[^，。]{0,30}(?:會員|觀察員|成員)|(?:成為|獲准為)[^，。]{0,24}(?:（[^）]*）)?(?:會員|觀察員)"
)
_ATTENDED = re.compile(r"本[市縣府]|[市縣]府|派員|出席|參加|應邀|率|我國|代表")
_HELD_AT = re.compile(r"[在於假]$")
_NO_OCCASION = re.compile(
    r"簽|締|結盟|結為|成立|創立|設立|加入|入會|會員|成員|總部|秘書處|當選|就任|上任|出口|進口|億元|預算|統計|百分|[％%]|條例|議決|通過|發起|改名|更名|函|經費|節省|依據|規定|委員會|要點"
)
_COMPANY = re.compile(r"團|隊|代表|議員|學生|市民|選手|師生|一行|等\d*人|\d+\s*[名人位]|官員|職員|業者")
_LATER = re.compile(r"^(?:另|此外|又|同日|隨後|日前)")
_HELD = re.compile(r"舉辦|舉行|召開|主辦|與會")
_WITNESS = re.compile(r"見證")
_THAT_BODY = re.compile(r"該(?:組織|會|聯盟|協會)")
_AT = re.compile(r"[在於至到往訪觀赴]$")
_SAYS = re.compile(r"(?:並|也|則)?(?:說|表示|指出|認為|透露|強調|回應|受訪)")
# What the guests went to see, and where something was shown: no parties.
_SEEN = re.compile(r"(?:走訪|參觀|造訪|參訪|訪視|遊覽|前往|視察|轉往|至|到|在|於)[\u3400-\u9fff]{0,2}$")
_SITE = re.compile(r"(?:送往|運往|運抵|在|於|假)[\u3400-\u9fff]{0,2}$")
_TRAVEL = re.compile(r"率團|率領|來訪|出訪|訪團|拜會|再訪|回訪|親訪|一行")
# What is easily said on a visit without being what the visit was for.
_YIELDING = ("donation", "greeting", "event", "ceremony", "exhibition", "sports")
_LED = re.compile(r"[長事席使統]\w{0,8}(?:率團|率領|率\d|一行)")
_SHOWN = re.compile(r"演出|物產展|推介會|設攤")


def exchange_takes_place(block: Block, context: Context) -> Iterator[Exchange]:
    """A sentence tells of a visit, a meeting, a gift, a show or an event with parties abroad."""
    if block.kind is BlockKind.HEADING or not GATE.search(block.text) or heads_plans(block.headings):
        return
    told: list[Occasion] = []
    for at, sentence in enumerate(context.sentences()):
        if not sentence.chinese or not GATE.search(sentence.text):
            continue
        if block.kind is BlockKind.ROW and not is_remark(sentence):
            continue
        found, stretch = _occasion(sentence, at, context), sentence.stretch
        if found is None and at == 0:
            joined = _with_heading(sentence, context)
            if joined:
                found, stretch = _occasion(joined, at, context), joined.stretch
        if found and block.kind is BlockKind.ROW and found.kind in _HISTORIC:
            # What a register remarks of events is as a rule the history of a body.
            continue
        if found and _is_new(found, sentence, told):
            told.append(found)
            yield from exchange(found, context, stretch, *quote_extent(stretch))
            for more in _further(found, sentence):
                yield from exchange(more, context, stretch, *quote_extent(stretch))


def _further(found: Occasion, sentence: Sentence) -> Iterator[Occasion]:
    """What else was done on the occasion, in a clause of its own: a show by the troupe that came, a video call."""
    for clause in list(_CLAUSES.finditer(sentence.text))[1:]:
        kind = theme_zh(clause[0])
        if kind not in _APART or kind == found.kind or not _DONE_APART.search(clause[0]):
            continue
        if states(sentence, clause.start(), clause.end(), lasting=False):
            heads, public = counts(sentence.text[clause.start() :])
            yield replace(found, kind=kind, score=0.7, title="", topics=(), headcount=heads, attendance=public)
            return


def _with_heading(sentence: Sentence, context: Context) -> Sentence | None:
    """The sentence with the heading right above it, which often holds the subject: 高雄與和歌山市舉辦照片特展."""
    above = context.blocks[context.index - 1] if context.index else None
    if above is None or above.kind is not BlockKind.HEADING or above.text not in context.block.headings[2:]:
        return None
    if not GATE.search(above.text):
        return None
    text = f"{above.text} {sentence.text}"
    return context.sentence(Stretch(text, [*above.offsets, above.offsets[-1], *sentence.stretch.offsets]))


def _is_new(found: Occasion, sentence: Sentence, told: Sequence[Occasion]) -> bool:
    """Whether a sentence tells of an occasion of its own, rather than more of one that the block has told."""
    if not told:
        return True
    parties = {stem(name) for name in found.parties}
    if any(found.kind == other.kind and found.date == other.date for other in told) and not (
        found.kind == "donation" and parties - {stem(name) for other in told for name in other.parties}
    ):
        return False
    if (
        found.kind in _VISITS
        and not any(dated.sure for dated in sentence.dates)
        and any(parties <= {stem(name) for name in other.parties} for other in told if other.kind in _VISITS)
    ):
        return False
    dated = main_date(sentence)
    own_day = dated is not None and bool(dated.point.month) and dated.edtf not in {other.date for other in told}
    return bool(parties) and (
        own_day or found.kind in ("donation", "online_meeting") or bool(_LATER.match(sentence.text))
    )


def _occasion(sentence: Sentence, at: int, context: Context) -> Occasion | None:
    kind, parties = _kind(sentence, at, context)
    if _STATISTICS.search(sentence.text) or _LEAVES.search(sentence.text) or _is_joining(sentence.text, kind):
        return None
    if not kind or (kind == "online_meeting" and _SIGNING.search(sentence.text)) or not is_stated(sentence):
        return None
    title = title_of(sentence) if kind in _TITLED else ""
    if not context.home and not (title and _HELD.search(sentence.text) and main_date(sentence)):
        # A treatise without a city of its own tells of much; only an event with name and date is an occasion.
        return None
    parties = [party for party in parties if not _is_part_of(party, title, sentence)]
    if not parties and _is_of_others(sentence, context):
        return None
    if not parties:
        untold = title and kind in ("event", "ceremony")
        parties = [] if untold else abroad(_partners(at, context), context)[:1]
    if not parties and not (title and kind in _WITHOUT_PARTIES):
        return None
    date = date_of(sentence, at, context)
    if kind == "event" and _is_held_elsewhere(sentence):
        return None
    if is_later(date, context) or (title and not main_date(sentence) and context.document.text.count(title) > 1):
        return None
    if not date and not _is_told(sentence, parties):
        return None
    heads, public = counts(sentence.text)
    return Occasion(
        rule="exchange_takes_place",
        score=_score(sentence, parties),
        kind=kind,
        date=date,
        title=title or (_heading(context) if at == 0 else ""),
        parties=[party.name for party in parties],
        people=sentence.people,
        place=place_of(sentence, kind, parties, context),
        topics=topics_of(sentence.text),
        headcount=heads,
        attendance=public,
    )


def _is_held_elsewhere(sentence: Sentence) -> bool:
    """Whether an event is told of that took place abroad, with nobody from here at it."""
    if any(party.own for party in sentence.parties) or sentence.people or _ATTENDED.search(sentence.text):
        return False
    return any(_HELD_AT.search(sentence.text, 0, party.start) for party in sentence.counterparts if party.country)


def _partners(at: int, context: Context) -> list[Party]:
    """The counterparts told before; in a row, those of its cells."""
    if not context.block.cells:
        return context.partners(at)
    return [party for cell in context.block.cells for party in context.parties(cell.text) if not party.own]


def _is_joining(text: str, kind: str) -> bool:
    """Whether it is only told that the city joined a body whose name sounds like an event."""
    return kind == "event" and bool(_JOINS.search(text))


def _kind(sentence: Sentence, at: int, context: Context) -> tuple[str, list[Party]]:
    """What kind of exchange the sentence tells of, or '', and the parties abroad that it names."""
    theme = theme_zh(sentence.text)
    yields = theme in _YIELDING or (theme == "performance" and _LED.search(sentence.text) is not None)
    if yields and _visits_before(sentence, theme, context):
        theme = ""
    elif not theme and at == 0:
        theme = theme_zh(_heading(context))
    visit = is_visit(sentence.text) or bool(context.visits_home.search(sentence.text))
    parties = [party for party in abroad(sentence.counterparts, context) if not _witnesses(sentence, party)]
    if not visit and not theme:
        return _way_by_roles(sentence, context), parties
    if not visit or (theme and not _travels(sentence, theme, context)):
        return theme, [party for party in parties if not _SITE.search(sentence.text[: party.start])] or parties
    way = direction(sentence, context)
    parties = [party for party in parties if not _is_way_point(sentence, party)]
    if way == "inbound_visit":
        parties = [party for party in parties if not _SEEN.search(sentence.text[: party.start])] or parties
    if way == "outbound_visit" and _THAT_BODY.search(sentence.text):
        parties = context.body_before(at) or parties
    return way or theme, parties


def _way_by_roles(sentence: Sentence, context: Context) -> str:
    """Which way a visit went that is told in words of its own: by guests named with their place, or a goal abroad.

    Only where the sentence has a day or month of its own, and tells of no bond, body or sum.
    """
    text = sentence.text
    if _NO_OCCASION.search(text) or not any(dated.sure and dated.point.month for dated in sentence.dates):
        return ""
    if not (sentence.people or _COMPANY.search(text)) or not any(
        p.known for p in abroad(sentence.counterparts, context)
    ):
        return ""
    return direction(sentence, context)


def _is_part_of(party: Party, title: str, sentence: Sentence) -> bool:
    """Whether the party is only a part of the event's name: 亞洲花園城市會 of 亞洲花園城市會議."""
    start = sentence.text.find(title) if title else -1
    text = sentence.text
    inside = start >= 0 and start <= party.start and party.end <= start + len(title)
    return inside and text[party.end : party.end + 1] in _GOES_ON


def _visits_before(sentence: Sentence, theme: str, context: Context) -> bool:
    """Whether a visit is told in a clause before the words of the theme, which are then only talk on the occasion."""
    at = theme_at(sentence.text, theme)
    start = sentence.clause(at)[0]
    return bool(context.visits_home.search(sentence.text, 0, start) or is_visit(sentence.text[:start]))


def _is_of_others(sentence: Sentence, context: Context) -> bool:
    """Whether the sentence is about a city of the own country, or only gives somebody's words on what was told."""
    first = sentence.parties[0] if sentence.parties else None
    before = sentence.text[: first.start] if first else ""
    other = first is not None and first.kind is PartyKind.CITY and not first.own
    domestic = first and other and not abroad([first], context) and not _AT.search(before)
    said = sentence.people and not sentence.dates and _SAYS.match(sentence.text, sentence.people[0].end)
    return bool(domestic or said)


def _witnesses(sentence: Sentence, party: Party) -> bool:
    """Whether the party is only that of somebody who looked on: 駐福岡辦事處處長以視訊見證."""
    start, end = sentence.clause(party.start)
    return bool(_WITNESS.search(sentence.text, party.end, end)) and not DID.search(sentence.text, start, party.start)


def _is_way_point(sentence: Sentence, party: Party) -> bool:
    """Whether the journey only passes there: 由那霸轉赴石垣."""
    return bool(re.search(r"(?:由|自|經|從)$", sentence.text[: party.start])) and bool(
        re.match(r"轉|出發|搭|飛|專程|啟程|抵|經", sentence.text[party.end :])
    )


def _travels(sentence: Sentence, theme: str, context: Context) -> bool:
    """Whether the point of the sentence is the travelling, and not a show or fair of its own."""
    if theme not in ("ceremony", "event", "promotion", "exhibition", "greeting") or _SHOWN.search(sentence.text):
        return False
    return bool(_TRAVEL.search(sentence.text) or context.visits_home.search(sentence.text)) and not is_hosted(sentence)


def _score(sentence: Sentence, parties: Sequence[Party]) -> float:
    """Sure where the sentence itself has the day or month and names the counterparts, and the atlas knows them."""
    own = any(dated.sure and dated.point.month for dated in sentence.dates)
    named = bool(parties) and all(party in sentence.parties for party in parties)
    known = named and all(party.known for party in parties)
    return round(0.65 + 0.1 * own + 0.1 * named + 0.05 * known + 0.05 * bool(sentence.people), 2)


def _heading(context: Context) -> str:
    """The nearest heading, where it is an item's title rather than a chapter's."""
    headings = context.block.headings
    return headings[-1] if len(headings) > 2 and len(headings[-1]) >= 6 else ""


def is_stated(sentence: Sentence) -> bool:
    """Whether what was done is told as done."""
    verb = DID.search(sentence.text)
    start = verb.start() if verb else min(theme_at(sentence.text), len(sentence.text) - 1)
    return states(sentence, start, verb.end() if verb else start + 1, lasting=False)


def _is_told(sentence: Sentence, parties: Sequence[Party]) -> bool:
    """An occasion without a date is one only where somebody did something: not 與各國城市交流."""
    done = re.search(
        r"來訪|訪[高北竹中南屏桃基]|率團|赴.{1,6}演出|代表團|設攤|舉辦|(?:出席|參加|參與|參展)[「《]|捐|進行.{0,6}交流|齊聚|再訪",
        sentence.text,
    )
    return bool(parties) and bool(sentence.people or done)
