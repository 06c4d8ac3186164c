"""What every rule on memberships needs: lists of cities, the organization meant, the role, the fact."""

import re
from collections.abc import Iterator, Sequence

from msgspec import UNSET

from hansa.atlas import lookup
from hansa.facts import Membership
from hansa.reading.context import Context
from hansa.reading.document import BlockKind, Stretch
from hansa.reading.patterns import regex
from hansa.reading.rules.organizations.entries import headed, names_body, row_entry
from hansa.reading.values.organizations import Body, title

_ROLES = (
    (
        "founding member",
        regex(
            r"創始會員|創會會員|發起會員|(?:創始|創會)(?:成員|城市)|founding (?:member|city)|co-founder", re.IGNORECASE
        ),
    ),
    ("executive member", regex(r"執行(?:局|委員會)?(?:委員|會員|理事)|executive member", re.IGNORECASE)),
    (
        "official member",
        regex(
            r"正式(?:團體|城市|成為)*會員|(?<![糾矯修改])正會員|正式加入|正式城市|(?:official|full) member",
            re.IGNORECASE,
        ),
    ),
)
_ROLE_ZH = regex(
    r"(?P<role>(?:副會長|會長|副主席|共同主席|常務理事|執行委員|領導|簽署|創始)城市"
    r"|(?:副|準|城市|團體|贊助|榮譽|普通|一般|永久|個人|觀察員|常任|當然|基本|通訊|附屬)會員|副主席城市|主席城市|理事城市|領導城市"
    r"|常務理事|副主席|共同主席|副會長|主席|會長|理事|觀察員|會員城市|會員|(?:正式|創始|準)成員)"
)
# Clauses that tell what is only wished for: 擬爭取執行委員席次.
_PLANNED = regex(r"(?:^|(?<=[，。；]))[^，。；]*(?:擬|爭取|將於|預計|規劃|希望|盼|曾任|曾為|曾是|前任)[^，。；]*")
_TITLE_ZH = regex(r"(?:獲[評選頒]?[為列]?|認[證定]為|列為|成為)(?P<role>[\u3400-\u9fff]{2,4}之都)")
# Of so many blocks at most is a page on one organization.
_SHORT_DOCUMENT = 120
_CHINESE_ITEM = regex(r"[\u3400-\u9fff．·]{2,12}")
_PLACE_END = regex(r"(?:特別市|廣域市|市|縣|縣市|區|州|府|郡|町|鎮|鄉|省|都)$")
_BEFORE_LIST = regex(
    r"^(?:.*(?:先後有|分別有|有|包括|包含|計有|為|如|例如|及|與|和)(?=[\u3400-\u9fff]{2,}$))?(?:目前|現今|迄今|而"
    r"|其中|另|並|且|國內|我國|[台臺]灣的?)*"
)
_NUMERAL = r"[\d一二三四五六七八九十百]"
_AFTER_LIST = regex(
    rf"(?:等\s?{_NUMERAL}*\s?[個座]?(?:會員)?(?:城市|縣市|國家|都市|地|城|市)?"
    rf"|\s?(?:\d+|{_NUMERAL}{{1,3}})\s?[個座]?(?:城市|縣市|國家|都市|市|城|島|地|鎮|縣|港)等?|[之的]各?(?:縣市|城市))$"
)
_ADVERBS = regex(
    r"(?:則|亦|也|已|均|都|皆|更|曾|現|稍後|其後|後來|接續|陸續|先後|分別|正式|隨後|同時|共同|首度|獲邀|應邀|申請|獲准|方|才|再|即|遂|相繼"
    r"|接連|輪流|輪番|雙雙|紛紛|悉數|一起|一同|率先|\s|於|在|自)+$"
)
_NOT_A_CITY = regex(
    r"^(?:縣市|市區|市鎮|鄉鎮|城鎮|地方|城市|都市|會員|市|縣)$|[會盟組織議部院局處所館校社]$|大學$|協會|政府間|本次|雙方|該|其他|各"
)
_UNIT_EN = (
    r"((?:Ministry|Department|Office|Bureau|Directorate|Division|Secretariat) (?:of"
    r"|for) (?:the )?[A-Z][\w’'-]*(?:(?:,? and(?: the)?|,)? [A-Z][\w’'-]*)*"
    r"|[A-Z][\w’'&-]*(?: (?:and |of |for )?[A-Z][\w’'&-]*)* (?:Department|Bureau|Office|Division|Directorate|Agency"
    r"|Unit|Desk|Team|Section|Branch|Service|Authority))"
)
_OFFICE_EN = regex(
    rf"{_UNIT_EN}\s(?:is\s(?:our\s|the\s)?(?:contact|responsible|in\scharge|point)|handles?|looks?\safter|deals?\swith|manages?"
    r"|takes?\scare|coordinates?|keeps?|runs?|represents)\b"
    rf"|(?:[Hh]andled|[Ll]ooked\safter|[Mm]anaged|[Cc]oordinated|[Kk]ept|[Aa]dministered|[Rr]un|[Rr]esponsib\w+"
    rf"|[Cc]ontact|[Ll]ead)(?:\s(?:for\sit\s)?(?:by|of|is|lies\swith|rests\swith))?:?\s(?:the\s|our\s)?{_UNIT_EN}"
)
_SPLIT_ZH = regex(r"[、，,]|以?及|與|和|暨")
_SPLIT_EN = regex(r",\s(?:and\s|as well as\s)?|\s(?:and|as well as)\s|\s&\s")
# Tripoli in Lebanon
_IN_COUNTRY = regex(r"(?<=[a-zà-ž])\sin\s[A-Z][a-z]+(?=,|\sand\s|$)")
_CAPITALS = regex(
    r"(?:the\s)?(?P<name>[A-ZÀ-Ž][\w'’.-]*(?:\s(?:of|de|do|di|da|the|la|upon)\s[A-ZÀ-Ž][\w'’-]*|\s[A-ZÀ-Ž][\w'’-]*)*)"
)


