"""The occasion that a Chinese sentence tells of, with its date and score."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from hansa.reading.context import Context
from hansa.reading.patterns import regex
from hansa.reading.rules.exchanges.building import OF_COUNCIL, Occasion, abroad, counts, is_later, is_neighbour
from hansa.reading.rules.exchanges.chinese.details import (
    AT_LAST,
    DID,
    date_of,
    main_date,
    place_of,
    title_of,
    topics_of,
)
from hansa.reading.rules.exchanges.chinese.kinds import is_visit, theme_at, theme_zh
from hansa.reading.rules.exchanges.chinese.ways import heading_of, kind_of
from hansa.reading.rules.modality import states
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind, stem

# 高中生互訪。is no occasion.
_FEW = 10
_SHORT = 2
_TITLED = ("event", "exhibition", "promotion", "ceremony", "sports", "education_exchange", "performance")
_MEETING_OF = regex(
    r"(?P<body>[\u3400-\u9fff]{2,16}?(?:組織|聯盟|網絡|網路|協會|聯合會))(?=[\u3400-\u9fff]{0,6}(?:年會|大會|論壇|會議|峰會)$)"
)
_TOWNS = ("市", "町", "村", "縣", "郡", "鎮", "鄉", "州")
_THAT_SCHOOL = regex(r"該校|[這該][所間](?:學校|小學|國小|中學|國中|高中|大學)")
# Schools of Taiwan, which alone are called so, and what only points to a school.
_NO_GUEST = regex(r"國[小中]$|^[這該]")
_THAT_BODY = regex(r"該(?:組織|會|聯盟|協會|網絡)")
_THAT_CITY = regex(r"該[市縣州郡省]")
_WITHOUT_PARTIES = ("event", "promotion", "sports", "exhibition")
# 城市會 of 城市會議, 世界港 of 世界港口: a body's last word that is only half of another word.
_GOES_ON = ("議", "口", "務")
_SIGNING = regex(r"(?<!無)(?<!未)(?:簽署|簽訂|簽下|簽約|續簽|換約)")
# 18國、46團、612人次: how many came in a year, and no visit.
_STATISTICS = regex(
    r"\d\s*(?:國.{0,12}\d+\s*(?:團|場次|場|案|批).{0,8}\d+|(?:團|場次|案|批)、?(?:共|計)?\s*[\d,]+)\s*人次"
)
# The last leg of a journey, and what is still to come.
# A further stop of a journey that has been told.
_WENT_ON = regex(r"^(?:[^，。]{0,14}，)?(?:訪團|代表團|一行人|訪問團)[^，。]{0,4}(?:另|並|亦|也|隨後|還)")
# The guests, told before, go about at home: 訪團7日參觀博物館.
_GUESTS_GO_ON = regex(r"(?:訪團|訪問團|一行人|來賓|貴賓們?)(?!員)[^，。]{0,12}(?:參觀|參訪|走訪|拜會|安排|前往|轉往)")
_IN_TALKS = regex(r"(?:研商|商討|研議|籌辦|規劃|討論)[^，。]{0,24}(?:事宜|細節|規劃)")
# Told in no word that we know, but by who came and whither.
_BY_ROLES = 0.8
_HEADS = ("長", "政府", "副市長", "副縣長", "議會")
_BACK = r"[^，。]{0,8}(?:返|回)[國台臺韓日美]"
_LEAVES = regex(rf"轉[往赴]{_BACK}|搭[機船]{_BACK}|拜會[^，。]{{0,12}}後返|返抵|明[日天早晚]|明（\d+）日")
_JOINS = regex(
    r"(?:成為|加入|入會)[^，。]{0,30}(?:會員|觀察員|成員)|(?:成為|獲准為)[^，。]{0,24}(?:（[^）]*）)?(?:會員|觀察員)"
)
_ATTENDED = regex(r"本[市縣府]|[市縣]府|派員|出席|參加|應邀|率|我國|代表")
_HELD_AT = regex(r"[在於假]$")
# What was to be and was not, as the end of the sentence says.
_CALLED_OFF = regex(r"(?:取消|停辦|未成行|改期|延期|延後|作罷|未果|未恢復)[）)]?(?=[。；]|$)")
_HELD = regex(r"舉辦|舉行|召開|主辦|與會")
_AT = regex(r"[在於至到往訪觀赴]$")
_SAYS = regex(r"(?:並|也|則)?(?:說|表示|指出|認為|透露|強調|回應|受訪)")


def occasion_of(sentence: Sentence, at: int, context: Context) -> Occasion | None:
    """The occasion that a sentence tells of, the one at `at` in the block being read; None where it tells of none."""
    if not context.home and not _HELD.search(sentence.text):
        return None
    kind, parties = kind_of(sentence, at, context)
    if not kind or not _has_happened(sentence, kind, context):
        return None
    title = title_of(sentence.text) if kind in _TITLED else ""
    main = main_date(sentence)
    if not context.home and not (title and main):
        # A treatise without a city of its own tells of much; only an event that was held, with name and date, is an
        # occasion.
        return None
    parties = [party for party in parties if not _is_part_of(party, title, sentence)]
    if _is_of_neighbour(sentence, context) or (not parties and _is_of_others(sentence, context)):
        return None
    parties = list(_better_named(parties, sentence, at, kind, context)) or _meant(sentence, at, title, kind, context)
    if not (parties or (title and kind in _WITHOUT_PARTIES)):
        return None
    if title and not main and context.document.text.count(title) > 1:
        # A title alone comes again with its date.
        return None
    date = date_of(sentence, main, at, context)
    if is_later(date, context) or not ((date and len(sentence.text) > _FEW) or _is_told(sentence, parties)):
        return None
    heads, public = counts(sentence.text)
    return Occasion(
        rule="exchange_takes_place",
        score=_score(sentence, parties, context),
        kind=kind,
        date=date,
        title=title or (heading_of(context) if at == 0 else ""),
        parties=[party.name for party in parties],
        people=sentence.people,
        place=place_of(sentence, kind, parties, context),
        topics=topics_of(sentence.text),
        headcount=heads,
        attendance=public,
    )


def _has_happened(sentence: Sentence, kind: str, context: Context) -> bool:
    """Whether the sentence tells it as done, by or with the own city, and tells no sum of a year or signing alone."""
    text = sentence.text
    if _WENT_ON.search(text) and not any(dated.sure for dated in sentence.dates):
        return False
    if _GUESTS_GO_ON.match(text) and not abroad(sentence.counterparts, context):
        return False
    if _CALLED_OFF.search(text) or _IN_TALKS.search(text) or _STATISTICS.search(text) or _LEAVES.search(text):
        return False
    if kind == "event" and (_JOINS.search(text) or _is_held_elsewhere(sentence, context)):
        return False
    return not (kind == "online_meeting" and _SIGNING.search(text)) and is_stated(sentence)


def _meant(sentence: Sentence, at: int, title: str, kind: str, context: Context) -> list[Party]:
    """The counterparts that a sentence means without naming them: 該校, whose meeting it was, those told before."""
    body = _MEETING_OF.search(title)
    if body:
        return [Party(0, 0, body["body"], PartyKind.BODY)]
    if _THAT_SCHOOL.search(sentence.text):
        return _schools(at, context)[-1:]
    if _THAT_BODY.search(sentence.text):
        return context.body_before(at)
    if title and kind in ("event", "ceremony"):
        return []
    if not context.block.cells:
        told = context.partners(at)
    else:
        told = [party for cell in context.block.cells for party in context.parties(cell.text) if not party.own]
    cities: list[Party] = []
    if _THAT_CITY.search(sentence.text):
        # 該市 of a council told before is the city that it sits for.
        whole = ((party, OF_COUNCIL.sub("", party.name)) for party in told)
        cities = [replace(party, name=name, kind=PartyKind.CITY) for party, name in whole if len(name) > 1]
    return abroad(cities or _seats(sentence, told) or told, context)[:1]


def _better_named(parties: list[Party], sentence: Sentence, at: int, kind: str, context: Context) -> Sequence[Party]:
    """The counterparts, where the sentence points to another than it names: that organization, its mayor's city."""
    if kind == "event" and _THAT_BODY.search(sentence.text):
        return context.body_before(at) or parties
    if kind == "inbound_visit" and all(party.kind in (PartyKind.BODY, PartyKind.OFFICE) for party in parties):
        # The mayor of the heading's city, with somebody of an office beside them.
        parties = abroad(_seats(sentence, context.partners(at)), context)[:1] or parties
    if parties and all(party.kind is PartyKind.COUNTRY for party in parties):
        return _called_short(sentence, at, context) or parties
    return parties


