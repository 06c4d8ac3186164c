"""Exchanges told in Chinese: visits by their direction, and what was done there by its words."""

import re
from collections.abc import Iterator, Sequence

from hansa.facts import Exchange
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.rules.exchanges.building import Occasion, abroad, counts, exchange, quote_extent
from hansa.reading.rules.exchanges.kinds import comes, goes, is_visit, theme_zh
from hansa.reading.rules.modality import heads_plans, states
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.people import Person

GATE = re.compile(
    r"訪|拜會|接待|蒞|視訊|線上|捐|贈|募|賀|問候|慰問|展|演|賽|交流|營|師生|行銷|招商|推介|典禮|儀式|點燈|活動|論壇|會議|年會|大會|峰會|嘉年華|節|赴|率團|會晤|會面|前來|祝福"
)
_QUOTED = re.compile(r"[「《『](?P<title>[^「」《》『』]{3,50})[」》』]")
_EVENT_NAME = re.compile(
    r"(?P<title>[\u3400-\u9fff\w（）()]{3,30}?(?:年會|高峰會|峰會|論壇|研討會|博覽會|嘉年華|會議|夜市|推介會|禮品展|物產展))"
)
_PLACE = re.compile(
    r"(?:於|在|假)(?P<place>[\u3400-\u9fff\w ]{2,24}?)(?:舉行|舉辦|召開|登場|辦理|展出|演出|揭幕|進行|首度|會面|會晤|兩處|點亮|分別|接待)"
)
_TOPICS = re.compile(
    r"(?:就|針對|談及|暢談|討論|聚焦|談)(?P<list>[\u3400-\u9fff、及與和]{2,60}?)(?:等)?(?:多元)?(?:領域|面向|議題|方面)|談(?:及)?(?P<bare>[\u3400-\u9fff、與及]{2,30})$"
)
_SIGNING = re.compile(r"簽署|簽訂|簽下|簽約|締結|締盟")
_OWN_POSTS = re.compile(r"市長|縣長|區長|局長|處長|秘書長|鄉長|鎮長")
_LATER = re.compile(r"^(?:另|此外|又|同日|隨後)")


def exchange_takes_place(block: Block, context: Context) -> Iterator[Exchange]:
    """A sentence tells of a visit, a meeting, a gift, a show or an event with parties abroad."""
    if block.kind in (BlockKind.ROW, BlockKind.HEADING) or not GATE.search(block.text) or heads_plans(block.headings):
        return
    told: set[tuple[str, str]] = set()
    for at, sentence in enumerate(context.sentences()):
        if not sentence.chinese or not GATE.search(sentence.text):
            continue
        found = _occasion(sentence, at, context)
        if found is None or (found.kind, found.date) in told and found.kind != "donation":
            continue
        if told and not _is_further(sentence, found):
            continue
        told.add((found.kind, found.date))
        yield from exchange(found, context, sentence.stretch, *quote_extent(sentence))


def _is_further(sentence: Sentence, found: Occasion) -> bool:
    """Whether a later sentence of a block tells of an occasion of its own, rather than more of the same."""
    dated = any(d.sure and d.point.month for d in sentence.dates)
    return bool(found.parties) and (
        dated or found.kind in ("donation", "online_meeting") or bool(_LATER.match(sentence.text))
    )


def _occasion(sentence: Sentence, at: int, context: Context) -> Occasion | None:
    heading = _heading(context)
    theme = theme_zh(sentence.text) or (theme_zh(heading) if at == 0 and heading else "")
    visit = is_visit(sentence.text)
    if not theme and not visit:
        return None
    parties = abroad(sentence.counterparts, context)
    title = _title(sentence, theme)
    kind = theme
    if visit and (
        not theme or theme in ("ceremony", "event", "promotion", "exhibition") and _travels(sentence, parties)
    ):
        kind = _direction(sentence, parties, context)
        if not kind and not theme:
            return None
        kind = kind or theme
    if kind == "online_meeting" and _SIGNING.search(sentence.text):
        return None
    if not _is_stated(sentence):
        return None
    if not parties:
        parties = abroad(context.partners(at), context)[:1] if kind not in ("event", "ceremony") or not title else []
    if not parties and not (title and kind in ("event", "promotion", "sports", "exhibition")):
        return None
    date = _date(sentence, at, context)
    if not date and not _is_told(sentence, parties):
        return None
    heads, public = counts(sentence.text)
    return Occasion(
        rule="exchange_takes_place",
        score=_score(kind, date, parties, sentence),
        kind=kind,
        date=date,
        title=title or (heading if at == 0 else ""),
        parties=[party.name for party in parties],
        people=_people(sentence),
        place=_place(sentence, kind, parties),
        topics=_topics(sentence.text),
        headcount=heads,
        attendance=public,
    )


