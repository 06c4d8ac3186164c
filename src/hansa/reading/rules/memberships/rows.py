"""Memberships of the own city in tables and records: 加入時間, 主責, Our position."""

import re
from collections.abc import Iterator

from hansa.atlas import lookup
from hansa.facts import Fact
from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex
from hansa.reading.rules.memberships.joining import cities_en, cities_zh, memberships, owned, role
from hansa.reading.rules.organizations.entries import is_own_label, row_entry
from hansa.reading.rules.organizations.listed import listed
from hansa.reading.rules.organizations.profile import BEGUN_EN, BEGUN_ZH

_JOINED_HEAD = regex(
    r"加入|入會|參加|加盟|起始|^joined|\bmember since|^since|^year joined|^in since|^entry|^member from"
    r"|^date of (?:joining|entry)|^accession",
    re.IGNORECASE,
)
_OFFICE_HEAD = regex(
    r"備註|主[責辦政管]|承辦|窗口|對口|聯絡|業務|權責|單位|局處|機關|^remarks?|^notes?|^office|^unit|^department|^bureau"
    r"|^responsible|^lead",
    re.IGNORECASE,
)
_ROLE_HEAD = regex(
    r"角色|身[分份]|資格|職務|會籍|地位|位置|關係|position$|^role|^status|^capacity|^membership$|^our "
    r"|['’]s (?:place|position|role|part|status|standing|membership|seat)$"
    r"|^(?:our|the city['’]s) (?:place|position|role|part|status|standing)$",
    re.IGNORECASE,
)
_YEAR_HEAD = regex(r"年[份度別]?|year|date", re.IGNORECASE)
_UNIT_HEAD = regex(
    r"主[責辦政管]|承辦|窗口|對口|業務|權責|負責|單位|局處|機關|部門|^office|^unit|^department|^bureau|^responsible|^lead"
    r"|^in charge",
    re.IGNORECASE,
)
_UNIT = regex(
    r"[\u3400-\u9fff]{2,14}(?:局|處|署|廳|公所|辦公室|委員會|中心|科|室|館|園|所|部|司)|(?!Mayor)[A-Z][\w'’& ]{3,50}"
)
_LEAD_HEAD = regex(r"(?:co-)?chairs?|president city|presidency|lead city|主席城市|會長城市|理事長城市", re.IGNORECASE)
_OFFICE = regex(
    r"(?P<office>[\u3400-\u9fff]{2,12}?(?:局|處|署|廳|公所|辦公室|委員會|中心|科|室))(?=主責|主辦|主政|承辦|負責|僅"
    r"|提供|$|[\s(（，,、；。])"
)
_OFFICE_EN = regex(
    r"(?P<office>[A-Z][\w'’&-]*(?:\s(?:of|and|for|the|[A-Z][\w'’&-]*))*\s(?:Department|Bureau|Office|Division"
    r"|Directorate|Agency|Unit)|(?:Department|Bureau|Office|Directorate) of [A-Z][\w'’&, -]+)"
)
_THROUGH = regex(
    r"[（(](?P<through>[^（()）]{4,40}(?:館|園|大學|學校|會|協會|公司|中心|院|Library|Zoo|University|Museum|Port))[)）]"
)
_THROUGH_ALONE = regex(r"^[\u3400-\u9fff]{4,20}(?:館|園|大學|學校|促進會|協會|公司|院)$")
_BY_NAME = regex(r"以「(?P<through>[^」]{3,30})」(?:之|的)?(?:名義?|身分|身份)")
_AS_MEMBER_OF = regex(r"之?成員身[分份]")
_PART = regex(
    r"(?:本市|本縣)(?P<part>[\u3400-\u9fff]{1,3}[區鎮鄉])(?P<body>[\u3400-\u9fff]{0,12}促進會)?"
    r"|(?:[縣市]內|轄內|所轄)(?:以|之|由)?(?P<inner>[\u3400-\u9fff]{1,3}[區鎮鄉市])(?=取得|獲|入會|加入|通過|成為"
    r"|[於在]?\s?\d)"
)
# 大林鎮 105 年 6 月成為會員: another one belongs.
_OTHER_MEMBER = regex(r"^(?P<other>(?!本)[\u3400-\u9fff]{1,3}[鎮鄉區市])\s?[於在]?\d")
_NOT_A_MEMBER = regex(
    r"未(?:加入|加盟|入會|參加)|非[^，。]{0,4}會員|尚未|退[出會会]|已退|除籍|(?:申請|審[查核議]|籌備)中|洽談|評估"
    r"|研議|無會籍|個人(?:會員|身[分份])|expired|^no$|^none|^never|not a member|no member|not in|^n/a|withdr[ae]wn?"
    r"|left|lapsed|ended|former|suspended|planned|pending|applied|proposed|wound up|dissolved|discontinued"
    r"|invited|no reply|declined|refused|guest\b|婉拒|喪失|停權|除名",
    re.IGNORECASE,
)
_BODY_JOINED = regex(
    r"(?:^|[，。；])(?P<through>[\u3400-\u9fff]{2,12}(?:動物園|圖書館|博物館|美術館|大學"
    r"|港))於[^，。；]{0,12}(?:申請)?加入"
)