def _called_short(sentence: Sentence, at: int, context: Context) -> list[Party]:
    """The city named before that the sentence calls by its name without 市: 送往石垣, of 石垣市."""
    for said in reversed(context.sentences()[:at]):
        for party in said.cities:
            short = stem(party.name)
            if _SHORT <= len(short) < len(party.name) and short in sentence.text and abroad([party], context):
                return [party]
    return []


def _schools(at: int, context: Context) -> list[Party]:
    """The schools of others named up to a sentence, in order."""
    named = [party for said in context.sentences()[: at + 1] for party in said.parties]
    schools = [party for party in named if party.kind is PartyKind.SCHOOL and not _NO_GUEST.search(party.name)]
    return [party for party in schools if not any(name in party.name for name in context.own_names)]


def _seats(sentence: Sentence, told: Sequence[Party]) -> list[Party]:
    """The city of the mayor named first, out of the parties told: of 石垣市商工會 and 沖繩 a 市長 has 石垣市."""
    post = sentence.people[0].post if sentence.people and not sentence.people[0].of else ""
    if not post.endswith("長") or post[-2:-1] not in _TOWNS:
        return []
    ends = [(party, party.name.find(post[-2], 2)) for party in told]
    return [replace(party, name=party.name[: end + 1], kind=PartyKind.CITY) for party, end in ends if end > 0]