def cities_zh(words: str) -> list[str]:
    """The cities in a Chinese list, empty where the words are no such list: `目前有甲市、乙縣及丙市等` gives three.

    Each must end as a city's name does or be known to the atlas; in a list of three or more, most must.
    """
    words = _AFTER_LIST.sub("", _ADVERBS.sub("", words.strip(" 　「」")).strip())
    words = _AFTER_LIST.sub("", words)
    items = [item.strip() for item in _SPLIT_ZH.split(words)]
    if items:
        items[0] = _BEFORE_LIST.sub("", items[0])
    items = [_AFTER_LIST.sub("", item) for item in items if item]
    if not items or any(not _CHINESE_ITEM.fullmatch(item) or _NOT_A_CITY.search(item) for item in items):
        return []
    items = [name for item in items for name in _both(item)]
    known = [item for item in items if _is_place(item)]
    enough = len(items) if len(items) < 3 else (len(items) * 2 + 2) // 3
    return items if len(known) >= enough else []


def _both(item: str) -> list[str]:
    """`甲縣市` stands for the county and the city of that name."""
    stem = item.removesuffix("縣市")
    return [f"{stem}縣", f"{stem}市"] if len(stem) >= 2 and stem != item else [item]


# A month that a date left in front of the name, and the word for a city.
_BEFORE_CITY = regex(r"^(?:City of|Jan\w*|Feb\w*|March|April|May|June|July|Aug\w*|Sept\w*|Oct\w*|Nov\w*|Dec\w*)\s")


def cities_en(words: str) -> list[str]:
    """The names in an English list of cities, empty where anything else stands in it."""
    found = []
    words = _IN_COUNTRY.sub("", words)
    for part in _SPLIT_EN.split(re.sub(r"^(?:both|including|namely)\s|:\s*", "", words.strip(" .,"))):
        match = _CAPITALS.fullmatch(part.strip())
        if not match:
            return []
        found.append(_BEFORE_CITY.sub("", match["name"]))
    return found