def leads_in_a_record(block: Block, context: Context) -> Iterator[Fact]:
    """A record on an organization names the city that presides over it: Chair, President city, 主席城市."""
    entry = row_entry(block, context)
    for cell in block.cells if entry else ():
        label = _LEAD_HEAD.fullmatch(cell.header.strip())
        if entry is None or not label:
            continue
        listed = cities_zh(cell.text) if re.search(r"[\u3400-\u9fff]", cell.text) else cities_en(cell.text)
        cities = [owned(city, context) for city in listed if lookup(city) is not None]
        as_role = label[0].lower().removesuffix("s")
        yield from memberships(
            cities, entry.body.name, cell, context, rule="leads_in_a_record", score=0.75, as_role=as_role
        )


def joined_in_a_row(block: Block, context: Context) -> Iterator[Fact]:
    """A row on an organization says since when, in what role and through which office the own city belongs to it."""
    entry = row_entry(block, context)
    if block.kind is not BlockKind.ROW or entry is None or context.home is None:
        return
    cells = {
        name: [c.text for c in block.cells if head.search(c.header) and c is not entry.cell] for name, head in _HEADS
    }
    own = _own_cells(block, context)
    cells["role"] += own
    if cells["role"] and not cells["joined"]:
        cells["joined"] = [cell.text for cell in block.cells if _YEAR_HEAD.fullmatch(cell.header.strip())]
    prose = "。".join(cell.text for cell in block.cells if cell is not entry.cell)
    if not re.search(r"\w", "".join(cells["joined"] + cells["role"])) or _NOT_A_MEMBER.search(
        " ".join(cells["joined"] + cells["role"])
    ):
        return
    notes = "；".join(cells["office"])
    part = _PART.search(prose)
    yield from memberships(
        [part["part"] or part["inner"] if part else context.home],
        entry.body.name,
        block,
        context,
        rule="joined_in_a_row",
        score=0.9 if cells["joined"] else 0.85,
        since=_since(" ".join(cells["joined"]), context) or _since(" ".join(cells["role"]), context),
        as_role=_position(cells["role"])
        or _own_role("。".join(cells["joined"]))
        or _own_role(notes)
        or _own_role(prose),
        through=(part["body"] and part["part"] + part["body"] if part else "") or _through(notes, prose),
        office=_unit(block) or _office(notes),
    )


def _own_cells(block: Block, context: Context) -> list[str]:
    """What stands under the own city's name: `Busan's position`, `Bologna`."""
    return [cell.text for cell in block.cells if is_own_label(cell.header, context)]


def _unit(block: Block) -> str:
    """The unit that a column of its own names."""
    units = (cell.text.strip() for cell in block.cells if _UNIT_HEAD.search(cell.header))
    return next((unit for unit in units if _UNIT.fullmatch(unit)), "")


def listed_as_member(block: Block, context: Context) -> Iterator[Fact]:
    """A line in a list of memberships: the own city belongs to the organization, unless the line says that it left."""
    entry = listed(context)
    if entry is None or context.home is None or _NOT_A_MEMBER.search(entry.rest):
        return
    part = _PART.search(entry.rest) or _OTHER_MEMBER.search(entry.rest)
    began = re.search(rf"{BEGUN_ZH}|\b{BEGUN_EN}\b", entry.rest)
    yield from memberships(
        [next(filter(None, part.groups())) if part else context.home],
        entry.body.name,
        block,
        context,
        rule="listed_as_member",
        score=0.8 if entry.rest else 0.7,
        since="" if began else _joined_on(entry.rest, context),
        as_role=_listed_role(entry.rest),
    )