def _is_held_elsewhere(sentence: Sentence, context: Context) -> bool:
    """Whether an event is told of that took place abroad, with nobody from here at it."""
    if (
        not context.home
        or any(party.own for party in sentence.parties)
        or sentence.people
        or _ATTENDED.search(sentence.text)
    ):
        return False
    return any(_HELD_AT.search(sentence.text, 0, party.start) for party in sentence.counterparts if party.country)


def _is_part_of(party: Party, title: str, sentence: Sentence) -> bool:
    """Whether the party is only a part of the event's name: 亞洲花園城市會 of 亞洲花園城市會議."""
    start = sentence.text.find(title) if title else -1
    text = sentence.text
    inside = start >= 0 and start <= party.start and party.end <= start + len(title)
    return inside and text[party.end : party.end + 1] in _GOES_ON


def _is_of_neighbour(sentence: Sentence, context: Context) -> bool:
    """Whether it is another city or county of the own country that acts: 臺北市長訪問首爾, in a report of Kaohsiung."""
    first = next(iter(sentence.parties), None)
    if first is None or any(party.own for party in sentence.parties):
        return False
    return sentence.text[first.end :].startswith(_HEADS) and is_neighbour(first, context)


def _is_of_others(sentence: Sentence, context: Context) -> bool:
    """Whether the sentence is about a city of the own country, or only gives somebody's words on what was told."""
    first = sentence.parties[0] if sentence.parties else None
    before = sentence.text[: first.start] if first else ""
    other = first is not None and first.kind is PartyKind.CITY and not first.own
    domestic = first and other and not abroad([first], context) and not _AT.search(before)
    said = sentence.people and not sentence.dates and _SAYS.match(sentence.text, sentence.people[0].end)
    return bool(domestic or said)


def _score(sentence: Sentence, parties: Sequence[Party], context: Context) -> float:
    """Sure where the sentence itself has the day or month and names the counterparts, and the atlas knows them."""
    own = any(dated.sure and dated.point.month for dated in sentence.dates)
    named = bool(parties) and all(party in sentence.parties for party in parties)
    known = named and all(party.known for party in parties)
    score = round(0.65 + 0.1 * own + 0.1 * named + 0.05 * known + 0.05 * bool(sentence.people), 2)
    told = is_visit(sentence.text) or theme_zh(sentence.text) or context.visits_home.search(sentence.text)
    return score if told else min(score, _BY_ROLES)


def is_stated(sentence: Sentence) -> bool:
    """Whether what was done is told as done."""
    late = AT_LAST.search(sentence.text)
    verb = DID.search(sentence.text, late.end() if late else 0)
    start = verb.start() if verb else min(theme_at(sentence.text), len(sentence.text) - 1)
    return states(sentence, start, verb.end() if verb else start + 1, lasting=False)


def _is_told(sentence: Sentence, parties: Sequence[Party]) -> bool:
    """An occasion without a date is one only where somebody did something: not 與各國城市交流."""
    done = re.search(
        r"來訪|訪[高北竹中南屏桃基]|率團|赴.{1,6}演出|代表團|設攤|舉辦|(?:出席|參加|參與|參展)[「《]|捐|進行.{0,6}交流|齊聚|再訪",
        sentence.text,
    )
    return bool(parties) and bool(sentence.people or done)
