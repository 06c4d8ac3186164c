"""Parties in Chinese text: 格丁尼亞市, 波蘭格丁尼亞市政府經濟政策處, 皮馬郡, 卡托維茲第三中學, 德國在台協會."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hansa.reading.patterns import regex
from hansa.reading.values.names.party import Party, PartyKind
from hansa.reading.values.names.places import PlaceSeen
from hansa.reading.values.names.surnames import SURNAMES
from hansa.reading.values.names.words import BODY_SUFFIX, CITY_SUFFIX, STOP, body_kind, name_follows

_LATIN_AFTER = regex(
    r"\s?[（(]\s*[A-ZÀ-Ž][^（()）]{1,60}[)）]|\s[A-ZÀ-Ž][A-Za-zÀ-ž'’.\-]+(?:\s[A-ZÀ-Ž][A-Za-zÀ-ž'’.\-]+){0,3}(?![\w\u3400-\u9fff])"
)
# Words that end like a city's name and are none, or that no name contains.
_COMMON = regex(
    r"城市|都市|縣市|省市|市政|友市|首都|古都|行政區|社區|商圈|選區|校區|轄區|地區|景區|山區|市區|災區|學區|專區|灣區|園區|全區|順道|報道|頻道|街道|管道|軌道|步道|車道|味道"
    r"|鄉村|農村|姊妹|姐妹|推動|深化|合作|發展|建設|活動|交流|國際|提升|強化|持續|未來|市場|締盟|締結|簽署|會員|成為|加入|名義|兩|雙|^多|全臺|全台|各|該|此|另|官員|僅|所屬|來縣|來府|來鎮|來鄉|來區|來校|來市|國內|蒞|外賓|人次"
    r"|區域|除|上述|前述|友好|新聞|我們|大都|成都會|跨|夥伴|伙伴|市民|超市|門市|上市|外縣|鄰|東北部|聯盟|組織|副|代理|建市|縣長|市長|[町村鎮區州郡]長|會晤|會見|期間"
    r"|晚間|今晚|當晚|昨晚|上午|下午|中午|鄉鎮|城鎮|市鎮|家鄉|故鄉|同鄉|返鄉|下鄉|原鄉|水鄉"
)
# 國際組織, 各級學校: sorts of bodies, not names.
_GENERIC = regex(
    r"(?:國際|國內|國外|非營利|非政府|公益|專業|官方|民間|地方|成立|相關|所屬|各級|在地|外國|我國|政府|產業|企業|青年|兩|三|四|五|六|九|[\d十]+所|五所|共|等|友好|姊妹|姐妹|參與|主辦|日商|知名|跨國|大型|城市)*"
    r"(?:組織|機構|團體|協會|聯盟|學校|公司|企業|代表處|代表團|辦事處|委員會|大學|中學|高中|小學|國小|國中|學院|中心|園區|港|政府|樂團|銀行|基金會|商會|小組|球隊|議會|國會|集團|鐵道|鐵路)"
)
# 姊妹動物園 is what two zoos become; 姊妹市協會 is a body.
_TIED = regex(r"[姊姐姉]妹(?!市)")
_ORDINAL = regex(r"^第?[\d一二三四五六七八九十]+[屆次期年度]+")
_GOVERNMENT = regex(r"(?<=[市縣州省府郡町村區鄉鎮])(?:政府|役所|役場|公所)$")
_HAN_NAME = regex(r"[\u3040-\u30ff\u3400-\u9fff々ヶ．·‧・]{1,9}")
_LATIN_NAME = regex(r"\s?[A-ZÀ-Ž][\w.\-]+\s[A-ZÀ-Ž]")
_SPACE = regex(r"[\s\d./\-–－:：．‧·・•]*(?=[^\d])")
# Names of one character count behind a region: 熊本縣錦町.
_SHORT = regex(r"[^兩二三四五六七八九十各多全該此本\W][市町](?![長民])")
# 基隆四市: so many cities, and none of the name.
_SEVERAL = regex("[三四五六七八九十][市縣鄉鎮]$")
_ENDS = "市縣県州省道府都郡區町村"
_LONGEST = 9
_LONGEST_BODY = 26
_PERSONAL = regex(rf"[{''.join(SURNAMES)}][\u3400-\u9fff]{{2}}[市縣鎮鄉區]")
_POSTS = regex(r"長(?!期|年|達|久|榮|崎|野|沙|春|江|濱)")


def find_chinese(text: str, own: Sequence[tuple[int, int, str]], places: Sequence[PlaceSeen]) -> Iterator[Party]:
    """The parties of the text: places of the atlas, names with the suffix of a city, and bodies.

    `own` gives the places of the document's own city in the text with its name.
    """
    for start, end, name in own:
        yield Party(start, end, name, own=True, known=True)
    for place in places:
        if place.is_organization:
            yield Party(place.start, place.end, text[place.start : place.end], PartyKind.BODY, known=True)
    mine = [(start, end) for start, end, _ in own]
    starts = [place.start for place in places]
    # Most of a text is neither a place nor ends like a name: only the segments with such a mark are looked at.
    marks = starts + [match.start() for match in CITY_SUFFIX.finditer(text)]
    marks += [match.start() for match in BODY_SUFFIX.finditer(text)]
    marks.sort()
    if not marks:
        return
    for start, end in _segments(text, places, marks[-1]):
        first = bisect_left(marks, start)
        if first < len(marks) and marks[first] < end:
            here = places[bisect_left(starts, start) : bisect_left(starts, end)]
            yield from _in_segment(text, start, end, here, mine)


def _segments(text: str, places: Sequence[PlaceSeen], last: int) -> Iterator[tuple[int, int]]:
    """The stretches between stop words up to that of the character `last`; a stop within a place does not count."""
    inside = bytearray(len(text))
    for place in places:
        inside[place.start : place.end] = b"\1" * (place.end - place.start)
    begin = 0
    for stop in STOP.finditer(text):
        start, end = stop.span()
        if inside[start]:
            continue
        if start > begin:
            yield begin, start
        begin = end
        if begin > last:
            return
    if begin < len(text):
        yield begin, len(text)


def _in_segment(
    text: str, start: int, end: int, places: Sequence[PlaceSeen], own: Sequence[tuple[int, int]]
) -> Iterator[Party]:
    at, country, country_at = start, "", start
    while at < end:
        space = _SPACE.match(text, at, end)
        at = space.end() if space else at
        place = _first_from(places, at)
        if place is None or place.start != at or not place.is_country:
            break
        country, country_at, at = place.country, place.start, place.end
        if at < end and not text[at].isspace():
            # 澳洲馬里昂市: what follows is a name, even where it begins like a country's.
            break
    whole = country_at if country else at
    body = _body(text, at, end, places)
    if body:
        heads = [place for place in places if at <= place.start < body and not place.is_organization]
        if len(heads) > 1 and heads[0].start == at and heads[1].start == heads[0].end:
            # 青森縣陸奧市川內中學: the region only tells where the city is.
            at = heads[1].start
        yield from _emit_body(text, whole, at, body, country, own)
        return
    cities = list(_cities(text, at, end, places, country))
    if cities:
        yield from cities
    elif country:
        yield Party(country_at, at, text[country_at:at], PartyKind.COUNTRY, known=True, country=country)


def _first_from(places: Sequence[PlaceSeen], at: int) -> PlaceSeen | None:
    for place in places:
        if place.start >= at:
            return place
    return None


def _body(text: str, at: int, end: int, places: Sequence[PlaceSeen]) -> int:
    """Where the body that begins at `at` ends, or 0."""
    reached = 0
    for match in BODY_SUFFIX.finditer(text, at, end):
        if match.end() - at > _LONGEST_BODY or (reached and _POSTS.match(text, reached)):
            break
        if any(p.start < match.start() and match.end() <= p.end and not p.is_organization for p in places):
            # 香港 and 峴港 end like a port and are none.
            continue
        if match.start() > at or text[at : match.end()] in ("市議會", "縣議會"):
            reached = match.end()
    return reached


def _emit_body(
    text: str, whole: int, at: int, end: int, country: str, own: Sequence[tuple[int, int]]
) -> Iterator[Party]:
    name = _ORDINAL.sub("", text[at:end].strip())
    if _GENERIC.fullmatch(name) or _TIED.match(name):
        return
    kind = PartyKind(body_kind(name))
    if kind is PartyKind.OFFICE or kind is PartyKind.BODY:
        name = _ORDINAL.sub("", text[whole:end].strip())
    if kind is PartyKind.CITY:
        # A government stands for its city: 石垣市役所 is 石垣市.
        name = _GOVERNMENT.sub("", name)
    mine = any(first == at and last <= end for first, last in own)
    if len(name) > 2:
        yield Party(whole, _latin(text, end), name, kind, own=mine and kind is PartyKind.CITY, country=country)


def _cities(text: str, at: int, end: int, places: Sequence[PlaceSeen], country: str) -> Iterator[Party]:
    """The innermost city of a chain such as 愛知縣名古屋市; more than one where the names only stand side by side."""
    last: Party | None = None
    while at < end:
        short = last and last.end == at and last.name[-1] in "縣県府道州" and _SHORT.match(text, at)
        region = last.country if last and short else ""
        found = _attached(text, at, end, places, country or region) if last else _city(text, at, end, places, country)
        if found is None:
            break
        if last and found.start > last.end + 1:
            yield last
        last, at = found, found.end
    if last:
        yield last


def _attached(text: str, at: int, end: int, places: Sequence[PlaceSeen], country: str) -> Party | None:
    """The city that follows a region without a break: in 奧勒岡州克拉卡馬斯郡 it is not 卡馬斯郡."""
    found = _city(text, at, end, places, country)
    if found and at < found.start <= at + _LONGEST and text[found.start - 1] not in " \u3000":
        whole = text[at : found.start] + found.name
        if len(whole) <= _LONGEST and _HAN_NAME.fullmatch(whole) and not _COMMON.search(whole):
            return Party(at, found.end, whole, country=found.country)
    return found


def _city(text: str, at: int, end: int, places: Sequence[PlaceSeen], country: str) -> Party | None:
    place = next((p for p in places if p.start >= at and not p.is_country and not p.is_organization), None)
    suffix = CITY_SUFFIX.search(text, at + 1, end)
    if suffix and (place is None or suffix.end() <= place.start):
        named = _unknown(text, at, suffix, country)
        if named:
            return named
    if place is None:
        return None
    if (
        country
        and at < place.start
        and suffix
        and place.country != country
        and suffix.start() <= place.end <= suffix.end()
    ):
        # 菲律賓伊莎貝拉省: a place of another country inside is only a part of the name.
        whole = _unknown(text, at, suffix, country)
        if whole:
            return whole
    tail = None if text[place.end - 1] in _ENDS else CITY_SUFFIX.match(text, place.end, end)
    stop = tail.end() if tail and not text[place.start : place.end].endswith(tail[0]) else place.end
    name = text[place.start : stop]
    if tail and _POSTS.match(text, stop) and tail[0] != "市" and text[place.end : stop] == tail[0]:
        stop = tail.end()
    return Party(place.start, _latin(text, stop), name, known=True, country=place.country)


def _unknown(text: str, at: int, suffix: re.Match[str], country: str) -> Party | None:
    name = text[at : suffix.end()].strip()
    if _SEVERAL.search(name):
        return None
    if not 2 <= len(name) <= _LONGEST or not _HAN_NAME.fullmatch(name) or _COMMON.search(name):
        return None
    if name[0] == "長" and at and text[at - 1] in _ENDS:
        # The head of the town before it, and the beginning of a name: 小值賀町長西村久之.
        return None
    if suffix[0] == "道":
        # The provinces that are called so are in the atlas; what else ends like them is a road or a tunnel.
        return None
    if not country and suffix[0] in ("都", "省", "村", "區", "州") and len(name) < 3:
        return None
    if not country and len(name) - len(suffix[0]) < 2:
        return None
    if text.startswith("長", suffix.end()) and (
        not name_follows(text, suffix.end() + 1) or (not country and _LATIN_NAME.match(text, suffix.end() + 1))
    ):
        # 大西一史市長, 海爾斯市長 Brett Hales: what stands before the post is a person, not a city.
        return None
    if not country and _PERSONAL.fullmatch(name) and text.startswith("長", suffix.end()):
        # 柯文哲市長展開…: a surname with two characters before a post at home is a person as well.
        return None
    return Party(at, _latin(text, suffix.end()), name, country=country)


def _latin(text: str, end: int) -> int:
    match = _LATIN_AFTER.match(text, end)
    return match.end() if match else end