def _is_place(name: str) -> bool:
    return bool(_PLACE_END.search(name)) or lookup(name) is not None


def owned(name: str, context: Context) -> str:
    """The own city's name for any of its spellings; any other name as it is."""
    name = re.sub(r"^本[市縣](?=[\u3400-\u9fff]{1,3}[鎮鄉區市]$)", "", name)
    plain = re.sub(r"^(?:本市|本縣|本府|市府|縣府|我市)$", context.home or name, name)
    short = re.sub(r"^[Tt]he\s", "", plain)
    short = re.sub(r"\s(?:City(?: Government)?|Metropolitan Government|Municipality)$|(?:市|縣)政府$", "", short)
    if context.home and (plain in context.own_names or short in context.own_names):
        return context.home
    return plain


def meant(context: Context) -> Body | None:
    """The organization that the block being read is about, by its row, its heading or its own run-in title."""
    entry = row_entry(context.block, context)
    return entry.body if entry else _run_in(context) or headed(context)


# A word in small letters that no name has: the paragraph begins with a sentence.
_VERB = regex(
    r"\s(?!(?:of|for|the|and|in|on|de|des|du|to|network|group|alliance|association|league|club|union)\b)[a-z]"
)


def _run_in(context: Context) -> Body | None:
    """`World Ports Network. Our city joined in 2011.`: the paragraph's first words are its title."""
    lead = re.match(
        r"(?P<name>[A-Z0-9][\w'’&–-]*(?:\s[\w'’&–-]+){0,7})(?:\s\([^()]*\))?\.\s(?=[A-Z])", context.block.text
    )
    if context.block.kind is BlockKind.ROW or not lead or _VERB.search(lead["name"]):
        return None
    body = title(lead["name"])
    listed = any(
        re.search(r"[Mm]emberships?|[Nn]etworks|[Oo]rgani[sz]ations", heading) for heading in context.block.headings
    )
    words = names_body(lead["name"])
    return words or (body if listed and re.search(r"[A-Z0-9]{2}|[A-Z]\w+\s[A-Z]", lead["name"]) else None)


def spoken_of(context: Context) -> str:
    """The one organization that a short document is about, where a single heading names one."""
    if len(context.blocks) > _SHORT_DOCUMENT:
        return ""
    headings = (block.text for block in context.blocks if block.kind is BlockKind.HEADING)
    named = {body.name for heading in headings if (body := names_body(heading))}
    return named.pop() if len(named) == 1 else ""


def main_name(body: Body, context: Context) -> str:
    """The name under which the document describes the body, where an acronym tells that it is the same."""
    if body.acronym:
        for block in (context.blocks[at] for at in context.blocks_with(body.acronym)):
            if block.kind is not BlockKind.PARAGRAPH:
                entry = row_entry(block, context)
                other = entry.body if entry else names_body(block.text)
                if other and other.acronym == body.acronym:
                    return other.name
    return body.name


def office_en(context: Context) -> str:
    """The office of the own city that an English block says looks after its membership."""
    found = _OFFICE_EN.search(context.block.text)
    return next(filter(None, found.groups())) if found else ""


def role(text: str) -> str:
    """The role that words tell: `official member`, `founding member`, `executive member`, else the document's word."""
    text = _PLANNED.sub("", text)
    for name, pattern in _ROLES:
        if pattern.search(text):
            return name
    found = _ROLE_ZH.search(text) or _TITLE_ZH.search(text)
    return found["role"] if found else ""


def memberships(
    members: Sequence[str],
    organization: str,
    stretch: Stretch,
    context: Context,
    *,
    rule: str,
    score: float,
    since: str = "",
    as_role: str = "",
    through: str = "",
    office: str = "",
) -> Iterator[Membership]:
    """One membership for each member, resting on the same words."""
    proof = context.proof(stretch, rule, score)
    for member in dict.fromkeys(members):
        if proof and member and organization:
            yield Membership(
                member=member,
                organization=organization,
                since=since or UNSET,
                role=as_role or UNSET,
                office=office or UNSET,
                through=through or UNSET,
                **proof,
            )