def _score(kind: str, date: str, parties: Sequence[Party], sentence: Sentence) -> float:
    score = 0.7 + 0.1 * bool(date and len(date) > 4) + 0.1 * bool(sentence.people)
    return round(score + 0.05 * all(party.known for party in parties) * bool(parties), 2)


def _heading(context: Context) -> str:
    """The nearest heading, where it is an item's title rather than a chapter's."""
    headings = context.block.headings
    return headings[-1] if len(headings) > 2 and len(headings[-1]) >= 6 else ""


def _travels(sentence: Sentence, parties: Sequence[Party]) -> bool:
    """Whether the point of the sentence is the travelling: 率團, 來訪, 出訪, and not a show or fair of its own."""
    return bool(
        re.search(
            r"率團|率領|來訪|出訪|訪團|拜會|再訪|回訪|親訪|一行|訪[高北竹中南屏桃基宜花東彰投雲嘉苗新澎](?!問)",
            sentence.text,
        )
    ) and not re.search(r"演出|物產展|推介會", sentence.text)


def _direction(sentence: Sentence, parties: Sequence[Party], context: Context) -> str:
    """inbound_visit or outbound_visit: by the words themselves, else by who is the subject."""
    text = sentence.text
    inward = comes(text) or bool(context.visits_home.search(text))
    subject = _subject(sentence, context)
    if inward and subject != "home":
        return "inbound_visit"
    if goes(text) and subject != "guest":
        return "outbound_visit"
    if inward:
        return "inbound_visit"
    if subject == "home":
        return "outbound_visit" if re.search(r"率團|回訪|訪問|拜會|考察|訪", text) and parties else ""
    return "inbound_visit" if subject == "guest" else ""


def _subject(sentence: Sentence, context: Context) -> str:
    """Who acts: `home`, `guest`, or '' where it cannot be told. The first person or party of the sentence acts."""
    first_person = sentence.people[0] if sentence.people else None
    first_party = next((party for party in sentence.parties if party.kind is not PartyKind.COUNTRY), None)
    if first_person and (first_party is None or first_person.start <= first_party.start):
        return "home" if _is_own(first_person, context) else "guest"
    if first_party is None:
        return ""
    if first_person and first_party.end >= first_person.start - 1 and not first_party.own:
        return "guest"
    if first_party.own:
        return "home"
    return (
        ""
        if re.match(r".{0,3}(?:與|和|於|在|赴|自|由)", sentence.text[max(0, first_party.start - 2) : first_party.start])
        else "guest"
    )


def _is_own(person: Person, context: Context) -> bool:
    if person.name in context.guests:
        return False
    return (not person.of or person.of == context.home or person.of in context.own_names) and bool(
        _OWN_POSTS.search(person.post)
    )


def _is_stated(sentence: Sentence) -> bool:
    verb = re.search(r"來訪|拜會|訪|捐|贈|舉行|舉辦|召開|演出|展|視訊|出席|參加|辦理|會晤", sentence.text)
    return states(sentence, verb.start(), verb.end()) if verb else states(sentence, 0, 1)


def _is_told(sentence: Sentence, parties: Sequence[Party]) -> bool:
    """An occasion without a date is one only where somebody did something: not 與各國城市交流."""
    return bool(parties) and (
        bool(sentence.people)
        or bool(re.search(r"來訪|訪[高北竹中南屏桃基]|率團|赴.{1,6}演出|代表團|設攤|舉辦|捐", sentence.text))
    )