def _listed_role(rest: str) -> str:
    """`full member since 1990` is a full member; 平成20年加盟 tells no role."""
    office = _OFFICE_HELD.search(rest)
    if office:
        return office[0]
    if _FROM_THE_START.search(rest):
        return "founding member"
    english = _ROLE_EN.search(rest)
    japanese = _ROLE_JA.search(rest)
    return english["role"].lower() if english else role(rest) or (japanese[0] if japanese else "")


_OFFICE_HELD = regex(r"\b(?:[Vv]ice-)?[Pp]residency(?: for (?:the )?[A-Z][\w ]+)?")
_FROM_THE_START = regex(r"\b(?:since|from) (?:its|the) (?:foundation|founding|creation|start|beginning|outset|birth)\b")
_ROLE_EN = regex(
    r"(?<!\d )(?P<role>(?:(?:full|associate|active|ordinary|official|executive|founding|founder|honorary|permanent"
    r"|board) )?(?:members?|founder(?! member)|observer|partner|participant|chair|president)(?: city)?)\b",
    re.IGNORECASE,
)
_JOINING = regex(r"\bmember\b|\bjoined\b|\bsince\b", re.IGNORECASE)
_ROLE_JA = regex(r"[正準副]?会員|理事都市|幹事都市|会長都市")
_ROC_YEAR = regex(r"(?:[5-9]\d|1[0-2]\d)")
_HEADS = (("joined", _JOINED_HEAD), ("office", _OFFICE_HEAD), ("role", _ROLE_HEAD))


def _since(text: str, context: Context) -> str:
    if _ROC_YEAR.fullmatch(text.strip()):
        return str(int(text) + 1911)
    dates = context.dates(text)
    bare = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    return dates[0].edtf if dates else bare[0] if bare else ""


def _joined_on(rest: str, context: Context) -> str:
    """The date behind the word for joining, else the first of the line."""
    joined = _JOINING.search(rest)
    since = (_since(rest[joined.start() :], context) if joined else "") or _since(rest, context)
    return "" if "/" in since else since


def _position(cells: list[str]) -> str:
    """`member since 1996` is a member; `Executive Committee member. Seoul presides.` an Executive Committee member."""
    for text in cells:
        parts = (
            re.split(r",?\ssince\s", part)[0].strip(" .") for part in re.split(r"[.,]\s|[;；。，(（]", text.strip())
        )
        for part in parts:
            position = _position_zh(part) if _HAN.search(part) else part
            if re.search(r"\w", position) and not _NO_POSITION.fullmatch(part):
                return position
    return ""


def _position_zh(part: str) -> str:
    """The role that a part of a Chinese cell tells; few words that are no date are one themselves: 區域據點."""
    part = part.strip("（()）")
    named = _POSITION_ZH.fullmatch(part) and not _NO_POSITION_ZH.search(part)
    return role(part) or (part if named else "")


_HAN = regex(r"[\u3400-\u9fff]")
_POSITION_ZH = regex(r"[\u3400-\u9fff]{2,8}(?:據點|窗口|代表|城市|辦公室|分部|中心|夥伴|領袖|盟員|召集人|幹事|主持)")
_NO_POSITION_ZH = regex(r"入會|加入|曾|未|退")
_NO_POSITION = regex(r"in|yes|joined|admitted|entered|\d*|(?:in|joined|admitted) .*|since .*|[是有✓○✔]?", re.IGNORECASE)


def _own_role(prose: str) -> str:
    """The role that the prose of the row tells: 正式會員, 副會員; a bare 會員 tells none."""
    found = role(_OF_ALL.sub("", prose))
    return "" if found in ("會員", "會員城市", "理事", "主席", "會長") else found


# What is said of all members and not of the own city.
_OF_ALL = regex(
    r"(?:現有|共有|計有|擁有|其)(?:\d+[個位])?會員(?:城市)?|會員(?:城市)?(?:逾|達|約|數|共|計|有|遍|來自|大會)"
    r"|\d+\s?[個位]?會員"
)


def _office(notes: str) -> str:
    found = _OFFICE.search(notes) or _OFFICE_EN.search(notes)
    return found["office"] if found else ""


def _through(notes: str, prose: str) -> str:
    """The body of the city that holds the membership: in brackets or alone in the notes, or 以「某協會」名義."""
    found = _THROUGH.search(notes)
    if found:
        return found["through"]
    alone = re.sub(r"\s", "", notes)
    if _THROUGH_ALONE.match(alone):
        return alone
    named = _BY_NAME.search(prose)
    if named and not _AS_MEMBER_OF.search(prose):
        return named["through"]
    joined = _BODY_JOINED.search(prose)
    return joined["through"] if joined else ""
