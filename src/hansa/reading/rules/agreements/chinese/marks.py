"""A Chinese sentence with what matters for ties put as signs: 與◇之◆始於○."""

from collections.abc import Iterator

from hansa.atlas import lookup
from hansa.reading.patterns import regex
from hansa.reading.rules.agreements.kinds import kind_of
from hansa.reading.rules.agreements.marks import DATE, KIND, OWN, PARTY, PERSON, Kind, Marked, Span, put
from hansa.reading.sentence import Sentence
from hansa.reading.values.names import Party, PartyKind
from hansa.reading.values.names.places import find_places_in

_BOND = (
    r"(?:國際)?(?:觀光)?(?:[姊姐姉]妹(?:市鎮|鄉鎮|鄉鎮市|縣省|縣市|市縣|城市|都市|市|縣|區|鄉|鎮|町|州|郡|省|學校|校|港|會"
    r"|議會|館|站|車站|動物園|圖書館|鐵道|鐵路)?|友好(?:交流|合作|夥伴)*(?:城市|城鎮|議會|城區|都市|市鎮|縣市|市|縣|區|鄉鎮|鄉町|鄉|鎮|港)"
    r"|友誼(?:市|城市)|友城|[夥伙]伴(?:城市|縣市|市)|MOU\s?(?:簽署)?城市)"
)
_KIND = regex(
    # Most characters begin none of them, which one look at them tells.
    r"(?=[國觀姊姐姉友夥伙M「《『合交經教文農產城策消防環學運科永智三雙共聯備意宣協憲議盟])"
    rf"(?:{_BOND}(?:(?:締盟|締結|合作|交流)?(?:協定書?|協議書?|盟約|備忘錄|意向書|意願書)|(?:之|的)?(?:關係|情誼|情緣|之誼))?"
    r"|[夥伙]伴(?:關係|協定)|友好(?:交流|合作)*(?:關係|協定書?|協議書?|備忘錄)"
    r"|[「《『][^「」《》『』]{2,40}(?:備忘錄|意向書|宣言|協定書?|協議書?|憲章|公約|議定書|盟約|約定)[」》』]"
    r"|(?:友好|合作|交流|經濟|經貿|教育|文化|觀光|農業|產業|城市|夥伴|策略|消防|防災|環境|學術|運動|友誼|科技|永續|智慧|三方"
    r"|雙邊|共同|聯合){0,4}(?:備忘錄|意向書|宣言|協定書?|協議書?|憲章|議定書|盟約))"
)
# What each of them has in it, cheaper to look for.
_ANY_KIND = regex(
    r"姊妹|姐妹|姉妹|友好|友誼|友城|夥伴|伙伴|MOU|備忘錄|意向書|宣言|協定|協議書|憲章|公約|議定書|盟約|約定"
)
# Bodies that look after ties, and not ties: 姊妹市協會, 姊妹市委員會.
_BODY_AFTER = regex(r"(?:促進)?(?:協會|委員會|會議|公園|廣場|大道|之夜|展|週|特展)")
# A name where only a partner can stand: 與約克於1990年結為, and behind its country 蘇聯史達林格勒於.
_STRANGER = regex(
    r"(?<=[與和及跟、])[\u4e00-\u9fff]{2,5}?(?=[於在]?(?:民國)?\s?\d|[（(]\s?(?:民國)?\s?\d|[之的](?:姊妹|友好|夥伴)|結為|締結)"
)
_BEHIND_COUNTRY = regex(r"[\u4e00-\u9fff·‧]{2,7}?(?=[於在與和及、（(，結締之的。])")
_NO_NAME = regex(
    r"政府|代表|大使|總統|總理|企業|公司|大學|國會|團|人|城市|記者|隊|等|[縣省]內|方面|地區|當局|官員|有|位|朋友|友好|[二三四五六七八九十多各]"
)
# Partners of a project are none of the city: 計畫夥伴城市.
_PROJECTS = ("計畫", "專案", "計劃", "該案", "參與", "活動", "研究")
_TIED = (PartyKind.CITY, PartyKind.SCHOOL, PartyKind.PORT, PartyKind.COUNCIL)


def names_kind(text: str) -> bool:
    """Whether a text may name a kind of tie."""
    return _ANY_KIND.search(text) is not None and _KIND.search(text) is not None


def marked(sentence: Sentence) -> Marked:
    """The sentence with its parties, dates, kinds of tie and people put as signs; countries of cities are left out."""
    return put(sentence.text, list(_spans(sentence)))


def _spans(sentence: Sentence) -> Iterator[Span]:
    starts = set()
    for party in (*sentence.parties, *_strangers(sentence)):
        if party.own or party.kind in _TIED:
            starts.add(party.start)
            yield party.start, party.end, OWN if party.own else PARTY, party
    for place in reversed(find_places_in(sentence.text)):
        # The country or region right before a party only tells where it lies.
        if place.end in starts and not any(party.start <= place.start < party.end for party in sentence.parties):
            starts.add(place.start)
            yield place.start, place.end, "", None
    for dated in sentence.dates:
        if dated.sure:
            yield dated.start, dated.end, DATE, dated
    for person in sentence.people:
        yield person.start, person.end, PERSON, None
    for match in _KIND.finditer(sentence.text) if _ANY_KIND.search(sentence.text) else ():
        kind = kind_of(match[0])
        projects = sentence.text[: match.start()].endswith(_PROJECTS)
        if kind and not projects and not _BODY_AFTER.match(sentence.text, match.end()):
            yield match.start(), match.end(), KIND, Kind(match.start(), match.end(), kind, match[0])


def _strangers(sentence: Sentence) -> Iterator[Party]:
    """Names that count as parties only here: words that are a city in this place, and what stands behind a country."""
    text = sentence.text
    if not names_kind(text):
        return
    taken = [(party.start, party.end) for party in sentence.parties if party.kind is not PartyKind.COUNTRY]
    found = [(match, True) for match in _STRANGER.finditer(text) if _is_city(match[0])]
    behind = (_BEHIND_COUNTRY.match(text, place.end) for place in find_places_in(text) if place.is_country)
    found += [(match, False) for match in behind if match and not _NO_NAME.search(match[0])]
    for match, known in found:
        if not any(match.start() < end and start < match.end() for start, end in taken):
            taken.append(match.span())
            yield Party(match.start(), match.end(), match[0], known=known)


def _is_city(name: str) -> bool:
    place = lookup(name)
    return place is not None and place.kind != "country"