def _date(sentence: Sentence, at: int, context: Context) -> str:
    sure = [dated for dated in sentence.dates if dated.sure]
    if sure:
        return _finest(sure, sentence)
    if at:
        earlier = [d for said in context.sentences()[:at] for d in said.dates if d.sure]
        if earlier:
            return earlier[-1].edtf
    weak = [dated for dated in sentence.dates if not dated.sure]
    if weak:
        return weak[0].edtf
    if context.year and len(context.block.headings) > 2:
        return str(context.year)
    return str(context.issued.year) if context.issued else ""


def _finest(sure: Sequence[object], sentence: Sentence) -> str:
    """The first date with a month, unless only a year is told; one that goes on stays open: 自10月起."""
    first = next((d for d in sentence.dates if d.sure and d.point.month), None) or next(
        d for d in sentence.dates if d.sure
    )
    if re.match(r"起(?!至)", sentence.text[first.end :]) and "/" not in first.edtf:
        return f"{first.edtf}/.."
    return first.edtf


def _title(sentence: Sentence, theme: str) -> str:
    if theme in ("event", "exhibition", "promotion", "ceremony", "sports", "education_exchange", "performance"):
        for match in _QUOTED.finditer(sentence.text):
            if theme_zh(match["title"]) or re.search(r"展|會|節|營|賽|活動|計畫|式", match["title"]):
                return match["title"]
        match = _EVENT_NAME.search(sentence.text) if theme in ("event", "promotion") else None
        if match:
            title = re.sub(r"^.*(?:舉辦|辦理|參加|出席|參與|於|之|的|在|由)", "", match["title"])
            return title if len(title) > 3 else ""
    return ""


def _people(sentence: Sentence) -> list[Person]:
    return [person for person in sentence.people if len(person.name) > 1 or person.partial]


def _place(sentence: Sentence, kind: str, parties: Sequence[Party]) -> str:
    match = _PLACE.search(sentence.text)
    if match and not re.search(r"\d|[年月]", match["place"]):
        return match["place"].strip()
    if kind == "outbound_visit":
        city = next((party for party in parties if party.kind is PartyKind.CITY), None) or next(iter(parties), None)
        return city.name if city else ""
    return ""


def _topics(text: str) -> list[str]:
    match = _TOPICS.search(text)
    if not match:
        return []
    parts = re.split(r"、|以及|(?<=.{2})[及與和](?=.{2})", match["list"] or match["bare"])
    return [part for part in parts if 2 <= len(part) <= 14]


def visit_stands_in_row(block: Block, context: Context) -> Iterator[Exchange]:
    """A row of a table of visits gives the date, the guest or host, and what it was about."""
    if block.kind is not BlockKind.ROW or heads_plans(block.headings):
        return
    about = next(
        (
            cell
            for cell in block.cells
            if re.search(r"事由|內容|活動|紀要|說明|摘要|行程|(?i:purpose|event|activity|occasion)", cell.header)
        ),
        None,
    )
    dates = next((cell for cell in block.cells if re.search(r"日期|時間|(?i:date|when)", cell.header)), None)
    if about is None or dates is None:
        return
    day = context.dates(dates.text)
    sentence = context.sentence(about)
    whole = context.sentence(block)
    kind = (
        theme_zh(about.text) if not is_visit(about.text) else _direction(sentence, [], context) or theme_zh(about.text)
    )
    if not day or not kind or not _is_stated(sentence):
        return
    parties = abroad(whole.counterparts, context)
    if not parties:
        return
    heads, public = counts(about.text)
    found = Occasion(
        "visit_stands_in_row", 0.92, kind, day[0].edtf, "", _unique(parties)[:1] if kind.endswith("visit") else _unique(parties),
        _people(sentence), _place(sentence, kind, parties) if kind != "inbound_visit" else "", _topics(about.text), heads, public,
    )  # fmt: skip
    yield from exchange(found, context, block)


def _unique(parties: Sequence[Party]) -> list[str]:
    return list(dict.fromkeys(party.name for party in parties))
